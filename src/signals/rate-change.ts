import { describeValue, InputError } from '../core/index.js';
import type { Observation, ObservationSeries } from '../panel/index.js';
import { type IsoDate, parseIsoDate } from '../time/index.js';

/** A policy rate as it was decided: `date` is the day of the decision where it differs from the day on which it was known. */
export interface RateObservation extends Observation {
  readonly date?: IsoDate;
}

/** A policy rate over time, as annual fractions: 0.055 is 5.5 %. */
export type RateHistory = ObservationSeries<RateObservation> | readonly RateObservation[];

/** One move of a policy rate. */
export interface RateChange {
  readonly date: IsoDate;
  readonly knownOn: IsoDate;
  readonly day: number;
  readonly from: number;
  readonly to: number;
  /** In basis points, rounded to a millionth so that 5.50 % to 5.25 % is −25 and not −24.999…. Never 0: less than that is no move. */
  readonly bps: number;
}

/** The moves of a rate from its observations; the first observation is a level, not a move. */
export function rateChanges(rates: RateHistory, where: string): RateChange[] {
  const observations = observationsOf(rates, where);
  const changes: RateChange[] = [];
  let previousDay = -Infinity;
  Array.from(observations).forEach((observation, index) => {
    const place = `${where}, observation ${index}`;
    const given: unknown = observation;
    if (typeof given !== 'object' || given === null) {
      throw new InputError(
        'observation.invalid',
        `${place}: found ${describeValue(given)}; an observation is { knownOn, value }.`,
        { where, index },
      );
    }
    const { knownOn, value, date = knownOn } = observation;
    const day = parseIsoDate(date, place);
    const knownDay = parseIsoDate(knownOn, place);
    if (!(Number.isFinite(value) && Math.abs(value) < 1)) {
      throw new InputError(
        'observation.invalid',
        `${place} (${date}): the rate is ${describeValue(value)}; rates are annual fractions, so 5.5 % is 0.055.`,
        { where, index, found: value },
      );
    }
    if (day < previousDay || knownDay < day) {
      const what =
        day < previousDay
          ? `is after ${observations[index - 1]!.date ?? observations[index - 1]!.knownOn}`
          : `is known on ${knownOn}, before it was decided`;
      throw new InputError(
        'observation.order',
        `${place}: ${date} ${what}. Sort the observations by date; knownOn is the same day or later.`,
        { where, index },
      );
    }
    previousDay = day;
    const before = observations[index - 1]?.value ?? value;
    const bps = Math.round((value - before) * 1e10) / 1e6;
    if (bps !== 0) changes.push({ date, knownOn, day, from: before, to: value, bps });
  });
  return changes;
}

function observationsOf(rates: RateHistory, where: string): readonly RateObservation[] {
  const list = Array.isArray(rates)
    ? (rates as readonly RateObservation[])
    : (rates as Partial<ObservationSeries<RateObservation>> | null)?.observations;
  if (Array.isArray(list)) return list as readonly RateObservation[];
  throw new InputError(
    'observation.invalid',
    `${where}: found ${describeValue(rates)}; give usPolicyRate(), or observations [{ knownOn, value }, …] of the rate as an annual fraction.`,
  );
}
