import { fromReturns, type Panel, type ReturnSeries } from '../../src/panel/index.js';
import { usFunds, usTreasuryBill } from '../../src/data/index.js';
import { describe, expect, it } from 'vitest';
import { compare, compareSeries } from '../../src/report/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const funds = usFunds();
const bill = usTreasuryBill();

/** Two years by quarters; B is listed from the second quarter on, C ends before it. */
const made: Panel<'A' | 'B' | 'C'> = fromReturns({
  frequency: 'quarterly',
  dates: ['2022-03', '2022-06', '2022-09', '2022-12', '2023-03', '2023-06', '2023-09', '2023-12'],
  returns: {
    A: [0.1, -0.5, 0.2, 0.25, 0.1, 0, 0.1, 0.5],
    B: [NaN, -0.2, 0.1, 0.1, 0, 0.05, 0.2, 0.1],
    C: [0.01, NaN, NaN, NaN, NaN, NaN, NaN, NaN],
  },
});

const nameOf = (row: Readonly<Record<string, unknown>>): unknown => row['name'];

describe('compare: what is compared', () => {
  it('takes the assets in the order given, each once, and the benchmark as the last column', () => {
    const { rows, benchmark, table } = compare(funds, ['IWM', 'AVUV', 'IWM'], { benchmark: 'SPY' });
    expect(rows.map(nameOf)).toEqual(['IWM', 'AVUV', 'SPY']);
    expect(table.columns).toEqual(['statistic', 'IWM', 'AVUV', 'SPY']);
    expect(benchmark).toBe('SPY');
    expect(table.title).toBe('IWM, AVUV against SPY');
  });

  it('takes every asset of the panel when none is named', () => {
    expect(
      compare(fromReturns({ frequency: 'annual', dates: ['2023-12'], returns: { A: [0.1], B: [0.2] } })).rows.map(
        nameOf,
      ),
    ).toEqual(['A', 'B']);
  });

  it('leaves a benchmark that is among the assets in its place and shows it once, by name or as a series, windowed or not', () => {
    for (const window of [undefined, { from: '2020-01' } as const]) {
      for (const benchmark of ['SPY', funds.returns('SPY')] as const) {
        const both = compare(funds, ['SPY', 'IWM'], { benchmark, ...(window === undefined ? {} : { window }) });
        expect(both.rows.map(nameOf)).toEqual(['SPY', 'IWM']);
        expect(both.compared.map(({ summary }) => summary.benchmark?.name ?? null)).toEqual([null, 'SPY']);
        expect(both.table.title).toBe('IWM against SPY');
      }
    }
    expect(compare(funds, ['SPY'], { benchmark: 'SPY' }).table.title).toBe('SPY');
  });

  it('gives the same figures for a benchmark by name and as a series of its own', () => {
    const other = fromReturns({
      frequency: 'quarterly',
      dates: made.calendar.toJSON().dates,
      returns: { X: [...made.returns('B').values] },
    });
    const byName = compare(made, ['A'], { benchmark: 'B' }).rows[0]!;
    const bySeries = compare(made, ['A'], { benchmark: other.returns('X') }).rows[0]!;
    expect({ ...bySeries, benchmark: 'B' }).toEqual(byName);
  });

  it('takes cash by name or as a series; it never shortens the window', () => {
    const byName = compare(funds, ['SPY'], { riskFree: 'BIL' });
    expect([byName.periods, byName.riskFree]).toEqual([402, 'BIL']); // 1993-02 on, though BIL begins in 2007-06
    expect(byName.notes.join(' ')).toContain('Figures over cash rest on 230 of 402 periods'); // 7 months, 18 years, 7 months
    expect(compare(funds, ['SPY'], { riskFree: bill }).notes.join(' ')).toContain('Risk-free: T-bill; from 2026-01-31');
  });

  it('keeps to the window given, and says which asset limits it inside', () => {
    expect(compare(funds, ['AVUV', 'IWM'], { window: { from: '2019-01', to: '2020-12' } }).window).toBe(
      '2019-10 to 2020-12 (15 months; AVUV begins last)',
    );
    expect(compare(funds, ['AVUV', 'IWM'], { window: { from: '2021-01', to: '2021-12' } }).window).toBe(
      '2021-01 to 2021-12 (12 months)',
    );
  });
});

