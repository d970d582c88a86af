import { describe, expect, it } from 'vitest';
import { makeReturnSeries, type ReturnSeries } from '../../src/panel/index.js';
import * as stats from '../../src/stats/index.js';
import { assembleCalendar, parseIsoDate } from '../../src/time/index.js';

const DAYS = 1_000_000;
const START = parseIsoDate('1900-01-01', 'test');
const YEARS = DAYS / 365.25;
/** A million days in a row: 2737.85 years. */
const calendar = assembleCalendar(
  'daily',
  START - 1,
  Int32Array.from({ length: DAYS }, (_, day) => START + day),
);

const daily = (returnOf: (day: number) => number, name = 'A'): ReturnSeries =>
  makeReturnSeries(
    name,
    calendar,
    Float64Array.from({ length: DAYS }, (_, day) => returnOf(day)),
  );

const crash = daily((day) => (day === DAYS - 1 ? -0.5 : 0.00072));
const fall = daily(() => -0.001, 'F');
/** Half a million days down to e^−500, past the range of a product on the way, and back up to where it began. */
const there = daily((day) => (day < DAYS / 2 ? -0.002 : 0.002 / 0.998), 'T');

describe('a million days', () => {
  it('that end with a loss of a half have a drawdown of a half and a growth per year', () => {
    const growth = (DAYS - 1) * Math.log1p(0.00072) + Math.log(0.5);
    expect(stats.cagr(crash)).toBeCloseTo(Math.expm1(growth / YEARS), 9);
    expect(stats.cagrByPeriods(crash)).toBeCloseTo(Math.expm1((growth * 252) / DAYS), 9);
    expect(stats.maxDrawdown(crash)).toBeCloseTo(-0.5, 12);
    expect(stats.drawdowns(crash)).toHaveLength(1);
    expect(stats.averageDrawdown(crash)).toBeCloseTo(-0.5, 12);
    expect(stats.timeUnderWater(crash)).toBe(1 / DAYS);
    expect(stats.painIndex(crash)).toBeCloseTo(0.5 / DAYS, 15);
    expect(stats.ulcerIndex(crash)).toBeCloseTo(0.5 / Math.sqrt(DAYS), 12);
    expect(stats.conditionalDrawdownAtRisk(crash)).toBeCloseTo(-0.5 / (0.05 * DAYS), 12);
    expect(stats.marRatio(crash)).toBeCloseTo(Math.expm1(growth / YEARS) / 0.5, 8);
    expect(stats.newHighs(crash).count).toBe(DAYS - 1);
    expect(stats.bearMarkets(crash).markets.map(({ fall: depth }) => depth.toFixed(6))).toEqual(['-0.500000']);
    // e^719 is no number: no total, but every ratio of levels.
    expect(stats.totalReturn(crash)).toBeNaN();
    expect(stats.wealth(crash).at(-1)).toBeNaN();
    expect(stats.geometricMean(crash)).toBeCloseTo(Math.expm1(growth / DAYS), 15);
  });

  it('of −0.1 % lose 30.6 % a year, though what is left is smaller than any number', () => {
    // 1000 logs of 0.999 are −1.0005: e^(10⁶ · log 0.999) = e^−1000.5.
    expect(stats.cagr(fall)).toBeCloseTo(Math.expm1(365.25 * Math.log1p(-0.001)), 10);
    expect(stats.cagrByPeriods(fall)).toBeCloseTo(Math.expm1(252 * Math.log1p(-0.001)), 10);
    expect([stats.totalReturn(fall), stats.maxDrawdown(fall), stats.wealth(fall).at(-1)]).toEqual([-1, -1, 0]);
    expect([stats.timeUnderWater(fall), stats.newHighs(fall).count]).toEqual([1, 0]);
    expect(stats.yearsOf(fall)).toBeCloseTo(YEARS, 9);
  });

  it('down past the smallest number and up again end where they began', () => {
    expect(stats.totalReturn(there)).toBeCloseTo(0, 8);
    expect(stats.cagr(there)).toBeCloseTo(0, 11);
    expect(stats.maxDrawdown(there)).toBeCloseTo(-1, 12);
    // Not a straight line: the path is a V, and log wealth has no trend.
    expect(stats.stability(there)).toBeLessThan(1e-9);
  });

  it('compare with others whatever their size', () => {
    const twice = daily((day) => (day === 0 ? 1 : 0.00072), 'B');
    const base = daily(() => 0.00072);
    const path = stats.relativeWealth(twice, base);
    expect(path.values[1]).toBeCloseTo(2 / 1.00072, 12);
    expect(path.values.at(-1)).toBeCloseTo(2 / 1.00072, 9);
    const { relativeGain, annualisedDifference, differenceOfTotals } = stats.spread(twice, base);
    expect(relativeGain).toBeCloseTo(2 / 1.00072 - 1, 9);
    expect(annualisedDifference).toBeGreaterThan(0);
    expect(differenceOfTotals).toBeNaN();
    expect(stats.captureOfCumulative(base, base, { market: 'up' })).toBeNaN();
    expect(stats.upCapture(base, base)).toBe(1);
  });

  it('keep the drawdown path within −1 and 0, and annual returns as they are', () => {
    const drawdowns = stats.drawdownSeries(crash);
    expect(drawdowns.every((value) => value <= 0 && value >= -1)).toBe(true);
    // A leap year of the middle has 366 days of 0.072 %.
    const year = stats.annualReturns(crash).find(({ year: one }) => one === 2400)!;
    expect(year.return).toBeCloseTo(1.00072 ** 366 - 1, 11);
  });
});

