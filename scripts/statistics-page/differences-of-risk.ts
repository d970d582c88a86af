import { as, type Difference } from './difference.js';

const bacon = { sample: 'bacon' } as const;
const atHalf = { given: 'MAR 0.5 % a month' } as const;

/** Return, risk and drawdown. */
export const differencesOfRisk: readonly Difference[] = [
  {
    ...bacon,
    statistic: 'cagr',
    here: '0.1037',
    elsewhere: [
      as('0.1036', 'ffn', 'days / 365.25 between the dates (731 here) on monthly returns too'),
      as('6.9377', 'empyrical, unless told the period', '252 rows make a year, also of months'),
    ],
  },
  {
    ...bacon,
    statistic: 'volatility',
    here: '0.1370',
    elsewhere: [
      as('0.1341', 'NumPy’s `std` as it comes', 'divisor n'),
      as('0.6278', 'empyrical and QuantStats, unless told the period', '√252, also of months'),
    ],
  },
  {
    ...bacon,
    statistic: 'autocorrelation',
    here: '-0.0526',
    elsewhere: [
      as('-0.0530', 'pandas (`autocorr`)', 'the correlation of the two shifted columns; of 1, 2, 3, 4 % it is 1'),
    ],
  },
  {
    ...bacon,
    statistic: 'autocorrelationAdjustedVolatility',
    here: '0.0943',
    elsewhere: [as('0.1370', 'nearly everyone', 'the root of time, which supposes no autocorrelation')],
  },
  {
    ...bacon,
    statistic: 'downsideDeviation',
    here: '0.0229',
    elsewhere: [
      as('0.0355', 'PerformanceAnalytics (`method = "subset"`)', 'divides by the number of returns below the target'),
      as('0.0235', 'often met in articles', 'the standard deviation of the losses, about their own mean'),
    ],
  },
  {
    ...bacon,
    statistic: 'semiDeviation',
    here: '0.0277',
    elsewhere: [
      as('0.0410', 'PerformanceAnalytics (root of `SemiVariance`)', 'divides by the number of returns below the mean'),
    ],
  },
  {
    ...bacon,
    ...atHalf,
    statistic: 'downsidePotential',
    here: '-0.0137',
    elsewhere: [as('0.0137', 'PerformanceAnalytics', 'the amount, without its sign')],
  },
  {
    ...bacon,
    statistic: 'skewness',
    here: '-0.0826',
    elsewhere: [as('-0.0940', 'PerformanceAnalytics (`method = "sample"`)', 'n² / ((n − 1)(n − 2)) times as much')],
  },
  {
    ...bacon,
    statistic: 'sampleSkewness',
    here: '-0.0882',
    elsewhere: [
      as(
        '-0.0940',
        'PerformanceAnalytics (`method = "sample"`)',
        'divides by the population deviation: neither g₁ nor G₁',
      ),
    ],
  },
  {
    ...bacon,
    statistic: 'excessKurtosis',
    here: '-0.5675',
    elsewhere: [as('2.4325', 'PerformanceAnalytics (`method = "moment"`)', 'the raw kurtosis, without the − 3')],
  },
  {
    ...bacon,
    statistic: 'sampleExcessKurtosis',
    here: '-0.4077',
    elsewhere: [as('-0.5675', 'PerformanceAnalytics (`method = "excess"`)', 'g₂, the population figure')],
  },
  {
    ...bacon,
    statistic: 'valueAtRisk',
    here: '-0.0592',
    elsewhere: [
      as('-0.0610', 'nearest-rank quantiles (R’s type 1)', 'a return of the sample, without interpolation'),
      as('0.0592', 'many tools and texts', 'the loss as a positive number'),
    ],
  },
  {
    ...bacon,
    statistic: 'expectedShortfall',
    here: '-0.0643',
    elsewhere: [
      as(
        '-0.0630',
        'empyrical and PerformanceAnalytics (`method = "historical"`)',
        'the mean of the returns at or below the quantile: of two months, though 5 % of 24 are 1.2',
      ),
    ],
  },
  {
    ...bacon,
    statistic: 'gaussianValueAtRisk',
    here: '-0.0547',
    elsewhere: [as('-0.0561', 'QuantStats', 'σ with divisor n − 1')],
  },
  {
    ...bacon,
    statistic: 'gaussianExpectedShortfall',
    here: '-0.0709',
    elsewhere: [
      as('-0.0726', 'the same formula with a sample deviation', 'σ with divisor n − 1'),
      as(
        '-0.0630',
        'QuantStats (`conditional_value_at_risk`)',
        'the mean of the returns below its Gaussian value at risk: of the sample, not of the normal distribution',
      ),
    ],
  },
  {
    ...bacon,
    statistic: 'cornishFisherValueAtRisk',
    elsewhere: [{ by: 'PerformanceAnalytics', how: 'prints a number outside the domain of the expansion too' }],
  },
  {
    sample: 'turned',
    statistic: 'maxDrawdown',
    here: '-0.0600',
    elsewhere: [as('0.0000', 'a cumulative product without the starting 1', 'the path begins after the first return')],
  },
  {
    ...bacon,
    statistic: 'drawdowns',
    elsewhere: [
      {
        by: 'PerformanceAnalytics (`table.Drawdowns`)',
        how: '"From" is the first row under water, one after the peak, and lengths count both ends',
      },
    ],
  },
  {
    ...bacon,
    statistic: 'averageDrawdown',
    here: '-0.0434',
    elsewhere: [as('0.0434', 'PerformanceAnalytics', 'the depth without its sign')],
  },
  {
    ...bacon,
    statistic: 'timeUnderWater',
    here: '0.5833',
    elsewhere: [as('11', 'some tools and fund reports', 'the longest fall, in months')],
  },
  {
    ...bacon,
    statistic: 'ulcerIndex',
    here: '0.0612',
    elsewhere: [
      as('0.0599', 'ffn', 'counts the starting point: divides by n + 1'),
      as('0.0607', 'PerformanceAnalytics, as it printed', 'takes fractions for percent, so that falls are nearly sums'),
    ],
  },
  {
    ...bacon,
    statistic: 'painIndex',
    here: '0.0400',
    elsewhere: [
      as('0.0390', 'PerformanceAnalytics, as it printed', 'takes fractions for percent, so that falls are nearly sums'),
    ],
  },
  {
    ...bacon,
    statistic: 'conditionalDrawdownAtRisk',
    here: '-0.1415',
    elsewhere: [
      as('-0.1351', 'the recipe of expected shortfall', 'the mean of the drawdowns at or below their 5 % quantile'),
      as('-0.1251', 'PerformanceAnalytics (`CDD`)', 'the 5 % quantile of the depths of falls'),
    ],
  },
];
