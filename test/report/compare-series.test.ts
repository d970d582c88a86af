import { describe, expect, it } from 'vitest';
import { frenchSize, usFunds, usFundsDaily, usTreasuryBill } from '../../src/data/index.js';
import { backtest, constantMixOf } from '../../src/engine/index.js';
import {
  fromPrices,
  fromReturns,
  makeReturnSeries,
  type ReturnSeries,
  type SeriesMeta,
  slice,
} from '../../src/panel/index.js';
import { compareSeries } from '../../src/report/index.js';
import { fixedMix, smallCapTilt } from '../../src/strategy/index.js';
import { annually, isoDate, parseIsoDate, weekday } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const funds = usFunds();

/** Four years, so that trading happens three times after the first purchase. */
const years = fromReturns({
  frequency: 'annual',
  dates: ['2020-12', '2021-12', '2022-12', '2023-12'],
  returns: { A: [0.5, 0, 0.2, 0.1], B: [-0.5, 0.1, 0.1, 0.1] },
});
const half = backtest(
  years,
  fixedMix({ weights: { A: 0.5, B: 0.5 }, name: 'Halves', schedule: annually({ month: 12 }) }),
  {
    costs: { tradingBps: 100 },
  },
);

/** A monthly series of 2023 and 2024 with a description of its own. */
function monthly(
  name: string,
  meta: Partial<SeriesMeta>,
  values: readonly number[] = new Array<number>(24).fill(0.01),
): ReturnSeries {
  const dates = Array.from({ length: 24 }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    return `${index < 12 ? '2023' : '2024'}-${month}` as `${number}-${number}`;
  });
  const { calendar } = fromReturns({ frequency: 'monthly', dates, returns: { X: values } });
  return makeReturnSeries(name, calendar, Float64Array.from(values), { kind: 'total', net: false, ...meta });
}

const notesOf = (...series: readonly ReturnSeries[]): string => compareSeries(series).notes.join('\n');

