import { assertFilledArray, assertKnownOptions, assertName, InputError, sum } from '../core/index.js';
import { assertReturnSeries, makeReturnSeries, type ReturnSeries } from '../panel/index.js';
import { sameCalendar, sliceCalendar } from '../time/index.js';
import { joinedMeta } from './joined-meta.js';

/**
 * A portfolio in equal parts, each of which lives for itself: every part gets the same money at the base, and nothing is moved between
 * them after it.
 *
 * Mₜ = (1/n) Σ Wᵢₜ with Wᵢ₀ = 1; the return of row t is Mₜ / Mₜ₋₁ − 1, a fraction. The parts drift: one that did well weighs more.
 * What each of them paid for trading is in its returns already. A fixed cost per trade and market impact are those of parts of the size
 * that they were run with. A part that lost everything stays at 0 while the others go on; once all have, the series ends.
 *
 * @param results net returns of backtests, or any series with a return in every row, on one calendar; a ruined one may end earlier.
 * @param options.name of the answer.
 * @returns a series of net returns; its final wealth lies between the lowest and the highest of the parts.
 * @throws InputError `option.type`, `option.unknown`, `series.invalid`, `calendar.mismatch`, `returns.hole`.
 * @see Jegadeesh, N. and Titman, S. (1993), "Returns to Buying Winners and Selling Losers", The Journal of Finance 48(1), 65–91, for
 *   overlapping sub-portfolios (there brought back to equal parts every month, here not).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [1, 0.5], B: [0, 0] } });
 * console.log([...tranches([returns('A'), returns('B')]).values].map((value) => value.toFixed(4)).join(' ')); // 0.5000 0.3333
 */
export function tranches(results: readonly ReturnSeries[], options: { readonly name?: string } = {}): ReturnSeries {
  const where = 'tranches';
  assertFilledArray(where, 'the results', results);
  assertKnownOptions(where, options, ['name']);
  if (options.name !== undefined) assertName(where, 'name', options.name);
  for (const series of results) assertPart(where, series);
  const longest = results.reduce((a, b) => (b.values.length > a.values.length ? b : a));
  const wealths = new Float64Array(results.length).fill(1);
  const values: number[] = [];
  for (let row = 0; row < longest.values.length; row++) {
    const before = sum(wealths);
    if (before === 0) break;
    let earned = 0;
    results.forEach(({ values: own }, part) => {
      const value = own[row] ?? 0;
      earned += (wealths[part]! / before) * value;
      wealths[part]! *= 1 + value;
    });
    values.push(earned);
  }
  for (const [part, series] of results.entries()) assertTogether(where, series, longest, wealths[part]!);
  const calendar = sliceCalendar(longest.calendar, 0, values.length);
  const name = options.name ?? nameOf(results);
  return makeReturnSeries(name, calendar, Float64Array.from(values), joinedMeta(results.map(({ meta }) => meta)));
}

function nameOf(results: readonly ReturnSeries[]): string {
  const names = new Set(results.map(({ name }) => name));
  return names.size === 1 ? `${results[0]!.name}, ${results.length} tranches` : `${results.length} equal tranches`;
}

function assertPart(where: string, series: unknown): asserts series is ReturnSeries {
  assertReturnSeries(where, 'every part', series);
  const { name, calendar, values } = series;
  const hole = values.findIndex((value) => Number.isNaN(value));
  if (hole < 0) return;
  throw new InputError(
    'returns.hole',
    `${where}: "${name}" has no return in row ${hole} (${calendar.date(hole)}); a part needs one in every row. Give results over one window.`,
    { where, series: name, row: hole, date: calendar.date(hole) },
  );
}

/** Parts must cover the same rows; only one that lost everything may end before the others. */
function assertTogether(where: string, series: ReturnSeries, longest: ReturnSeries, wealth: number): void {
  const { calendar, name } = series;
  if (sameCalendar(calendar, longest.calendar)) return;
  const lost = wealth === 0 && sameCalendar(calendar, sliceCalendar(longest.calendar, 0, calendar.length));
  if (lost) return;
  const span = ({ calendar: one }: ReturnSeries): string =>
    `from ${one.date(-1)} to ${one.date(one.length - 1)} in ${one.length} rows`;
  throw new InputError(
    'calendar.mismatch',
    `${where}: "${name}" runs ${span(series)}, but "${longest.name}" ${span(longest)}; parts must cover the same rows. ` +
      'Run them over one window.',
    { where, series: name },
  );
}
