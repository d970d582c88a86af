import { describe, expect, it } from 'vitest';
import {
  frenchSize,
  frenchSizeValue,
  shiller,
  usEffectiveRate,
  usFunds,
  usFundsDaily,
  usPolicyRate,
  usRecessions,
  usTreasuryBill,
} from 'backtilt/data';
import { recessions, slice, type Panel } from 'backtilt';
import { c15 } from '../../examples/claims/c15-risk-of-small-caps.js';
import { c16 } from '../../examples/claims/c16-downside-protection.js';
import { c17 } from '../../examples/claims/c17-rates-and-small-caps.js';
import { c26 } from '../../examples/claims/c26-stock-bond-correlation.js';
import { ofAverages, ofDecisions } from '../../examples/claims/rate-changes.js';
import type { JudgedReading } from 'backtilt/report';
import { altered } from './altered.js';
import { byDate, compounded, covariance, meanOf, monthNumber, paired, ripple } from './made-panels.js';

const [size, cells, funds, daily] = [frenchSize(), frenchSizeValue(), usFunds(), usFundsDaily()];
const recession = recessions(usRecessions(), { known: 'hindsight' });

/** The first asset becomes a function of the second one's return and the day. */
function made<Asset extends string>(
  panel: Panel<Asset>,
  of: Partial<Record<Asset, Asset>>,
  rule: (market: number, date: string) => number,
): Panel<Asset> {
  const markets = new Map(panel.assets.map((asset) => [asset, byDate(panel.returns(asset))]));
  return altered(panel, (asset, value, date) => {
    const market = of[asset];
    return market === undefined || Number.isNaN(value) ? value : rule(markets.get(market)!.get(date)!, date);
  });
}

