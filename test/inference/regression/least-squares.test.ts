import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import {
  coefficientCovariance,
  type CovarianceRule,
} from '../../../src/inference/regression/coefficient-covariance.js';
import { automaticLags, errorRule } from '../../../src/inference/regression/error-options.js';
import { dot, leastSquares } from '../../../src/inference/regression/least-squares.js';
import { regress } from '../../../src/inference/regression/regress.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { root } from '../../support/source-files.js';
import { greene } from './greene.js';

const counting = (count: number): number[] => Array.from({ length: count }, (_, row) => row);
const ones = (count: number): number[] => counting(count).map(() => 1);
const plain: CovarianceRule = { errors: 'white', lags: 0, correction: 'none' };

const investment = leastSquares(
  greene.investment,
  [
    { name: 'constant', values: ones(19) },
    { name: 'product', values: greene.product },
    { name: 'interest', values: greene.interest },
  ],
  'test',
);
const errorsOf = (rule: Partial<CovarianceRule>): number[] =>
  coefficientCovariance(investment, counting(19), { ...plain, ...rule }).map((row, index) => Math.sqrt(row[index]!));

/** Each number equal to so many digits. */
function expectNear(found: ArrayLike<number>, expected: readonly number[], relative: number): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, index) => {
    expect(Math.abs(found[index]! - value), `${found[index]!} is not ${value}`).toBeLessThanOrEqual(
      relative * Math.abs(value),
    );
  });
}

describe("Greene's investment equation (Econometric Analysis, 2nd ed., tables 15.1 and 15.2)", () => {
  it('has the published coefficients, R² and Durbin–Watson statistic', () => {
    expectNear(investment.coefficients, [-12.5336, 0.169136, -1.00144], 5e-6);
    const columns = [
      { name: 'product', values: greene.product },
      { name: 'interest', values: greene.interest },
    ];
    const fit = regress(
      'test',
      Float64Array.from(greene.investment),
      columns,
      counting(19),
      errorRule('test', { errors: 'ols' }),
    );
    expect(fit.rSquared).toBeCloseTo(0.8141, 4);
    expect(fit.durbinWatson).toBeCloseTo(1.3215, 4);
    expect(fit.adjustedRSquared).toBeCloseTo(1 - ((1 - fit.rSquared) * 18) / 16, 14);
  });

  it('has the standard errors of R: lm, and NeweyWest(lag = 4, prewhite = FALSE) of example 15.3', () => {
    // numpy 2.4.6 gives the same to all digits shown.
    expectNear(errorsOf({ errors: 'ols' }), [24.9152688, 0.0205664508, 2.36874913], 1e-8);
    expectNear(errorsOf({ errors: 'neweyWest', lags: 4 }), [18.9582981, 0.0167507859, 3.34237535], 1e-8);
  });

  it('times n/(n − k) has those of Stata, and with no lag those of White', () => {
    const corrected = errorsOf({ errors: 'neweyWest', lags: 4, correction: 'degreesOfFreedom' });
    expectNear(corrected, [20.6593264, 0.0182537457, 3.6422691], 1e-8);
    expectNear(errorsOf({ errors: 'white' }), [18.7461574, 0.0175119016, 3.59465506], 1e-8);
    expect(errorsOf({ errors: 'neweyWest', lags: 0 })).toEqual(errorsOf({ errors: 'white' }));
  });

  it('has the Hansen–Hodrick variances that numpy computes from equal weights', () => {
    const found = coefficientCovariance(investment, counting(19), {
      errors: 'hansenHodrick',
      lags: 2,
      correction: 'none',
    });
    expectNear(
      found.map((row, index) => row[index]!),
      [542.036371, 4.52732086e-4, 11.6304187],
      1e-8,
    );
  });

  it('has no Hansen–Hodrick variance where the lags reach over half of the rows: with all of them the products cancel', () => {
    const rule = { errors: 'hansenHodrick', correction: 'none' } as const;
    const of = (lags: number): number[] =>
      coefficientCovariance(investment, counting(19), { ...rule, lags }).map((row, index) => row[index]!);
    // 2 × 10 ≥ 19. With 18 lags S = (Σ uₜ xₜ)², and the normal equations make that 0.
    for (const lags of [10, 18]) expect(of(lags)).toEqual([NaN, NaN, NaN]);
  });
});

const MACRO = `${root}../shared/reference/macrodata_newey.csv`;

