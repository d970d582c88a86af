import { annually, monthly, smallCapTilt, sweep, type SweepResult } from 'backtilt';
import { sweepFromJson } from 'backtilt/io';
import { randomPanel } from 'backtilt/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const market = randomPanel({ assets: ['A', 'B'], rows: 60, seed: 3, frequency: 'monthly' });
const strategy = ({ weight = 0.5 }: { weight?: unknown }) =>
  smallCapTilt({ core: 'A', smallCap: 'B', weight: typeof weight === 'number' && weight >= 0 ? weight : 0.5 });

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const through = (result: object): SweepResult<Record<string, unknown>> => sweepFromJson(json(result));

const odd = fc.constantFrom(NaN, Infinity, -Infinity, -0, 0, 1e308, 5e-324);
const figure = fc.oneof(odd, fc.double());

/** A sweep whose figures are given. */
const told = (figures: readonly number[], names: readonly string[], keep?: number): SweepResult => {
  let asked = 0;
  const list = figures.map((_, index): object => ({
    ...{ weight: index / figures.length, [names[index % names.length]!]: index },
    ...(index % 3 === 0 ? { schedule: monthly() } : {}),
  }));
  return sweep(market, {
    ...{ list, strategy },
    metrics: { own: () => figures[asked++]!, cagr: () => asked },
    ...(keep === undefined ? {} : { keep: { best: keep, by: 'own' as const } }),
  });
};

describe('a sweep through JSON and back', () => {
  it('has the same rows, tables, best variants, quantiles and display, bit by bit', () => {
    const names = fc.array(fc.constantFrom('b', 'a', '7', '__proto__', 'constructor', 'a b'), {
      minLength: 1,
      maxLength: 3,
    });
    const keep = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 30 }), names, keep, (figures, given, kept) => {
        const before = told(figures, given, kept);
        const again = through(before);
        expect([again.trials, again.length, [...again.indices]]).toEqual([
          before.trials,
          before.length,
          [...before.indices],
        ]);
        for (const metric of ['own', 'cagr'] as const) {
          expect([...again.metrics[metric]!]).toEqual([...before.metrics[metric]!]);
          for (const direction of [{}, { lowest: true }]) {
            expect(again.best(metric, direction)).toEqual(before.best(metric, direction));
            expect(again.top(4, metric, direction)).toEqual(before.top(4, metric, direction));
          }
          for (const share of [0, 0.1, 0.5, 0.99, 1])
            expect(again.quantile(metric, share)).toBe(before.quantile(metric, share));
        }
        expect(again.parameters).toEqual(before.parameters);
        for (let row = 0; row < before.length; row++) expect(again.variant(row)).toEqual(before.variant(row));
        expect(again.table.rows).toEqual(before.table.rows);
        expect([String(again), again.notes, again.table.title]).toEqual([
          String(before),
          before.notes,
          before.table.title,
        ]);
        expect(json(again)).toEqual(json(before));
      }),
      { numRuns: 150 },
    );
  });

  it('sets out its figures by two parameters as before, schedules among them', () => {
    const grid = { weight: [0, 0.5, 1], schedule: [monthly(), annually({ month: 6 })] };
    const before = sweep(market, {
      grid,
      strategy: ({ weight, schedule }) => smallCapTilt({ core: 'A', smallCap: 'B', weight, schedule }),
      metrics: ['cagr', 'maxDrawdown'],
    });
    const again = through(before);
    const options = { rows: 'weight', columns: 'schedule', metric: 'cagr' } as const;
    expect(String(again.pivot(options))).toBe(String(before.pivot(options)));
    expect(again.pivot(options).values).toEqual(before.pivot(options).values);
    expect(Object.isFrozen(again) && Object.isFrozen(again.variant(0).params)).toBe(true);
  });

  it('shares nothing with the JSON that it was read from', () => {
    const from = json(told([1, 2], ['a'])) as {
      metrics: { own: number[] };
      parameters: { schedule: { kind: string }[] };
    };
    const again = sweepFromJson(from);
    from.metrics.own[0] = 9;
    from.parameters.schedule[0]!.kind = 'never';
    expect(again.metrics['own']![0]).toBe(1);
    expect(again.parameters['schedule']![0]).toEqual({ kind: 'monthly' });
    expect(Object.isFrozen(from.parameters.schedule[0])).toBe(false);
  });

  it('cannot be run again, and says what can', () => {
    const again = through(told([1, 2], ['a']));
    expectInputError('option.missing', ['neither the panel nor the strategy'], () => again.run(0));
  });
});

describe('what is not the JSON of a sweep is refused', () => {
  const whole = json(told([1, 2, Infinity], ['a'])) as Record<string, unknown>;
  const kept = json(told([1, 2, 3], ['a'], 2)) as Record<string, unknown>;

  it.each<[string, unknown, string, string]>([
    ['nothing', null, 'file.format', 'the whole'],
    ['another version', { ...whole, form: 'backtilt sweep 2' }, 'file.format', 'this version reads "backtilt sweep 1"'],
    ['a result of before the form', { ...whole, form: undefined }, 'file.format', 'form: found nothing'],
    ['an unknown field', { ...whole, trails: 3 }, 'file.format', 'trails'],
    ['a text for a figure', { ...whole, metrics: { own: [1, 'two', 3] } }, 'file.format', 'metrics.own[1]'],
    ['no figures', { ...whole, metrics: {} }, 'file.value', 'metrics'],
    ['a short column', { ...whole, metrics: { own: [1] } }, 'file.value', 'found 1 values for 3 rows'],
    ['a short parameter', { ...whole, parameters: { a: [1] } }, 'file.value', 'parameters.a'],
    ['a parameter without a name', { ...whole, names: ['weight', 'schedule'] }, 'file.value', 'parameters.a'],
    ['a name without a parameter', { ...whole, names: ['weight', 'a', 'schedule', 'b'] }, 'file.value', 'names[3]'],
    ['a variant beyond the last', { ...whole, indices: [0, 1, 3] }, 'file.value', 'found variant 3 of 3'],
    ['a variant twice', { ...kept, indices: [1, 1] }, 'file.value', 'a second time'],
    ['variants in another order', { ...whole, indices: [1, 0, 2] }, 'file.value', 'indices[0]'],
    ['more trials than rows', { ...whole, trials: 4 }, 'file.value', 'found 3 of 4 variants'],
    ['counts of other figures', { ...kept, sketches: {} }, 'file.value', 'sketches.own'],
    [
      'more counts than trials',
      { ...kept, sketches: { ...(kept['sketches'] as object), own: { counts: [[1, 9]], lowest: 1, highest: 2 } } },
      ...(['file.value', 'found 9 values of 3'] as const),
    ],
    [
      'an odd place',
      { ...whole, odd: { parameters: [], metrics: [['own', 3, 'NaN']] } },
      'file.value',
      'odd.metrics[0]',
    ],
    ['a function', { ...whole, parameters: { a: [1, 2, () => 3] } }, 'file.format', 'parameters.a[2]'],
  ])('%s', (_, given, code, fact) => {
    expectInputError(code as never, [fact], () => sweepFromJson(given));
  });
});
