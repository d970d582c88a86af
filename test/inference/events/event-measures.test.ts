import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { abnormalPath, abnormalReturns, countHits } from '../../../src/inference/events/abnormal-return.js';
import { averagePath } from '../../../src/inference/events/average-path.js';
import { groupOrders } from '../../../src/inference/events/group-orders.js';
import { placeboCalendars } from '../../../src/inference/events/placebo-calendars.js';
import { studyPair } from '../../../src/inference/events/study-pair.js';
import { series } from '../../stats/support.js';

describe('the return after an event', () => {
  const pair = (own: readonly number[], other: readonly number[]) =>
    studyPair('study', series('monthly', own), series('monthly', other, 'B'));

  it.each([
    ['cumulative', [0.5 - 1, 0.5 - 1 + 1 - 0]],
    ['buyAndHold', [1.5 - 2, 3 - 2]],
    ['relativeWealth', [1.5 / 2 - 1, 3 / 2 - 1]],
  ] as const)('%s of +50 % and +100 % against +100 % and 0 is %o', (measure, expected) => {
    const path = abnormalPath(pair([9, 0.5, 1, 9], [9, 1, 0, 9]), measure, { first: 1, last: 2 });
    expect([...path]).toEqual(expected);
  });

  it('has a name and a formula for each measure', () => {
    expect(abnormalReturns).toEqual({
      buyAndHold: { name: 'buy-and-hold abnormal return', formula: 'Π(1 + r) − Π(1 + b)' },
      cumulative: { name: 'cumulative abnormal return', formula: 'Σ(r − b)' },
      relativeWealth: { name: 'relative wealth', formula: 'Π(1 + r)/Π(1 + b) − 1' },
    });
  });

  it('relative to a benchmark that lost everything is undefined', () => {
    expect([...abnormalPath(pair([1, 1], [-1, 1]), 'relativeWealth', { first: 0, last: 1 })]).toEqual([NaN, NaN]);
  });

  it('is a hit over 10⁻¹² and a loss under −10⁻¹²; at these it is neither', () => {
    expect(countHits([1, 2e-12, 1e-12, 0, -1e-12, -2e-12, -1, -1])).toEqual({ hits: 2, ties: 3, losses: 3 });
  });
});

describe('the average path', () => {
  it('goes as far as all paths and the base, with a band of t · sd/√n: of 1 and 3, 2 ± 12.706', () => {
    // The 97.5 % point of Student's t with 1 degree of freedom is tan(0.475π) = 12.7062; sd/√n = √2/√2.
    const t = Math.tan(0.475 * Math.PI);
    const found = averagePath([Float64Array.of(1, 5, 7), Float64Array.of(3, 5)], [0.5, 0.25, 1], 0.95);
    expect(found).toHaveLength(3);
    expect(found[0]).toEqual({ period: 0, mean: 0, low: 0, high: 0, base: 0 });
    expect(found[1]).toMatchObject({ period: 1, mean: 2, base: 0.5 });
    expect(found[1]!.low).toBeCloseTo(2 - t, 9);
    expect(found[1]!.high).toBeCloseTo(2 + t, 9);
    expect(found[2]).toEqual({ period: 2, mean: 5, low: 5, high: 5, base: 0.25 });
    expect(averagePath([Float64Array.of(1, 2)], [0.5], 0.95)).toHaveLength(2);
    expect(averagePath([], [0.5], 0.95)).toEqual([]);
  });
});

