import type { Random } from '../../../src/core/index.js';

/** A stationary first-order autoregression with standard normal shocks: xₜ = φxₜ₋₁ + eₜ, the first one from its own distribution. */
export function autoregression(phi: number, count: number, random: Random): number[] {
  const values: number[] = [];
  for (let row = 0, value = random.normal() / Math.sqrt(1 - phi ** 2); row < count; row++) {
    values.push(value);
    value = phi * value + random.normal();
  }
  return values;
}
