import { InputError } from '../core/index.js';
import {
  assertReturnSeries,
  makeReturnSeries,
  type ObservationSeries,
  pairWith,
  partialRowsOf,
  type ReturnSeries,
} from '../panel/index.js';
import { countsDays, dayOf, monthNumber } from '../time/index.js';
import { keptMarks } from './difference.js';
import { type PriceIndex, priceLevels } from './price-index.js';

/**
 * What a series earned in purchasing power: (1 + r)/(1 + π) − 1 per period, a fraction, π the inflation of the same period.
 *
 * From a price index, π is the level of the last month of the row over that of the month in which the row before ended, by the months that the
 * figures describe: the deflator of what happened, not the figure known at the time. A price index is published weeks later, so the result is marked as using
 * hindsight where it was: study it, do not decide by it. Inflation as a return series is taken as it is, row by row. The difference r − π is
 * another number.
 *
 * *Undefined (NaN):* no return; a month of the index is missing (so the series ends where the index does); a row that covers a part of its period.
 *
 * @param prices a monthly price index such as `shiller().cpi`, or inflation per period as a return series of the same frequency.
 * @returns a series on the same calendar; its name says that it is real.
 * @throws InputError `series.invalid` (of kind 'excess': a difference of two returns loses its inflation by itself), `observation.invalid`,
 *   `observation.order`, `calendar.mismatch` (a monthly index for daily or weekly returns, or inflation of another frequency).
 * @see Fisher, I. (1930), The Theory of Interest, ch. 2: money interest and real interest; Dimson, E., Marsh, P. and Staunton, M. (2002),
 *   Triumph of the Optimists, on real returns.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.21, 0.05], Inflation: [0.1, 0.05] } });
 * const real = realReturns(returns('A'), returns('Inflation'));
 * console.log(real.name, real.values[0]!.toFixed(4), real.values[1]!.toFixed(4)); // A (real) 0.1000 0.0000
 */
export function realReturns(series: ReturnSeries, prices: ReturnSeries | PriceIndex): ReturnSeries {
  const where = 'realReturns';
  assertReturnSeries(where, 'the series', series);
  if (series.meta.kind === 'excess') {
    throw new InputError(
      'series.invalid',
      `${where}: "${series.name}" is of kind 'excess', a difference of two returns: inflation is in both and is gone already. Give the returns themselves.`,
      { where, series: series.name, kind: series.meta.kind },
    );
  }
  const given = isReturnSeries(prices);
  if (given) assertReturnSeries(where, 'the inflation', prices);
  const { inflation, hindsight } = given
    ? { inflation: pairWith(series, prices, where), hindsight: false }
    : inflationOf(series, prices, where);
  const partial = new Set(given ? [] : partialRowsOf(series));
  const values = series.values.map((value, row) => (partial.has(row) ? NaN : (1 + value) / (1 + inflation[row]!) - 1));
  return makeReturnSeries(`${series.name} (real)`, series.calendar, values, {
    ...series.meta,
    ...(given ? keptMarks(series, prices) : {}),
    ...(hindsight ? { usesHindsight: true } : {}),
  });
}

const isReturnSeries = (prices: ReturnSeries | PriceIndex): prices is ReturnSeries =>
  typeof prices === 'object' && (prices as object | null) !== null && 'values' in prices && 'calendar' in prices;

/** The inflation of each row from the levels of its months, and whether a level was known only after the row. */
function inflationOf(
  series: ReturnSeries,
  prices: PriceIndex,
  where: string,
): { readonly inflation: Float64Array; readonly hindsight: boolean } {
  const { calendar } = series;
  if (countsDays(calendar)) {
    throw new InputError(
      'calendar.mismatch',
      `${where}: "${series.name}" is ${calendar.frequency}, but the price index has one level a month. Use resample(panel, 'monthly') first.`,
      { where, series: series.name, found: calendar.frequency, expected: 'monthly' },
    );
  }
  const levels = priceLevels(where, prices);
  let hindsight = !Array.isArray(prices) && (prices as ObservationSeries).usesHindsight;
  const inflation = Float64Array.from({ length: calendar.length }, (_, row) => {
    const before = levels.get(monthNumber(dayOf(calendar, row - 1)));
    const now = levels.get(monthNumber(calendar.days[row]!));
    if (before === undefined || now === undefined) return NaN;
    const used = !Number.isNaN(series.values[row]!);
    hindsight ||= used && Math.max(before.knownOn, now.knownOn) > calendar.days[row]!;
    return now.level / before.level - 1;
  });
  return { inflation, hindsight };
}
