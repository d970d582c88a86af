/** Where a curve that begins above 0 first comes down to it, as far as the steps of a ladder show; `above` where it stays above. */
export type Crossing = number | 'above' | 'undefined';

/** How narrow a bracket must become, in units of x. */
const NARROW = 1e-9;

/**
 * The first x on a ladder at which `curve` has come down to 0 or below, made exact between its step and the one before: by the secant with the
 * Illinois rule, and by halving in every third round, so that the bracket always shrinks.
 *
 * @param tolerance what counts as 0.
 * @see Dowell, M. and Jarratt, P. (1971), "A Modified Regula Falsi Method for Computing the Root of an Equation", BIT 11, 168–174.
 */
export function firstCrossing(curve: (x: number) => number, ladder: readonly number[], tolerance: number): Crossing {
  let [low, atLow] = [ladder[0]!, curve(ladder[0]!)];
  for (const high of ladder.slice(1)) {
    const atHigh = curve(high);
    if (Number.isNaN(atHigh)) return 'undefined';
    if (Math.abs(atHigh) <= tolerance) return high;
    if (atHigh < 0) return between(curve, { low, high, atLow, atHigh }, tolerance);
    [low, atLow] = [high, atHigh];
  }
  return 'above';
}

interface Bracket {
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
}

function between(curve: (x: number) => number, bracket: Bracket, tolerance: number): Crossing {
  let { low, high, atLow, atHigh } = bracket;
  let last = 0;
  for (let round = 0; high - low > NARROW; round++) {
    const secant = low + ((high - low) * atLow) / (atLow - atHigh);
    const x = round % 3 === 2 || !(secant > low && secant < high) ? low + (high - low) / 2 : secant;
    const value = curve(x);
    if (Number.isNaN(value)) return 'undefined';
    if (Math.abs(value) <= tolerance) return x;
    if (value > 0) {
      [low, atLow] = [x, value];
      if (last > 0) atHigh /= 2;
    } else {
      [high, atHigh] = [x, value];
      if (last < 0) atLow /= 2;
    }
    last = value;
  }
  return low + (high - low) / 2;
}
