import { type Cell, countCell, numberCell, percentCell, textCell } from '../table/index.js';
import { pointsCell } from './points-cell.js';
import type { Summary } from './summarize.js';

/** The groups of figures that a {@link Summary} has. */
export type SummaryGroup = 'returns' | 'risk' | 'drawdown' | 'ratios' | 'benchmark';

/** One figure of a summary as it is printed. */
export interface SummaryLine {
  /** The name of its column in a file. */
  readonly key: string;
  readonly label: string;
  readonly cell: (summary: Summary) => Cell;
}

/** The lines of one group, with what must be said of them. */
export interface SummaryGroupLines {
  readonly title: string;
  readonly note: string | null;
  readonly lines: readonly SummaryLine[];
}

/** The names of the plain numbers in a group of figures. */
type Figure<Group extends object> = {
  [Key in keyof Group]: Group[Key] extends number ? Key : never;
}[keyof Group] &
  string;

type Kind = (value: number) => Cell;

/** Makes the lines of one group; without the group (no benchmark) a line shows nothing. */
const linesOf =
  <Group extends object>(groupOf: (summary: Summary) => Group | null) =>
  (label: string, figure: Figure<Group>, kind: Kind = percentCell, key: string = figure): SummaryLine => ({
    key,
    label,
    cell: (summary) => {
      const group = groupOf(summary);
      return group === null ? textCell(null) : kind(group[figure] as number);
    },
  });

const earned = linesOf(({ returns }) => returns);
const risk = linesOf((summary) => summary.risk);
const fall = linesOf(({ drawdown }) => drawdown);
const ratio = linesOf(({ ratios }) => ratios);
const beside = linesOf(({ benchmark }) => benchmark);

/** A return that has a date or a year: what it was and when. */
const dated = (
  label: string,
  key: string,
  of: (summary: Summary) => { readonly value: number; readonly when: Cell } | null,
): SummaryLine[] => [
  { key: `${key}Return`, label, cell: (summary) => percentOf(of(summary)?.value) },
  { key, label: `${label} in`, cell: (summary) => of(summary)?.when ?? textCell(null) },
];

const percentOf = (value: number | undefined): Cell => (value === undefined ? textCell(null) : percentCell(value));

const period = (side: 'bestPeriod' | 'worstPeriod') => (summary: Summary) => {
  const found = summary.returns[side];
  return found === null ? null : { value: found.value, when: textCell(found.date) };
};

const year = (side: 'bestYear' | 'worstYear') => (summary: Summary) => {
  const found = summary.returns[side];
  return found === null ? null : { value: found.return, when: countCell(found.year) };
};

/** Dates of the deepest fall. */
const when = (label: string, key: string, of: (summary: Summary) => string | null | undefined): SummaryLine => ({
  key,
  label,
  cell: (summary) => textCell(of(summary)),
});

/**
 * Every figure of a summary in the order and the words in which tables print it. What tells two figures of one name apart stands in the
 * label: "a year" where it is annualised, "a period" where it is not.
 */
