import { describe, expect, it } from 'vitest';
import { summarize, type Summary, summaryGroups } from '../../src/stats/index.js';
import { series } from './support.js';

/** Column in a file, words in a table, and how the figure is written. */
type Line = readonly [key: string, label: string, kind: 'percent' | 'number' | 'count' | 'text' | 'points'];

const words: Readonly<
  Record<keyof typeof summaryGroups, { title: string; note: string | null; lines: readonly Line[] }>
> = {
  returns: {
    title: 'Returns',
    note: null,
    lines: [
      ['totalReturn', 'Total return', 'percent'],
      ['cagr', 'CAGR', 'percent'],
      ['cagrByPeriods', 'CAGR by periods', 'percent'],
      ['arithmeticMean', 'Arithmetic mean a year', 'percent'],
      ['geometricMean', 'Geometric mean a period', 'percent'],
      ['monthToDate', 'Month to date', 'percent'],
      ['quarterToDate', 'Quarter to date', 'percent'],
      ['yearToDate', 'Year to date', 'percent'],
      ['oneYear', 'Last 12 months', 'percent'],
      ['threeYears', 'Last 3 years, a year', 'percent'],
      ['fiveYears', 'Last 5 years, a year', 'percent'],
      ['tenYears', 'Last 10 years, a year', 'percent'],
      ['worstPeriodReturn', 'Worst period', 'percent'],
      ['worstPeriod', 'Worst period in', 'text'],
      ['bestPeriodReturn', 'Best period', 'percent'],
      ['bestPeriod', 'Best period in', 'text'],
      ['worstYearReturn', 'Worst year', 'percent'],
      ['worstYear', 'Worst year in', 'count'],
      ['bestYearReturn', 'Best year', 'percent'],
      ['bestYear', 'Best year in', 'count'],
      ['newHighShare', 'Periods at a new high', 'percent'],
    ],
  },
  risk: {
    title: 'Risk',
    note: 'Of the risk, volatility is per year and the rest per period; value at risk and shortfall at 95 %, targets 0.',
    lines: [
      ['volatility', 'Volatility', 'percent'],
      ['autocorrelationAdjustedVolatility', 'Volatility a year, autocorrelation-adjusted', 'percent'],
      ['autocorrelation', 'Autocorrelation', 'number'],
      ['downsideDeviation', 'Downside deviation', 'percent'],
      ['semiDeviation', 'Semi-deviation', 'percent'],
      ['meanAbsoluteDeviation', 'Mean absolute deviation', 'percent'],
      ['upsideRisk', 'Upside risk', 'percent'],
      ['downsidePotential', 'Downside potential', 'percent'],
      ['upsidePotential', 'Upside potential', 'percent'],
      ['downsideFrequency', 'Downside frequency', 'percent'],
      ['skewness', 'Skewness', 'number'],
      ['sampleSkewness', 'Sample skewness', 'number'],
      ['excessKurtosis', 'Excess kurtosis', 'number'],
      ['sampleExcessKurtosis', 'Sample excess kurtosis', 'number'],
      ['valueAtRisk', 'Value at risk', 'percent'],
      ['expectedShortfall', 'Expected shortfall', 'percent'],
      ['gaussianValueAtRisk', 'Gaussian value at risk', 'percent'],
      ['gaussianExpectedShortfall', 'Gaussian expected shortfall', 'percent'],
      ['cornishFisherValueAtRisk', 'Cornish–Fisher value at risk', 'percent'],
    ],
  },
  drawdown: {
    title: 'Drawdown',
    note: null,
    lines: [
      ['maxDrawdown', 'Max drawdown', 'percent'],
      ['drawdownPeak', 'Drawdown peak', 'text'],
      ['drawdownTrough', 'Drawdown trough', 'text'],
      ['drawdownRecovery', 'Drawdown recovery', 'text'],
      ['currentDrawdown', 'Drawdown at the end', 'percent'],
      ['averageDrawdown', 'Average drawdown', 'percent'],
      ['drawdowns', 'Drawdowns', 'count'],
      ['longestDrawdownDays', 'Longest drawdown in days', 'count'],
      ['timeUnderWater', 'Time under water', 'percent'],
      ['ulcerIndex', 'Ulcer index', 'percent'],
      ['painIndex', 'Pain index', 'percent'],
      ['conditionalDrawdownAtRisk', 'Conditional drawdown at risk, 95 %', 'percent'],
    ],
  },
  ratios: {
    title: 'Ratios',
    note: null,
    lines: [
      ['sharpeRatio', 'Sharpe ratio', 'number'],
      ['sharpeStandardError', 'Standard error of the Sharpe ratio', 'number'],
      ['geometricSharpeRatio', 'Geometric Sharpe ratio', 'number'],
      ['sortinoRatio', 'Sortino ratio', 'number'],
      ['calmarRatio', 'Calmar ratio (36 months)', 'number'],
      ['marRatio', 'MAR ratio', 'number'],
      ['martinRatio', 'Martin ratio', 'number'],
      ['painRatio', 'Pain ratio', 'number'],
      ['omegaRatio', 'Omega ratio', 'number'],
      ['omegaSharpeRatio', 'Omega–Sharpe ratio', 'number'],
      ['upsidePotentialRatio', 'Upside potential ratio', 'number'],
      ['volatilitySkewness', 'Volatility skewness', 'number'],
      ['gainLossRatio', 'Gain–loss ratio', 'number'],
      ['tailRatio', 'Tail ratio', 'number'],
      ['kellyFraction', 'Kelly fraction', 'number'],
      ['stability', 'Stability', 'number'],
    ],
  },
  benchmark: {
    title: 'Against the benchmark',
    note: null,
    lines: [
      ['commonPeriods', 'Common periods', 'count'],
      ['trackingError', 'Tracking error', 'percent'],
      ['informationRatio', 'Information ratio', 'number'],
      ['geometricInformationRatio', 'Geometric information ratio', 'number'],
      ['differenceOfTotals', 'Difference of totals', 'points'],
      ['relativeGain', 'Relative gain', 'percent'],
      ['annualisedDifference', 'Difference of CAGRs', 'points'],
      ['excessPeriods', 'Periods of beta and alpha', 'count'],
      ['beta', 'Beta', 'number'],
      ['upBeta', 'Beta, benchmark up', 'number'],
      ['downBeta', 'Beta, benchmark down', 'number'],
      ['alpha', 'Alpha a year', 'percent'],
      ['correlation', 'Correlation', 'number'],
      ['rSquared', 'R²', 'number'],
      ['systematicRisk', 'Systematic risk a year', 'percent'],
      ['specificRisk', 'Specific risk a year', 'percent'],
      ['treynorRatio', 'Treynor ratio, a year', 'percent'],
      ['appraisalRatio', 'Appraisal ratio', 'number'],
      ['mSquared', 'M² a year', 'percent'],
      ['mSquaredExcess', 'M² over the benchmark, a year', 'percent'],
      ['upCapture', 'Up capture', 'number'],
      ['downCapture', 'Down capture', 'number'],
      ['upCaptureOfMeans', 'Up capture of means', 'number'],
      ['downCaptureOfMeans', 'Down capture of means', 'number'],
      ['upCaptureOfCumulative', 'Up capture of totals', 'number'],
      ['downCaptureOfCumulative', 'Down capture of totals', 'number'],
      ['hitRate', 'Hit rate', 'percent'],
      ['wins', 'Wins', 'count'],
      ['ties', 'Ties', 'count'],
      ['losses', 'Losses', 'count'],
      ['upHitRate', 'Hit rate, benchmark up', 'percent'],
      ['downHitRate', 'Hit rate, benchmark down', 'percent'],
    ],
  },
};

