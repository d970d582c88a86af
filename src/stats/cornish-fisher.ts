/** The normal quantile z bent for skewness and excess kurtosis: Cornish and Fisher's expansion to the third order. */
export function cornishFisher(z: number, skewness: number, excessKurtosis: number): number {
  return (
    z +
    ((z ** 2 - 1) * skewness) / 6 +
    ((z ** 3 - 3 * z) * excessKurtosis) / 24 -
    ((2 * z ** 3 - 5 * z) * skewness ** 2) / 36
  );
}

/**
 * Whether the expansion rises everywhere between −z and z. Its slope is the parabola a z² + b z + c with a = K/8 − S²/6, b = S/3 and
 * c = 1 − K/8 + 5S²/36; where it is negative, a rarer loss would be a smaller one. `z` may be Infinity.
 */
export function rises(z: number, skewness: number, excessKurtosis: number): boolean {
  const a = excessKurtosis / 8 - skewness ** 2 / 6;
  const b = skewness / 3;
  const c = 1 - excessKurtosis / 8 + (5 * skewness ** 2) / 36;
  const bottom = Math.abs(b) / (2 * a);
  // How far from 0 a parabola that opens upwards is lowest: there, where that lies within, else at the lower end.
  if (a > 0 && bottom < z) return c - b ** 2 / (4 * a) >= 0;
  return z === Infinity ? a === 0 && b === 0 : a * z ** 2 - Math.abs(b) * z + c >= 0;
}