describe.skipIf(!existsSync(MACRO))(
  'US investment growth on growth and interest (needs the macro data beside the repository)',
  () => {
    it('has the covariance that R and statsmodels test each other with: 4 lags, with and without the correction', () => {
      const lines = readFileSync(MACRO, 'utf8').trim().split('\n').slice(1);
      const [y, growth, interest] = [0, 1, 2].map((column) => lines.map((line) => Number(line.split(',')[column])));
      const columns = [
        { name: 'constant', values: ones(lines.length) },
        { name: 'growth', values: growth! },
        { name: 'interest', values: interest! },
      ];
      const fit = leastSquares(y!, columns, 'test');
      const rule = { errors: 'neweyWest', lags: 4 } as const;
      const corrected = coefficientCovariance(fit, counting(lines.length), { ...rule, correction: 'degreesOfFreedom' });
      expectNear(corrected[0]!, [1.406438998786788, -0.318032870708333, -0.0606211112164886], 1e-11);
      expectNear(corrected[1]!, [-0.318032870708333, 0.109730834899982, 0.000395311760301], 1e-9);
      const raw = coefficientCovariance(fit, counting(lines.length), { ...rule, correction: 'none' });
      expectNear(raw[0]!, [1.38555129088401, -0.313309610252268, -0.0597207976835705], 1e-11);
      expectNear([raw[1]![1]!, raw[2]![2]!], [0.10810116903513, 0.0862118527405036], 1e-11);
    });
  },
);

describe('leastSquares', () => {
  it('fits a line by hand: y = 1, 3, 2 on 0, 1, 2 is 1.5 + 0.5 x, with residuals −0.5, 1, −0.5', () => {
    const columns = [
      { name: 'constant', values: [1, 1, 1] },
      { name: 'x', values: [0, 1, 2] },
    ];
    const { coefficients, residuals, inverse } = leastSquares([1, 3, 2], columns, 'test');
    expectNear(coefficients, [1.5, 0.5], 1e-14);
    expectNear(residuals, [-0.5, 1, -0.5], 1e-14);
    // X'X = [[3, 3], [3, 5]], determinant 6.
    expectNear(inverse[0]!, [5 / 6, -0.5], 1e-14);
    expectNear(inverse[1]!, [-0.5, 0.5], 1e-14);
    // s² = 1.5/1: the slope has variance 0.75. White: Σ (x − 1)² u² / 4 = (0.25 + 0.25)/4.
    const fit = leastSquares([1, 3, 2], columns, 'test');
    expect(coefficientCovariance(fit, [0, 1, 2], { ...plain, errors: 'ols' })[1]![1]).toBeCloseTo(0.75, 14);
    expect(coefficientCovariance(fit, [0, 1, 2], plain)[1]![1]).toBeCloseTo(0.125, 14);
  });

  it('finds the coefficients that made exact data, and leaves exactly nothing over', () => {
    const random = fc.sample(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { numRuns: 60, seed: 9 });
    const [a, b] = [random.slice(0, 30), random.slice(30)];
    const y = a.map((value, row) => 0.01 + 2 * value - 3 * b[row]!);
    const fit = leastSquares(
      y,
      [
        { name: '1', values: ones(30) },
        { name: 'a', values: a },
        { name: 'b', values: b },
      ],
      'test',
    );
    expectNear(fit.coefficients, [0.01, 2, -3], 1e-12);
    expect(fit.residuals.every((value) => value === 0)).toBe(true);
  });

  it('keeps its digits where columns are nearly alike, which X’X would lose', () => {
    // X is conditioned as 1e7, X’X as 1e14.
    const near = counting(20).map((row) => 1 + 1e-7 * (row % 3));
    const y = near.map((value) => 2 + 5 * value);
    const fit = leastSquares(
      y,
      [
        { name: '1', values: ones(20) },
        { name: 'near', values: near },
      ],
      'test',
    );
    expectNear(fit.coefficients, [2, 5], 1e-7);
  });

  it('leaves residuals at right angles to every column, in whatever units these are', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    const row = fc.tuple(number, number, number);
    fc.assert(
      fc.property(fc.array(row, { minLength: 8, maxLength: 30 }), fc.constantFrom(1, 1e-6, 1e6), (rows, unit) => {
        const a = rows.map((one, index) => (one[0] + Math.sin(index)) * unit);
        const b = rows.map((one, index) => one[1] + Math.cos(3 * index));
        const y = rows.map((one) => one[2]);
        const columns = [ones(rows.length), a, b].map((values, index) => ({ name: String(index), values }));
        const { residuals } = leastSquares(y, columns, 'test');
        for (const { values } of columns) {
          expect(Math.abs(dot(residuals, values))).toBeLessThan(1e-11 * Math.max(1, unit));
        }
      }),
      { seed: 10 },
    );
  });

  it('refuses a column that the others make up, and names them', () => {
    const [a, b] = [greene.product, greene.interest];
    const sum = a.map((value, row) => value - 2 * b[row]!);
    const columns = [
      { name: 'the constant', values: ones(19) },
      { name: 'a', values: a },
      { name: 'unrelated', values: greene.investment },
      { name: 'b', values: b },
      { name: 'sum', values: sum },
    ];
    const error = expectInputError('regression.collinear', ['here', '"sum"', 'combination of a, b'], () =>
      leastSquares(greene.investment, columns, 'here'),
    );
    expect(error.details).toMatchObject({ column: 'sum', others: ['a', 'b'] });
    const flat = [columns[0]!, { name: 'flat', values: ones(19).map(() => 3) }];
    expectInputError('regression.collinear', ['"flat"', 'the constant'], () =>
      leastSquares(greene.investment, flat, 'here'),
    );
    const nothing = [{ name: 'nothing', values: ones(19).map(() => 0) }];
    expectInputError('regression.collinear', ['"nothing" is 0 on every row'], () =>
      leastSquares(greene.investment, nothing, 'here'),
    );
  });
});

