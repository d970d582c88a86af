import { assertObject, describeValue, InputError, type ReadonlyFloat64Array, sum } from '../core/index.js';
import { ratio } from './rounding.js';

/** Contributions of several periods as parts of the compounded return. */
export interface LinkedContributions<Name extends string = string> {
  /** The compounded return: Π(1 + rₜ) − 1. */
  readonly totalReturn: number;
  /** What each part contributed to it; they add up to `totalReturn`. */
  readonly contributions: Readonly<Record<Name, number>>;
  /** What the contributions of each period were multiplied by: kₜ / K. */
  readonly coefficients: readonly number[];
}

/** How far the parts of a period may miss its given total: what rounding in an account of a few thousand parts can make. */
const MISSED = 1e-9;

/**
 * What each part of a portfolio contributed to its compounded return: single-period contributions, which add up to each period's return
 * only, scaled so that they add up over all periods (Carino's logarithmic linking).
 *
 * cᵢ = Σₜ (kₜ / K) cᵢₜ with kₜ = ln(1 + rₜ)/rₜ and K = ln(1 + R)/R; at a return of 0 the limit 1. rₜ = Σᵢ cᵢₜ is the period's return,
 * R = Π(1 + rₜ) − 1. The order of the periods does not matter. A part of whom nothing is known in a period has 0 there, not NaN.
 *
 * *Undefined (NaN):* a contribution is NaN; a period lost everything (ln 0).
 *
 * @param contributions per part (an asset, cash, costs …), one number per period, as fractions of the wealth at its start.
 * @param totals the returns of the periods, where they are known from elsewhere: they are checked against the sums.
 * @throws InputError `option.type` (no record of numbers), `panel.ragged` (rows of different lengths), `option.range` (the parts of a
 *   period miss its total by more than 1e-9), `returns.ruin` (a period lost more than 100 %).
 * @see Carino, D. (1999), "Combining Attribution Effects Over Time", Journal of Performance Measurement 3(4), 5–14.
 * @example
 * const { totalReturn, contributions } = carinoLink({ stocks: [0.1, -0.05], bonds: [0, 0.05] });
 * console.log(totalReturn.toFixed(4), contributions.stocks.toFixed(4), contributions.bonds.toFixed(4)); // 0.1000 0.0475 0.0525
 */
export function carinoLink<Name extends string>(
  contributions: Readonly<Record<Name, ArrayLike<number> | ReadonlyFloat64Array>>,
  totals?: ArrayLike<number> | ReadonlyFloat64Array,
): LinkedContributions<Name> {
  const parts = partsOf(contributions);
  const periods = parts[0]![1].length;
  const returns = Float64Array.from({ length: periods }, (_, t) => sum(parts.map(([, values]) => values[t]!)));
  if (totals !== undefined) assertTotals(returns, totals);
  const ruined = returns.findIndex((value) => value < -1);
  if (ruined >= 0) {
    throw new InputError(
      'returns.ruin',
      `carinoLink: the contributions of period ${ruined} add up to ${returns[ruined]!}, a loss of more than 100 %. Check their units: fractions, not percent.`,
      { period: ruined, found: returns[ruined] },
    );
  }
  const growth = sum(returns.map(Math.log1p));
  const totalReturn = Math.expm1(growth);
  const whole = perUnit(growth, totalReturn);
  const coefficients = Array.from(returns, (value) => ratio(perUnit(Math.log1p(value), value), whole));
  const linked = parts.map(([name, values]): [string, number] => [
    name,
    sum(coefficients.map((coefficient, t) => coefficient * values[t]!)),
  ]);
  return Object.freeze({
    totalReturn,
    contributions: Object.freeze(Object.fromEntries(linked)) as Readonly<Record<Name, number>>,
    coefficients: Object.freeze(coefficients),
  });
}

/** ln(1 + r) / r, and its limit at 0. NaN where everything was lost. */
const perUnit = (logarithm: number, value: number): number =>
  value === 0 ? 1 : value === -1 ? NaN : logarithm / value;

function partsOf(contributions: unknown): [string, ArrayLike<number>][] {
  const where = 'carinoLink';
  assertObject(where, 'the contributions', contributions);
  const parts = Object.entries(contributions);
  const [first] = parts;
  if (first === undefined)
    throw new InputError('option.type', `${where}: found no contributions. Give at least one part.`);
  let length = -1;
  return parts.map(([name, column]) => {
    const values = numbersOf(`${where}, "${name}"`, column);
    if (length < 0) length = values.length;
    if (values.length === length) return [name, values];
    throw new InputError(
      'panel.ragged',
      `${where}: "${name}" has ${values.length} contributions, but "${first[0]}" has ${length}. Give every part one per period, 0 where there was none.`,
      { where, name, expected: length },
    );
  });
}

function numbersOf(where: string, column: unknown): number[] {
  if (!Array.isArray(column) && !ArrayBuffer.isView(column)) {
    throw new InputError('option.type', `${where}: found ${describeValue(column)} where numbers per period belong.`, {
      where,
    });
  }
  return Array.from(column as unknown as ArrayLike<unknown>, (value, period) => {
    if (typeof value === 'number' && Math.abs(value) !== Infinity) return value;
    throw new InputError(
      'option.type',
      `${where}: period ${period} is ${describeValue(value)}; it must be a number, or NaN where it is unknown.`,
      { where, period, found: describeValue(value) },
    );
  });
}

function assertTotals(returns: Float64Array, given: unknown): void {
  const totals = numbersOf('carinoLink, "totals"', given);
  if (totals.length !== returns.length) {
    throw new InputError(
      'panel.ragged',
      `carinoLink: "totals" has ${totals.length} returns for ${returns.length} periods of contributions. Give one per period.`,
      { expected: returns.length },
    );
  }
  const period = totals.findIndex((total, t) => Math.abs(total - returns[t]!) > MISSED);
  if (period < 0) return;
  throw new InputError(
    'option.range',
    `carinoLink: the return of period ${period} is ${totals[period]!}, but its contributions add up to ${returns[period]!}. ` +
      'Give what is missing as one more part, such as costs or cash.',
    { period, found: returns[period], expected: totals[period] },
  );
}
