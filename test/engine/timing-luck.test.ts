import {
  annually,
  backtest,
  cagr,
  defineStrategy,
  everyPeriods,
  fixedMix,
  fromReturns,
  maxDrawdown,
  monthly,
  once,
  quarterly,
  smallCapTilt,
  timingLuck,
  tranches,
  volatility,
  wealth,
  type Panel,
  type Schedule,
} from 'backtilt';
import { usFunds } from 'backtilt/data';
import { randomPanel } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
import { months } from './made-panel.js';

const years = <Asset extends string>(returns: Readonly<Record<Asset, readonly number[]>>): Panel<Asset> => {
  const columns: readonly (readonly number[])[] = Object.values(returns);
  const dates = columns[0]!.map((_, index) => `${2001 + index}-12`);
  return fromReturns<Asset>({ frequency: 'annual', dates, returns, units: 'fraction' });
};
const half = (schedule: Schedule) => fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule });
const panel = randomPanel({ assets: ['A', 'B'], rows: 60, seed: 11 });

describe('timing luck', () => {
  it('is the spread and the deviation of the same mix on two offsets, worked out by hand', () => {
    // A doubles twice, then nothing moves; B never does. Offset 0 trades back after row 1: 1.5 and 2.5. Offset 1 does so after row 0: 0.75 and 0.75 of 1.5, then 2.25.
    const luck = timingLuck(years({ A: [1, 1, 0, 0], B: [0, 0, 0, 0] }), half, { every: 2 });
    const [late, early] = [2.5 ** 0.25 - 1, 2.25 ** 0.25 - 1];
    expect(luck.variants.map((variant) => variant.cagr)).toEqual([about(late), about(early)]);
    expect(luck.variants.map(({ label }) => label)).toEqual(['every 2 periods', 'every 2 periods from the 1st on']);
    expect(luck.spread).toBeCloseTo(late - early, 14);
    // Of two numbers the sample standard deviation is their distance over √2.
    expect(luck.standardDeviation).toBeCloseTo((late - early) / Math.SQRT2, 14);
    expect([luck.best, luck.worst]).toEqual(['every 2 periods', 'every 2 periods from the 1st on']);
    expect(wealth(luck.tranched).at(-1)).toBeCloseTo((2.5 + 2.25) / 2, 14);
    expect(luck.tranchedFigures.cagr).toBeCloseTo(2.375 ** 0.25 - 1, 14);
  });

  it('every month of the year: each variant is the plain loop of a mix traded back in that month', () => {
    const luck = timingLuck(panel, half, { every: 'month' });
    const [a, b] = [panel.returns('A').values, panel.returns('B').values];
    expect(luck.variants).toHaveLength(12);
    luck.variants.forEach(({ result, label }, index) => {
      let [inA, inB] = [0.5, 0.5];
      for (let row = 0; row < 60; row++) {
        inA *= 1 + a[row]!;
        inB *= 1 + b[row]!;
        if (row % 12 === index) [inA, inB] = [(inA + inB) / 2, (inA + inB) / 2];
      }
      expect(wealth(result).at(-1), label).toBeCloseTo(inA + inB, 12);
    });
    expect(luck.variants[2]).toMatchObject({ label: 'annually in March', schedule: annually({ month: 3 }) });
    expect(Array.from(luck.tranched.values)).toEqual(
      Array.from(tranches(luck.variants.map(({ result }) => result)).values),
    );
  });

  it('gives each variant the figures of its own backtest, and takes all of the options of one', () => {
    const options = { costs: { tradingBps: 20 }, executionLag: 1, window: { from: '2001-01' } };
    const luck = timingLuck(panel, half, { every: 3, benchmark: 'A', ...options });
    const alone = backtest(panel, half(everyPeriods(3, { offset: 2 })), options);
    const found = luck.variants[2]!;
    expect(found.cagr).toBe(cagr(alone));
    expect(found.volatility).toBe(volatility(alone));
    expect(found.maxDrawdown).toBe(maxDrawdown(alone));
    const benchmark = panel.returns('A').values.slice(12);
    const gap = alone.values.reduce((sum, value, row) => sum + value - benchmark[row]!, 0) / 48;
    expect(found.activeReturn).toBeCloseTo(gap * 12, 14);
    expect([...luck].map((row) => row['schedule'])).toEqual([
      ...luck.variants.map(({ label }) => label),
      'equal parts of all 3',
      'A',
    ]);
  });

  it('starts all variants on one base, even where one needs more history or the benchmark begins later', () => {
    const needing = (schedule: Schedule) =>
      defineStrategy({
        name: 'needs history',
        assets: ['A', 'B'],
        lookback: schedule.kind === 'monthly' ? 9 : 2,
        schedule,
        decide: () => ({ A: 1 }),
      });
    const schedules = [monthly(), quarterly()];
    const luck = timingLuck(panel, needing, { schedules });
    expect(luck.base).toBe('2000-09-30');
    expect(luck.variants.map(({ result }) => [result.calendar.date(-1), result.calendar.length])).toEqual([
      ['2000-09-30', 51],
      ['2000-09-30', 51],
    ]);
    const late = months({ L: [0.01, 0.02] }, '2001-02').returns('L');
    const beside = timingLuck(panel, needing, { schedules, benchmark: late });
    expect([beside.base, beside.from, beside.to]).toEqual(['2001-01-31', '2001-02-28', '2001-03-31']);
    expect(beside.variants.map(({ result }) => result.calendar.length)).toEqual([2, 2]);
    expect(beside.spread).toBeNaN();
    expect(beside.best).toBeNull();
    expect(String(beside)).toContain('under one year');
  });

  it('says that all decide at the base and buy later, where trades lag', () => {
    const { base, notes, variants } = timingLuck(panel, half, { every: 'month', executionLag: 2 });
    expect(base).toBe('1999-12-31');
    expect(variants[0]!.result.trades[0]!.date).toBe('2000-02-29');
    expect(notes.join(' ')).toContain('first at the close of 1999-12-31, buy 2 rows later (execution lag 2), and hold');
  });

  it('has none where there is nothing to trade back', () => {
    const luck = timingLuck(panel, (schedule) => fixedMix({ weights: { A: 1 }, schedule }), { every: 'month' });
    expect(luck.standardDeviation).toBe(0);
    expect(luck.spread).toBeLessThan(1e-14);
  });

  it('compares up to the row on which a variant was ruined, and says so', () => {
    // Twice levered: +50 % makes 3 − 1 = 2. Left alone, −60 % leaves 1.2 − 1; traded back to 4 − 2, it leaves 1.6 − 2: nothing.
    const twice = (schedule: Schedule) =>
      defineStrategy({ name: 'twice', assets: ['A'], schedule, decide: () => ({ A: 2 }) });
    const luck = timingLuck(years({ A: [0.5, -0.6, 0.5, 0.5] }), twice, {
      every: 2,
      rules: { leverage: { max: 2, borrowSpread: 0, shortFee: 0 } },
    });
    expect(luck.variants.map((variant) => variant.cagr)).toEqual([about(0.2 ** 0.5 - 1), -1]);
    expect(luck.to).toBe('2002-12-31');
    expect(wealth(luck.tranched).at(-1)).toBeCloseTo(0.1, 14);
    expect(luck.notes.join(' ')).toContain('from the 1st on is ruined on 2002-12-31');
  });

  it('shows itself with the window, the base, and the warning that the best date is luck', () => {
    const text = String(timingLuck(panel, half, { every: 'month', costs: { tradingBps: 5 } }));
    expect(text).toContain('rebalance timing luck, 2000-01 to 2004-12');
    expect(text).toContain('luck, not skill');
    expect(text).toContain('All decide first at the close of 1999-12-31, buy at it, and hold');
    expect(text).toContain('Trading costs: 5 bp');
    expect(text).not.toContain('Decides annually');
    const short = timingLuck(months({ A: [0.1, 0.1, 0.1], B: [0, 0, 0] }), half, { every: 'month' });
    expect(String(short)).toContain('no trade after the first purchase: annually in March');
  });

  it('refuses a strategy that did not take the schedule, and fewer than two schedules', () => {
    expectInputError('strategy.invalid', ['two variants decide once', 'Pass the schedule on'], () =>
      timingLuck(panel, () => half(once()), { every: 'month' }),
    );
    expectInputError('option.missing', ['"every"', '"schedules"'], () => timingLuck(panel, half, {}));
    expectInputError('option.range', ['found both'], () => timingLuck(panel, half, { every: 3, schedules: [once()] }));
    expectInputError('option.range', ['"schedules" has 1'], () => timingLuck(panel, half, { schedules: [once()] }));
    expectInputError('option.range', ['"every" is 1', 'number of rows'], () => timingLuck(panel, half, { every: 1 }));
    expectInputError('option.type', ["'month' or a number"], () =>
      timingLuck(panel, half, { every: 'week' as 'month' }),
    );
    expectInputError('option.range', ['annual rows has 1 month'], () =>
      timingLuck(years({ A: [0.1, 0.1], B: [0, 0] }), half, { every: 'month' }),
    );
    expectInputError('option.unknown', ['"benchmrk"', 'benchmark'], () =>
      timingLuck(panel, half, { every: 3, benchmrk: 'A' } as object),
    );
    expectInputError('asset.unknown', ['"C"'], () => timingLuck(panel, half, { every: 3, benchmark: 'C' as 'A' }));
    expectInputError('option.type', ['(schedule) => strategy'], () =>
      timingLuck(panel, half(once()) as unknown as typeof half, { every: 3 }),
    );
    const before = months({ L: [0.01] }, '1990-01').returns('L');
    expectInputError('panel.empty-window', ["L has no return on the panel's rows"], () =>
      timingLuck(panel, half, { every: 3, benchmark: before }),
    );
  });
});

