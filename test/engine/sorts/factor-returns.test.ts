import {
  annually,
  factorRegression,
  factorReturns,
  fromReturns,
  portfolioSorts,
  sharpeRatio,
  weighBy,
  addField,
} from 'backtilt';
import { frenchFactors } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../../support/expect-input-error.js';
import { months } from '../made-panel.js';

/*
 * Kenneth R. French Data Library, "6 Portfolios Formed on Size and Book-to-Market (2 x 3)", value weighted, percent of a month, and
 * "Fama/French 3 Factors" of the same release (CRSP 202406): the twelve months of 2020.
 */
const sixIn2020 = [
  [-1.8502, -4.1627, -8.2603, 1.6837, -2.1307, -4.46],
  [-6.1507, -8.6528, -9.9751, -7.0477, -10.1221, -10.8288],
  [-18.6226, -21.4701, -28.0799, -8.9985, -17.5166, -27.2089],
  [18.3099, 13.0286, 15.6219, 14.3817, 10.8271, 14.3835],
  [11.2651, 4.8208, 4.2878, 6.058, 3.531, 3.3176],
  [5.446, 2.4738, 3.5002, 3.5334, -1.2471, 1.0626],
  [1.8239, 2.8586, 2.654, 7.2846, 3.3318, 3.64],
  [7.1723, 4.5483, 5.3709, 9.4568, 3.0264, 5.318],
  [-0.5582, -4.4953, -5.8531, -4.1638, -2.5255, -4.266],
  [0.6958, 2.5126, 6.2523, -2.8696, -0.8337, 0.0293],
  [23.143, 17.6858, 19.5746, 10.4738, 14.3622, 18.1689],
  [12.7199, 8.0689, 8.3849, 4.4523, 4.3095, 5.7604],
] as const;
const smbIn2020 = [-3.12, 1.07, -4.82, 2.46, 2.49, 2.69, -2.31, -0.24, 0.02, 4.38, 5.8, 4.88];
const hmlIn2020 = [-6.28, -3.8, -13.83, -1.34, -4.86, -2.21, -1.41, -2.97, -2.7, 4.23, 2.06, -1.51];

const six = fromReturns({
  frequency: 'monthly',
  dates: sixIn2020.map((_, month) => `2020-${String(month + 1).padStart(2, '0')}`),
  returns: Object.fromEntries(
    ['SL', 'SM', 'SH', 'BL', 'BM', 'BH'].map((name, column) => [name, sixIn2020.map((row) => row[column]! / 100)]),
  ),
});
const rows = [
  ['SL', 'SM', 'SH'].map((name) => six.returns(name)),
  ['BL', 'BM', 'BH'].map((name) => six.returns(name)),
] as const;

