import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as root from '../../src/index.js';
import { backtest, correlation, fixedMix, fromPrices, fromReturns, makeTable, toCsv } from '../../src/index.js';
import {
  loadReturns,
  parseFrench,
  parseObservations,
  parsePrices,
  resultFromJson,
  writeCsv,
} from '../../src/io/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { monthlySeries } from './hostile.js';

const any = (value: unknown): never => value as never;
const folder = mkdtempSync(join(tmpdir(), 'fuzz-found-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const panel = fromReturns({
  frequency: 'monthly',
  dates: ['2024-01', '2024-02', '2024-03'],
  returns: { A: [0.1, 0.2, -0.1] },
});
const deep = (): unknown => {
  let nest: unknown = 1;
  for (let level = 0; level < 20_000; level++) nest = [nest];
  return nest;
};
const unprintable: readonly unknown[] = [Symbol('s'), 10n, Object.create(null), deep(), undefined, { toString: null }];

describe('wrong numbers that came without a word', () => {
  it('the correlation of returns whose variances multiply to more than a number holds is not 0', () => {
    // y = 2x: the correlation is 1 whatever the unit.
    const values = [1e100, 2e100, 4e100, 3e100];
    const twice = values.map((value) => 2 * value);
    expect(correlation(monthlySeries(values), monthlySeries(twice, 'B'))).toBeCloseTo(1, 12);
  });

  it('a price of almost nothing does not make an infinite return', () => {
    const input = { frequency: 'monthly', dates: ['2024-01', '2024-02'], prices: { A: [5e-324, 100] } } as const;
    expectInputError('panel.value', ['2024-02-29', '100 after 5e-324'], () => fromPrices(input));
    const text = 'date,A\n2024-01-31,1e-300\n2024-02-29,1e300\n';
    expectInputError('panel.value', ['line 3', 'column "A"'], () =>
      parsePrices(text, { frequency: 'monthly', adjusted: true }),
    );
  });

  const rows = '202401, 1.23, 0.40\n202402, -0.45, 0.41\n';
  const annual = '\n  Annual Factors: January-December\n,SMB,RF\n2023, 21.69, 4.95\n';
  const french: Readonly<Record<string, readonly [string, string]>> = {
    'a last row cut to its first digit is not the end of its block': [`,SMB,RF\n${rows}2`, 'line 4'],
    'a last row cut to two cells': [`,SMB,RF\n${rows}2O2403, 1.2\n${annual}`, 'line 4'],
    'a row that lost its label': [`,SMB,RF\n${rows}, 3.30, 0.40\n${annual}`, 'line 4'],
    'a row whose label holds a line break': [`,SMB,RF\n${rows}"0.0\n1", 3.30, 0.40\n${annual}`, 'line 4'],
    'a row without label before others is no header': [`,SMB,RF\n${rows}, 1".11, 0.40\n202404, 1.0, 2.0\n`, 'line 4'],
    'numbers in place of the names of the columns': [`,SMB,RF\nx\n, 1.23, 0.40\n202402, 1.0, 2.0\n`, 'line 3'],
    'a header twice: years are not read in place of the months': [`,SMB,RF\n,SMB,RF\n${rows}${annual}`, 'line 2'],
  };
  it.each(Object.entries(french))('French: %s', (_, [text, place]) => {
    expectInputError('file.format', [place], () => parseFrench(text));
  });

  it('French: months whose title was damaged are not replaced by years', () => {
    const text = `Sizes of firms\n,SMB,RF\n${rows}${annual}`;
    expectInputError('file.format', ['no block of returns', 'months 202401 to 202402'], () =>
      parseFrench(`x\n\n${text}`),
    );
    expect(parseFrench(`x\n\n${text}`, { block: 'annual' }).calendar.frequency).toBe('annual');
  });

  it('a list with empty places is no list of assets of a strategy', () => {
    const strategy = { name: 'x', assets: new Array<string>(3), schedule: root.monthly(), decide: () => ({}) };
    expectInputError('strategy.invalid', ['assets'], () => root.defineStrategy(any(strategy)));
  });

  it('a schedule with a part that its kind has not is refused, not followed without it', () => {
    const schedule = { kind: 'monthly', month: 6 };
    expectInputError('option.unknown', ['month'], () => fixedMix({ weights: { A: 1 }, schedule: any(schedule) }));
  });
});

describe('what was given is left as it is, and does not change what was made of it', () => {
  it('the JSON of a result is neither frozen nor read again later', () => {
    const run = backtest(panel, fixedMix({ weights: { A: 1 } }));
    const json = JSON.parse(JSON.stringify(run)) as root.BacktestResultJson;
    const again = resultFromJson(json);
    expect([json.settings, json.nextTarget, json.decisions[0]].some(Object.isFrozen)).toBe(false);
    (json.weights as Record<string, number[]>)['A']![0] = 99;
    (json.settings as { strategy: string }).strategy = 'other';
    expect([again.weights('A')[0], again.settings.strategy]).toEqual([run.weights('A')[0], run.settings.strategy]);
  });
});

