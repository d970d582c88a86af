import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPrices, type ReturnSeries } from '../../src/panel/index.js';
import * as stats from '../../src/stats/index.js';
import { datesOf, weekdaysAfter } from './support.js';

/** A price path on weekdays; `closed` tells the places on which one of the two has no close. */
const DAYS = weekdaysAfter('2019-12-31', '2022-12-30');
const prices = DAYS.map(
  (_, day) => 100 * Math.exp(0.0004 * day + 0.05 * Math.sin(day / 7) + 0.02 * Math.cos(day * 1.7)),
);

function onDays(name: string, open: (day: number) => boolean, path: readonly number[] = prices): ReturnSeries {
  const kept = DAYS.map((date, day) => ({ date, price: path[day]! })).filter((_, day) => open(day));
  return fromPrices({
    frequency: 'daily',
    dates: kept.map(({ date }) => date),
    prices: { [name]: kept.map(({ price }) => price) },
  }).returns(name);
}

const everyDay = onDays('B', () => true);
const closed = onDays('A', (day) => day % 25 !== 24);

/** The figures beside a benchmark that say "no difference". */
function expectTheSame(a: ReturnSeries, b: ReturnSeries): void {
  expect(stats.trackingError(a, b)).toBe(0);
  expect(stats.informationRatio(a, b)).toBeNaN();
  expect(stats.alpha(a, b)).toBeCloseTo(0, 12);
  expect(stats.beta(a, b)).toBeCloseTo(1, 12);
  expect(stats.correlation(a, b)).toBeCloseTo(1, 12);
  const { differenceOfTotals, relativeGain, annualisedDifference, periods } = stats.spread(a, b);
  expect(periods).toBeGreaterThan(100);
  for (const figure of [differenceOfTotals, relativeGain, annualisedDifference]) expect(figure).toBeCloseTo(0, 12);
  const { wins, ties, losses, windows } = stats.rollingWindows(a, b, { months: 3 });
  expect([wins, losses, windows > 100 && ties === windows]).toEqual([0, 0, true]);
  expect(stats.hitCounts(a, b)).toMatchObject({ wins: 0, losses: 0 });
  for (const value of stats.relativeWealth(a, b).values) expect(value).toBeCloseTo(1, 12);
  expect(stats.geometricInformationRatio(a, b)).toBeNaN();
}

