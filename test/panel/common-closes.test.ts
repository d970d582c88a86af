import { describe, expect, it } from 'vitest';
import {
  commonRows,
  fromPrices,
  fromReturns,
  onCommonCloses,
  pairWith,
  type ReturnSeries,
} from '../../src/panel/index.js';

const daily = (name: string, prices: Readonly<Record<string, number>>): ReturnSeries =>
  fromPrices({ frequency: 'daily', dates: Object.keys(prices), prices: { [name]: Object.values(prices) } }).returns(
    name,
  );

// Closed on the 3rd, and on the 4th.
const a = daily('A', { '2024-01-02': 100, '2024-01-04': 110, '2024-01-05': 121, '2024-01-08': 121 });
const b = daily('B', { '2024-01-02': 100, '2024-01-03': 120, '2024-01-05': 150, '2024-01-08': 75 });

describe('onCommonCloses', () => {
  it('compounds each series between the closes that all have', () => {
    const [one, other] = onCommonCloses([a, b]) as [ReturnSeries, ReturnSeries];
    for (const { calendar } of [one, other]) {
      expect([calendar.date(-1), ...calendar.toJSON().dates]).toEqual(['2024-01-02', '2024-01-05', '2024-01-08']);
    }
    // 1.1 · 1.1 − 1 beside 150/100 − 1; the last row is nobody's compounding and keeps every digit.
    expect(one.values[0]).toBeCloseTo(0.21, 14);
    expect(other.values[0]).toBeCloseTo(0.5, 14);
    expect([one.values[1], other.values[1]]).toEqual([a.values[2], b.values[2]]);
    expect([one.name, one.meta]).toEqual(['A', a.meta]);
  });

  it('answers a series that needs no compounding as it is, and all of them where rows are the same', () => {
    const whole = daily('C', { '2024-01-02': 1, '2024-01-03': 1, '2024-01-04': 1, '2024-01-05': 2, '2024-01-08': 2 });
    expect(onCommonCloses([a, whole])[0]).toBe(a);
    expect(onCommonCloses([a, whole])[1]).not.toBe(whole);
    const [two] = [[a, a]];
    expect(onCommonCloses(two)).toBe(two);
    expect(onCommonCloses([])).toEqual([]);
  });

  it('makes a missing return inside a span a missing span', () => {
    const holed = fromReturns({
      frequency: 'daily',
      base: '2024-01-02',
      dates: ['2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08'],
      returns: { H: [0.1, NaN, 0.1, 0.1] },
    }).returns('H');
    const [, found] = onCommonCloses([a, holed]);
    expect([...found!.values].map(String)).toEqual(['NaN', '0.1', '0.1']);
  });

  it('leaves coarser series, other frequencies and series without two common closes alone', () => {
    const monthly = fromReturns({
      frequency: 'monthly',
      dates: ['2024-01', '2024-02'],
      returns: { M: [0.1, 0.2] },
    }).returns('M');
    const given = [a, monthly];
    expect(onCommonCloses(given)).toBe(given);
    const late = daily('L', { '2024-02-01': 1, '2024-02-02': 2 });
    expect(onCommonCloses([a, late])[0]).toBe(a);
  });
});

describe('pairWith on daily rows', () => {
  it('takes the other side over the whole of a row, and no row whose ends it has not', () => {
    // A's row of the 4th ends on a day that B has no close on; so does its row of the 5th begin.
    expect([...pairWith(a, b, 'test')].map(String)).toEqual(['NaN', 'NaN', '-0.5']);
    const whole = daily('C', {
      '2024-01-02': 100,
      '2024-01-03': 90,
      '2024-01-04': 120,
      '2024-01-05': 60,
      '2024-01-08': 60,
    });
    expect(pairWith(a, whole, 'test')[0]).toBeCloseTo(0.2, 14);
    expect([...commonRows(whole, a, 'test').rows]).toEqual([2, 3]);
  });

  it('matches weeks of one source on Wednesdays and of another on Fridays by week, for want of a common close', () => {
    const weekly = (dates: string[], base: string): ReturnSeries =>
      fromReturns({ frequency: 'weekly', base, dates, returns: { W: [0.1, 0.2] } }).returns('W');
    const wednesdays = weekly(['2024-01-10', '2024-01-17'], '2024-01-03');
    const fridays = weekly(['2024-01-12', '2024-01-19'], '2024-01-05');
    expect([...pairWith(wednesdays, fridays, 'test')]).toEqual([0.1, 0.2]);
    // A Saturday or Sunday is Friday's close.
    const sundays = weekly(['2024-01-14', '2024-01-21'], '2024-01-07');
    expect([...pairWith(sundays, fridays, 'test')]).toEqual([0.1, 0.2]);
  });
});