describe('on the bundled funds to the end of 2024, held by a second program (NumPy, written from the definitions alone)', () => {
  const window = { to: '2024-12' };
  const costs = { tradingBps: 10 };

  it('a 30 % small-cap tilt: 0.07 % a year between March and December', () => {
    const luck = timingLuck(
      usFunds(),
      (schedule) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule }),
      { every: 'month', window, costs },
    );
    expect([luck.from, luck.tranched.values.length]).toEqual(['2000-06-30', 295]);
    expect(luck.spread).toBeCloseTo(0.0007240542447219944, 12);
    expect(luck.standardDeviation).toBeCloseTo(0.00023480955436526942, 12);
    expect([luck.best, luck.worst]).toEqual(['annually in March', 'annually in December']);
    expect(luck.tranchedFigures.cagr).toBeCloseTo(0.07939435876417056, 12);
  });

  it('a momentum rotation every 12 months: 1.25 % a year between two offsets', () => {
    const luck = timingLuck(
      usFunds(),
      (schedule) =>
        defineStrategy({
          name: 'Momentum rotation',
          assets: ['SPY', 'IWM'],
          lookback: 12,
          schedule,
          decide: (view) => (view.totalReturn('IWM', 12) > view.totalReturn('SPY', 12) ? { IWM: 1 } : { SPY: 1 }),
        }),
      { every: 12, window, costs },
    );
    expect(luck.spread).toBeCloseTo(0.012512675942245588, 12);
    expect(luck.standardDeviation).toBeCloseTo(0.004950856105931026, 12);
    expect([luck.best, luck.worst]).toEqual(['every 12 periods', 'every 12 periods from the 9th on']);
  });
});