describe('series of the same prices on other rows', () => {
  it('do not differ: tracking error 0, no information ratio, alpha 0, spread 0, every window level', () => {
    // The closes of every 25th day are missing in A, so its next row is a return of two days.
    expect(closed.values.length).toBeLessThan(everyDay.values.length);
    expectTheSame(closed, everyDay);
    expectTheSame(everyDay, closed);
  });

  it('do not differ where each is closed on days of its own', () => {
    const other = onDays('B', (day) => day % 31 !== 7 && day % 25 !== 23);
    expectTheSame(closed, other);
    expectTheSame(other, closed);
  });

  it('do not differ from week to week, Thursday’s close for a Friday without one', () => {
    const fridays = datesOf('weekly', 120);
    const path = fridays.map((_, week) => 100 * Math.exp(0.01 * Math.sin(week) + 0.001 * week));
    const weekly = (name: string, dates: readonly string[], values: readonly number[]): ReturnSeries =>
      fromPrices({ frequency: 'weekly', dates, prices: { [name]: values } }).returns(name);
    const early = fridays.map((date, week) => (week === 40 ? '2020-10-08' : date));
    expect(fridays[40]).toBe('2020-10-09');
    const a = weekly(
      'A',
      early,
      path.map((price, week) => (week === 40 ? price * 0.97 : price)),
    );
    const b = weekly('B', fridays, path);
    expect(stats.trackingError(a, b)).toBe(0);
    // The rows of the two weeks are one: 119 weeks are 118 pairs, from and to the same closes.
    expect(stats.hitCounts(a, b).periods).toBe(118);
    expect(stats.spread(a, b).differenceOfTotals).toBeCloseTo(0, 12);
  });

  it('do not differ on random holidays, nor in a window of either', () => {
    const share = fc.integer({ min: 6, max: 9 });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 0, max: 50 }), (one, other, cut) => {
        const a = onDays('A', (day) => (day * 7919) % 10 < one && day >= cut);
        const b = onDays('B', (day) => (day * 104729) % 11 < other);
        const { periods, differenceOfTotals } = stats.spread(a, b);
        expect(periods === 0 ? 0 : differenceOfTotals).toBeCloseTo(0, 11);
        expect(periods < 2 ? 0 : stats.trackingError(a, b)).toBe(0);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a pair on other rows', () => {
  const path = prices.map((price, day) => price * Math.exp(0.03 * Math.sin(day / 11)));
  const rival = onDays('B', (day) => day % 31 !== 7, path);

  it('is antisymmetric and covers the whole common span', () => {
    const [there, back] = [stats.spread(closed, rival), stats.spread(rival, closed)];
    expect([there.from, there.to, there.periods]).toEqual([back.from, back.to, back.periods]);
    const last = DAYS.findLastIndex((_, day) => day % 25 !== 24 && day % 31 !== 7);
    expect([there.from, there.to]).toEqual([DAYS[0], DAYS[last]]);
    expect(there.differenceOfTotals).toBeCloseTo(-back.differenceOfTotals, 12);
    expect(there.annualisedDifference).toBeCloseTo(-back.annualisedDifference, 12);
    expect((1 + there.relativeGain) * (1 + back.relativeGain)).toBeCloseTo(1, 12);
    // The totals are those of the prices at the two ends.
    expect(there.totalReturn).toBeCloseTo(prices[last]! / prices[0]! - 1, 12);
    expect(there.benchmarkTotalReturn).toBeCloseTo(path[last]! / path[0]! - 1, 12);
    const [ahead, behind] = [
      stats.rollingWindows(closed, rival, { years: 1 }),
      stats.rollingWindows(rival, closed, { years: 1 }),
    ];
    expect([ahead.wins, ahead.ties, ahead.losses]).toEqual([behind.losses, behind.ties, behind.wins]);
    expect(ahead.windows).toBeGreaterThan(400);
    expect(stats.trackingError(closed, rival)).toBeCloseTo(stats.trackingError(rival, closed), 14);
    expect(stats.informationRatio(closed, rival)).toBeCloseTo(-stats.informationRatio(rival, closed), 12);
  });

  it('compounds the finer side over the coarser row: 1.1 · 1.2 − 1 beside 25 %', () => {
    const daily = (name: string, dates: readonly string[], price: readonly number[]): ReturnSeries =>
      fromPrices({ frequency: 'daily', dates, prices: { [name]: price } }).returns(name);
    const a = daily('A', ['2024-01-02', '2024-01-04', '2024-01-05'], [100, 125, 150]);
    const b = daily('B', ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'], [100, 110, 132, 132]);
    const there = stats.activeReturns(a, b);
    expect(there.calendar.toJSON().dates).toEqual(['2024-01-04', '2024-01-05']);
    expect(there.values[0]).toBeCloseTo(0.25 - 0.32, 14);
    expect(there.values[1]).toBeCloseTo(0.2, 14);
    expect([...stats.activeReturns(b, a).values]).toEqual([...there.values].map((value) => -value));
    expect(stats.spread(a, b).notes.join(' ')).toContain(
      'compared over 2 spans between closes that all have (B compounded)',
    );
    expect(stats.summarize(a, { benchmark: b }).notes.join(' ')).toContain('B compounded');
  });

  it('takes cash off over the same days, and leaves a series of the same rows as it is', () => {
    const cash = onDays(
      'Cash',
      (day) => day % 10 !== 3,
      prices.map((_, day) => 100 * 1.0001 ** day),
    );
    // Cash earns 0.01 % a day, so that two days of it are taken off a row of two days.
    const excess = stats.excessReturns(everyDay, cash);
    const rows = DAYS.map((_, day) => day).filter((day) => day % 10 !== 3);
    rows.slice(1).forEach((day, row) => {
      const before = rows[row]!;
      expect(excess.values[row]).toBeCloseTo(prices[day]! / prices[before]! - 1.0001 ** (day - before), 13);
    });
    expect(stats.alpha(everyDay, closed, { riskFree: cash })).toBeCloseTo(0, 12);
    expect(stats.mSquaredExcess(everyDay, closed, { riskFree: cash })).toBeCloseTo(0, 12);
    expect(stats.mSquared(everyDay, closed, { riskFree: cash })).toBeCloseTo(
      stats.mSquared(closed, everyDay, { riskFree: cash }),
      12,
    );
    expect(
      stats.activeReturns(
        everyDay,
        onDays('C', () => true, path),
      ).calendar,
    ).toBe(everyDay.calendar);
  });

  it('rolls over the common closes', () => {
    const rolled = stats.rolling(stats.trackingError, { months: 3 })(closed, everyDay);
    expect(rolled.length).toBeGreaterThan(500);
    expect([...rolled.values].every((value) => value === 0)).toBe(true);
  });

  it('leaves out a row that has not both of its closes: it would set two days against one', () => {
    // A is cut so that its base is a day on which B has no close.
    const from = DAYS.findIndex((_, day) => day > 100 && day % 31 === 7);
    const late = onDays('A', (day) => day >= from);
    const same = onDays('B', (day) => day % 31 !== 7);
    const { from: start, differenceOfTotals } = stats.spread(late, same);
    expect(start).toBe(DAYS[from + 1]);
    expect(differenceOfTotals).toBeCloseTo(0, 12);
  });
});
