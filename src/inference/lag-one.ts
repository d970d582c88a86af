import { mean, type Numbers } from '../stats/index.js';

/** First-order autocorrelation over neighbouring periods, Σ(xₜ − x̄)(xₜ₋₁ − x̄)/Σ(xₜ − x̄)²; `rows` are the periods of the values. NaN of a constant. */
export function lagOne(values: Numbers, rows: ArrayLike<number>): number {
  const centre = mean(values);
  let [products, squares] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    squares += (values[index]! - centre) ** 2;
    const step = rows[index]! - (rows[index - 1] ?? NaN);
    if (step === 1) products += (values[index]! - centre) * (values[index - 1]! - centre);
  }
  return squares === 0 ? NaN : products / squares;
}
