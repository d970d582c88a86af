import { describe, expect, it } from 'vitest';
import { usFunds, usTreasuryBill } from '../../src/data/index.js';
import { backtest, slice } from '../../src/engine/index.js';
import { fromReturns } from '../../src/panel/index.js';
import { compare, compareSeries, type ComparisonGroup, toCsv } from '../../src/report/index.js';
import { meanAbsoluteDeviation, summarize, ulcerIndex } from '../../src/stats/index.js';
import { fixedMix, smallCapTilt } from '../../src/strategy/index.js';
import { annually } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const funds = usFunds();
const riskFree = usTreasuryBill();
const all: readonly ComparisonGroup[] = ['returns', 'risk', 'drawdown', 'ratios', 'benchmark', 'trading'];
const tilt = backtest(funds, smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }), {
  costs: { tradingBps: 10 },
});
const labelsOf = ({ table }: { readonly table: { readonly texts: readonly (readonly string[])[] } }): string[] =>
  table.texts.map(([label]) => label!);

/** Four years, so that trading happens three times after the first purchase. */
const years = fromReturns({
  frequency: 'annual',
  dates: ['2020-12', '2021-12', '2022-12', '2023-12'],
  returns: { A: [0.5, 0, 0.2, 0.1], B: [-0.5, 0.1, 0.1, 0.1] },
});
const half = backtest(
  years,
  fixedMix({ weights: { A: 0.5, B: 0.5 }, name: 'Halves', schedule: annually({ month: 12 }) }),
  { costs: { tradingBps: 100 } },
);

describe('groups of a comparison', () => {
  const usual = compare(funds, ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree });

  it('none, or an empty list, leave the usual rows and columns', () => {
    const none = compare(funds, ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree, groups: [] });
    expect(String(none)).toBe(String(usual));
    expect(toCsv(none)).toBe(toCsv(usual));
    expect(usual.columns).toHaveLength(31);
  });

  it('add their rows under a heading, each once, in the order asked for; what is shown already is not repeated', () => {
    const more = compare(funds, ['AVUV', 'IWM'], {
      benchmark: 'SPY',
      riskFree,
      groups: ['drawdown', 'risk', 'drawdown'],
    });
    const labels = labelsOf(more);
    const before = labelsOf(usual);
    expect(labels.slice(0, before.length)).toEqual(before);
    expect(labels[before.length]).toBe('DRAWDOWN');
    expect(labels.indexOf('RISK')).toBeGreaterThan(labels.indexOf('Ulcer index'));
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => label === 'Volatility' || label === 'Max drawdown')).toHaveLength(2);
    expect(more.notes.join(' ')).toContain('value at risk and shortfall at 95 %');
    expect(usual.notes.join(' ')).not.toContain('value at risk');
  });

  it('hold what the functions give over the common window', () => {
    const more = compare(funds, ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree, groups: ['drawdown', 'risk'] });
    const avuv = funds.returns('AVUV'); // the one that limits the window
    expect(more.rows[0]).toMatchObject({
      ulcerIndex: ulcerIndex(avuv),
      meanAbsoluteDeviation: meanAbsoluteDeviation(avuv),
    });
    expect(more.table.texts.find(([label]) => label === 'Ulcer index')?.[1]).toBe(
      `${(ulcerIndex(avuv) * 100).toFixed(2)} %`,
    );
  });

  it('all together show every figure of a summary, and all of them are columns of the file', () => {
    const whole = compareSeries([tilt], { benchmark: funds.returns('SPY'), riskFree, groups: all });
    const [row] = whole.rows;
    const { returns, risk, drawdown, ratios, benchmark } = whole.compared[0]!.summary;
    const renamed = { count: 'drawdowns', longestDays: 'longestDrawdownDays' } as const;
    const figures = { ...returns, ...risk, ...drawdown, ...ratios, ...benchmark };
    for (const [name, value] of Object.entries(figures) as [string, unknown][]) {
      if (typeof value !== 'number' || name === 'periods') continue;
      const key = name in renamed ? renamed[name as keyof typeof renamed] : name;
      expect(row![key], key).toBe(Number.isNaN(value) ? null : value);
    }
    expect(row!['commonPeriods']).toBe(314);
    expect(toCsv(whole).split('\n')[0]!.split(',')).toEqual(whole.columns);
    expect(labelsOf(whole).filter((label) => label === label.toUpperCase() && !/^(CAGR|R²)$/.test(label))).toEqual([
      'RETURNS',
      'RISK',
      'DRAWDOWN',
      'RATIOS',
      'AGAINST THE BENCHMARK',
      'TRADING',
    ]);
  });

  it('that apply to none of the series have no rows: no benchmark, no backtest', () => {
    const plain = compare(funds, ['IWM'], { groups: ['benchmark', 'trading'] });
    expect(labelsOf(plain)).toEqual(labelsOf(compare(funds, ['IWM'])));
    expect(plain.rows[0]).toMatchObject({ upCapture: null, totalCost: null });
  });

  it('trading: the first purchase of 1 costs 1 %, the later turnover is the drift traded back', () => {
    // Weights drift to .75/.25, .5/.55 of 1.05, .6/.55 of 1.15.
    const later = 0.25 + (0.55 / 1.05 - 0.5) + (0.6 / 1.15 - 0.5);
    const [row] = compareSeries([half], { groups: ['trading'] }).rows;
    expect(row).toMatchObject({
      firstPurchase: 1,
      firstPurchaseCost: expect.closeTo(0.01, 12) as number,
      turnover: expect.closeTo(later, 12) as number,
      totalCost: expect.closeTo(
        1 - 0.99 * (1 - 0.02 * 0.25) * (1 - 0.02 * (0.55 / 1.05 - 0.5)) * (1 - 0.02 * (0.6 / 1.15 - 0.5)),
        12,
      ) as number,
    });
  });

  it('refuse what is none of them, and what is no list', () => {
    expectInputError('option.range', ['compareSeries', 'groups[1]', '"alpha"', "'drawdown'"], () =>
      compareSeries([tilt], { groups: ['risk', 'alpha' as never] }),
    );
    expectInputError('option.type', ['compareSeries', '"groups"', 'array', '"risk"'], () =>
      compareSeries([tilt], { groups: 'risk' as never }),
    );
  });
});

