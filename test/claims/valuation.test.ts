import { describe, expect, it } from 'vitest';
import type { ObservationSeries } from 'backtilt';
import { frenchSize, valueSpread } from 'backtilt/data';
import { c18 } from '../../examples/claims/c18-valuation-discount.js';
import { c19 } from '../../examples/claims/c19-ten-year-forecast.js';
import { c21 } from '../../examples/claims/c21-long-windows.js';
import { altered, swapped } from './altered.js';
import { compounded, covariance, meanOf, monthsBetween, ripple } from './made-panels.js';

const size = frenchSize();
const spread = valueSpread();
const { smallOverBig } = spread;

/** Book-to-market of small over big with other figures; `change` gets how many months are left up to August 2025. */
const madeSpread = (change: (value: number, left: number) => number) => {
  const last = smallOverBig.observations.findLast(({ knownOn }) => knownOn <= '2025-08-31')!;
  const end = smallOverBig.observations.indexOf(last);
  const observations = smallOverBig.observations.map((one, at) => ({ ...one, value: change(one.value, end - at) }));
  return { ...spread, smallOverBig: { ...smallOverBig, observations } };
};

const forward = (past: number, now: number): ObservationSeries => ({
  name: 'Forward P/E, small over large',
  unit: 'ratio',
  usesHindsight: false,
  observations: monthsBetween('2000-01', '2026-01').map((month) => ({
    knownOn: `${month}-28` as '2000-01-28',
    value: month < '2025-08' ? past : month === '2025-08' ? now : 5,
  })),
});

describe('C18, the discount', () => {
  const { verdict, readings, missing } = c18();
  const known = smallOverBig.observations.filter(({ knownOn }) => knownOn <= '2025-08-31').map(({ value }) => value);
  const now = known.at(-1)!;

  it('is large, but not the one that was quoted', () => {
    expect(verdict).toBe('depends on the definition');
    expect(readings.map(({ agrees }) => agrees)).toEqual([true, true, false, false]);
    expect(missing).toContain('forward P/E');
  });

  it('is one over the ratio of book-to-market, and its rank the share of earlier months that were dearer', () => {
    expect(readings[2]!.figure).toBeCloseTo(1 / now - 1, 12);
    const lower = known.filter((value) => value < now).length;
    expect(readings[0]!.figure).toBeCloseTo(lower / (known.length - 1), 12);
    expect(readings[0]).toMatchObject({ says: { above: 0.9 }, agrees: true });
    const sorted = known.slice().sort((a, b) => a - b);
    const middle = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
    expect(readings[3]!.figure).toBeCloseTo(middle / now - 1, 2);
  });

  it('is supported by a price-to-book that fell to seven tenths of large caps’, and refuted by one that rose', () => {
    expect(c18(madeSpread((_, left) => (left > 0 ? 1 : 1 / 0.7))).verdict).toBe('supported');
    expect(c18(madeSpread((_, left) => (left > 0 ? 1 : 0.9))).verdict).toBe('not supported');
  });

  it('takes forward P/E from its user, up to the day of the articles', () => {
    const seven = madeSpread((_, left) => (left > 0 ? 1 : 1 / 0.7));
    const told = c18(seven, forward(0.95, 0.6));
    expect([told.verdict, told.missing, told.readings.length]).toEqual(['supported', null, 5]);
    expect(told.readings[4]!.parts.map(({ figure }) => figure.toFixed(6))).toEqual(['-0.400000', '-0.050000']);
    expect(c18(seven, forward(0.95, 0.7)).verdict).toBe('depends on the definition');
  });
});

