import { describe, expect, it } from 'vitest';
import { jointRows } from '../../../src/inference/bootstrap/joint-rows.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';

const NONE = NaN;

describe('series over their common life', () => {
  it('begin and end together, row beside row', () => {
    const a = series('monthly', [1, 2, 3, 4, 5]);
    const found = jointRows('study', a, {
      late: series('monthly', [NONE, 20, 30, 40, 50], 'B'),
      short: series('monthly', [100, 200, 300, 400], 'C'),
    });
    expect([...found.series.values]).toEqual([2, 3, 4]);
    expect(Object.entries(found.others).map(([key, { name, values }]) => [key, name, ...values])).toEqual([
      ['late', 'B', 20, 30, 40],
      ['short', 'C', 200, 300, 400],
    ]);
    expect(found.others['late']!.calendar).toBe(found.series.calendar);
    expect([...a.values]).toEqual([1, 2, 3, 4, 5]);
  });

  it('are refused where there is no such row', () => {
    const empty = series('monthly', [NONE, NONE]);
    const alone = expectInputError('panel.empty-window', [], () => jointRows('study', empty, {}));
    expect(alone.message).toBe('study: there is no row on which "A" has a return. Give series that overlap.');
    expect(alone.details).toEqual({ where: 'study', series: 'A' });
    const both = expectInputError('panel.empty-window', [], () =>
      jointRows('study', series('monthly', [1, NONE]), { b: series('monthly', [NONE, 1], 'B') }),
    );
    expect(both.message).toBe('study: there is no row on which all of A, B have a return. Give series that overlap.');
    expect(both.details).toEqual({ where: 'study', series: 'A, B' });
  });

  it('are refused where one is no series, or has a hole that the other does not fill', () => {
    expectInputError('series.invalid', ['study: the series must be'], () => jointRows('study', 3 as never, {}));
    expectInputError('series.invalid', ['study: "b" of "others" must be'], () =>
      jointRows('study', series('monthly', [1]), { b: 3 as never }),
    );
    const hole = expectInputError('returns.hole', ['"A" has no return on 2020-02-29'], () =>
      jointRows('study', series('monthly', [1, 2, 3]), { b: series('monthly', [1, NONE, 3], 'B') }),
    );
    expect(hole.details).toEqual({ where: 'study', series: 'A', row: 1, date: '2020-02-29' });
  });
});
