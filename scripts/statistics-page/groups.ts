/** A chapter of docs/statistics.md: its heading, what a reader must know first, and its functions in the order of the page. */
export interface Group {
  readonly title: string;
  readonly opening: string;
  readonly statistics: readonly string[];
}

/** The chapters. A test demands that every function that `src/stats` gives to the front door stands in exactly one. */
export const groups: readonly Group[] = [
  {
    title: 'Return',
    opening: 'Simple returns as fractions; wealth begins with 1 before the first of them.',
    statistics: [
      ...['totalReturn', 'cagr', 'cagrByPeriods', 'arithmeticMean', 'geometricMean', 'wealth', 'yearsOf'],
      ...['annualReturns', 'calendarReturns', 'bestYear', 'worstYear', 'bestPeriod', 'worstPeriod', 'periodToDate'],
      ...['trailingReturn', 'newHighs', 'excessReturns', 'realReturns', 'longShortSpread', 'fundedLongShort'],
    ],
  },
  {
    title: 'Risk',
    opening: 'Losses are negative, value at risk and expected shortfall too. Per period unless the text says per year.',
    statistics: [
      ...['volatility', 'autocorrelation', 'autocorrelationAdjustedVolatility', 'downsideDeviation', 'semiDeviation'],
      ...['meanAbsoluteDeviation', 'upsideRisk', 'upsidePotential', 'downsidePotential', 'downsideFrequency'],
      ...['skewness', 'sampleSkewness', 'excessKurtosis', 'sampleExcessKurtosis', 'valueAtRisk', 'expectedShortfall'],
      ...['gaussianValueAtRisk', 'gaussianExpectedShortfall', 'cornishFisherValueAtRisk', 'cornishFisherDomain'],
    ],
  },
  {
    title: 'Drawdown',
    opening:
      'The path includes the starting 1, so a loss in the first period counts. Depths are negative; the two indices are magnitudes.',
    statistics: [
      ...['maxDrawdown', 'drawdowns', 'drawdownSeries', 'averageDrawdown', 'timeUnderWater', 'ulcerIndex'],
      ...['painIndex', 'conditionalDrawdownAtRisk'],
    ],
  },
  {
    title: 'Ratios',
    opening: 'Pure numbers. `riskFree` is a return series; absent, cash earns 0. The target MAR is per period.',
    statistics: [
      ...['sharpeRatio', 'sharpeStandardError', 'geometricSharpeRatio', 'sortinoRatio', 'calmarRatio', 'marRatio'],
      ...['omegaRatio', 'omegaSharpeRatio', 'gainLossRatio', 'upsidePotentialRatio', 'volatilitySkewness', 'tailRatio'],
      ...['martinRatio', 'painRatio', 'kellyFraction', 'stability'],
    ],
  },
  {
    title: 'Against a benchmark',
    opening: 'On the rows that both have. A benchmark return of 0 is in neither market, up or down.',
    statistics: [
      ...[
        'activeReturns',
        'trackingError',
        'informationRatio',
        'geometricInformationRatio',
        'spread',
        'relativeWealth',
      ],
      ...['beta', 'upBeta', 'downBeta', 'alpha', 'correlation', 'rSquared', 'systematicRisk', 'specificRisk'],
      ...['treynorRatio', 'appraisalRatio', 'mSquared', 'mSquaredExcess', 'upCapture', 'downCapture', 'captureOfMeans'],
      ...['captureOfCumulative', 'hitRate', 'hitCounts', 'upHitRate', 'upHitCounts', 'downHitRate', 'downHitCounts'],
    ],
  },
  {
    title: 'Over time',
    opening: 'Any statistic of a series in windows and regimes, with the number of independent cases beside it.',
    statistics: ['rolling', 'expanding', 'rollingWindows', 'conditionalStatistics', 'bearMarkets', 'decades'],
  },
  {
    title: 'Investor',
    opening: 'Money that comes and goes. The money-weighted return of a backtest is `moneyWeightedReturn`.',
    statistics: ['xirr', 'modifiedDietz', 'dollarCostAveraging'],
  },
  {
    title: 'Cost and turnover',
    opening: 'Of ledgers and weights, as a backtest writes them or as they come from elsewhere.',
    statistics: ['costSummary', 'turnoverSummary', 'carinoLink', 'herfindahl', 'effectiveNumber'],
  },
  {
    title: 'Summary and data',
    opening: 'The figures together, and what to look at in the data before believing one of them.',
    statistics: ['summarize', 'quantile', 'splice', 'spliceReport', 'staleRuns'],
  },
];
