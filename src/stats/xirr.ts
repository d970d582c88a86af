import { assertFilledArray, sum } from '../core/index.js';
import { type DatedAmount, datedAmounts } from './dated-amounts.js';
import { rootsOfExponentials, signChangesOf, type Term } from './roots-of-exponentials.js';

/** Actual days over 365, leap years or not: the day count of spreadsheets. */
const DAYS = 365;

/** The share of what moved on a day that rounding alone can leave. */
const CANCELLED = 1e-14;

/** The yearly rate at which flows are worth nothing together, and whether there is only one such rate. */
export interface InternalRate {
  /** A fraction per year; NaN where there is no such rate, or more than one. */
  readonly rate: number;
  /** Whether exactly one rate solves the equation. */
  readonly unique: boolean;
  /** All rates that solve it, lowest first. */
  readonly roots: readonly number[];
  /** How often the flows, added up by day, change their sign over time: the upper bound of the number of roots. */
  readonly signChanges: number;
}

/**
 * The money-weighted return of an investor: the yearly rate ρ at which all flows are worth nothing together, Σ Cₖ (1 + ρ)^(−(dₖ − d₀)/365) = 0.
 *
 * Investor's sign: what is put in is negative, what comes back positive, and the value held at the end is a last positive flow. Actual
 * days over 365; d₀ is the earliest day, whatever the order. It depends on when the money came: it is no statement about the fund, whose
 * return is time-weighted (`cagr`). Over less than a year it extrapolates to one: use `modifiedDietz` there.
 *
 * All roots above −1 are found, none by a guess: with one change of sign there is exactly one; with more, the stretches on which the present value, times
 * a growth factor, only rises or only falls are bracketed one by one. A rate that rounds to −1 is given as −1, one above 1.8e308 not at all.
 *
 * *Undefined (rate NaN):* no change of sign (nothing came back, a total loss among it): `roots` is empty; several roots: all are listed, and none of them
 * is "the" return; no root, which more than one change of sign allows.
 *
 * @param flows in any order; flows of one day are added up.
 * @returns frozen.
 * @throws InputError `option.type` (no flows, or an amount that is no number), `date.format`, `date.impossible`.
 * @see Microsoft, Excel function reference, XIRR; Hazen, G. B. (2003), "A New Perspective on Multiple Internal Rates of Return",
 *   The Engineering Economist 48(1), 31–51.
 * @example
 * const { rate, unique } = xirr([{ date: '2022-01-01', amount: -100 }, { date: '2023-01-01', amount: 110 }]);
 * console.log(rate.toFixed(4), unique); // 0.1000 true
 * const twice = [{ date: '2021-01-01', amount: -100 }, { date: '2022-01-01', amount: 230 }, { date: '2023-01-01', amount: -132 }];
 * console.log(xirr(twice).rate, xirr(twice).roots.map((root) => root.toFixed(4)).join(' ')); // NaN 0.1000 0.2000
 */
export function xirr(flows: readonly DatedAmount[]): InternalRate {
  assertFilledArray('xirr', 'the flows', flows);
  const terms = termsOf(flows);
  const roots = rootsOfExponentials(terms)
    .map((root) => Math.expm1(root))
    .filter(Number.isFinite);
  const unique = roots.length === 1;
  return Object.freeze({
    rate: unique ? roots[0]! : NaN,
    unique,
    roots: Object.freeze(roots),
    signChanges: signChangesOf(terms),
  });
}

/** The flows as terms Cₖ e^(−x tₖ) of x = ln(1 + ρ), one per day, earliest first; days on which nothing moved in sum are left out. */
function termsOf(flows: readonly DatedAmount[]): Term[] {
  const byDay = new Map<number, number[]>();
  for (const { day, amount } of datedAmounts('xirr', flows)) byDay.set(day, [...(byDay.get(day) ?? []), amount]);
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const start = days[0]!;
  return days.flatMap((day) => {
    const amounts = byDay.get(day)!;
    const coefficient = sum(amounts);
    const moved = sum(amounts.map(Math.abs));
    // What rounding leaves of flows that cancel is no flow: it would count as a change of sign.
    return Math.abs(coefficient) <= CANCELLED * moved ? [] : [{ coefficient, time: (day - start) / DAYS }];
  });
}
