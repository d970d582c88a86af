import { describeValue, InputError } from '../core/index.js';
import { ratio } from './rounding.js';

/** Weights of one moment: numbers in a row, or a record by name. */
export type WeightVector = ArrayLike<number> | Readonly<Record<string, number>>;

/**
 * How concentrated the invested part of a portfolio is: the Herfindahl–Hirschman index Σ s² of the shares s = |w| / Σ |w|, from 1/n for n
 * equal weights to 1 for one holding.
 *
 * Shares are of what is held: cash and debt are no holdings, so half of the wealth in one fund and the rest in cash is 1, one holding. A short
 * position counts like a long one of its size.
 *
 * *Undefined (NaN):* nothing is held: no weights, or all of them 0.
 *
 * @throws InputError `weights.invalid` for a weight that is not a finite number.
 * @see Hirschman, A. O. (1964), "The Paternity of an Index", American Economic Review 54(5), 761–762.
 * @example
 * console.log(herfindahl([0.5, 0.25, 0.25]), herfindahl({ SPY: 1 })); // 0.375 1
 */
export function herfindahl(weights: WeightVector): number {
  return sumOfSquaredShares('herfindahl', weights);
}

/**
 * How many equal holdings would be as concentrated: 1 / Σ s² (see `herfindahl`). Four equal weights give 4; one large one among many
 * small ones gives little more than 1.
 *
 * *Undefined (NaN):* nothing is held.
 *
 * @throws InputError `weights.invalid` for a weight that is not a finite number.
 * @see Laakso, M. and Taagepera, R. (1979), "Effective Number of Parties", Comparative Political Studies 12(1), 3–27.
 * @example
 * console.log(effectiveNumber([0.25, 0.25, 0.25, 0.25]), effectiveNumber({ IWM: 0.5, SPY: 0.5 })); // 4 2
 */
export function effectiveNumber(weights: WeightVector): number {
  return ratio(1, sumOfSquaredShares('effectiveNumber', weights));
}

function sumOfSquaredShares(where: string, weights: WeightVector): number {
  let squares = 0;
  let gross = 0;
  for (const [name, weight] of entriesOf(where, weights)) {
    if (typeof weight !== 'number' || !Number.isFinite(weight)) {
      throw new InputError(
        'weights.invalid',
        `${where}: the weight ${name} is ${describeValue(weight)}; it must be a finite number, a fraction of wealth such as 0.25.`,
        { where, name, found: weight },
      );
    }
    squares += weight * weight;
    gross += Math.abs(weight);
  }
  return squares / (gross * gross);
}

function entriesOf(where: string, weights: unknown): [string, unknown][] {
  if (typeof weights === 'object' && weights !== null) {
    const list = Array.isArray(weights) || ArrayBuffer.isView(weights);
    const entries: [string, unknown][] = Object.entries(weights);
    return list
      ? entries.map(([index, weight]) => [`number ${index}`, weight])
      : entries.map(([name, weight]) => [`of "${name}"`, weight]);
  }
  throw new InputError(
    'weights.invalid',
    `${where}: found ${describeValue(weights)} where weights belong. Give numbers, such as [0.6, 0.4], or a record, such as { SPY: 0.6, IWM: 0.4 }.`,
    { where },
  );
}