describe('compare: figures', () => {
  it('AVUV compounded at 16.19 % a year and fell 42.41 % at most, 2019-10 to 2026-07', () => {
    const { rows, from, to, periods } = compare(funds, ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree: bill });
    expect([from, to, periods]).toEqual(['2019-10-31', '2026-07-31', 82]); // 3 + 6 × 12 + 7
    const months = [...funds.returns('AVUV').values].filter((value) => !Number.isNaN(value));
    const wealth = months.reduce((product, value) => product * (1 + value), 1);
    expect(rows[0]!['cagr']).toBeCloseTo(wealth ** (12 / 82) - 1, 12);
    expect(rows[0]!['cagr']).toBeCloseTo(0.1619, 4);
    // January to March 2020, from the peak at the end of 2019.
    const fall = months.slice(3, 6).reduce((product, value) => product * (1 + value), 1) - 1;
    expect(rows[0]!['maxDrawdown']).toBeCloseTo(fall, 12);
    expect(rows[0]!['maxDrawdown']).toBeCloseTo(-0.4241, 4);
    expect([rows[0]!['drawdownPeak'], rows[0]!['drawdownTrough']]).toEqual(['2019-12-31', '2020-03-31']);
  });

  it.each([
    ['SPY', '2008', -36.8],
    ['SPY', '2013', 32.3],
    ['SPY', '2022', -18.2],
    ['IWM', '2020', 20.0],
  ] as const)('%s earned in %s what its company published: %d %', (fund, year, percent) => {
    const { rows } = compare(funds, [fund], { window: { from: `${year}-01`, to: `${year}-12` } });
    expect(Math.abs((rows[0]!['totalReturn'] as number) * 100 - percent)).toBeLessThan(0.06);
    expect([rows[0]!['bestYear'], rows[0]!['worstYear']]).toEqual([Number(year), Number(year)]);
  });

  it('on a small panel every figure is what the arithmetic gives', () => {
    const { rows, table } = compare(made, ['A', 'B'], { benchmark: 'B' });
    // Common rows are the seven quarters from 2022-06 on. A: 0.5 · 1.2 · 1.25 · 1.1 · 1 · 1.1 · 1.5 = 1.36125
    const growth = 0.5 * 1.2 * 1.25 * 1.1 * 1 * 1.1 * 1.5;
    const excess = [-0.3, 0.1, 0.15, 0.1, -0.05, -0.1, 0.4]; // A less B
    const mean = 0.3 / 7;
    const deviation = Math.sqrt(excess.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 6);
    expect(rows[0]).toMatchObject({
      name: 'A',
      from: '2022-06-30',
      to: '2023-12-31',
      periods: 7,
      totalReturn: expect.closeTo(growth - 1, 12) as number,
      cagr: expect.closeTo(growth ** (4 / 7) - 1, 12) as number,
      maxDrawdown: expect.closeTo(-0.5, 12) as number, // the first quarter, from the starting wealth
      drawdownPeak: '2022-03-31',
      drawdownTrough: '2022-06-30',
      drawdownRecovery: '2023-12-31', // 0.5 · 1.2 · 1.25 · 1.1 · 1.1 = 0.9075, then · 1.5
      bestYear: 2023, // the only complete year
      bestYearReturn: expect.closeTo(1.1 * 1 * 1.1 * 1.5 - 1, 12) as number,
      worstYear: 2023,
      benchmark: 'B',
      trackingError: expect.closeTo(deviation * 2, 12) as number,
      informationRatio: expect.closeTo((mean * 4) / (deviation * 2), 12) as number,
      hitRate: expect.closeTo(4 / 7, 12) as number, // 0.1, 0.15, 0.1, 0.4
      ties: 0,
      decisions: null,
      turnoverPerYear: null,
    });
    const text = (label: string): string => table.texts.find(([first]) => first === label)![1]!;
    expect(text('CAGR')).toBe(`${((growth ** (4 / 7) - 1) * 100).toFixed(2)} %`);
    expect([text('Max drawdown'), text('Hit rate'), text('Best year'), text('Best year in')]).toEqual([
      '-50.00 %',
      '57.14 %',
      '81.50 %', // 1.1 · 1.1 · 1.5 = 1.815
      '2023',
    ]);
    expect(rows[1]).toMatchObject({ name: 'B', benchmark: null, hitRate: null, trackingError: null });
  });

  it('prints the same numbers that the rows hold', () => {
    const { rows, table } = compare(funds, ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree: bill });
    const percent = ['CAGR cagr', 'Volatility volatility', 'Max drawdown maxDrawdown', 'Worst year worstYearReturn'];
    const against = ['Tracking error trackingError', 'Alpha a year alpha', 'Hit rate hitRate'];
    for (const [pairs, columns] of [
      [percent, 3],
      [against, 2],
    ] as const) {
      for (const pair of pairs) {
        const [label, key] = [pair.slice(0, pair.lastIndexOf(' ')), pair.slice(pair.lastIndexOf(' ') + 1)];
        const row = table.texts.findIndex(([first]) => first === label);
        for (let column = 0; column < columns; column++) {
          const value = rows[column]![key] as number;
          expect(table.texts[row]![column + 1]).toBe(`${(value * 100).toFixed(2)} %`);
          expect(table.rows[row]![rows[column]!['name'] as string]).toBe(value);
        }
      }
    }
  });

  it('under one year there is no CAGR, and the notes say why', () => {
    const { rows, table, notes } = compare(funds, ['SPY'], { window: { from: '2026-01' } });
    expect(rows[0]!['cagr']).toBeNull();
    expect(table.texts[0]).toEqual(['CAGR', '–']);
    expect(notes.join(' ')).toContain('Under one year: no CAGR');
    expect(notes.join(' ')).toContain('annualised from 7 periods');
    expect(notes.join(' ')).toContain('no complete calendar year');
  });
});

