import * as simple from 'simple-statistics';

/** Numbers in a row, of whatever array. */
export type Numbers = ArrayLike<number>;

/** The one place where a typed array is handed over as a plain one: simple-statistics only reads by index and length. */
const plain = (values: Numbers): number[] => values as unknown as number[];

/**
 * The arithmetic mean, summed with compensation (Kahan–Babuška), so that a large common offset costs no digits. NaN of nothing.
 */
export function mean(values: Numbers): number {
  return values.length === 0 ? NaN : simple.mean(plain(values));
}

/**
 * The sample variance, Σ(x − mean)²/(n − 1): divisor n − 1 everywhere in the library. Two passes, so a large common offset
 * costs no digits. NaN under two values.
 */
export function sampleVariance(values: Numbers): number {
  return values.length < 2 ? NaN : simple.sampleVariance(plain(values));
}

/** The sample standard deviation, the root of {@link sampleVariance}. NaN under two values. */
export function sampleStandardDeviation(values: Numbers): number {
  return Math.sqrt(sampleVariance(values));
}

/** The sample covariance, Σ(x − mean x)(y − mean y)/(n − 1), of two rows of one length. NaN under two pairs. */
export function sampleCovariance(a: Numbers, b: Numbers): number {
  return a.length < 2 ? NaN : simple.sampleCovariance(plain(a), plain(b));
}