describe('compareSeries: results of backtests', () => {
  const { rows, table, notes } = compareSeries([half], { benchmark: years.returns('A'), labels: ['Mix', 'A'] });
  const text = (label: string): string | undefined => table.texts.find(([first]) => first === label)?.[1];

  it('show decisions, trades, turnover and cost drag; the benchmark, which never trades, shows none', () => {
    // At base, then after the first three years. Weights drift to .75/.25, .5/.55 of 1.05, .6/.55 of 1.15.
    const oneWay = [0.25, 0.55 / 1.05 - 0.5, 0.6 / 1.15 - 0.5];
    const turnover = oneWay.reduce((sum, value) => sum + value, 0) / 4;
    expect(rows[0]).toMatchObject({ decisions: 4, trades: 4, turnoverPerYear: expect.closeTo(turnover, 12) as number });
    expect(text('Turnover a year')).toBe(`${(turnover * 100).toFixed(2)} %`);
    expect([text('Decisions'), text('Trades')]).toEqual(['4', '4']);
    expect(rows[1]).toMatchObject({ decisions: null, trades: null, turnoverPerYear: null, costDragPerYear: null });
    expect(table.texts.at(-1)).toEqual(['Trades', '4', '–']);
  });

  it('show what costs took a year: 1 % of what is bought and sold', () => {
    const gross = 1 * 1.05 * 1.15 * 1.1;
    // Bought and sold: 1 at first, then twice the one-way turnover; each charged on the wealth at the trade.
    const kept = [1, 2 * 0.25, 2 * (0.55 / 1.05 - 0.5), 2 * (0.6 / 1.15 - 0.5)].reduce(
      (product, traded) => product * (1 - 0.01 * traded),
      1,
    );
    const drag = gross ** (1 / 4) - (gross * kept) ** (1 / 4);
    expect(rows[0]!['costDragPerYear']).toBeCloseTo(drag, 4);
    expect(text('Cost drag a year')).toBe(`${((rows[0]!['costDragPerYear'] as number) * 100).toFixed(2)} %`);
    expect(rows[0]!['cagr']).toBeCloseTo((gross * kept) ** (1 / 4) - 1, 4);
  });

  it('stand under short labels, and the notes keep the full names, the costs and when they decide', () => {
    expect(table.columns).toEqual(['statistic', 'Mix', 'A']);
    expect(table.title).toBe('Mix against A');
    expect(rows.map((row) => row['name'])).toEqual(['Halves', 'A']);
    expect(notes).toContain('Columns: Mix is Halves.');
    expect(notes.join(' ')).toContain('Trading costs: 100 bp');
    expect(notes.join(' ')).toMatch(/Decides annually in December/);
  });

  it('carry their warnings along: hindsight is said by the comparison', () => {
    const tilt = backtest(funds, smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }));
    const mix = backtest(funds, constantMixOf(tilt));
    const both = compareSeries([tilt, mix], { labels: ['Tilt', 'Mix'] });
    expect(both.notes.filter((note) => note.startsWith('Warning'))).toEqual([
      expect.stringMatching(/^Warning, Mix: Uses hindsight/),
    ]);
    expect(both.notes.join(' ')).toContain('Trading is free (no costs given)');
  });

  it('say so where the window is shorter than the backtest that turnover and costs are of', () => {
    const tilt = backtest(funds, smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }), {
      costs: { tradingBps: 5 },
    });
    const { window, notes: said } = compareSeries([tilt], {
      benchmark: funds.returns('AVUV'),
      labels: ['Tilt', 'AVUV'],
    });
    expect(window).toBe('2019-10 to 2026-07 (82 months; AVUV begins last)');
    expect(said.join(' ')).toMatch(
      /Tilt: turnover, .* of its whole backtest \(2000-06-30 to 2026-07-31, 314 periods\)/,
    );
    expect(compareSeries([tilt]).notes.join(' ')).not.toContain('whole backtest');
  });

  it('costs that differ between columns are said column by column', () => {
    const free = backtest(years, fixedMix({ weights: { A: 1 }, name: 'Alone', schedule: annually({ month: 12 }) }));
    const said = compareSeries([half, free]).notes;
    expect(said.join('\n')).toContain('Halves: Trading costs: 100 bp');
    expect(said.join('\n')).toContain('Alone: Trading is free');
    expect(said.filter((note) => note.includes('Decides'))).toHaveLength(1);
  });

  it('name the asset that limits the window, not the strategy', () => {
    const tilt = backtest(funds, smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }));
    expect(compareSeries([tilt], { benchmark: funds.returns('SPY') }).window).toBe(
      '2000-06 to 2026-07 (314 months; IWM begins last)',
    );
  });
});