describe('what had no end, or too much memory', () => {
  it('an empty file of text is refused at once', async () => {
    const path = join(folder, 'empty.csv');
    writeFileSync(path, '');
    for (const engine of ['duckdb', 'text'] as const) {
      const read = loadReturns(path, { frequency: 'monthly', units: 'fraction', engine });
      await expect(read).rejects.toMatchObject({ name: 'InputError', code: 'file.format' });
    }
  });

  it('parameters and costs that hold themselves, or thousands of levels', () => {
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    for (const bad of [ring, deep()]) {
      const strategy = { ...fixedMix({ weights: { A: 1 } }), params: { bad } };
      expectInputError('option.type', ['params', 'levels'], () => backtest(panel, any(strategy)));
      const swept = root.sweep(panel, {
        grid: { bad: [bad], b: [1] },
        strategy: () => fixedMix({ weights: { A: 1 } }),
        metrics: ['cagr'],
      });
      expectInputError('option.type', ['levels'], () =>
        swept.pivot(any({ rows: 'bad', columns: 'b', metric: 'cagr' })),
      );
    }
    const big = { ...fixedMix({ weights: { A: 1 } }), params: { bad: 10n } };
    expectInputError('option.type', ['params', '10'], () => backtest(panel, any(big)));
  });
});

describe('a CSV file holds nothing that a spreadsheet computes', () => {
  it.each(['\n=1+1', '＝1+1', '＠A1', '－1+A1', '＋A1'])('%j is refused', (text) => {
    const table = makeTable({ columns: [{ key: 'a' }], rows: [{ a: text }] });
    expectInputError('table.invalid', ['formula'], () => {
      writeCsv(join(folder, 'x.csv'), table);
    });
  });

  it('a formula behind a semicolon or a tab stays inside its cell', () => {
    const table = makeTable({ columns: [{ key: 'a' }, { key: 'b' }], rows: [{ a: 'x;=1+1', b: 'y\t=1+1' }] });
    expect(toCsv(table)).toBe('a,b\n"x;=1+1","y\t=1+1"\n');
  });
});

describe('names that cannot be printed are refused by name', () => {
  const run = backtest(panel, fixedMix({ weights: { A: 1 } }));
  const swept = root.sweep(panel, {
    grid: { weight: [0.5, 1] },
    strategy: ({ weight }) => fixedMix({ weights: { A: weight } }),
    metrics: ['cagr'],
  });
  const drawn = root.bootstrap(
    monthlySeries([0.1, -0.1, 0.2, 0.1, -0.2, 0.1]),
    { cagr: root.cagr },
    { replications: 100, blockLength: 2 },
  );
  const acts: Readonly<Record<string, readonly [root.ErrorCode, (name: never) => unknown]>> = {
    'result.weights': ['asset.unknown', (name) => run.weights(name)],
    'result.contributions': ['asset.unknown', (name) => run.contributions(name)],
    'bootstrap.values': ['option.unknown', (name) => drawn.values(name)],
  };
  it.each(Object.entries(acts))('%s', (_, [code, act]) => {
    for (const name of unprintable) expectInputError(code, [], () => act(any(name)));
  });

  it('assets that stand twice in a list', () => {
    for (const name of [Symbol('s'), 10n, deep()])
      expectInputError('panel.name', ['twice'], () => root.overlap(panel, any([name, name])));
  });

  it('lengths of windows of an event study, twice', () => {
    const [a, b] = [monthlySeries([0.1, 0.2, 0.1]), monthlySeries([0.1, 0.1, 0.1], 'B')];
    for (const one of unprintable) {
      expectInputError('option.range', ['months'], () =>
        root.eventStudy(a, [], { benchmark: b, months: [one, one] as never }),
      );
    }
  });

  it('columns of a file that are named by what is no name', () => {
    const text = 'date,A\n2024-01-31,1\n';
    for (const one of unprintable) {
      expectInputError('option.type', ['columns'], () =>
        parsePrices(text, { frequency: 'monthly', adjusted: true, columns: any([one]) }),
      );
    }
  });

  it('inflation that only looks like a series, and schedules with a big integer in them', () => {
    const series = monthlySeries([0.1, 0.2]);
    for (const forged of [
      { ...series, values: new BigInt64Array(2) },
      { ...series, name: Symbol('x'), calendar: {} },
    ])
      expectInputError('series.invalid', ['inflation'], () => root.realReturns(series, any(forged)));
    const calendar = { ...series.calendar, frequency: 'hourly' };
    expectInputError('series.invalid', ['series'], () => root.cagr(any({ ...series, calendar })));
    const schedule = { kind: 'monthly', extra: 10n };
    expectInputError('option.unknown', ['extra'], () => fixedMix({ weights: { A: 1 }, schedule: any(schedule) }));
  });

  it('methods of a sweep take nothing in place of their options', () => {
    expectInputError('option.type', ['sweep.pivot'], () => swept.pivot(any(undefined)));
    expectInputError('option.type', ['sweep.top'], () => swept.top(1, 'cagr', any(null)));
    expectInputError('option.type', ['sweep.run'], () => swept.run(any(undefined)));
    expectInputError('option.type', ['sweep.run'], () => swept.run(any({})));
  });
});

describe('a publication lag past the last day that can be written', () => {
  it.each([{ days: 1e308 }, { days: 3e6 }, { months: 1e15 }, { months: 100_000 }])('%j is refused', (knownAfter) => {
    const text = 'date,A\n2024-01-31,1\n2024-02-29,2\n';
    expectInputError('option.range', ['knownAfter'], () => parseObservations(text, { knownAfter, units: 'number' }));
  });
});