describe('divisions into groups', () => {
  it('are all counted up to as many as allowed: 10 of 2 among 5, and drawn with one more in the count from there', () => {
    // Of {1, 2, 3, 4, 5} the pair 4, 5 is alone at the top, and 1, 2 as far below: 4.5 − 2 and 1.5 − 4.
    expect(groupOrders([5, 4], [1, 2, 3], 10, 1)).toEqual({
      pValue: 2 / 10,
      oneSidedPValue: 1 / 10,
      exact: true,
      divisions: 10,
    });
    const drawn = groupOrders([5, 4], [1, 2, 3], 9, 1);
    expect(drawn).toMatchObject({ exact: false, divisions: 9 });
    expect(drawn.pValue * 10).toBeCloseTo(Math.round(drawn.pValue * 10), 12);
    expect(drawn.pValue).toBeGreaterThanOrEqual(drawn.oneSidedPValue);
    expect(groupOrders([1, 2], [3, 4, 5], 10, 1)).toMatchObject({ pValue: 2 / 10, oneSidedPValue: 1 });
  });

  it('that are drawn come near the share of all: 2 and 1 of 10', () => {
    const drawn = groupOrders([5, 4, 0, 0], [1, 2, 3, 0, 0, 0], 200, 3);
    const all = groupOrders([5, 4, 0, 0], [1, 2, 3, 0, 0, 0], 210, 3);
    expect([drawn.exact, all.exact, all.divisions]).toEqual([false, true, 210]);
    // Four standard errors of a share of 200 are at most 0.142.
    expect(Math.abs(drawn.pValue - all.pValue)).toBeLessThan(0.142);
    expect(Math.abs(drawn.oneSidedPValue - all.oneSidedPValue)).toBeLessThan(0.142);
  });

  it('of equal figures are all as far apart, drawn or counted: p is 1 exactly', () => {
    const ones = [1, 1, 1, 1, 1];
    expect(groupOrders(ones, ones, 251, 1)).toEqual({ pValue: 1, oneSidedPValue: 1, exact: false, divisions: 251 });
    expect(groupOrders(ones, ones, 252, 1)).toEqual({ pValue: 1, oneSidedPValue: 1, exact: true, divisions: 252 });
  });

  it('as far apart but for rounding are as far apart: 0.1 + 0.2 and 0.3', () => {
    expect(groupOrders([0.1, 0.2], [0.3, 0], 6, 1)).toMatchObject({ pValue: 1, oneSidedPValue: 4 / 6 });
    expect(groupOrders([1e6 + 0.1, 0.2], [0.3, 1e6], 6, 1)).toMatchObject({ pValue: 1, oneSidedPValue: 4 / 6 });
  });
});

describe('placebo calendars', () => {
  it('keep the distances between events: two events three apart among four windows stand three, or one, apart', () => {
    // Gaps 3 and 1 around four windows of 0, 0, 0, 8: any start and order gives neighbours on the circle; two of four pairs hold the 8.
    const found = placeboCalendars([0, 3], [0, 0, 0, 8], 4000, seededRandom(2));
    expect(found.calendars).toBe(4000);
    expect(found.quantiles).toEqual({ p05: 0, p50: expect.any(Number) as number, p95: 4 });
    expect([0, 2, 4]).toContain(found.quantiles.p50);
    // Standard error √(¼/4000) = 0.008.
    expect(Math.abs(found.meanPValue - 0.5)).toBeLessThan(0.032);
    expect(found.sharePValue).toBe(found.meanPValue);
  });

  it('are as good where they are the same but for rounding, and count one more than there are', () => {
    expect(placeboCalendars([0, 1], [0.1, 0.1, 0.1], 9, seededRandom(1))).toMatchObject({
      meanPValue: 1,
      sharePValue: 1,
    });
    // One event at the only window of its kind: 1 of 100 windows is as good.
    const rare = Array.from({ length: 100 }, (_, index) => (index === 7 ? 1 : -1));
    const found = placeboCalendars([7], rare, 999, seededRandom(1));
    expect(found.meanPValue).toBe(found.sharePValue);
    expect(found.meanPValue).toBeGreaterThanOrEqual(1 / 1000);
    expect(found.meanPValue).toBeLessThan(0.03);
  });

  it('of no events are none', () => {
    expect(placeboCalendars([], [1, 2], 9, seededRandom(1))).toEqual({
      calendars: 0,
      meanPValue: NaN,
      sharePValue: NaN,
      quantiles: { p05: NaN, p50: NaN, p95: NaN },
    });
  });
});
