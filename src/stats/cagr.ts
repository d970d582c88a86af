import type { ReturnSeries } from '../panel/index.js';
import { timedLife } from './timed-life.js';
import { finalLevel } from './total-return.js';
import { coversYear } from './trailing-months.js';
import { ratePerYear } from './wealth-path.js';
import { yearsOfLife } from './years-of.js';

/**
 * Compound annual growth rate: the constant yearly return that gives the same final wealth.
 *
 * wealth^(1/years) − 1, a fraction per year, with years by elapsed time (see `yearsOf`): periods / 12, / 4, / 1, or days / 365.25
 * from the base date; a partial row counts for its share of days. `cagrByPeriods` is the other convention; on daily data the two differ by tenths of a percent a year.
 * A total loss is −1.
 *
 * *Undefined (NaN):* under one year, partial rows by their days (a gain of one day is not +1127 % a year); a hole inside the life; no returns; a return
 * below −1, which only a difference of returns can be. A wealth past what a number holds does not matter, a rate past 1e308 does.
 *
 * @see CFA Institute, Global Investment Performance Standards (2020): periods under one year are not annualised.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.5, -0.5] } });
 * console.log(cagr(returns('A')).toFixed(4)); // -0.1340
 */
export function cagr(series: ReturnSeries): number {
  return cagrOfLife(timedLife(series, 'cagr'));
}

/** {@link cagr} of a series that begins and ends with a return. */
export function cagrOfLife(life: ReturnSeries): number {
  return coversYear(life) ? ratePerYear(finalLevel(life), yearsOfLife(life)) : NaN;
}

/** Growth over some years as a rate per year. */
export function compounded(growth: number, years: number): number {
  return growth ** (1 / years) - 1;
}