/** Eleven years of months, never the same twice, with a deep fall in the fourth year. */
const returns = Array.from(
  { length: 132 },
  (_, k) => 0.04 * Math.sin(1.7 * k) + 0.002 * ((k * 7) % 5) + (k > 36 && k < 44 ? -0.05 : 0.004),
);
const market = returns.map((value, k) => 0.8 * value + 0.01 * Math.cos(2.3 * k));
const whole = summarize(series('monthly', returns), {
  benchmark: series('monthly', market),
  riskFree: series(
    'monthly',
    returns.map((_, k) => 0.001 + 0.0001 * (k % 3)),
  ),
});
const alone = summarize(series('monthly', returns));

/** Where a figure lies in a summary: under its key, but for these. */
const at: Readonly<Record<string, (summary: Summary) => unknown>> = {
  worstPeriodReturn: ({ returns: { worstPeriod } }) => worstPeriod?.value,
  worstPeriod: ({ returns: { worstPeriod } }) => worstPeriod?.date,
  bestPeriodReturn: ({ returns: { bestPeriod } }) => bestPeriod?.value,
  bestPeriod: ({ returns: { bestPeriod } }) => bestPeriod?.date,
  worstYearReturn: ({ returns: { worstYear } }) => worstYear?.return,
  worstYear: ({ returns: { worstYear } }) => worstYear?.year,
  bestYearReturn: ({ returns: { bestYear } }) => bestYear?.return,
  bestYear: ({ returns: { bestYear } }) => bestYear?.year,
  drawdownPeak: ({ deepestDrawdown }) => deepestDrawdown?.peak,
  drawdownTrough: ({ deepestDrawdown }) => deepestDrawdown?.trough,
  drawdownRecovery: ({ deepestDrawdown }) => deepestDrawdown?.recovery,
  drawdowns: ({ drawdown }) => drawdown.count,
  longestDrawdownDays: ({ drawdown }) => drawdown.longestDays,
  commonPeriods: ({ benchmark }) => benchmark?.periods,
};