describe('robust covariances', () => {
  it('pair periods, not rows: across a missing period nothing is a neighbour', () => {
    const fit = leastSquares([1, 2, 4, 3], [{ name: 'constant', values: ones(4) }], 'test');
    // u = −1.5, −0.5, 1.5, 0.5; Γ₀ = 5; Γ₁ of rows 1,2 and 3,4 = 0.75 + 0.75, and −0.75 across the gap; weight ½ twice.
    const rule = { errors: 'neweyWest', lags: 1, correction: 'none' } as const;
    expect(coefficientCovariance(fit, [0, 1, 2, 3], rule)[0]![0]).toBeCloseTo((5 + 0.75 - 0.75 + 0.75) / 16, 14);
    expect(coefficientCovariance(fit, [0, 1, 5, 6], rule)[0]![0]).toBeCloseTo((5 + 0.75 + 0.75) / 16, 14);
  });

  it('have the rule of thumb 4 (n/100)^(2/9) for lags', () => {
    // 100: 4; 300: 4 × 1.2765; 750: 4 × 1.5648.
    expect([50, 100, 300, 750].map(automaticLags)).toEqual([3, 4, 5, 6]);
  });

  it('refuse lags that mean nothing, and Hansen–Hodrick without them', () => {
    expectInputError('option.missing', ['hansenHodrick', '"lags"', '11'], () =>
      errorRule('here', { errors: 'hansenHodrick' }),
    );
    expectInputError('option.range', ['"lags" is 3', "'white'"], () => errorRule('here', { errors: 'white', lags: 3 }));
    expectInputError('option.range', ['"errors"', "'neweyWest'"], () => errorRule('here', { errors: 'hac' as never }));
    expectInputError('option.range', ['"lags" is 1.5'], () => errorRule('here', { lags: 1.5 }));
    expectInputError('option.range', ['"level" is 1'], () => errorRule('here', { level: 1 }));
    expectInputError('option.range', ['"distribution"'], () => errorRule('here', { distribution: 't' as never }));
    expectInputError('option.range', ['"correction"'], () => errorRule('here', { correction: 'hc1' as never }));
  });
});

describe('Newey–West intervals', () => {
  it('of a nominal 95 % cover a true slope 92 to 98 times in 100 where residuals and regressor are autocorrelated (0.3, n = 300, 1000 samples)', () => {
    const rule = errorRule('test', {});
    let covered = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const random = seededRandom(seed);
      let [shock, level] = [0, 0];
      const x = new Float64Array(300).map(() => (level = 0.3 * level + random.normal()));
      const y = x.map((value) => 0.5 * value + (shock = 0.3 * shock + random.normal()));
      const { low, high } = regress('test', y, [{ name: 'x', values: x }], counting(300), rule).slopes[0]!;
      if (low <= 0.5 && high >= 0.5) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(920);
    expect(covered).toBeLessThanOrEqual(980);
  });
});