export const summaryGroups: Readonly<Record<SummaryGroup, SummaryGroupLines>> = {
  returns: {
    title: 'Returns',
    note: null,
    lines: [
      earned('Total return', 'totalReturn'),
      earned('CAGR', 'cagr'),
      earned('CAGR by periods', 'cagrByPeriods'),
      earned('Arithmetic mean a year', 'arithmeticMean'),
      earned('Geometric mean a period', 'geometricMean'),
      earned('Month to date', 'monthToDate'),
      earned('Quarter to date', 'quarterToDate'),
      earned('Year to date', 'yearToDate'),
      earned('Last 12 months', 'oneYear'),
      earned('Last 3 years, a year', 'threeYears'),
      earned('Last 5 years, a year', 'fiveYears'),
      earned('Last 10 years, a year', 'tenYears'),
      ...dated('Worst period', 'worstPeriod', period('worstPeriod')),
      ...dated('Best period', 'bestPeriod', period('bestPeriod')),
      ...dated('Worst year', 'worstYear', year('worstYear')),
      ...dated('Best year', 'bestYear', year('bestYear')),
      earned('Periods at a new high', 'newHighShare'),
    ],
  },
  risk: {
    title: 'Risk',
    note: 'Of the risk, volatility is per year and the rest per period; value at risk and shortfall at 95 %, targets 0.',
    lines: [
      risk('Volatility', 'volatility'),
      risk('Volatility a year, autocorrelation-adjusted', 'autocorrelationAdjustedVolatility'),
      risk('Autocorrelation', 'autocorrelation', numberCell),
      risk('Downside deviation', 'downsideDeviation'),
      risk('Semi-deviation', 'semiDeviation'),
      risk('Mean absolute deviation', 'meanAbsoluteDeviation'),
      risk('Upside risk', 'upsideRisk'),
      risk('Downside potential', 'downsidePotential'),
      risk('Upside potential', 'upsidePotential'),
      risk('Downside frequency', 'downsideFrequency'),
      risk('Skewness', 'skewness', numberCell),
      risk('Sample skewness', 'sampleSkewness', numberCell),
      risk('Excess kurtosis', 'excessKurtosis', numberCell),
      risk('Sample excess kurtosis', 'sampleExcessKurtosis', numberCell),
      risk('Value at risk', 'valueAtRisk'),
      risk('Expected shortfall', 'expectedShortfall'),
      risk('Gaussian value at risk', 'gaussianValueAtRisk'),
      risk('Gaussian expected shortfall', 'gaussianExpectedShortfall'),
      risk('Cornish–Fisher value at risk', 'cornishFisherValueAtRisk'),
    ],
  },
  drawdown: {
    title: 'Drawdown',
    note: null,
    lines: [
      fall('Max drawdown', 'maxDrawdown'),
      when('Drawdown peak', 'drawdownPeak', ({ deepestDrawdown }) => deepestDrawdown?.peak),
      when('Drawdown trough', 'drawdownTrough', ({ deepestDrawdown }) => deepestDrawdown?.trough),
      when('Drawdown recovery', 'drawdownRecovery', ({ deepestDrawdown }) =>
        deepestDrawdown === null ? null : (deepestDrawdown.recovery ?? 'not yet'),
      ),
      fall('Drawdown at the end', 'currentDrawdown'),
      fall('Average drawdown', 'averageDrawdown'),
      fall('Drawdowns', 'count', countCell, 'drawdowns'),
      fall('Longest drawdown in days', 'longestDays', countCell, 'longestDrawdownDays'),
      fall('Time under water', 'timeUnderWater'),
      fall('Ulcer index', 'ulcerIndex'),
      fall('Pain index', 'painIndex'),
      fall('Conditional drawdown at risk, 95 %', 'conditionalDrawdownAtRisk'),
    ],
  },
  ratios: {
    title: 'Ratios',
    note: null,
    lines: [
      ratio('Sharpe ratio', 'sharpeRatio', numberCell),
      ratio('Standard error of the Sharpe ratio', 'sharpeStandardError', numberCell),
      ratio('Geometric Sharpe ratio', 'geometricSharpeRatio', numberCell),
      ratio('Sortino ratio', 'sortinoRatio', numberCell),
      ratio('Calmar ratio (36 months)', 'calmarRatio', numberCell),
      ratio('MAR ratio', 'marRatio', numberCell),
      ratio('Martin ratio', 'martinRatio', numberCell),
      ratio('Pain ratio', 'painRatio', numberCell),
      ratio('Omega ratio', 'omegaRatio', numberCell),
      ratio('Omega–Sharpe ratio', 'omegaSharpeRatio', numberCell),
      ratio('Upside potential ratio', 'upsidePotentialRatio', numberCell),
      ratio('Volatility skewness', 'volatilitySkewness', numberCell),
      ratio('Gain–loss ratio', 'gainLossRatio', numberCell),
      ratio('Tail ratio', 'tailRatio', numberCell),
      ratio('Kelly fraction', 'kellyFraction', numberCell),
      ratio('Stability', 'stability', numberCell),
    ],
  },
  benchmark: {
    title: 'Against the benchmark',
    note: null,
    lines: [
      beside('Common periods', 'periods', countCell, 'commonPeriods'),
      beside('Tracking error', 'trackingError'),
      beside('Information ratio', 'informationRatio', numberCell),
      beside('Geometric information ratio', 'geometricInformationRatio', numberCell),
      beside('Difference of totals', 'differenceOfTotals', pointsCell),
      beside('Relative gain', 'relativeGain'),
      beside('Difference of CAGRs', 'annualisedDifference', pointsCell),
      beside('Periods of beta and alpha', 'excessPeriods', countCell),
      beside('Beta', 'beta', numberCell),
      beside('Beta, benchmark up', 'upBeta', numberCell),
      beside('Beta, benchmark down', 'downBeta', numberCell),
      beside('Alpha a year', 'alpha'),
      beside('Correlation', 'correlation', numberCell),
      beside('R²', 'rSquared', numberCell),
      beside('Systematic risk a year', 'systematicRisk'),
      beside('Specific risk a year', 'specificRisk'),
      beside('Treynor ratio, a year', 'treynorRatio'),
      beside('Appraisal ratio', 'appraisalRatio', numberCell),
      beside('M² a year', 'mSquared'),
      beside('M² over the benchmark, a year', 'mSquaredExcess'),
      beside('Up capture', 'upCapture', numberCell),
      beside('Down capture', 'downCapture', numberCell),
      beside('Up capture of means', 'upCaptureOfMeans', numberCell),
      beside('Down capture of means', 'downCaptureOfMeans', numberCell),
      beside('Up capture of totals', 'upCaptureOfCumulative', numberCell),
      beside('Down capture of totals', 'downCaptureOfCumulative', numberCell),
      beside('Hit rate', 'hitRate'),
      beside('Wins', 'wins', countCell),
      beside('Ties', 'ties', countCell),
      beside('Losses', 'losses', countCell),
      beside('Hit rate, benchmark up', 'upHitRate'),
      beside('Hit rate, benchmark down', 'downHitRate'),
    ],
  },
};
