import { as, type Difference } from './difference.js';

const bacon = { sample: 'bacon' } as const;
const quarters = { sample: 'quarters' } as const;
const overCash = { given: 'with cash' } as const;
const atHalf = { given: 'MAR 0.5 % a month' } as const;

/** Ratios. */
export const differencesOfRatios: readonly Difference[] = [
  {
    ...bacon,
    statistic: 'sharpeRatio',
    here: '0.7883',
    elsewhere: [
      as('0.7568', 'PerformanceAnalytics (`SharpeRatio.annualized`, `geometric = TRUE`)', 'CAGR / volatility'),
      as('0.8053', 'NumPy’s `std` as it comes', 'divisor n'),
      as('3.6125', 'empyrical and QuantStats, unless told the period', '√252, also of months'),
    ],
  },
  {
    ...quarters,
    ...overCash,
    statistic: 'sharpeRatio',
    here: '0.3189',
    elsewhere: [as('0.3027', 'PerformanceAnalytics', 'divides by the deviation of the plain returns')],
  },
  {
    ...quarters,
    statistic: 'sharpeStandardError',
    here: '1.1285',
    elsewhere: [
      as('1.1364', 'PerformanceAnalytics as it comes', 'leaves the kurtosis out, as if it were 3'),
      as('1.1695', 'Lo (2002)', 'normal returns: neither skewness nor kurtosis'),
    ],
  },
  {
    ...quarters,
    ...overCash,
    statistic: 'geometricSharpeRatio',
    here: '0.2757',
    elsewhere: [
      as(
        '0.2621',
        'PerformanceAnalytics',
        'compounds the differences from cash and divides by the deviation of the plain returns',
      ),
    ],
  },
  {
    ...bacon,
    statistic: 'sortinoRatio',
    here: '1.3592',
    elsewhere: [
      as('0.3924', 'PerformanceAnalytics', 'per month, not annualised'),
      as('0.8774', 'the subset divisor', 'a downside deviation over the losing months only'),
      as('1.3288', 'often met in articles', 'the standard deviation of the losses, about their own mean'),
    ],
  },
  {
    ...bacon,
    statistic: 'calmarRatio',
    here: 'NaN',
    elsewhere: [as('0.7166', 'PerformanceAnalytics and empyrical', 'over the whole life, however short: `marRatio`')],
  },
  {
    ...bacon,
    statistic: 'marRatio',
    elsewhere: [{ by: 'PerformanceAnalytics and empyrical', how: 'the same number, under the name of Calmar ratio' }],
  },
  {
    ...bacon,
    statistic: 'gainLossRatio',
    here: '1.7798',
    elsewhere: [as('1.2713', 'the payoff ratio', 'the average gain over the average loss')],
  },
  {
    ...bacon,
    ...atHalf,
    statistic: 'upsidePotentialRatio',
    here: '0.6934',
    elsewhere: [as('0.8667', 'PerformanceAnalytics', 'divides each side by the number of returns on it')],
  },
  {
    ...bacon,
    ...atHalf,
    statistic: 'volatilitySkewness',
    here: '1.3230',
    elsewhere: [as('1.1502', 'variability skewness', 'the root: a ratio of deviations, not of variances')],
  },
  {
    ...bacon,
    statistic: 'tailRatio',
    elsewhere: [{ by: 'empyrical', how: 'takes the amount of both quantiles, so two gains have a ratio as well' }],
  },
  {
    ...bacon,
    statistic: 'martinRatio',
    here: '1.6945',
    elsewhere: [as('1.7077', 'PerformanceAnalytics, as it printed', 'over its `ulcerIndex`')],
  },
  {
    ...bacon,
    statistic: 'painRatio',
    here: '2.5926',
    elsewhere: [as('2.6576', 'PerformanceAnalytics, as it printed', 'over its `painIndex`')],
  },
  {
    ...quarters,
    ...overCash,
    statistic: 'kellyFraction',
    here: '2.5424',
    elsewhere: [as('1.1450', 'PerformanceAnalytics', 'half of it, with the variance of the plain returns')],
  },
  {
    ...quarters,
    statistic: 'stability',
    here: '0.0408',
    elsewhere: [as('0.3120', 'empyrical', 'leaves the starting point out')],
  },
];