describe('C15, volatile and dependent on the economy', () => {
  const { verdict, readings: told } = c15();
  /** Volatilities, betas and recessions in one row. */
  const inOrder = ([funds, thirds, daily, late, beta, long]: readonly JudgedReading[]): JudgedReading[] =>
    [funds!.parts[0], daily, thirds!.parts[0], late, beta, long, funds!.parts[1], thirds!.parts[1]] as JudgedReading[];
  const readings = inOrder(told);

  it('is right of volatility; of recessions nothing is known: IWM was ahead of SPY in the three of its life', () => {
    expect(verdict).toBe('depends on the definition');
    expect(told.map(({ counts }) => counts)).toEqual([true, true, false, false, false, false]);
    expect(readings.map(({ informative }) => informative === true)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(readings[6]!.contradicts).toBe(false);
    expect(readings.map(({ agrees }) => agrees)).toEqual([true, true, true, true, true, true, false, true]);
  });

  it('has volatilities, betas and leads in recessions as they come out by hand', () => {
    const { dates, a, b } = paired(funds.returns('IWM'), funds.returns('SPY'));
    const volatility = (values: number[]) => Math.sqrt(covariance(values, values) * 12);
    expect(readings[0]!.figure).toBeCloseTo(volatility(a) - volatility(b), 12);
    const long = paired(size.returns('Lo 30'), size.returns('Hi 30'));
    expect(readings[2]!.figure).toBeCloseTo(volatility(long.a) - volatility(long.b), 12);
    // The months after the peaks of 2001-03, 2007-12 and 2020-02 up to the troughs of 2001-11, 2009-06 and 2020-04: 8 + 18 + 2.
    const spans = [
      ['2001-04', '2001-11'],
      ['2008-01', '2009-06'],
      ['2020-03', '2020-04'],
    ] as const;
    const inside = dates.flatMap((date, row) =>
      spans.some(([from, to]) => date.slice(0, 7) >= from && date.slice(0, 7) <= to) ? [row] : [],
    );
    expect(inside).toHaveLength(28);
    expect(readings[6]).toMatchObject({ n: 28, independent: 3 });
    expect(readings[6]!.figure).toBeCloseTo(12 * meanOf(inside.map((row) => a[row]! - b[row]!)), 12);
    // Of the months of 2026 nobody knows yet.
    const known = dates.flatMap((date, row) => (date < '2026' ? [row] : []));
    expect(dates.length - known.length).toBe(7);
    expect(readings[6]!.base).toBeCloseTo(12 * meanOf(known.map((row) => a[row]! - b[row]!)), 12);
  });

  it.each([
    [1.5, -0.05, 'true but uninformative'], // Three recessions in the life of IWM: right, and no more.
    [0.5, 0.05, 'not supported'],
  ])('with %d times the market and %d in recessions it is: %s', (times, extra, expected) => {
    const rule = (market: number, date: string) =>
      times * market + ripple(date) + (recession.valueOn(date as '2000-01-01') === 1 ? extra : 0);
    const days = (market: number, date: string) => times * market + ripple(date) / 10;
    const altered = c15(
      made(size, { 'Lo 30': 'Hi 30' }, rule),
      made(funds, { IWM: 'SPY' }, rule),
      made(daily, { IWM: 'SPY' }, days),
    );
    expect(altered.verdict).toBe(expected);
  });
});

describe('C16, protection in falls', () => {
  const { verdict, readings } = c16();

  it('is not what small caps or small value gave: they fell more', () => {
    expect(verdict).toBe('depends on the definition');
    expect(readings.slice(0, 4).map(({ agrees }) => agrees)).toEqual([false, false, true, false]);
    expect(readings.filter(({ agrees, informative }) => agrees && informative)).toEqual([]);
  });

  it('has captures as they come out by hand: geometric means of the months in which the market fell', () => {
    const { a, b } = paired(funds.returns('IWM'), funds.returns('SPY'));
    const rows = b.flatMap((one, row) => (one < 0 ? [row] : []));
    const geometric = (values: number[]) => (1 + compounded(values)) ** (1 / values.length) - 1;
    expect(readings[0]!.figure).toBeCloseTo(
      geometric(rows.map((row) => a[row]!)) / geometric(rows.map((row) => b[row]!)),
      10,
    );
  });

  it('counts the falls of SPY: 2000–02, 2007–09 and 2022', () => {
    expect(readings[4]!.independent).toBe(3);
  });

  it.each([
    [1.2, 0.5, 'supported'],
    [0.8, 1.5, 'not supported'],
  ])('with %d of the rises and %d of the falls it is: %s', (up, down, expected) => {
    const rule = (market: number, date: string) => (market > 0 ? up : down) * market + ripple(date) / 100;
    const made16 = made(funds, { IWM: 'SPY', IWN: 'SPY', IWD: 'SPY' }, rule);
    const large = byDate(size.returns('Hi 30'));
    const value = altered(cells, (_, value, date) => (Number.isNaN(value) ? value : rule(large.get(date)!, date)));
    expect(c16(made16, value, size).verdict).toBe(expected);
  });
});

describe('C17, rates and small caps', () => {
  const { verdict, readings } = c17();

  it('depends on the rate, and no reading says more than chance', () => {
    expect(verdict).toBe('depends on the definition');
    expect(readings.filter(({ informative }) => informative)).toEqual([]);
    // One speaks against it: small caps led when bonds of 7–10 years fell.
    expect(readings.flatMap(({ contradicts }, index) => (contradicts === true ? [index] : []))).toEqual([5]);
  });

  it('has the slope of IWM less SPY on the month-end return of IEF over cash', () => {
    const lead = paired(funds.returns('IWM'), funds.returns('SPY'));
    const [bonds, cash] = [byDate(funds.returns('IEF')), byDate(usTreasuryBill())];
    const rows = lead.dates.flatMap((date, row) => (bonds.has(date) && cash.has(date) ? [row] : []));
    const x = rows.map((row) => bonds.get(lead.dates[row]!)! - cash.get(lead.dates[row]!)!);
    const y = rows.map((row) => lead.a[row]! - lead.b[row]!);
    expect(readings[5]).toMatchObject({ n: rows.length, says: { above: 0 } });
    expect(readings[5]!.figure).toBeCloseTo((0.01 * covariance(x, y)) / covariance(x, x), 10);
  });

  it('has the slope of least squares: covariance over variance, by the months of the averages', () => {
    const rates = new Map(usEffectiveRate().observations.map(({ month, value }) => [monthNumber(month), value]));
    const { dates, a, b } = paired(size.returns('Lo 30'), size.returns('Hi 30'));
    const change = (date: string) => rates.get(monthNumber(date))! - rates.get(monthNumber(date) - 1)!;
    const rows = dates.flatMap((date, row) => (Number.isNaN(change(date)) ? [] : [row]));
    const [x, y] = [rows.map((row) => change(dates[row]!)), rows.map((row) => a[row]! - b[row]!)];
    expect(rows).toHaveLength(838); // 1954-08 to 2024-05
    expect(readings[0]).toMatchObject({ n: 838 });
    expect(readings[0]!.figure).toBeCloseTo((0.01 * covariance(x, y)) / covariance(x, x), 10);
  });

  it('knows the target on the day of the decision: half a point less in September 2024', () => {
    expect(ofDecisions(usPolicyRate())('2024-09-30', '2024-08-31')).toBeCloseTo(-0.005, 12);
    expect(ofDecisions(usPolicyRate())('1975-02-28', '1975-01-31')).toBeNaN();
  });

  it.each([
    [-3, 'supported'],
    [3, 'not supported'],
  ])('with %d times the changes of all three rates it is: %s', (times, expected) => {
    const changes = [ofAverages(usEffectiveRate()), ofDecisions(usPolicyRate()), ofAverages(shiller().longRate)];
    const rule = (market: number, date: string) => {
      const month = monthNumber(date);
      const start = endOfMonth(month - 1);
      const moved = changes
        .map((change) => change(date as '2000-01-31', start as '2000-01-31'))
        .filter((one) => !Number.isNaN(one));
      return market + times * moved.reduce((sum, one) => sum + one, 0) + ripple(date) / 10;
    };
    // Bonds lose what rates rise, whatever small caps do.
    const moved = (date: string) => (rule(0, date) - ripple(date) / 10) / times;
    const bonds = made(funds, { IEF: 'SPY', TLT: 'SPY' }, (_, date) => -2 * moved(date) + ripple(date) / 10);
    const small = made(size, { 'Lo 30': 'Hi 30' }, rule);
    expect(c17(small, made(bonds, { IWM: 'SPY' }, rule)).verdict).toBe(expected);
  });
});

/** The last day of a month by its number: 2024-02-29. */
function endOfMonth(month: number): string {
  const [year, index] = [Math.floor(month / 12), month % 12];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][index]!;
  return `${year}-${String(index + 1).padStart(2, '0')}-${days}`;
}

