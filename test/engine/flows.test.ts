import { addIndicator, annually, backtest, fixedMix, quarterly, type Flow, type Flows } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { closings, near, years } from './by-hand.js';
import { months } from './made-panel.js';

const all = fixedMix({ weights: { A: 1 }, schedule: annually() });
const tenth = years({ A: [0.1, 0.1, 0.1] });
const yearly = (flow: Partial<Flow>): Flow => ({ schedule: annually(), ...flow });
const moved = (panel: Parameters<typeof backtest>[0], flows: Flows) =>
  backtest(panel, all as never, { flows }).flows.map(({ date, amount }) => [date, Number(amount.toFixed(8))]);

describe('regular contributions', () => {
  it('at the end of each year are an ordinary annuity: 1,331 and 100 × ((1.1³ − 1) / 0.1) = 331', () => {
    const contributions = yearly({ amount: 100 });
    const result = backtest(tenth, all, { flows: { initial: 1000, contributions } });
    near(closings(result), [1200, 1420, 1331 + 331]);
    expect(result.flows).toEqual([
      { date: '2020-12-31', amount: 100 },
      { date: '2021-12-31', amount: 100 },
      { date: '2022-12-31', amount: 100 },
    ]);
  });

  it('at the start of each year are an annuity-due: the same, a year longer, 331 × 1.1', () => {
    const contributions = yearly({ amount: 100, at: 'start' });
    const result = backtest(tenth, all, { flows: { initial: 1000, contributions } });
    near([closings(result)[2]!], [1331 + 364.1]);
    expect(result.flows.map(({ date }) => date)).toEqual(['2019-12-31', '2020-12-31', '2021-12-31']);
    // The first row's flows include the one at the base.
    near(Array.from(result.ledger.flows), [200, 100, 0]);
    near([result.ledger.opening[0]!], [1000]);
  });

  it('do not change the returns: 10 % a year, whatever came', () => {
    for (const at of ['start', 'end'] as const) {
      const result = backtest(tenth, all, { flows: { initial: 1, contributions: yearly({ amount: 5, at }) } });
      near(result.values.slice(), [0.1, 0.1, 0.1]);
    }
  });

  it('fall on scheduled rows only, between the days that are given', () => {
    const panel = months({ A: Array.from({ length: 9 }, () => 0) });
    const quarter: Flow = { amount: 10, schedule: quarterly() };
    expect(moved(panel, { initial: 100, contributions: quarter }).map(([date]) => date)).toEqual([
      '2020-03-31',
      '2020-06-30',
      '2020-09-30',
    ]);
    expect(moved(panel, { initial: 100, contributions: { ...quarter, at: 'start' } }).map(([date]) => date)).toEqual([
      '2019-12-31',
      '2020-03-31',
      '2020-06-30',
    ]);
    const bounded: Flow = { ...quarter, from: '2020-04', to: '2020-06' };
    expect(moved(panel, { initial: 100, contributions: bounded })).toEqual([['2020-06-30', 10]]);
  });
});

