import {
  backtest,
  type BacktestResult,
  type BacktestResultJson,
  cagr,
  contributions,
  explain,
  fixedMix,
  maxDrawdown,
  monthly,
  sharpeRatio,
  slice,
  volatility,
} from 'backtilt';
import { resultFromJson } from 'backtilt/io';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { about } from '../engine/about.js';
import { months } from '../engine/made-panel.js';
import { randomCase } from '../engine/oracle-cases.js';
import { expectInputError } from '../support/expect-input-error.js';

const through = (result: BacktestResult): BacktestResult => resultFromJson(JSON.parse(JSON.stringify(result)));

/** What a console shows. */
const shown = (result: { toString: () => string }): string => result.toString();

const randomRun = fc.integer({ min: 1, max: 5000 }).map((seed) => {
  const { panel, strategy, options } = randomCase(seed);
  return backtest(panel, strategy, options as never);
});

describe('a result through JSON and back', () => {
  it('is the same in everything that its JSON holds: random runs with every feature', () => {
    fc.assert(
      fc.property(randomRun, (run) => {
        const again = JSON.parse(JSON.stringify(through(run))) as BacktestResultJson;
        const before = JSON.parse(JSON.stringify(run)) as BacktestResultJson;
        // Sums of trades are summed up anew, in another order.
        for (const [figure, value] of Object.entries(before.turnover)) {
          if (value === null) expect(again.turnover[figure]).toBeNull();
          else expect(again.turnover[figure]).toBeCloseTo(value, 10);
        }
        expect({ ...again, turnover: null }).toEqual({ ...before, turnover: null });
      }),
      { numRuns: 150 },
    );
  });

  it('has the same statistics, bit by bit, NaN where it was NaN', () => {
    fc.assert(
      fc.property(randomRun, (run) => {
        const again = through(run);
        for (const statistic of [cagr, volatility, maxDrawdown, sharpeRatio])
          expect(statistic(again)).toBe(statistic(run));
        expect(again.costs.dragPerYear).toBe(run.costs.dragPerYear);
        expect(again.digest).toBe(run.digest);
        expect(shown(again).split('\n')[0]).toBe(shown(run).split('\n')[0]);
        const figures = (result: BacktestResult): number[] => {
          const { cash, financing, fees, trading, linked } = contributions(result);
          return [...cash, ...financing, ...fees, ...trading, ...Object.values(linked.assets)];
        };
        const expected = figures(run);
        figures(again).forEach((value, index) => {
          if (Number.isNaN(expected[index])) expect(value).toBeNaN();
          else expect(value).toBeCloseTo(expected[index]!, 10);
        });
      }),
      { numRuns: 80 },
    );
  });

  it('can be sliced and explained as the run can', () => {
    const run = backtest(
      months({ A: [0.1, 0.2, -0.1, 0.05], B: [0, 0.1, 0.1, -0.05] }),
      fixedMix({ weights: { A: 0.5, B: 0.5 } }),
      {
        costs: { tradingBps: 10 },
      },
    );
    const again = through(run);
    expect(JSON.stringify(slice(again, { from: '2020-03' }))).toBe(JSON.stringify(slice(run, { from: '2020-03' })));
    expect(explain(again, '2020-02').sentences).toEqual(explain(run, '2020-02').sentences);
    expect([...through(slice(run, { from: '2020-03' })).values]).toEqual([...run.values].slice(2));
    expect(Object.isFrozen(again) && Object.isFrozen(again.decisions[0]!.target)).toBe(true);
  });

  it('shares nothing with the JSON that it was read from', () => {
    const json = JSON.parse(JSON.stringify(backtest(months({ A: [0.1] }), fixedMix({ weights: { A: 1 } })))) as {
      values: number[];
      weights: { A: number[] };
    };
    const again = resultFromJson(json);
    json.values[0] = 9;
    const read = again.weights('A');
    read[0] = 9;
    expect([again.values[0], again.weights('A')[0]]).toEqual([about(0.1), 1]);
  });
});

