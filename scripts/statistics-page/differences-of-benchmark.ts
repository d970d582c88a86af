import { as, type Difference } from './difference.js';

const bacon = { sample: 'bacon' } as const;
const down = { given: 'down' } as const;
const flatIsDown = 'takes the month in which the benchmark earned 0 for a falling one';

/** Against a benchmark, and what can be said without a figure. */
export const differencesOfBenchmark: readonly Difference[] = [
  {
    ...bacon,
    statistic: 'trackingError',
    here: '0.0336',
    elsewhere: [as('0.0331', 'some texts', 'the root mean square of the active returns, around zero')],
  },
  {
    ...bacon,
    statistic: 'informationRatio',
    here: '-0.3716',
    elsewhere: [
      as('-0.4252', 'PerformanceAnalytics, Bacon (2008)', 'the difference of the CAGRs: `geometricInformationRatio`'),
      as('-0.1073', 'empyrical (`excess_sharpe`)', 'per month, not annualised'),
    ],
  },
  {
    ...bacon,
    statistic: 'geometricInformationRatio',
    elsewhere: [
      { by: 'PerformanceAnalytics, Bacon (2008)', how: 'the same number, under the name of information ratio' },
    ],
  },
  {
    ...bacon,
    statistic: 'spread',
    given: '`annualisedDifference`',
    here: '-0.0143',
    elsewhere: [
      as('-0.0318', 'also called outperformance', 'the difference of totals (`differenceOfTotals`)'),
      as('-0.0254', 'also called outperformance', 'the ratio of wealths less 1 (`relativeGain`)'),
    ],
  },
  {
    ...bacon,
    statistic: 'relativeWealth',
    given: 'at the end',
    here: '0.9746',
    elsewhere: [as('0.9750', 'charts of cumulated active returns', '1 and the sum of the active returns')],
  },
  {
    ...bacon,
    statistic: 'downBeta',
    here: '0.9813',
    elsewhere: [
      as('0.9365', 'a market of b ≤ 0', flatIsDown),
      as('0.9511', 'Ang, Chen and Xing (2006)', 'the months below the benchmark’s mean'),
      as('0.9830', 'Bawa and Lindenberg (1977)', 'lower partial moments about cash'),
    ],
  },
  {
    ...bacon,
    statistic: 'alpha',
    here: '-0.0124',
    elsewhere: [
      as('-0.0123', 'empyrical', 'the monthly intercept compounded: (1 + a)^P − 1'),
      as('-0.0142', 'PerformanceAnalytics (`CAPM.jensenAlpha`), Bacon (2008)', 'CAGRs in the place of means'),
    ],
  },
  {
    ...bacon,
    statistic: 'rSquared',
    here: '0.9397',
    elsewhere: [as('0.9370', 'adjusted R² of regression tables', '1 − (1 − R²)(n − 1)/(n − 2)')],
  },
  {
    ...bacon,
    statistic: 'systematicRisk',
    here: '0.1328',
    elsewhere: [
      as('0.1300', 'a population deviation', 'divisor n; and with a beta below 0 others print a negative risk'),
    ],
  },
  {
    ...bacon,
    statistic: 'specificRisk',
    here: '0.0344',
    elsewhere: [
      as('0.0329', 'PerformanceAnalytics', 'divisor n'),
      as('0.0336', 'the standard deviation of the residuals', 'divisor n − 1'),
    ],
  },
  {
    ...bacon,
    statistic: 'treynorRatio',
    here: '0.1081',
    elsewhere: [
      as('0.1038', 'PerformanceAnalytics', 'the CAGR of the excess returns'),
      as('0.7807', 'PerformanceAnalytics (`modified = TRUE`)', 'over systematic risk in the place of beta'),
    ],
  },
  {
    ...bacon,
    statistic: 'appraisalRatio',
    here: '-0.3594',
    elsewhere: [as('-0.4303', 'PerformanceAnalytics', 'an alpha of CAGRs over a specific risk with divisor n')],
  },
  {
    ...bacon,
    statistic: 'mSquared',
    here: '0.1048',
    elsewhere: [as('0.1006', 'PerformanceAnalytics, Bacon (2008)', 'CAGRs in the place of means')],
  },
  {
    ...bacon,
    statistic: 'mSquaredExcess',
    here: '-0.0157',
    elsewhere: [
      as('-0.0155', 'PerformanceAnalytics (`Method = "geometric"`)', '(1 + M²)/(1 + b) − 1 with CAGRs'),
      as('-0.0174', 'PerformanceAnalytics (`Method = "arithmetic"`)', 'M² − b with CAGRs'),
    ],
  },
  {
    ...bacon,
    statistic: 'upCapture',
    here: '0.9557',
    elsewhere: [as('0.9479', 'empyrical', 'annualises both before it divides')],
  },
  {
    ...bacon,
    statistic: 'downCapture',
    here: '0.9838',
    elsewhere: [
      as('0.9865', 'empyrical', 'annualises eight months as well, and even two days'),
      as('1.0185', 'a market of b ≤ 0', flatIsDown),
    ],
  },
  {
    ...bacon,
    ...down,
    statistic: 'captureOfMeans',
    here: '0.9840',
    elsewhere: [as('1.0200', 'PerformanceAnalytics up to 2.0', flatIsDown)],
  },
  {
    ...bacon,
    ...down,
    statistic: 'captureOfCumulative',
    here: '0.9855',
    elsewhere: [as('1.0165', 'PerformanceAnalytics after 2.0', flatIsDown)],
  },
  {
    ...bacon,
    statistic: 'upHitRate',
    here: '0.7333',
    elsewhere: [
      as(
        '0.9333',
        'PerformanceAnalytics (`UpDownRatios`, "Number")',
        'how often the portfolio rose; its "Percent" is ours',
      ),
    ],
  },
  {
    ...bacon,
    statistic: 'downHitRate',
    here: '0.7500',
    elsewhere: [
      as(
        '1.0000',
        'PerformanceAnalytics (`UpDownRatios`, "Number")',
        'how often the portfolio fell; its "Percent" is ours',
      ),
    ],
  },
  {
    ...bacon,
    statistic: 'turnoverSummary',
    elsewhere: [
      {
        by: 'many backtests',
        how: 'sum purchases and sales, which is twice as much, or compare targets, which leaves the drift out',
      },
    ],
  },
  {
    ...bacon,
    statistic: 'xirr',
    elsewhere: [
      { by: 'Excel', how: 'gives the one root that a search from a guess ends in, where there may be several' },
    ],
  },
];
