import { cagr, maxDrawdown, monthly, smallCapTilt, totalReturn, walkForward, type WalkForward } from 'backtilt';
import { walkForwardFromJson } from 'backtilt/io';
import { randomPanel } from 'backtilt/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const market = randomPanel({ assets: ['A', 'B'], rows: 72, seed: 9, frequency: 'monthly' });
const json = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

/** A walk whose figures are given, in the order in which they are asked for. */
const told = (figures: readonly number[], by = 'given'): WalkForward => {
  let asked = 0;
  const figure = { [by]: (): number => figures[asked++ % figures.length]! }[by]!;
  return walkForward(market, {
    list: [{ weight: 0.2 }, { weight: -0, size: Infinity }, { schedule: monthly(), ['__proto__']: 1 }] as {
      weight?: number;
    }[],
    strategy: ({ weight = 0 }) => smallCapTilt({ core: 'A', smallCap: 'B', weight }),
    by: figure,
    windows: { train: 24, test: 12 },
  });
};

describe('a walk forward through JSON and back', () => {
  it('has the same returns, folds, table, notes and display, bit by bit', () => {
    const figure = fc.oneof(
      fc.constantFrom(NaN, Infinity, -Infinity, -0, 0, 5e-324, 1e300),
      fc.double({ noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 30 }), (given) => {
        // Something must be chosen in each fold.
        const before = told(given.flatMap((one) => [one, 0.5, one]));
        const text = json(before);
        const again = walkForwardFromJson(text);
        expect([...again.values]).toEqual([...before.values]);
        expect(again.folds).toEqual(before.folds);
        expect([again.trials, again.stability, again.notes]).toEqual([before.trials, before.stability, before.notes]);
        expect([again.name, again.meta, again.calendar.toJSON()]).toEqual([
          before.name,
          before.meta,
          before.calendar.toJSON(),
        ]);
        expect(again.table.rows).toEqual(before.table.rows);
        expect([String(again), again.table.title]).toEqual([String(before), before.table.title]);
        expect([cagr(again), maxDrawdown(again)]).toEqual([cagr(before), maxDrawdown(before)]);
        expect(json(again)).toEqual(text);
      }),
      { numRuns: 60 },
    );
  });

  it('prints a share as percent where the figure is one, as before', () => {
    const before = walkForward(market, {
      grid: { weight: [0, 0.5, 1] },
      strategy: ({ weight }) => smallCapTilt({ core: 'A', smallCap: 'B', weight }),
      by: totalReturn,
      windows: { train: 24, test: 12 },
    });
    const again = walkForwardFromJson(json(before));
    expect(String(again)).toBe(String(before));
    expect(String(again)).toMatch(/by totalReturn[^]*\d %/);
    expect(Object.isFrozen(again) && Object.isFrozen(again.folds[0]!.params) && Object.isFrozen(again.meta)).toBe(true);
  });

  it('shares nothing with the JSON that it was read from', () => {
    const from = json(told([1, 2]));
    const again = walkForwardFromJson(from);
    const fold = (from['folds'] as { params: Record<string, unknown>; train: { from: string } }[])[0]!;
    fold.train.from = 'x';
    fold.params['weight'] = 9;
    (from['values'] as number[])[0] = 9;
    expect(JSON.stringify(again)).toBe(JSON.stringify(told([1, 2])));
  });
});

describe('what is not the JSON of a walk forward is refused', () => {
  const whole = json(told([1, 2, 3]));
  const folds = whole['folds'] as Record<string, unknown>[];
  const first = (changed: object): unknown => ({ ...whole, folds: [{ ...folds[0], ...changed }, ...folds.slice(1)] });

  it.each<[string, unknown, string, string]>([
    ['a text', 'walk', 'file.format', 'the whole'],
    [
      'another version',
      { ...whole, form: 'backtilt walk-forward 0' },
      'file.format',
      'this version reads "backtilt walk-forward 1"',
    ],
    ['a sweep', { form: 'backtilt sweep 1' }, 'file.format', 'backtilt sweep 1'],
    ['an unknown field', { ...whole, fold: [] }, 'file.format', 'fold'],
    ['no folds', { ...whole, folds: [] }, 'file.format', 'folds'],
    [
      'a date that is none',
      first({ train: { from: '2020-02-31', to: '2021-01-31' } }),
      'file.format',
      'folds[0].train.from',
    ],
    ['a missing return', { ...whole, values: (whole['values'] as unknown[]).slice(1) }, 'file.value', 'dates'],
    ['a variant beyond the last', first({ chosen: 3 }), 'file.value', 'found variant 3 of 3'],
    ['tests that begin elsewhere', { ...whole, folds: folds.slice(1) }, 'file.value', 'folds[0].test.from'],
    [
      'tests in another order',
      { ...whole, folds: [folds[0], ...folds.slice(1).reverse()] },
      'file.value',
      'does not follow',
    ],
    [
      'another worth',
      { ...whole, stability: { ...(whole['stability'] as object), meanRank: 0.123 } },
      'file.value',
      'stability.meanRank',
    ],
    ['an odd fold', { ...whole, odd: { params: [['weight', 99, '-0']], figures: [] } }, 'file.value', 'odd.params[0]'],
    [
      'an odd figure',
      { ...whole, odd: { params: [], figures: [['chosen', 0, 'NaN']] } },
      'file.value',
      'odd.figures[0]',
    ],
    ['a function', first({ params: { weight: () => 1 } }), 'file.format', 'folds[0].params'],
    [
      'a calendar out of order',
      {
        ...whole,
        calendar: { ...(whole['calendar'] as object), dates: (whole['values'] as unknown[]).map(() => '2020-01-31') },
      },
      'calendar.',
      '2020-01-31',
    ],
  ])('%s', (_, given, code, fact) => {
    if (code.endsWith('.')) expect(() => walkForwardFromJson(given)).toThrow(fact);
    else expectInputError(code as never, [fact], () => walkForwardFromJson(given));
  });
});