describe('compareSeries: what a reader must know', () => {
  const plain = monthly('Plain', {});

  it('price next to total returns is a warning; of one kind there is none', () => {
    expect(notesOf(plain, monthly('Price', { kind: 'price' }))).toContain('Warning: total and price returns');
    expect(notesOf(plain, monthly('Other', {}))).not.toContain('Warning');
  });

  it('net of fees next to gross is a warning', () => {
    expect(notesOf(plain, monthly('Fund', { net: true }))).toContain(
      'Warning: some of the returns are net of fund fees',
    );
  });

  it('research portfolios are said to bear no reconstitution cost, in backtests of them too', () => {
    const sentence = 'Research portfolios: reconstitution inside them is not charged';
    expect(notesOf(plain)).not.toContain(sentence);
    const size = slice(frenchSize(), { from: '2020-01' });
    const tilt = backtest(size, smallCapTilt({ core: 'Hi 30', smallCap: 'Lo 30', weight: 0.3 }));
    expect(notesOf(tilt)).toContain(sentence);
  });

  it('series of the same prices on other days do not differ: rows over a holiday of one are compounded in the other', () => {
    const days = Array.from({ length: 900 }, (_, day) => isoDate(18_262 + day)).filter(
      (date) => weekday(parseIsoDate(date, 'test')) < 6,
    );
    const price = (day: number): number => 100 * Math.exp(0.0003 * day + 0.04 * Math.sin(day / 9));
    const open = (name: string, isOpen: (day: number) => boolean): ReturnSeries => {
      const kept = days.map((date, day) => ({ date, day })).filter(({ day }) => isOpen(day));
      const prices = { [name]: kept.map(({ day }) => price(day)) };
      return fromPrices({ frequency: 'daily', dates: kept.map(({ date }) => date), prices }).returns(name);
    };
    const [closed, all] = [open('Closed', (day) => day % 25 !== 24), open('All', () => true)];
    const comparison = compareSeries([closed], { benchmark: all });
    const [own, index] = comparison.compared.map(({ summary }) => summary);
    expect(own!.benchmark).toMatchObject({ trackingError: 0, ties: comparison.periods });
    expect([own!.holes, index!.holes, own!.totalReturn]).toEqual([0, 0, index!.totalReturn]);
    expect(own!.totalReturn).toBeCloseTo(price(days.length - 1 - (days.length % 25 === 0 ? 1 : 0)) / price(0) - 1, 12);
    expect(comparison.notes.join(' ')).toContain(
      `compared over ${comparison.periods} spans between closes that all have`,
    );
    expect(compareSeries([closed], { benchmark: closed }).notes.join(' ')).not.toContain('spans between closes');
  });

  it('cash that covers a part of the window is said with its counts', () => {
    const cash = monthly('Cash', {}, [...new Array<number>(18).fill(0.001), ...new Array<number>(6).fill(NaN)]);
    expect(compareSeries([plain], { riskFree: cash }).notes.join(' ')).toContain(
      'Figures over cash rest on 18 of 24 periods (Sharpe ratio',
    );
    expect(compareSeries([plain], { riskFree: plain }).notes.join(' ')).not.toContain('covers');
    expect(notesOf(plain)).toContain('risk-free return of 0');
  });

  it('a change of source is said where the window reaches it, not where it ends before', () => {
    const riskFree = usTreasuryBill(); // joined at 2026-01-31
    const long = compareSeries([funds.returns('SPY')], { riskFree }).notes.join(' ');
    const short = compareSeries([slice(funds, { to: '2025-12' }).returns('SPY')], { riskFree }).notes.join(' ');
    expect(long).toContain('from 2026-01-31 on: Monthly total return of the fund BIL');
    expect(short).toContain('Risk-free: T-bill. ');
    const spliced = monthly('Spliced', { joins: [{ from: '2024-01-31', source: 'an index' }] });
    expect(notesOf(spliced)).toContain('Spliced from 2024-01-31 on: an index.');
    const first = monthly('First year', {}, [...new Array<number>(12).fill(0.01), ...new Array<number>(12).fill(NaN)]);
    expect(notesOf(spliced, first)).not.toContain('an index');
  });

  it('ties are counted and explained where there are any', () => {
    const other = monthly('Other', {}, [...new Array<number>(20).fill(0.01), 0.02, 0.02, 0, 0]);
    const { rows, table, notes } = compareSeries([other], { benchmark: plain });
    expect(rows[0]).toMatchObject({ ties: 20, hitRate: 2 / 24 });
    expect(table.texts.find(([label]) => label === 'Ties')).toEqual(['Ties', '20', '–']);
    expect(notes.join(' ')).toContain('a tie with the benchmark is no hit');
    const apart = compareSeries([monthly('Apart', {}, new Array<number>(24).fill(0.02))], { benchmark: plain });
    expect(apart.table.texts.some(([label]) => label === 'Ties')).toBe(false);
  });

  it('a hole inside the window is a warning with its counts, and CAGR and drawdown are undefined', () => {
    const holed = monthly('Holed', {}, [...new Array<number>(10).fill(0.01), NaN, ...new Array<number>(13).fill(0.01)]);
    const { rows, notes } = compareSeries([holed, plain]);
    expect(rows[0]).toMatchObject({ periods: 23, cagr: null, maxDrawdown: null });
    expect(rows[1]).toMatchObject({ periods: 24 });
    expect(notes.join(' ')).toContain('Warning: Holed has returns in 23 of 24 periods only');
  });

  it('a hole at the edge of the window is a warning too: the figures would be over another window', () => {
    const holed = monthly('Holed', {}, [...new Array<number>(12).fill(0.01), NaN, ...new Array<number>(11).fill(0.01)]);
    const later = monthly('Later', {}, [...new Array<number>(12).fill(NaN), ...new Array<number>(12).fill(0.01)]);
    expect(notesOf(holed, later)).toContain('Warning: Holed has returns in 11 of 12 periods only');
  });

  it('a drawdown says on what closes it was seen, and best and worst year of how many', () => {
    expect(notesOf(plain)).toContain(
      'Drawdown on month ends (within a month it can go deeper); worst and best of 2 complete',
    );
    const daily = slice(usFundsDaily(), { from: '2024-12-30', to: '2026-01-05' });
    expect(notesOf(daily.returns('SPY'))).toContain(
      'Drawdown on daily closes; worst and best of 1 complete calendar year.',
    );
  });

  it('the source and its state close the notes', () => {
    expect(compareSeries([monthly('Sourced', { source: 'A book', vintage: '2nd printing' })]).notes.at(-1)).toBe(
      'Data: A book, 2nd printing.',
    );
  });
});

