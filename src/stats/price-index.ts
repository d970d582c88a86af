import { describeValue, InputError } from '../core/index.js';
import { type Observation, observationColumns, type ObservationSeries } from '../panel/index.js';
import { monthNumber, parseBound } from '../time/index.js';

/** The level of a price index in one month. A later observation of the same month is a restatement. */
export interface PriceIndexObservation extends Observation {
  /** The month that the figure describes, as `YYYY-MM`: not the one in which it was published. */
  readonly month: string;
}

/** A price index over time, such as `shiller().cpi`. */
export type PriceIndex = ObservationSeries<PriceIndexObservation> | readonly PriceIndexObservation[];

/** The level of one month and the day on which it was known. */
export interface PriceLevel {
  readonly level: number;
  readonly knownOn: number;
}

/** Checked levels by month number: the latest figure of each month. */
export function priceLevels(where: string, prices: unknown): ReadonlyMap<number, PriceLevel> {
  const list: unknown = Array.isArray(prices) ? prices : (prices as Partial<ObservationSeries> | null)?.observations;
  if (!Array.isArray(list)) {
    throw new InputError(
      'observation.invalid',
      `${where}: the prices are ${describeValue(prices)}; give a price index with its months, such as shiller().cpi, or the inflation per period as a return series.`,
      { where, found: describeValue(prices) },
    );
  }
  const observations = list as readonly PriceIndexObservation[];
  const { days, values } = observationColumns(observations, where);
  const levels = new Map<number, PriceLevel>();
  observations.forEach((observation, index) => {
    const month = monthOf(`${where}, observation ${index}`, observation);
    const level = values[index]!;
    if (level <= 0) {
      throw new InputError(
        'observation.invalid',
        `${where}, observation ${index} (${observation.month}): the price index is ${level}; it must be a level above 0, such as 296.8, not a rate of inflation.`,
        { where, index, found: level },
      );
    }
    levels.set(month, { level, knownOn: days[index]! });
  });
  return levels;
}

function monthOf(place: string, { month }: { readonly month: unknown }): number {
  if (typeof month === 'string' && /^\d{4}-\d{2}$/.test(month)) return monthNumber(parseBound(month, 'to', place));
  throw new InputError(
    'observation.invalid',
    `${place}: "month" is ${describeValue(month)}; give the month that the figure describes as "YYYY-MM". The day on which it was published does not say it.`,
    { place, found: describeValue(month) },
  );
}