describe('the window of a comparison', () => {
  const window = { from: '2010-01', to: '2015-12' };

  it('cuts backtests with their trades and costs, and series', () => {
    const {
      rows,
      compared,
      notes,
      window: said,
    } = compareSeries([tilt], {
      benchmark: funds.returns('SPY'),
      labels: ['Tilt', 'SPY'],
      window,
    });
    const part = slice(tilt, window);
    expect(said).toBe('2010-01 to 2015-12 (72 months)');
    expect(rows[0]).toMatchObject({
      decisions: part.decisions.length,
      turnoverPerYear: part.turnover.perYear,
      costDragPerYear: part.costs.dragPerYear,
    });
    expect(compared[0]!.summary.cagr).toBe(summarize(slice(tilt, window)).cagr);
    expect(notes.join(' ')).toContain('A slice of a run from 2000-06 to 2026-07');
    expect(notes.join(' ')).not.toContain('whole backtest');
  });

  it('gives the turnover of the window compared where another series makes it shorter', () => {
    const [row] = compareSeries([tilt], {
      benchmark: funds.returns('AVUV'),
      window: { from: '2010-01', to: '2022-12' },
    }).rows;
    const part = slice(tilt, { from: '2019-10', to: '2022-12' });
    expect(row).toMatchObject({ from: '2019-10-31', periods: 39, turnoverPerYear: part.turnover.perYear });
  });

  it('of the second year: what was bought at the close before it is not its turnover', () => {
    // Trades at the close of row t belong to row t: in 2021 only that of its end, 0.55 / 1.05 − 0.5.
    const [row] = compareSeries([half], { window: { from: '2021-01', to: '2021-12' } }).rows;
    expect(row!['turnoverPerYear']).toBeCloseTo(0.55 / 1.05 - 0.5, 12);
  });

  it('in which a series has no row, or that is none, is refused by its name', () => {
    expectInputError('panel.empty-window', ['compareSeries', '"IWM"', '1990-01'], () =>
      compareSeries([funds.returns('IWM')], { window: { from: '1990-01', to: '1990-12' } }),
    );
    expectInputError('series.invalid', ['compareSeries', 'series 0'], () => compareSeries([5 as never], { window }));
    expectInputError('option.unknown', ['compareSeries', 'form', 'from'], () =>
      compareSeries([tilt], { window: { form: '2010-01' } as never }),
    );
  });
});
