import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReturnSeries, slice } from '../../src/panel/index.js';
import * as stats from '../../src/stats/index.js';
import { summarize, type Summary, summaryGroups } from '../../src/stats/index.js';
import type { Frequency } from '../../src/time/index.js';
import { dated, datesOf, series } from './support.js';

/** Figures that are one value of what a function gives, or take an option. */
const derived = {
  returns: {
    monthToDate: (one: ReturnSeries) => stats.periodToDate(one).monthToDate.return,
    quarterToDate: (one: ReturnSeries) => stats.periodToDate(one).quarterToDate.return,
    yearToDate: (one: ReturnSeries) => stats.periodToDate(one).yearToDate.return,
    oneYear: (one: ReturnSeries) => stats.periodToDate(one).oneYear.return,
    threeYears: (one: ReturnSeries) => stats.periodToDate(one).threeYears.return,
    fiveYears: (one: ReturnSeries) => stats.periodToDate(one).fiveYears.return,
    tenYears: (one: ReturnSeries) => stats.periodToDate(one).tenYears.return,
    newHighShare: (one: ReturnSeries) => stats.newHighs(one).share,
  },
  risk: {
    autocorrelationAdjustedVolatility: (one: ReturnSeries) =>
      stats.autocorrelationAdjustedVolatility(one, { lags: Math.min(11, one.calendar.periodsPerYear - 1) }),
  },
  drawdown: {
    currentDrawdown: (one: ReturnSeries) => stats.drawdownSeries(one).slice().at(-1),
    count: (one: ReturnSeries) => stats.drawdowns(one).length,
    longestDays: (one: ReturnSeries) => Math.max(0, ...stats.drawdowns(one).map(({ days }) => days.total)),
  },
  ratios: {},
} as const;

const overCash = ['sharpeRatio', 'sharpeStandardError', 'geometricSharpeRatio', 'martinRatio', 'painRatio'];
const alsoOverCash = ['gainLossRatio', 'kellyFraction'];
const pairOverCash = [
  ...['beta', 'upBeta', 'downBeta', 'alpha', 'rSquared', 'systematicRisk', 'specificRisk', 'treynorRatio'],
  ...['appraisalRatio', 'mSquared', 'mSquaredExcess'],
];

type Anything = (...given: readonly unknown[]) => unknown;
const named = (name: string): Anything => (stats as unknown as Record<string, Anything>)[name]!;

/** What the functions themselves say, figure by figure. */
function expected(found: Summary, one: ReturnSeries, benchmark: ReturnSeries, riskFree: ReturnSeries) {
  const groups = (['returns', 'risk', 'drawdown', 'ratios'] as const).map((group) => {
    const special = derived[group] as Readonly<Record<string, (one: ReturnSeries) => unknown>>;
    const figures = Object.keys(found[group]).map((name) => {
      const cash = [...overCash, ...alsoOverCash].includes(name) ? [{ riskFree }] : [];
      return [name, special[name]?.(one) ?? named(name)(one, ...cash)] as const;
    });
    return [group, Object.fromEntries(figures)] as const;
  });
  const { differenceOfTotals, relativeGain, annualisedDifference } = stats.spread(one, benchmark);
  const given = {
    name: benchmark.name,
    ...stats.hitCounts(one, benchmark),
    ...{ differenceOfTotals, relativeGain, annualisedDifference },
    excessPeriods: stats.hitCounts(stats.excessReturns(one, riskFree), stats.excessReturns(benchmark, riskFree))
      .periods,
    upCaptureOfMeans: stats.captureOfMeans(one, benchmark, { market: 'up' }),
    downCaptureOfMeans: stats.captureOfMeans(one, benchmark, { market: 'down' }),
    upCaptureOfCumulative: stats.captureOfCumulative(one, benchmark, { market: 'up' }),
    downCaptureOfCumulative: stats.captureOfCumulative(one, benchmark, { market: 'down' }),
  };
  const beside = Object.keys(found.benchmark!).map((name) => [
    name,
    name in given
      ? given[name as keyof typeof given]
      : named(name)(one, benchmark, ...(pairOverCash.includes(name) ? [{ riskFree }] : [])),
  ]);
  return { ...Object.fromEntries(groups), benchmark: Object.fromEntries(beside) as unknown } as Record<string, unknown>;
}

const aReturn = fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000);
const columns = fc.array(
  fc.tuple(
    aReturn,
    aReturn,
    aReturn.map((value) => value / 50),
  ),
  { minLength: 1, maxLength: 60 },
);
const frequency = fc.constantFrom<Frequency>('daily', 'weekly', 'monthly', 'quarterly', 'annual');
const groupNames = ['returns', 'risk', 'drawdown', 'ratios', 'benchmark'] as const;

function figuresOf(often: Frequency, rows: readonly (readonly number[])[], gap = 0): [Summary, ReturnSeries[]] {
  const dates = datesOf(often, rows.length + gap);
  const missing = new Array<number>(gap).fill(NaN);
  const [one, benchmark, riskFree] = ['Fund', 'Index', 'Bills'].map((name, column) =>
    dated(often, dates, [...missing, ...rows.map((row) => row[column]!)], name),
  ) as [ReturnSeries, ReturnSeries, ReturnSeries];
  return [summarize(one, { benchmark, riskFree }), [one, benchmark, riskFree]];
}

