import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arithmeticMean,
  beta,
  cagr,
  conditionalStatistics,
  decades,
  totalReturn,
  volatility,
} from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dated, hasReference, reference, series } from './support.js';

describe('conditionalStatistics', () => {
  const one = series('annual', [0.1, 0.2, -0.3, 0.3]);

  it('takes the rows of each regime, the whole series first: odd years earn 25 %, all 7.5 %', () => {
    const { regimes, statistics } = conditionalStatistics(
      one,
      { odd: [false, true, false, true], early: (date) => date < '2022' },
      { mean: arithmeticMean, total: totalReturn },
    );
    expect(statistics).toEqual(['mean', 'total']);
    expect(regimes.map(({ regime, periods, spells }) => [regime, periods, spells])).toEqual([
      ['all', 4, 1],
      ['odd', 2, 2],
      ['early', 2, 1],
    ]);
    expect(regimes[0]?.values.mean).toBeCloseTo(0.075, 14);
    expect(regimes[1]?.values.mean).toBeCloseTo(0.25, 14);
    expect(regimes[1]).toMatchObject({ from: '2021-12-31', to: '2023-12-31', unknown: 0, usesHindsight: false });
    expect(regimes[2]?.values.total).toBeCloseTo(1.1 * 1.2 - 1, 14);
  });

  it('has no path of scattered rows: nobody’s wealth grew by them', () => {
    const { regimes } = conditionalStatistics(one, { odd: [0, 1, 0, 1] }, { cagr });
    expect(regimes[0]?.values.cagr).toBeCloseTo((1.1 * 1.2 * 0.7 * 1.3) ** 0.25 - 1, 14);
    expect(regimes[1]?.values.cagr).toBeNaN();
  });

  it('asks a signal on the row’s day, counts what it does not know, and carries its hindsight', () => {
    const signal = {
      name: 'even',
      usesHindsight: true,
      valueOn: (date: string) => (date < '2021' ? NaN : Number(date.slice(3, 4)) % 2 === 0 ? 1 : 0),
    };
    const found = conditionalStatistics(one, { even: signal }, { mean: arithmeticMean });
    expect(found.regimes[1]).toMatchObject({ periods: 1, spells: 1, unknown: 1, usesHindsight: true });
    expect(found.regimes[1]?.values.mean).toBeCloseTo(-0.3, 14);
    expect(found.usesHindsight).toBe(true);
    expect(found.notes).toContain('even is not known on 1 of 4 rows: they are not in it.');
    expect(String(found)).toContain('uses hindsight');
  });

  it('takes pairs on the common rows', () => {
    const market = series('annual', [0.2, 0.1, -0.1, 0.2], 'B');
    const found = conditionalStatistics(one, { late: [false, false, true, true] }, { beta: (r) => beta(r, market) });
    // 0.6 over 0.3.
    expect(found.regimes[1]?.values.beta).toBeCloseTo(2, 13);
  });

  it('skips holes, and rows before the first return change nothing', () => {
    const hole = series('annual', [NaN, 0.1, NaN, 0.3]);
    const found = conditionalStatistics(hole, { all4: [1, 1, 1, 1], none: [0, 0, 0, 0] }, { mean: arithmeticMean });
    expect(found.regimes[1]).toMatchObject({ periods: 2, spells: 1 });
    expect(found.regimes[1]?.values.mean).toBeCloseTo(0.2, 14);
    expect(found.regimes[2]).toMatchObject({ periods: 0, spells: 0, from: null, to: null });
    expect(found.regimes[2]?.values.mean).toBeNaN();
    expect(conditionalStatistics(series('annual', [NaN]), { a: [true] }, { volatility }).regimes[1]?.periods).toBe(0);
  });

  it('splits the mean: a regime and its complement weigh up to all', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.boolean()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (rows) => {
        const own = series(
          'annual',
          rows.map(([value]) => value / 100),
        );
        const mask = rows.map(([, inside]) => inside);
        const { regimes } = conditionalStatistics(
          own,
          { inside: mask, outside: mask.map((inside) => !inside), whole: () => true },
          { mean: arithmeticMean, volatility },
        );
        const [all, inside, outside, whole] = regimes;
        const part = (row: typeof all): number => (row!.periods === 0 ? 0 : row!.periods * row!.values.mean);
        expect(part(inside) + part(outside)).toBeCloseTo(all!.periods * all!.values.mean, 10);
        expect(whole?.values).toEqual(all?.values);
        expect(all?.values.volatility).toEqual(volatility(own));
      }),
      { numRuns: 60 },
    );
  });

  it('shows itself with n, spells and dates, and is frozen', () => {
    const found = conditionalStatistics(one, { odd: [0, 1, 0, 1] }, { mean: arithmeticMean });
    expect(String(found)).toMatch(/odd\s+2\s+2\s+2021-12-31\s+2023-12-31\s+0\.2500/);
    expect(Object.isFrozen(found) && Object.isFrozen(found.regimes[1]?.values)).toBe(true);
  });

  it('refuses marks of another length, figures for marks, and what is no statistic', () => {
    const mean = { mean: arithmeticMean };
    expectInputError('panel.ragged', ['"odd"', '3 marks', '4 rows'], () =>
      conditionalStatistics(one, { odd: [true, false, true] }, mean),
    );
    expectInputError('option.type', ['"odd"', 'is 7', '2020-12-31'], () =>
      conditionalStatistics(one, { odd: { name: 'months', usesHindsight: false, valueOn: () => 7 } }, mean),
    );
    expectInputError('option.type', ['"odd"', 'undefined', '2020-12-31'], () =>
      conditionalStatistics(one, { odd: (() => undefined) as never }, mean),
    );
    expectInputError('option.type', ['"odd"', '"x"'], () => conditionalStatistics(one, { odd: 'x' as never }, mean));
    expectInputError('option.type', ['"odd"', 'null'], () => conditionalStatistics(one, { odd: null as never }, mean));
    expectInputError('panel.name', ['"all"'], () => conditionalStatistics(one, { all: () => true }, mean));
    expectInputError('option.type', ['"mean"', '0.1'], () => conditionalStatistics(one, {}, { mean: 0.1 as never }));
    expectInputError('option.type', ['"mean"', 'answered', '"all"'], () =>
      conditionalStatistics(one, {}, { mean: (() => null) as never }),
    );
    expectInputError('option.type', ['regimes'], () => conditionalStatistics(one, [] as never, mean));
    expectInputError('series.invalid', ['conditionalStatistics'], () => conditionalStatistics([] as never, {}, mean));
  });
});