const written = (value: unknown, kind: Line[2]): string => {
  if (kind === 'text' || kind === 'count') return String(value);
  const figure = value as number;
  if (kind === 'number') return figure.toFixed(2);
  return `${(100 * figure).toFixed(2)} ${kind === 'points' ? 'pts' : '%'}`;
};

describe('every figure of a summary is printed under its own words', () => {
  describe.each(Object.entries(words))('%s', (name, { title, note, lines }) => {
    const group = name as keyof typeof summaryGroups;

    it('has its title, its note and its lines in this order', () => {
      const found = summaryGroups[group];
      expect([found.title, found.note]).toEqual([title, note]);
      expect(found.lines.map(({ key, label }) => [key, label])).toEqual(lines.map(([key, label]) => [key, label]));
    });

    it.each(lines)('%s: %s', (key, label, kind) => {
      const line = summaryGroups[group].lines.find((one) => one.label === label)!;
      const value = at[key]?.(whole) ?? (whole[group] as unknown as Readonly<Record<string, unknown>>)[key];
      expect(value).toBeDefined();
      expect(line.cell(whole).text).toBe(written(value, kind));
    });
  });

  it('without a benchmark has nothing beside it', () => {
    for (const { cell } of summaryGroups.benchmark.lines) expect(cell(alone)).toEqual({ value: null, text: '–' });
    expect(String(alone)).not.toContain('AGAINST');
  });

  it('without a return has no period, no year and no fall', () => {
    const empty = summarize(series('monthly', [NaN, NaN]));
    for (const key of ['worstPeriod', 'bestPeriod', 'worstYear', 'bestYear', 'worstPeriodReturn', 'bestYearReturn'])
      expect(summaryGroups.returns.lines.find((line) => line.key === key)!.cell(empty)).toEqual({
        value: null,
        text: '–',
      });
    for (const key of ['drawdownPeak', 'drawdownTrough', 'drawdownRecovery'])
      expect(summaryGroups.drawdown.lines.find((line) => line.key === key)!.cell(empty)).toEqual({
        value: null,
        text: '–',
      });
  });

  it('says "not yet" of a fall that goes on', () => {
    const open = summarize(series('monthly', [0.1, -0.2]));
    expect(summaryGroups.drawdown.lines.find(({ key }) => key === 'drawdownRecovery')!.cell(open).text).toBe('not yet');
  });
});
