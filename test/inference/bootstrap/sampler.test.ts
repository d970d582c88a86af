import { describe, expect, it } from 'vitest';
import { sampleOf, valueOf } from '../../../src/inference/bootstrap/sampler.js';
import { makeReturnSeries } from '../../../src/panel/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';

const monthly = () => series('monthly', [0.1, 0.2, 0.3]);

describe('a sample', () => {
  it('has the rows asked for, under the names of the series, the others frozen', () => {
    const other = series('monthly', [1, 2, 3], 'B');
    const found = sampleOf({ series: monthly(), others: { bench: other } }, [2, 0, 2], monthly().calendar);
    expect([...found.series.values]).toEqual([0.3, 0.1, 0.3]);
    expect([found.series.name, found.others['bench']!.name]).toEqual(['A', 'B']);
    expect([...found.others['bench']!.values]).toEqual([3, 1, 3]);
    expect(Object.isFrozen(found.others)).toBe(true);
  });

  it('keeps kind, fees and hindsight, and the day it ended on where all places are there; nothing else', () => {
    const { calendar, values } = monthly();
    const meta = { kind: 'price', net: true, usesHindsight: true, endsOn: '2020-03-10', source: 'S' } as const;
    const whole = makeReturnSeries('A', calendar, values.slice(), meta);
    const metaOn = (own: boolean) =>
      sampleOf({ series: whole, others: {} }, [0, 1, 2], own ? calendar : monthly().calendar).series.meta;
    expect(metaOn(true)).toStrictEqual({ kind: 'price', net: true, usesHindsight: true, endsOn: '2020-03-10' });
    expect(metaOn(false)).toStrictEqual({ kind: 'price', net: true, usesHindsight: true });
    const plain = monthly();
    expect(sampleOf({ series: plain, others: {} }, [0, 1, 2], plain.calendar).series.meta).toStrictEqual({
      kind: 'total',
      net: false,
    });
  });
});

describe('the value of a statistic', () => {
  it('is undefined where it is not finite', () => {
    const joint = { series: monthly(), others: {} };
    expect([1, NaN, Infinity, -Infinity].map((value) => valueOf(() => value, joint))).toEqual([1, NaN, NaN, NaN]);
  });

  it.each([
    ['a statistic', [() => 'x' as unknown as number][0]!],
    ['statistic "summary"', { summary: () => 'x' as unknown as number }.summary],
  ])('is a number, or else %s is refused', (name, statistic) => {
    const error = expectInputError('option.type', [], () => valueOf(statistic, { series: monthly(), others: {} }));
    expect(error.message).toBe(
      `bootstrap: ${name} answers "x"; a statistic answers one number, such as (sample) => cagr(sample).`,
    );
    expect(error.details).toEqual({ where: 'bootstrap', found: '"x"' });
  });
});