describe('C26, stocks and Treasuries', () => {
  const { verdict, readings } = c26();

  it('moved together as they had not before, but for SHY in the last year, and too few years prove nothing', () => {
    expect(verdict).toBe('depends on the definition');
    expect(readings.map(({ agrees }) => agrees)).toEqual([...Array.from({ length: 8 }, () => true), false, false]);
    for (const { base, interval } of readings.slice(0, 6)) expect(base).toBeLessThan(interval!.low);
    expect(readings.filter(({ informative }) => informative)).toEqual([]);
  });

  it.each([
    [0, '2022-08', 36, 3],
    [1, '2020-08', 60, 5],
    [6, '2024-08', 12, 1],
  ])('has the correlation of reading %d, months from %s to July 2025', (index, from, n, independent) => {
    const window = { from, to: '2025-07' };
    const { a, b } = paired(slice(funds.returns('SPY'), window), slice(funds.returns('IEF'), window));
    expect(a).toHaveLength(n);
    expect(readings[index]).toMatchObject({ n, independent });
    expect(readings[index]!.figure).toBeCloseTo(covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b)), 12);
    expect(readings[6]!.figure).toBeCloseTo(0.16, 2);
  });

  it('shows aside that 40 % of bonds still took off a quarter of the volatility', () => {
    const window = { from: '2022-08', to: '2025-07' };
    const { a, b } = paired(slice(funds.returns('SPY'), window), slice(funds.returns('IEF'), window));
    const mixed = a.map((one, row) => 0.6 * one + 0.4 * b[row]!);
    const [mix] = readings.slice(-1);
    expect([mix!.aside, mix!.counts]).toEqual([true, false]);
    expect(mix!.figure).toBeCloseTo(Math.sqrt(covariance(mixed, mixed) / covariance(a, a)), 12);
    expect(mix!.figure).toBeCloseTo(0.76, 2);
  });

  it('is not supported where bonds do the opposite, and proves nothing where they always went along', () => {
    const bonds = ['IEF', 'TLT', 'SHY'];
    const spy = byDate(funds.returns('SPY'));
    const following = (part: number) =>
      altered(funds, (asset, value, date) =>
        bonds.includes(asset) && !Number.isNaN(value) ? part * spy.get(date)! + 4 * ripple(date) : value,
      );
    expect(c26(following(-0.5)).verdict).toBe('not supported');
    expect(c26(following(0.5)).verdict).toBe('true but uninformative');
  });

  it('does not look past July 2025', () => {
    const later = altered(funds, (_, value, date) => (date > '2025-07-31' ? 0.01 : value));
    expect(c26(later).readings).toEqual(readings);
  });
});