describe('compareSeries: refusals', () => {
  const plain = monthly('Plain', {});
  const daily = usFundsDaily().returns('SPY');

  it('mixed frequencies name both and what to do, for cash too', () => {
    const facts = ['compareSeries', '"Plain" is monthly', '"SPY" is daily', 'resample'];
    expectInputError('calendar.mismatch', facts, () => compareSeries([plain, daily]));
    expectInputError('calendar.mismatch', facts, () => compareSeries([plain], { benchmark: daily }));
    expectInputError('calendar.mismatch', facts, () => compareSeries([plain], { riskFree: daily }));
  });

  it('not two series of one name that their labels tell apart', () => {
    const comparison = compareSeries([plain, monthly('Plain', {})], { labels: ['One', 'Other'] });
    expect(comparison.compared.length).toBe(2);
    expect(String(comparison)).toMatch(/One +Other/);
  });

  it('two series of one name, an empty list, and what is no series', () => {
    expectInputError('panel.name', ['Plain', 'labels'], () => compareSeries([plain, monthly('Plain', {})]));
    expectInputError('option.type', ['compareSeries', 'at least one'], () => compareSeries([]));
    expectInputError('series.invalid', ['compareSeries', 'series 1'], () => compareSeries([plain, 5 as never]));
    expectInputError('series.invalid', ['"benchmark"'], () => compareSeries([plain], { benchmark: 'SPY' as never }));
    expectInputError('series.invalid', ['"riskFree"'], () => compareSeries([plain], { riskFree: 0.02 as never }));
  });

  it('an unknown option, and labels that are not one distinct name per column', () => {
    expectInputError('option.unknown', ['"label"', 'labels'], () => compareSeries([plain], { label: ['A'] } as object));
    const other = monthly('Other', {});
    for (const labels of [['A'], ['A', 'A'], ['A', 'B', 'C'], ['A', ''], ['A', 5], 'AB', {}]) {
      expectInputError('option.range', ['"labels" must be 2 distinct names', 'Plain, Other'], () =>
        compareSeries([plain, other], { labels: labels as never }),
      );
    }
  });

  it('series that never overlap, with the span of each', () => {
    const later = monthly('Later', {}, [...new Array<number>(12).fill(NaN), ...new Array<number>(12).fill(0.01)]);
    const first = monthly('First', {}, [...new Array<number>(12).fill(0.01), ...new Array<number>(12).fill(NaN)]);
    expectInputError('panel.empty-window', ['First 2023-01-31 to 2023-12-31', 'Later 2024-01-31 to 2024-12-31'], () =>
      compareSeries([first, later]),
    );
  });
});
