import { sum } from '../core/index.js';
import { solvePositiveDefinite } from './solve-positive-definite.js';

/** Newton steps at most; a few to twenty are the rule, and each may double a weight. */
const MOST_STEPS = 100;

/**
 * Long-only weights, together 1, of which asset i brings the share bᵢ of the variance: wᵢ(Σw)ᵢ ∝ bᵢ.
 *
 * They are the scaled minimum of ½x'Cx − Σ bᵢ ln xᵢ over x > 0, C the correlations, found by Newton steps x − t H⁻¹g with
 * g = Cx − b/x, H = C + diag(b/x²). With δ = max |step / x|, t is 1 where δ < ½, otherwise 1/(1 + δ), which stays positive and lowers
 * the function at every step: within (1 − tδ)² the Hessian does not change by more.
 *
 * @param covariances n rows of n; variances above 0.
 * @param budgets above 0; only their proportions count.
 * @returns undefined where assets cancel each other, so that there is no minimum.
 */
export function riskBudgetWeights(
  covariances: readonly (readonly number[])[],
  budgets: readonly number[],
): number[] | undefined {
  const deviations = covariances.map((row, i) => Math.sqrt(row[i]!));
  const correlations = covariances.map((row, i) => row.map((value, j) => value / (deviations[i]! * deviations[j]!)));
  const total = sum(budgets);
  const shares = budgets.map((budget) => budget / total);
  let x = shares.map(Math.sqrt);
  let error = Infinity;
  let before = Infinity;
  for (let step = 0; step < MOST_STEPS && (error > 1e-12 || error < before / 2); step++) {
    const risk = correlations.map((row) => sum(row.map((value, j) => value * x[j]!)));
    before = error;
    error = Math.max(...risk.map((value, i) => Math.abs((x[i]! * value) / shares[i]! - 1)));
    const gradient = risk.map((value, i) => value - shares[i]! / x[i]!);
    const hessian = correlations.map((row, i) =>
      row.map((value, j) => (i === j ? value + shares[i]! / x[i]! ** 2 : value)),
    );
    const move = solvePositiveDefinite(hessian, gradient);
    const size = Math.max(...move.map((value, i) => Math.abs(value / x[i]!)));
    const share = size < 0.5 ? 1 : 1 / (1 + size);
    x = x.map((value, i) => value - share * move[i]!);
  }
  if (!(error <= 1e-9)) return undefined;
  const weights = x.map((value, i) => value / deviations[i]!);
  const whole = sum(weights);
  return weights.map((weight) => weight / whole);
}