describe('decades', () => {
  it('are those in which a row ends, and cut the series into whole stretches', () => {
    const one = dated('annual', ['1999-12', '2000-12', '2001-12'], [0.1, 0.2, -0.1]);
    const found = decades(one);
    expect(Object.keys(found)).toEqual(['1990s', '2000s']);
    expect(found['1990s']?.valueOn('1999-12-31')).toBe(1);
    expect(found['1990s']?.valueOn('2000-01-01')).toBe(0);
    const { regimes } = conditionalStatistics(one, found, { totalReturn });
    expect(regimes[2]?.values.totalReturn).toBeCloseTo(1.2 * 0.9 - 1, 14);
    expect(decades(series('annual', [NaN]))).toEqual({});
    expect(Object.isFrozen(found)).toBe(true);
    expectInputError('series.invalid', ['decades'], () => decades(1990 as never));
  });

  it.skipIf(!hasReference)('compound to the whole series', () => {
    const big = reference('french_size_vw_192607_202406.csv', 'Hi30');
    const [all, ...parts] = conditionalStatistics(big, decades(big), { totalReturn }).regimes;
    expect(parts).toHaveLength(11);
    const together = parts.reduce((growth, { values }) => growth * (1 + values.totalReturn), 1);
    expect(together / (1 + all!.values.totalReturn)).toBeCloseTo(1, 12);
  });
});