describe('the groups of a summary', () => {
  it('have in every field what the function of that name gives, to the last bit', () => {
    fc.assert(
      fc.property(frequency, columns, (often, rows) => {
        const [found, [one, benchmark, riskFree]] = figuresOf(often, rows);
        const own = expected(found, one!, benchmark!, riskFree!);
        for (const group of groupNames) expect(found[group], group).toStrictEqual(own[group]);
      }),
      { numRuns: 60 },
    );
  });

  it('are changed by no missing rows before the first return', () => {
    fc.assert(
      fc.property(frequency, columns, fc.integer({ min: 1, max: 15 }), (often, rows, gap) => {
        const [padded, [one, benchmark, riskFree]] = figuresOf(often, rows, gap);
        const window = { from: one!.calendar.date(gap) };
        const bare = summarize(slice(one!, window), {
          benchmark: slice(benchmark!, window),
          riskFree: slice(riskFree!, window),
        });
        for (const group of groupNames) expect(padded[group], group).toStrictEqual(bare[group]);
      }),
      { numRuns: 60 },
    );
  });

  it('hold more than 60 figures of a series and 30 beside its benchmark, and the usual ones once more at the top', () => {
    const [found] = figuresOf('monthly', [
      [0.1, 0.05, 0.001],
      [-0.05, 0.02, 0.001],
    ]);
    const own = (['returns', 'risk', 'drawdown', 'ratios'] as const).flatMap((group) => Object.keys(found[group]));
    expect(own).toHaveLength(61);
    expect(new Set(own).size).toBe(61);
    const { name, ...beside } = found.benchmark!;
    expect(name).toBe('Index');
    expect(Object.keys(beside)).toHaveLength(32);
    const { returns, risk, drawdown, ratios } = found;
    for (const group of [returns, risk, drawdown, ratios])
      for (const [key, value] of Object.entries(group)) if (key in found) expect(found[key as 'cagr']).toBe(value);
  });

  it('of four years worked by hand: wealth 1.25, 1, 0.5, 0.75', () => {
    const { returns, drawdown, risk } = summarize(series('annual', [0.25, -0.2, -0.5, 0.5]));
    expect(returns).toMatchObject({
      totalReturn: -0.25,
      arithmeticMean: expect.closeTo(0.05 / 4, 15) as number,
      oneYear: 0.5,
      threeYears: expect.closeTo(0.6 ** (1 / 3) - 1, 14) as number,
      bestPeriod: { date: '2023-12-31', value: 0.5 },
      worstPeriod: { date: '2022-12-31', value: -0.5 },
      newHighShare: 1 / 4,
    });
    // Under water from the close of 2020 to that of 2023, 365 · 3 days; down to 0.5 / 1.25 and 0.75 / 1.25 in the end.
    expect(drawdown).toMatchObject({
      maxDrawdown: -0.6,
      currentDrawdown: expect.closeTo(-0.4, 15) as number,
      count: 1,
      longestDays: 1095,
      timeUnderWater: 3 / 4,
      painIndex: expect.closeTo((0.2 + 0.6 + 0.4) / 4, 15) as number,
    });
    expect(risk.downsideDeviation).toBeCloseTo(Math.sqrt((0.04 + 0.25) / 4), 15);
  });

  it('of wealth that never fell count no drawdown; over a hole the path figures are NaN', () => {
    expect(summarize(series('annual', [0.25, 0.25])).drawdown).toMatchObject({
      count: 0,
      longestDays: 0,
      currentDrawdown: 0,
    });
    const { returns, drawdown, risk } = summarize(series('annual', [0.25, NaN, -0.25, 0.5]));
    expect(Object.values(drawdown)).toEqual(Object.keys(drawdown).map(() => NaN));
    expect(returns.newHighShare).toBeNaN();
    expect(risk.meanAbsoluteDeviation).toBeGreaterThan(0);
  });

  it('print differences of percentages in points, and say twelve months and “a year” where that is meant', () => {
    const [one, other] = [series('annual', [0.5, 0.5]), series('annual', [0.2, 0.25], 'B')];
    const text = String(summarize(one, { benchmark: other }));
    // 1.5² − 1.2 · 1.25 = 0.75, and 2.25 / 1.5 − 1; √2.25 − √1.5 = 0.2753.
    expect(text).toMatch(/Difference of totals\s+75\.00 pts/);
    expect(text).toMatch(/Relative gain\s+50\.00 %/);
    expect(text).toMatch(/Difference of CAGRs\s+27\.53 pts/);
    expect(text).toMatch(/Last 12 months\s+50\.00 %/);
    expect(text).toContain('Treynor ratio, a year');
    expect(text).not.toMatch(/Last year|when it rose/);
  });

  it('are printed one below the other, under headings, every figure once', () => {
    const [found] = figuresOf('annual', [
      [0.1, 0.05, 0.001],
      [-0.05, 0.02, 0.001],
    ]);
    const lines = String(found).split('\n');
    const headings = ['RETURNS', 'RISK', 'DRAWDOWN', 'RATIOS', 'AGAINST Index'].map((title) => lines.indexOf(title));
    expect(headings.every((line, index) => line > (headings[index - 1] ?? 0))).toBe(true);
    const all = Object.values(summaryGroups).flatMap((group) => group.lines);
    for (const field of ['label', 'key'] as const)
      expect(new Set(all.map((line) => line[field])).size).toBe(all.length);
    for (const { label } of all) expect(lines.filter((line) => line.startsWith(`${label}  `))).toHaveLength(1);
    // A figure has one line; the five with a date two; the deepest drawdown has three dates.
    expect(all).toHaveLength(61 + 4 + 3 + 32);
    expect(String(summarize(series('annual', [0.1])))).not.toContain('AGAINST');
  });
});
