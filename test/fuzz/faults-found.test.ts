import { describe, expect, it } from 'vitest';
import * as root from '../../src/index.js';
import {
  addIndicator,
  adjustPValues,
  beta,
  cagr,
  fromReturns,
  haircutSharpeRatio,
  InputError,
  sweep,
} from '../../src/index.js';
import * as io from '../../src/io/index.js';
import * as report from '../../src/report/index.js';
import * as testing from '../../src/testing/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { monthlySeries } from './hostile.js';

const series = monthlySeries([0.01, -0.02, 0.03, 0.01, 0.02, -0.01]);
const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.1, 0.2] } });
/** [code, facts, what a program in plain JavaScript may call] */
type Case = readonly [root.ErrorCode, string, () => unknown];
const any = (value: unknown): never => value as never;
const sparse = new Array<never>(3);

describe('wrong numbers that came without a word are refused', () => {
  it('an empty place among observations is not a 0 that was known in 1970', () => {
    const holey = Object.assign(new Array<never>(2), { 1: { knownOn: '2024-01-31', value: 5 } });
    expectInputError('observation.invalid', ['observation 0', 'undefined'], () => addIndicator(panel, 'x', holey));
  });

  it('an executor of a sweep that delivers nothing does not answer zeros', async () => {
    const swept = sweep(panel, {
      grid: { weight: [0, 1] },
      strategy: { builtIn: 'fixedMix' } as never,
      metrics: ['cagr'],
      on: { run: async () => Promise.resolve() },
    } as never) as unknown;
    await expect(swept).rejects.toMatchObject({ code: 'thread.failed' });
  });

  it.each([
    ['other numbers than doubles', { ...series, values: new Uint8Array(6) }],
    ['big integers', { ...series, values: new BigInt64Array(6) }],
    ['fewer numbers than dates', { ...series, values: new Float64Array(3) }],
    ['no meta', { ...series, meta: undefined }],
    ['a name that is none', { ...series, name: null }],
    ['a calendar of one function', { ...series, calendar: { date: () => '2024-01-31' } }],
  ])('what looks like a series with %s is none', (_, forged) => {
    for (const statistic of [
      cagr,
      root.volatility,
      root.maxDrawdown,
      root.arithmeticMean,
      root.bestYear,
      root.worstYear,
    ])
      expectInputError('series.invalid', ['return series'], () => statistic(any(forged)));
    expectInputError('series.invalid', ['return series'], () => beta(series, any(forged)));
  });
});

describe('what took too long or too much memory is bounded', () => {
  it('the haircut of a thousand million trials is the formula, not a list of them', () => {
    const many = haircutSharpeRatio(series, { method: 'bonferroni', trials: 2 ** 40 });
    expect(many.adjustedP).toBe(1);
    const few = haircutSharpeRatio(series, { method: 'sidak', trials: 3 });
    expect(few.adjustedP).toBeCloseTo(1 - (1 - few.p) ** 3, 12);
  });

  it('a lag past the whole numbers that can be counted has no pair', () => {
    for (const lag of [2 ** 53, 1e21, 1e308]) expect(root.autocorrelation(series, { lag })).toBeNaN();
  });

  it('step-up adjustment of 100 000 p-values takes no quadratic time', () => {
    const p = Array.from({ length: 100_000 }, (_, index) => (index + 1) / 200_000);
    // p(k) = k/(2n), so n/k·p(k) = 1/2 for every one of them.
    expect(Math.max(...adjustPValues(p, 'benjaminiHochberg').map((value) => Math.abs(value - 0.5)))).toBeLessThan(
      1e-12,
    );
  });

  const draws: readonly Case[] = [
    ['option.range', 'rows', () => testing.randomPanel({ assets: ['A'], rows: 2 ** 31, seed: 1 })],
    ['option.range', 'draws', () => root.compareGroups([1, 2], [3, 4], { draws: 2 ** 32 })],
    [
      'option.range',
      'every',
      () =>
        root.timingLuck(
          panel,
          any(() => null),
          any({ every: 2 ** 32 }),
        ),
    ],
  ];
  it.each(draws)('%s: %s', (code, fact, act) => {
    expectInputError(code, [fact], act);
  });

  it('a message quotes a name of 100 000 letters in part, and ends with its remedy', () => {
    const error = expectInputError('option.unknown', ['left out'], () =>
      beta(series, series, any({ ['x'.repeat(100_000)]: 1 })),
    );
    expect(error.message.length).toBeLessThan(4100);
  });

  it('a parameter that holds itself is written with an end', () => {
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    const swept = sweep(panel, {
      grid: { ring: [ring], weight: [1] },
      strategy: () => root.fixedMix({ weights: { A: 1 } }),
      metrics: { cagr },
    });
    expect(String(swept.table)).toContain('…');
  });
});