describe('regular withdrawals', () => {
  it('at the end follow 1,000 × 1.1ⁿ − 200 × ((1.1ⁿ − 1) / 0.1)', () => {
    const result = backtest(tenth, all, { flows: { initial: 1000, withdrawals: yearly({ amount: 200 }) } });
    near(closings(result), [900, 790, 669]);
  });

  it('at the start are that from what is left: (1,000 − 200) × 1.1, and so on', () => {
    const withdrawals = yearly({ amount: 200, at: 'start' });
    const result = backtest(tenth, all, { flows: { initial: 1000, withdrawals } });
    // At the close of a year the withdrawal for the next one has happened; the last year has none.
    near(closings(result), [680, 548, 602.8]);
  });

  it('of a share are a geometric path: the 4 % rule of what there is leaves (0.96 × 1.1)ⁿ', () => {
    const result = backtest(tenth, all, { flows: { initial: 1000, withdrawals: yearly({ share: 0.04 }) } });
    near(closings(result), [1056, 1115.136, 1177.583616]);
    near(
      result.flows.map(({ amount }) => amount),
      [-44, -46.464, -49.065984],
    );
  });

  it('after contributions at the same close, in the order in which they are given', () => {
    const flows: Flows = {
      initial: 1000,
      contributions: [yearly({ amount: 100 }), yearly({ share: 0.5 })],
      withdrawals: [yearly({ share: 0.1 }), yearly({ amount: 35 })],
    };
    // 1,100 + 100 = 1,200; + 600; − 180; − 35.
    expect(moved(years({ A: [0.1] }), flows).map(([, amount]) => amount)).toEqual([100, 600, -180, -35]);
  });

  it('of more than there is empties the portfolio: the run ends there, and its return is that of the asset', () => {
    const panel = years({ A: [0.5, 0.2, 0.1, 0.1] });
    const result = backtest(panel, all, { flows: { initial: 1000, withdrawals: yearly({ amount: 900 }) } });
    // 1,500 − 900 = 600; 720 are all that can be taken.
    expect(result.end).toBe('depleted');
    expect(result.flows).toEqual([
      { date: '2020-12-31', amount: -900 },
      { date: '2021-12-31', amount: -720 },
    ]);
    near(closings(result), [600, 0]);
    near(result.values.slice(), [0.5, 0.2]);
    expect(result.warnings).toContain('Withdrawals used up all wealth on 2021-12-31: the run ends there.');
  });

  it('of exactly what there is does, too; a share of 1 as well', () => {
    const flat = years({ A: [0, 0, 0] });
    for (const flow of [{ amount: 1000 }, { share: 1 }]) {
      const result = backtest(flat, all, { flows: { initial: 1000, withdrawals: yearly(flow) } });
      expect([result.end, result.settings.to, closings(result)]).toEqual(['depleted', '2020-12-31', [0]]);
    }
  });
});

describe('amounts that grow with prices', () => {
  it('by a rate: the amount is in money of the base, and has grown by the years that have passed', () => {
    const grown = yearly({ amount: 100, inflation: 0.02 });
    const late = [102, 104.04, 106.1208];
    expect(moved(tenth, { initial: 1000, withdrawals: grown }).map(([, amount]) => amount)).toEqual(
      late.map((x) => -x),
    );
    expect(
      moved(tenth, { initial: 1000, contributions: { ...grown, at: 'start' } }).map(([, amount]) => amount),
    ).toEqual([100, 102, 104.04]);
  });

  it('by a rate within the year: a month is a twelfth of it, compounded', () => {
    const panel = months({ A: Array.from({ length: 12 }, () => 0) });
    const monthlyFlow: Flow = { amount: 100, schedule: ['2020-01', '2020-12-31'].map((day) => day), inflation: 0.21 };
    const amounts = backtest(panel, all, { flows: { initial: 1, contributions: monthlyFlow } }).flows;
    near(
      amounts.map(({ amount }) => amount),
      [100 * 1.21 ** (1 / 12), 121],
    );
  });

  it('by an indicator, as it was known on the day: a price index that is published a month later is a month behind', () => {
    const panel = addIndicator(tenth, 'prices', [
      { knownOn: '2019-12-15', value: 200 },
      { knownOn: '2020-12-15', value: 210 },
      // The index of the next December comes in January.
      { knownOn: '2022-01-15', value: 230 },
    ]);
    const contributions = yearly({ amount: 100, inflation: 'prices' });
    expect(moved(panel, { initial: 1000, contributions }).map(([, amount]) => amount)).toEqual([105, 105, 115]);
  });
});

describe('flows on days', () => {
  const panel = months({ A: [0.1, 0.1, 0.1, 0.1] });

  it('fall on the first row on or after their day, and earn from there', () => {
    const contributions: Flow = { amount: 10, schedule: ['2020-01-31', '2020-02-01'] };
    const result = backtest(panel, all, { flows: { initial: 100, contributions } });
    near(closings(result), [120, 142, 156.2, 171.82]);
    expect(result.flows.map(({ date }) => date)).toEqual(['2020-01-31', '2020-02-29']);
  });

  it('at the start may fall on the base, and two of one row are two', () => {
    const contributions: Flow = { amount: 10, schedule: ['2019-12-31', '2020-03-01', '2020-03-31'], at: 'start' };
    const result = backtest(panel, all, { flows: { initial: 100, contributions } });
    near(closings(result), [121, 133.1, 146.41 + 20, 166.41 * 1.1]);
    near(Array.from(result.ledger.flows), [10, 0, 20, 0]);
  });
});