describe('C19, the ten-year forecast', () => {
  const { verdict, readings } = c19();

  it('is not what regressions on book-to-market and on CAPE give', () => {
    expect(verdict).toBe('not supported');
    expect(readings.every(({ independent }) => independent! < 10)).toBe(true);
  });

  it('is the line of least squares at the valuation of August 2025, a year', () => {
    const months = new Map(
      spread.bookToMarketSmall.observations.map(({ knownOn, value }) => [knownOn as string, value]),
    );
    const series = size.returns('Lo 30');
    const rows = Array.from(series.values, (_, row) => row).filter((row) => series.calendar.date(row) <= '2025-08-31');
    const returns = rows.map((row) => series.values[row]!);
    // The first forecast is made at the end of July 1926, when the first figure is known.
    const starts = rows.filter((row) => row + 120 < rows.length);
    const x = starts.map((row) => months.get(series.calendar.date(row))!);
    // Yearly logs: the base is their mean, without any jump from the mean of a power to the power of a mean.
    const y = starts.map((row) => Math.log1p(compounded(returns.slice(row + 1, row + 121))) / 10);
    const slope = covariance(x, y) / covariance(x, x);
    const log = meanOf(y) + slope * (months.get('2025-08-31')! - meanOf(x));
    expect(readings[0]).toMatchObject({ n: starts.length, independent: 9 });
    expect(readings[0]!.figure).toBeCloseTo(Math.exp(log) - 1, 6);
    const all = rows.filter((row) => row + 119 < rows.length);
    const logs = all.map((row) => Math.log1p(compounded(returns.slice(row, row + 120))) / 10);
    expect(readings[0]!.base).toBeCloseTo(Math.exp(meanOf(logs)) - 1, 6);
    // No decade can lose everything: all bounds are those of logs.
    for (const { figure, interval } of readings) {
      expect(interval!.low).toBeGreaterThan(-0.5);
      expect(Math.log1p(figure) * 2).toBeCloseTo(Math.log1p(interval!.low) + Math.log1p(interval!.high), 8);
    }
  });

  it('agrees where small caps always made 9 % and large ones 1 %, which is what there was without it, too', () => {
    const always = altered(size, (asset, value, date) => {
      const rate = asset === 'Lo 30' ? 1.09 : asset === 'Hi 30' ? 1.01 : undefined;
      return rate === undefined ? value : rate ** (1 / 12) - 1 + ripple(date) / 100;
    });
    const told = c19(always);
    expect(told.readings.map(({ agrees }) => agrees)).toEqual(Array(8).fill(true));
    expect(told.verdict).toBe('true but uninformative');
  });
});

describe('C21, a virtual guarantee', () => {
  const { verdict, readings } = c21();
  const [small, large] = [Array.from(size.returns('Lo 30').values), Array.from(size.returns('Hi 30').values)];
  const ahead = (first: number, rows: number) =>
    compounded(small.slice(first, first + rows)) > compounded(large.slice(first, first + rows));

  it('holds for ten years and more from low valuations, in a handful of cases', () => {
    expect(verdict).toBe('depends on the definition');
    expect(readings.map(({ agrees }) => agrees)).toEqual([false, true, true, true, false, false, false, false]);
    expect(readings.map(({ counts }) => counts)).toEqual([true, true, true, true, false, false, false, false]);
    expect(readings[0]!.contradicts).toBe(false);
    expect(readings.slice(0, 4).every(({ independent }) => independent! < 10)).toBe(true);
  });

  it('counts windows as they come out by hand', () => {
    const starts = small.flatMap((_, row) => (row + 120 <= small.length ? [row] : []));
    const share = starts.filter((row) => ahead(row, 120)).length / starts.length;
    expect(readings[5]!.figure).toBeCloseTo(share, 12);
    expect(readings[5]).toMatchObject({ n: starts.length, independent: 9 });
    expect(readings[1]!.base).toBeCloseTo(share, 12);
  });

  it('counts windows after months in which small caps were cheaper than in half of those before', () => {
    const figures = smallOverBig.observations.map(({ value }) => value);
    const cheap = figures.flatMap((value, at) => {
      const lower = figures.slice(0, at + 1).filter((one) => one < value).length;
      return at >= 119 && lower / at > 0.5 ? [at] : [];
    });
    const whole = cheap.filter((row) => row + 60 < small.length);
    expect(readings[0]!.n).toBe(whole.length);
    expect(readings[0]!.figure).toBeCloseTo(whole.filter((row) => ahead(row + 1, 60)).length / whole.length, 12);
  });

  it('is not supported with small and large caps in each other’s place, and says nothing where small caps always win', () => {
    expect(c21(swapped(size, 'Lo 30', 'Hi 30')).verdict).toBe('not supported');
    const large = new Map(
      Array.from(size.returns('Hi 30').values, (value, row) => [size.calendar.date(row) as string, value]),
    );
    const always = altered(size, (asset, value, date) => (asset === 'Lo 30' ? large.get(date)! + 0.005 : value));
    expect(c21(always).verdict).toBe('true but uninformative');
  });
});
