import { normalQuantile } from '../../stats/index.js';

const EULER_MASCHERONI = 0.5772156649015329;

/**
 * About how large the largest of N independent standard normal figures is on average: (1 − γ) Φ⁻¹(1 − 1/N) + γ Φ⁻¹(1 − 1/(N e)), γ = 0.5772…; 0 for one.
 *
 * An approximation for many; of two it gives 0.52 and the truth is 0.56.
 *
 * @see Bailey, D. H. and López de Prado, M. (2014), "The Deflated Sharpe Ratio", Journal of Portfolio Management 40(5), 94–107, appendix A.1.
 */
export function expectedMaximum(trials: number): number {
  if (trials === 1) return 0;
  // Upper tails by symmetry: 1 − 1/N loses digits for many trials.
  return (
    -(1 - EULER_MASCHERONI) * normalQuantile(1 / trials) - EULER_MASCHERONI * normalQuantile(1 / (trials * Math.E))
  );
}