describe('what ended in an error of the language is refused by name', () => {
  const cases: Readonly<Record<string, Case>> = {
    'a symbol for the name of an indicator': ['option.type', 'name', () => addIndicator(panel, any(Symbol('x')), [])],
    'a symbol for the name of a field': ['option.type', 'name', () => root.addField(panel, any(Symbol('x')), {})],
    'an asset that is no text': ['asset.unknown', 'undefined', () => root.overlap(panel, any([undefined]))],
    'a list of empty places for assets': ['option.type', 'empty places', () => root.overlap(panel, sparse)],
    'no panel to overlap': ['panel.invalid', 'overlap', () => root.overlap(any(undefined))],
    'no panel to compare': ['panel.invalid', 'compare', () => report.compare(any(undefined))],
    'series with empty places': ['option.type', 'empty place', () => report.compareSeries(sparse)],
    'null among what is compared': ['series.invalid', 'compare', () => report.compare(panel, any([null]))],
    'null for a column': [
      'panel.ragged',
      'null',
      () => fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: any({ A: null }) }),
    ],
    'no list of numbers': ['option.type', 'list of numbers', () => root.quantile(any(undefined), 0.5)],
    'big integers among numbers': ['option.type', 'list of numbers', () => root.quantile(any([1n]), 0.5)],
    'no schedule': ['schedule.invalid', 'schedule', () => root.describeSchedule(any({ kind: 'whenDrifted' }))],
    'no view': ['option.type', 'view', () => root.applyScreens(any(undefined), [], root.weighBy('x'))],
    'no base of a tilt': ['option.type', 'base', () => root.sectorTilt(any({ tilts: { A: 0.1 } }))],
    'no report': ['option.type', 'report', () => root.bookEquity(any(undefined))],
    'no report for profitability': ['option.type', 'report', () => root.operatingProfitability(any(undefined))],
    'p-values with empty places': ['option.type', 'p-values', () => adjustPValues(sparse, 'holm')],
    'labels that are null': ['option.type', 'labels', () => root.compareGroups([1, 2], [3, 4], any({ labels: null }))],
    'metrics with empty places': [
      'option.range',
      'metrics[0]',
      () => sweep(panel, any({ grid: { a: [1] }, strategy: () => null, metrics: sparse })),
    ],
    'trials with empty places': ['option.type', 'trials', () => root.probabilityOfBacktestOverfitting(any(sparse))],
    'no table': ['table.invalid', 'makeTable', () => root.makeTable(any(undefined))],
    'a cell whose text is none': [
      'table.invalid',
      'cell',
      () => root.makeTable(any({ columns: [{ key: 'a' }], rows: [{ a: { text: 1 } }] })),
    ],
    'names of columns with empty places': [
      'option.type',
      'columns',
      () => io.parseReturns('date,A\n2024-01-31,0.1', { frequency: 'monthly', units: 'fraction', columns: sparse }),
    ],
    'an arrow function for a data frame': [
      'option.type',
      'constructor',
      () =>
        io.toDataFrame(
          any(() => ({})),
          panel,
        ),
    ],
    'a row that is missing from a data frame': [
      'file.format',
      'rows',
      () =>
        io.fromDataFrame(
          any({ columns: ['date', 'A'], values: sparse }),
          any({ date: 'date', frequency: 'monthly', units: 'fraction' }),
        ),
    ],
    'what is no panel, into a file': [
      'panel.invalid',
      'writePanel',
      () => {
        io.writePanel('never.json', any({}));
      },
    ],
    'claims that are none': ['option.type', 'claim 0', () => report.claimsTable(any([{}]))],
    'data of a claim that are none': [
      'series.invalid',
      'data[0]',
      () => report.claim(any({ id: 'X', claim: 'x', data: [null], readings: [{}] })),
    ],
    'assets of a made panel that are none': [
      'option.type',
      'assets[0]',
      () => testing.randomPanel(any({ assets: [null], rows: 3, seed: 1 })),
    ],
  };
  it.each(Object.entries(cases))('%s', (_, [code, fact, act]) => {
    expectInputError(code, [fact], act);
  });

  it('no source for a Parquet file', async () => {
    await expect(io.writeParquet('never.parquet', any(null))).rejects.toBeInstanceOf(InputError);
  });
});
