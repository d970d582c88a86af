import { fisherTail } from '../distributions/fisher-tail.js';
import { dot } from './least-squares.js';

/** Whether several coefficients together differ from 0. */
export interface JointTest {
  /** b'V⁻¹b / q, V the covariance of the q coefficients. */
  readonly statistic: number;
  /** q. */
  readonly coefficients: number;
  /** How often chance alone would give as much: by F with q and the residual degrees of freedom, or by χ² where p-values are normal. */
  readonly p: number;
}

/**
 * Wald's test that coefficients are all 0, with whatever covariance they have. With plain errors it is the F-test of the regression.
 *
 * With robust errors it is a test for large samples: in short ones it finds too much.
 *
 * NaN where the covariance is not positive definite: nothing left unexplained, or Hansen–Hodrick weights that make it so.
 *
 * @param df Infinity for the normal distribution.
 * @see Wald, A. (1943), Transactions of the American Mathematical Society 54(3); Greene, W. H. (2012), Econometric Analysis, 7th ed., § 5.4.
 */
export function jointTest(estimates: readonly number[], covariance: readonly Float64Array[], df: number): JointTest {
  const coefficients = estimates.length;
  const solved = forwardSolve(estimates, covariance);
  const statistic = dot(solved, solved) / coefficients;
  return { statistic, coefficients, p: fisherTail(statistic, coefficients, df) };
}

/** L⁻¹b for V = LL', so that its square is b'V⁻¹b. NaN where V has no such L. */
function forwardSolve(b: readonly number[], covariance: readonly Float64Array[]): Float64Array {
  const lower = covariance.map((row) => new Float64Array(row.length));
  const solved = new Float64Array(b.length);
  for (let row = 0; row < b.length; row++) {
    const own = lower[row]!;
    for (let column = 0; column <= row; column++) {
      const rest = covariance[row]![column]! - dot(own.subarray(0, column), lower[column]!.subarray(0, column));
      if (column < row) own[column] = rest / lower[column]![column]!;
      // What is left of a variance must be more than the rounding of its parts.
      else own[row] = rest > SINGULAR * covariance[row]![row]! ? Math.sqrt(rest) : NaN;
    }
    solved[row] = (b[row]! - dot(own.subarray(0, row), solved.subarray(0, row))) / own[row]!;
  }
  return solved;
}

const SINGULAR = 1e-12;
