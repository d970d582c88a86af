import {
  annually,
  backtest,
  cagr,
  defineStrategy,
  fixedMix,
  fromReturns,
  monthly,
  moneyWeightedReturn,
  once,
  slice,
  totalReturn,
  wealth,
} from 'backtilt';
import { usFunds } from 'backtilt/data';
import { randomPanel } from 'backtilt/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { months } from './made-panel.js';

const all = fixedMix({ weights: { A: 1 }, schedule: once() });
const years = (returns: readonly number[]) =>
  fromReturns({
    frequency: 'annual',
    dates: returns.map((_, index) => `${2001 + index}-12`),
    returns: { A: returns },
    units: 'fraction',
  });

describe('the money-weighted return of a result', () => {
  it('is that of a spreadsheet: the XIRR example of Microsoft (10,000 in; 2,750, 4,250, 3,250 and 2,750 out) is 37.3363 %', () => {
    // Microsoft, article Q116041 and the Excel function reference: 0.373362535. What earns the money in between is no matter, as long as 2,750 are left.
    const [first, second, third] = [0.1, 0.2, -0.2];
    const left = ((10000 * (1 + first) - 2750) * (1 + second) - 4250) * (1 + third) - 3250;
    const earned = new Map([
      ['1992-03-01', first],
      ['1992-10-30', second],
      ['1993-02-15', third],
      ['1993-04-01', 2750 / left - 1],
    ]);
    const start = dayNumber(1992, 1, 1);
    const dates = Array.from({ length: dayNumber(1993, 4, 1) - start }, (_, day) => isoDate(start + 1 + day));
    const panel = fromReturns({
      frequency: 'daily',
      base: '1992-01-01',
      dates,
      returns: { A: dates.map((date) => earned.get(date) ?? 0) },
      units: 'fraction',
    });
    const out = (amount: number, date: string) => ({ amount, schedule: [date] });
    const result = backtest(panel, all, {
      flows: {
        initial: 10000,
        withdrawals: [out(2750, '1992-03-01'), out(4250, '1992-10-30'), out(3250, '1993-02-15')],
      },
    });
    const money = moneyWeightedReturn(result);
    expect(money.final).toBeCloseTo(2750, 9);
    expect(money.rate).toBeCloseTo(0.373362535, 8);
    expect(money).toMatchObject({ unique: true, signChanges: 1, initial: 10000, contributed: 0, withdrawn: 10250 });
  });

  it('solves 100 x³ + 100 x² = 125 for 100 at the start, 100 a year later and 125 after three years of 365 days', () => {
    const flows = { initial: 100, contributions: { amount: 100, schedule: ['2001-12-31'] } };
    const money = moneyWeightedReturn(backtest(years([0.5, 0, -0.5]), all, { flows }));
    const x = 1 + money.rate;
    expect(100 * x ** 3 + 100 * x ** 2).toBeCloseTo(125, 10);
    expect(money).toMatchObject({ contributed: 100, withdrawn: 0, final: 125, from: '2000-12-31', to: '2003-12-31' });
    // The fund itself: 1.5 × 1 × 0.5 in three years.
    expect(money.timeWeighted).toBeCloseTo(0.75 ** (1 / 3) - 1, 14);
    expect(money.overPeriod).toBeCloseTo(x ** 3 - 1, 14);
  });

  it('of 1,000 and 100 a month in SPY from 2000 to 2024 is 10.75 %, by a second program (SciPy, root by brentq)', () => {
    const flows = { initial: 1000, contributions: { amount: 100, schedule: monthly() } };
    const window = { from: '2000-01', to: '2024-12' };
    const held = fixedMix({ weights: { SPY: 1 }, schedule: once() });
    const money = moneyWeightedReturn(backtest(usFunds(), held, { flows, window }));
    expect(money.final).toBeCloseTo(151639.52454457805, 6);
    expect(money.contributed).toBe(30000);
    expect(money.rate).toBeCloseTo(0.10749841103821513, 12);
  });

  it('without flows it is the growth on actual days over 365, beside the CAGR on the years of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 12, max: 40 }), (seed, rows) => {
        const result = backtest(randomPanel({ assets: ['A'], rows, seed }), all, { costs: { tradingBps: 10 } });
        const days = result.calendar.days[rows - 1]! - result.calendar.base;
        const money = moneyWeightedReturn(result);
        expect(money.rate).toBeCloseTo(wealth(result).at(-1)! ** (365 / days) - 1, 12);
        expect(money.timeWeighted).toBeCloseTo(money.rate, 12);
        expect(money.overPeriod).toBeCloseTo(totalReturn(result), 12);
        expect(money.cagr).toBe(cagr(result));
      }),
      { numRuns: 20 },
    );
  });

  it('is no yearly figure under one year, but one of the whole period', () => {
    const money = moneyWeightedReturn(backtest(months({ A: [0.1, 0.1, 0.1] }), all));
    expect([money.rate, money.timeWeighted, money.cagr]).toEqual([NaN, NaN, NaN]);
    expect(money.overPeriod).toBeCloseTo(0.331, 12);
    expect(String(money)).toContain('Under one year');
  });

  it('says when several rates solve it, and picks none', () => {
    // −100, +230, −132, then what is left of 132.7 after a loss of 99 %.
    const flows = {
      initial: 100,
      withdrawals: { amount: 230, schedule: ['2001-12-31'] },
      contributions: { amount: 132, schedule: ['2002-12-31'] },
    };
    const money = moneyWeightedReturn(backtest(years([2, -0.99, -0.99]), all, { flows }));
    expect(money.final).toBeCloseTo(1.327, 12);
    expect(money.rate).toBeNaN();
    expect(money.unique).toBe(false);
    expect(money.signChanges).toBe(3);
    for (const root of money.roots) {
      const x = 1 + root;
      expect(-100 * x ** 3 + 230 * x ** 2 - 132 * x + 1.327).toBeCloseTo(0, 9);
    }
    expect(money.roots).toHaveLength(3);
    expect(String(money)).toContain('Warning: the money-weighted return is undefined: 3 rates solve it');
  });

  it('all of it lost and nothing taken out is −100 %; with something taken out it is what that is worth', () => {
    const twice = defineStrategy({ name: 'twice', assets: ['A'], schedule: once(), decide: () => ({ A: 2 }) });
    const rules = { leverage: { max: 2, borrowSpread: 0, shortFee: 0 } };
    const lost = moneyWeightedReturn(backtest(years([0, -0.6, 0]), twice, { rules }));
    expect([lost.rate, lost.overPeriod, lost.final, lost.cagr]).toEqual([-1, -1, 0, -1]);
    expect(String(lost)).toContain('All wealth was lost');
    const flows = { initial: 100, withdrawals: { amount: 50, schedule: ['2001-12-31'] } };
    // −100, +50 a year later, then nothing: x = 0.5.
    expect(moneyWeightedReturn(backtest(years([0, -0.6, 0]), twice, { rules, flows })).rate).toBeCloseTo(-0.5, 12);
  });

  it('a portfolio that withdrawals used up has the rate of what was taken', () => {
    const flows = { initial: 100, withdrawals: { amount: 66, schedule: ['2001-12-31', '2002-12-31'] } };
    const result = backtest(years([0.1, 0.1, 0.1]), all, { flows });
    expect(result.end).toBe('depleted');
    // 110 − 66 = 44; 48.4 are taken, which is all: both years earned 10 %.
    expect(moneyWeightedReturn(result)).toMatchObject({ withdrawn: expect.closeTo(114.4, 10) as number, final: 0 });
    expect(moneyWeightedReturn(result).rate).toBeCloseTo(0.1, 12);
  });

  it('of a part of a result counts the wealth with which the part begins as put in', () => {
    const growing = years(Array<number>(6).fill(0.1));
    const flows = {
      initial: 100,
      contributions: { amount: 50, schedule: annually(), at: 'start' as const },
      withdrawals: { share: 0.2, schedule: annually() },
    };
    const part = slice(backtest(growing, all, { flows }), { from: '2003-01', to: '2005-12' });
    const money = moneyWeightedReturn(part);
    // 10 % a year whatever comes and goes, but one year has 366 days: 1.1³ in 1096 days lies within.
    expect(money.rate).toBeCloseTo(0.1, 3);
    expect(money.initial).toBe(part.ledger.opening[0]);
    const moved = part.ledger.flows.reduce((sum, value) => sum + value, 0);
    expect(money.contributed - money.withdrawn).toBeCloseTo(moved, 10);
  });

  it('is frozen, and refuses what is no result', () => {
    expect(Object.isFrozen(moneyWeightedReturn(backtest(years([0.1]), all)))).toBe(true);
    expectInputError('series.invalid', ['backtest(panel, strategy)'], () =>
      moneyWeightedReturn(years([0.1]).returns('A') as never),
    );
  });
});
