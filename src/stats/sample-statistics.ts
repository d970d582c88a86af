import { quickselect } from 'simple-statistics';
import { shared } from './shared.js';

/** Numbers in a row, of whatever array. */
export type Numbers = ArrayLike<number>;

/**
 * What rounding took from `next` = `sum` + `value`, exactly: add these up, and the sum of a million numbers is as exact as that of two.
 *
 * @see Knuth, D. E., The Art of Computer Programming, vol. 2, sec. 4.2.2, theorem B.
 */
export function lostIn(sum: number, value: number, next: number): number {
  const part = next - sum;
  return sum - (next - part) + (value - part);
}

/**
 * The arithmetic mean, summed with compensation ({@link lostIn}), so that a large common offset costs no digits. NaN of
 * nothing.
 */
export function mean(values: Numbers): number {
  return shared('mean', [values], () => {
    const n = values.length;
    if (n === 0) return NaN;
    let [sum, lost] = [values[0]!, 0];
    for (let row = 1; row < n; row++) {
      const value = values[row]!;
      const next = sum + value;
      lost += lostIn(sum, value, next);
      sum = next;
    }
    return (sum + lost) / n;
  });
}

/**
 * The sample variance, Σ(x − mean)²/(n − 1): divisor n − 1 everywhere in the library. Two passes, the second summed with compensation
 * and freed of the rounding of the mean, so neither a large common offset nor a million values cost digits. NaN under two values.
 */
export function sampleVariance(values: Numbers): number {
  return sampleCovariance(values, values);
}

/** The sample standard deviation, the root of {@link sampleVariance}. NaN under two values. */
export function sampleStandardDeviation(values: Numbers): number {
  return Math.sqrt(sampleVariance(values));
}

/**
 * The sample covariance, Σ(x − mean x)(y − mean y)/(n − 1), of two rows of one length, as exact as {@link sampleVariance}. NaN under two
 * pairs.
 *
 * @see Chan, T. F., Golub, G. H. and LeVeque, R. J. (1983), "Algorithms for Computing the Sample Variance", The American Statistician
 *   37(3), 242–247 (the corrected two-pass algorithm).
 */
export function sampleCovariance(a: Numbers, b: Numbers): number {
  return shared('covariance', [a, b], () => {
    const n = a.length;
    if (n < 2) return NaN;
    const centreA = mean(a);
    const centreB = mean(b);
    let [sum, lost, leftA, leftB] = [0, 0, 0, 0];
    for (let row = 0; row < n; row++) {
      const x = a[row]! - centreA;
      const y = b[row]! - centreB;
      const product = x * y;
      const next = sum + product;
      lost += lostIn(sum, product, next);
      sum = next;
      leftA += x;
      leftB += y;
    }
    return (sum + (lost - (leftA * leftB) / n)) / (n - 1);
  });
}

/** Puts the value of rank `rank` (0 is the lowest) in its place, nothing higher before and nothing lower after it, and answers it. */
export function select(values: Float64Array, rank: number): number {
  // The one place where a typed array is handed over as a plain one: simple-statistics only reads and writes by index.
  quickselect(values as unknown as number[], rank, 0, values.length - 1);
  return values[rank]!;
}
