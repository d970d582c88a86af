import { deepFreeze } from '../core/index.js';
import { type DatedSignal, type ReturnSeries, showSignal } from '../panel/index.js';
import { civilDate, parseIsoDate } from '../time/index.js';
import { path } from './observed.js';

/**
 * The decades that a series lives in, as regimes for `conditionalStatistics`: 1990s is 1990 to 1999.
 *
 * A row belongs to the decade in which it ends. The first and the last decade may be parts: the table says from when to when its rows are.
 *
 * @returns a frozen record of signals by name, oldest first: 1 in the decade, 0 outside. Empty for a series without returns.
 * @throws InputError `series.invalid`.
 * @see Ibbotson, R. G. and Sinquefield, R. A., Stocks, Bonds, Bills, and Inflation (yearbook): compound annual rates of return by decade.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['1999-12', '2000-12', '2001-12'], returns: { A: [0.1, 0.2, -0.1] } });
 * console.log(Object.keys(decades(returns('A'))).join(' ')); // 1990s 2000s
 * console.log(conditionalStatistics(returns('A'), decades(returns('A')), { totalReturn }).regimes[2]?.values.totalReturn.toFixed(2)); // 0.08
 */
export function decades(series: ReturnSeries): Readonly<Record<string, DatedSignal>> {
  const { calendar } = path(series, 'decades');
  const names = [...new Set(Array.from(calendar.days, decadeOf))];
  // A name like "1990s" is no array index, so a record keeps the order.
  return deepFreeze(Object.fromEntries(names.map((name) => [name, signalOf(name)])));
}

const decadeOf = (day: number): string => `${Math.floor(civilDate(day).year / 10) * 10}s`;

function signalOf(name: string): DatedSignal {
  const valueOn = (date: string): number => (decadeOf(parseIsoDate(date, `decades, ${name}`)) === name ? 1 : 0);
  return showSignal({ name, usesHindsight: false, valueOn });
}