describe('compare: refusals', () => {
  it('an unknown asset, benchmark or cash names the near ones', () => {
    const wrong = 'AVUX' as 'AVUV';
    expectInputError('asset.unknown', ['compare', '"AVUX"', 'AVUV'], () => compare(funds, [wrong]));
    expectInputError('asset.unknown', ['compare', '"AVUX"', 'AVUV'], () =>
      compare(funds, ['SPY'], { benchmark: wrong }),
    );
    expectInputError('asset.unknown', ['compare', '"AVUX"', 'AVUV'], () =>
      compare(funds, ['SPY'], { riskFree: wrong }),
    );
    expectInputError('asset.unknown', ['compare', '"AVUX"', 'AVUV'], () =>
      compare(funds, [wrong], { window: { from: '2020-01' } }),
    );
  });

  it('a window in which not all are listed names the whole span of each', () => {
    expectInputError(
      'panel.empty-window',
      ['2000-01', '2005-01', 'AVUV 2019-10-31 to 2026-07-31', 'IWM 2000-06-30 to 2026-07-31'],
      () => compare(funds, ['AVUV', 'IWM'], { window: { from: '2000-01', to: '2005-01' } }),
    );
    expectInputError('panel.empty-window', ['B 2022-06-30 to 2023-12-31', 'C 2022-03-31 to 2022-03-31'], () =>
      compare(made, ['B', 'C']),
    );
    expectInputError('panel.empty-window', ['compare', '2030-01', '2026-07-31'], () =>
      compare(funds, ['AVUV'], { window: { from: '2030-01' } }),
    );
  });

  it('an impossible date, an unknown option, an empty or missing list are refused by name', () => {
    expectInputError('date.impossible', ['compare, window, from', '2019-13'], () =>
      compare(funds, ['AVUV'], { window: { from: '2019-13' } }),
    );
    expectInputError('option.unknown', ['compare', '"benchmrk"', 'benchmark'], () =>
      compare(funds, ['AVUV'], { benchmrk: 'SPY' } as object),
    );
    expectInputError('option.unknown', ['"form"', 'from'], () =>
      compare(funds, ['AVUV'], { window: { form: '2020' } as object }),
    );
    expectInputError('option.type', ['compare', 'at least one'], () => compare(funds, []));
    expectInputError('option.type', ['compare', '"SPY"'], () => compare(funds, 'SPY' as unknown as ['SPY']));
    expectInputError('panel.invalid', ['compare'], () => compare({} as typeof funds));
  });
});

describe('what was made with hindsight', () => {
  it('is named below the table, the cash among it', () => {
    const panel = fromReturns({
      frequency: 'monthly',
      dates: ['2020-01', '2020-02'],
      returns: { A: [0, 0.1], B: [0, 0.2] },
    });
    const marked = (name: 'A' | 'B'): ReturnSeries => {
      const series = panel.returns(name);
      return { ...series, meta: { ...series.meta, usesHindsight: true } };
    };
    const told = (notes: readonly string[]): string[] => notes.filter((note) => note.includes('hindsight'));
    expect(told(compareSeries([panel.returns('A')], { benchmark: panel.returns('B') }).notes)).toEqual([]);
    expect(told(compareSeries([marked('A')], { benchmark: panel.returns('B'), riskFree: marked('B') }).notes)).toEqual([
      'Warning: made with hindsight, so that nobody could have known it at the time: A, B.',
    ]);
  });
});