describe('the factors of 2 × 3 portfolios', () => {
  const factors = factorReturns({ HML: rows });

  it('are French’s own SMB and HML, to the rounding of his files', () => {
    const percent = (name: 'SMB' | 'HML'): number[] => Array.from(factors.returns(name).values, (value) => value * 100);
    percent('SMB').forEach((value, month) => {
      expect(Math.abs(value - smbIn2020[month]!), `SMB ${month + 1}`).toBeLessThanOrEqual(0.00501);
    });
    percent('HML').forEach((value, month) => {
      expect(Math.abs(value - hmlIn2020[month]!), `HML ${month + 1}`).toBeLessThanOrEqual(0.00501);
    });
  });

  it('lie within 0.2 points of the bundled factors, which are of a later release', () => {
    const { three } = frenchFactors();
    for (const name of ['SMB', 'HML'] as const) {
      const bundled = three.returns(name);
      const first = Array.from({ length: bundled.calendar.length }, (_, row) => bundled.calendar.date(row)).indexOf(
        '2020-01-31',
      );
      Array.from(factors.returns(name).values).forEach((value, month) => {
        expect(Math.abs(value - bundled.values[first + month]!)).toBeLessThan(0.002);
      });
    }
  });

  it('are differences of returns: of kind excess, and a panel for a regression', () => {
    expect(factors.assets).toEqual(['SMB', 'HML']);
    expect(factors.returns('HML').meta.kind).toBe('excess');
    const { riskFree } = frenchFactors();
    const loadings = factorRegression(six.returns('SH'), factors, { riskFree, lags: 0 });
    expect(loadings.toString()).toContain('HML');
    expect(sharpeRatio(factors.returns('HML'))).toBeLessThan(0);
  });

  it('of several sorts share one SMB, the mean of theirs; CMA is long of the low side', () => {
    const made6 = fromReturns({
      frequency: 'annual',
      dates: ['2023-12'],
      returns: { a: [0.01], b: [0.03], c: [0.08], d: [0.02], e: [0.05], f: [0.06] },
    });
    const of = (...names: string[]) => names.map((name) => made6.returns(name as 'a'));
    const made = factorReturns({
      HML: [of('a', 'b', 'c'), of('d', 'e', 'f')],
      CMA: { sort: [of('a', 'c'), of('b', 'f')], long: 'low' },
    });
    expect(made.assets).toEqual(['SMB', 'HML', 'CMA']);
    // HML: (.08 + .06)/2 − (.01 + .02)/2 = .055. CMA: (.01 + .03)/2 − (.08 + .06)/2 = −.05.
    expect(made.returns('HML').values[0]).toBeCloseTo(0.055, 15);
    expect(made.returns('CMA').values[0]).toBeCloseTo(-0.05, 15);
    // SMB: (.12/3 − .13/3 + .09/2 − .09/2)/2.
    expect(made.returns('SMB').values[0]).toBeCloseTo(-0.01 / 3 / 2, 15);
  });

  it('come from a sort by size and something else as they are', () => {
    const known = (values: readonly number[]) =>
      Object.fromEntries(
        ['A', 'B', 'C', 'D'].map((asset, index) => [
          asset,
          [{ knownOn: '2019-12-31' as const, value: values[index]! }],
        ]),
      );
    const panel = addField(
      addField(months({ A: [0.1], B: [0.2], C: [0], D: [0.05] }), 'size', known([1, 1, 9, 9])),
      'value',
      known([1, 9, 1, 9]),
    );
    const sorts = portfolioSorts(panel, {
      by: [
        { field: 'size', breakpoints: [0.5] },
        { field: 'value', breakpoints: [0.5] },
      ],
      weighting: weighBy('equal'),
      schedule: annually(),
    });
    const made = factorReturns({ HML: sorts });
    expect(made.returns('SMB').values[0]).toBeCloseTo(0.15 - 0.025, 15);
    expect(made.returns('HML').values[0]).toBeCloseTo((0.2 + 0.05) / 2 - (0.1 + 0) / 2, 15);
    expectInputError('option.type', ['factorReturns, HML', 'by: [size with one breakpoint'], () =>
      factorReturns({ HML: { ...sorts, by: [sorts.by[0]!] } }),
    );
  });

  it.each([
    [{}, 'option.type', ['no sort']],
    [{ SMB: rows }, 'option.range', ['"SMB"']],
    [{ HML: 3 }, 'option.type', ['HML', '3']],
    [{ HML: null }, 'option.type', ['HML', 'null']],
    [{ HML: [rows[0]] }, 'option.type', ['two rows']],
    [{ HML: [rows[0], rows[1].slice(1)] }, 'option.type', ['two rows']],
    [{ HML: { sort: rows, long: 'up' } }, 'option.range', ["'high'", "'low'"]],
    [{ HML: { sort: rows, lnog: 'low' } }, 'option.unknown', ['lnog']],
    [
      {
        HML: [
          [1, 2],
          [3, 4],
        ],
      },
      'series.invalid',
      ['portfolio 0'],
    ],
  ] as const)('refuses sorts that are none (%#)', (sorts, code, facts) => {
    expectInputError(code, ['factorReturns', ...facts], () => factorReturns(sorts as never));
  });
});