describe('a return below −1, as only a difference of returns has', () => {
  const spread = makeReturnSeries(
    'S',
    assembleCalendar(
      'annual',
      parseIsoDate('2019-12-31', 'test'),
      Int32Array.from([2020, 2021, 2022, 2023], (year) => parseIsoDate(`${year}-12-31`, 'test')),
    ),
    Float64Array.of(0.5, -1.7, 0.2, 0.1),
    { kind: 'excess', net: false },
  );

  it('leaves no wealth: NaN from there on, and not a total of −183 %', () => {
    expect([...stats.wealth(spread)].map(String)).toEqual(['1', '1.5', 'NaN', 'NaN', 'NaN']);
    for (const statistic of [
      stats.totalReturn,
      stats.cagr,
      stats.cagrByPeriods,
      stats.maxDrawdown,
      stats.ulcerIndex,
      stats.painIndex,
      stats.conditionalDrawdownAtRisk,
      stats.averageDrawdown,
      stats.timeUnderWater,
      stats.marRatio,
      stats.stability,
      stats.geometricMean,
    ])
      expect(statistic(spread)).toBeNaN();
    expect(stats.spread(spread, spread).relativeGain).toBeNaN();
    // What compounds nothing is as it was: 4 returns with the mean −0.225.
    expect(stats.arithmeticMean(spread)).toBeCloseTo(-0.225, 14);
  });

  it('is refused where the answer is a list, and said in a summary', () => {
    for (const list of [stats.drawdowns, stats.newHighs, stats.bearMarkets])
      expect(() => list(spread)).toThrow(/"S" has a return of -1\.7 on 2021-12-31, below −1/);
    const summary = stats.summarize(spread);
    expect([summary.totalReturn, summary.maxDrawdown, summary.deepestDrawdown]).toEqual([NaN, NaN, null]);
    expect([summary.drawdown.count, summary.returns.newHighShare]).toEqual([NaN, NaN]);
    expect(summary.notes.join(' ')).toContain('S is a difference of two returns');
    expect(summary.notes.join(' ')).toContain('one is below −100 %: no wealth grew by it');
    expect([summary.worstYear, summary.bestYear]).toEqual([null, null]);
    expect(String(summary)).toMatch(/Max drawdown\s+–/);
  });
});