describe('what is not the JSON of a result is refused', () => {
  const run = backtest(
    months({ A: [0.1, 0.2], B: [0, 0.1] }),
    fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: monthly() }),
    {
      costs: { tradingBps: 10 },
    },
  );
  type Loose = Record<string, Record<string, unknown>>;
  /** The run's JSON with one value changed, or left out. */
  const with_ = (path: string, value?: unknown): unknown => {
    const json = JSON.parse(JSON.stringify(run)) as Loose;
    const keys = path.split('.');
    const last = keys.pop()!;
    const inside = keys.reduce<Loose>((object, key) => object[key] as Loose, json);
    if (value === undefined) Reflect.deleteProperty(inside, last);
    else inside[last] = value as Record<string, unknown>;
    return json;
  };

  it('the JSON that it starts from is read', () => {
    expect(resultFromJson(with_('name', 'Another name')).name).toBe('Another name');
  });

  it.each<[string, unknown, string, string]>([
    ['digest', undefined, 'digest', 'undefined'],
    ['digest', 'abc', 'digest', '"abc"'],
    ['surplus', 1, 'the whole', 'surplus'],
    ['values.1', 'x', 'values[1]', '"x"'],
    ['decisions.0.cost', -1, 'decisions[0].cost', '-1'],
    ['decisions.0.tradedOn', '2020-02-31', 'decisions[0].tradedOn', '2020-02-31'],
    ['trades.0.reason', 'mood', 'trades[0].reason', '"mood"'],
    ['settings.executionLag', 0.5, 'settings.executionLag', '0.5'],
    ['meta.kind', 'log', 'meta.kind', '"log"'],
    ['calendar.frequency', 'hourly', 'calendar.frequency', '"hourly"'],
    ['end', 'finished', 'end', '"finished"'],
  ])('a wrong shape: %s = %s', (path, value, place, found) => {
    expectInputError('file.format', ['resultFromJson', place, found, 'JSON.stringify(result)'], () =>
      resultFromJson(with_(path, value)),
    );
  });

  it.each<[string, unknown, string, string]>([
    ['values', [0.1], 'values', '1 values for 2 dates'],
    ['ledger.cash', [0, 0, 0], 'ledger.cash', '3 values for 2 dates'],
    ['weights.B', undefined, 'weights.B', 'nothing'],
    ['weights.C', [0, 0], 'weights', '"C"'],
    ['decisions.0.target', { Z: 1 }, 'decisions[0].target', '"Z"'],
    ['trades.0.asset', 'Z', 'trades[0].asset', '"Z"'],
    ['values.1', 0.5, 'values[1]', '2020-02-29'],
    ['values.1', null, 'values[1]', 'null'],
    ['weights.B.1', null, 'weights.B[1]', 'null'],
    ['contributions.A.0', null, 'contributions.A[0]', 'null'],
    ['ledger.closing.1', 9, 'ledger.closing[1]', '2020-02-29'],
    ['ledger.assets.0', 0.3, 'ledger.closing[0]', '2020-01-31'],
    ['ledger.fees.1', 1e-6, 'ledger.closing[1]', '2020-02-29'],
    ['ledger.flows.0', 5, 'ledger.closing[0]', '2020-01-31'],
    ['usesHindsight', true, 'usesHindsight', 'true'],
    ['calendar.partialRows', [7], 'calendar.partialRows[0]', 'beyond'],
  ])('values that contradict each other: %s = %s', (path, value, place, found) => {
    expectInputError('file.value', ['resultFromJson', place, found], () => resultFromJson(with_(path, value)));
  });

  it('a ledger whose rows add up but do not chain', () => {
    const json = with_('name', 'Moved') as BacktestResultJson;
    const ledger = json.ledger as unknown as Record<'assets' | 'opening' | 'closing', number[]>;
    // One more at the start and at the end of the second row: it adds up, and the first one closed with one less.
    ledger.opening[1]! += 1;
    ledger.closing[1]! += 1;
    expectInputError('file.value', ['ledger.opening[1]', '2020-01-31'], () => resultFromJson(json));
  });

  it('a ledger that adds up and chains, of another run', () => {
    const json = with_('name', 'Another') as BacktestResultJson;
    const ledger = json.ledger as unknown as Record<'assets' | 'opening' | 'closing', number[]>;
    ledger.assets[1]! += 0.5;
    ledger.closing[1]! += 0.5;
    expectInputError('file.value', ['values[1]', '2020-02-29', '"ledger"'], () => resultFromJson(json));
  });

  it('but a row with flows grows by more than its return', () => {
    const flows = { initial: 100, contributions: { amount: 7, schedule: monthly() } };
    const fed = backtest(months({ A: [0.1, 0.2] }), fixedMix({ weights: { A: 1 } }), { flows });
    expect(through(fed).ledger.closing.at(-1)).toBe(fed.ledger.closing.at(-1));
  });

  it('dates that are no calendar', () => {
    expectInputError('calendar.order', ['resultFromJson'], () =>
      resultFromJson(with_('calendar.dates', ['2020-02-29', '2020-01-31'])),
    );
  });

  it('the text of JSON, and the JSON of something else', () => {
    expectInputError('file.format', ['the whole'], () => resultFromJson(JSON.stringify(run)));
    expectInputError('file.format', ['resultFromJson'], () => resultFromJson(null));
    expectInputError('file.format', ['resultFromJson'], () => resultFromJson(months({ A: [0.1] }).toJSON()));
  });
});
