import { deepFreeze } from '../core/index.js';
import { type Observation, type ObservationSeries, showObservations } from '../panel/index.js';
import { isoDate, lastDayOfMonth } from '../time/index.js';
import type { Provenance } from './provenance.js';

/** A figure about one month, with the day on which it could be known. */
export interface MonthlyObservation extends Observation {
  /** The month that the figure describes, as `YYYY-MM`. */
  readonly month: string;
}

/** What {@link monthlyObservations} makes a series from. */
export interface MonthlyColumn {
  readonly name: string;
  readonly unit: string;
  /** Months since January of year 0. */
  readonly months: Float64Array;
  /** One value per month; NaN is left out. */
  readonly values: Float64Array;
  /** The day number on which the figure of a month is known. */
  readonly knownOn: (month: number) => number;
  readonly provenance: Provenance;
}

/** A column of a monthly set as observations, without its missing months. */
export function monthlyObservations(column: MonthlyColumn): ObservationSeries<MonthlyObservation> {
  const observations: MonthlyObservation[] = [];
  column.values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    const month = column.months[row]!;
    observations.push({
      month: isoDate(lastDayOfMonth(month)).slice(0, 7),
      knownOn: isoDate(column.knownOn(month)),
      value,
    });
  });
  const { publisher, title, vintage } = column.provenance;
  return deepFreeze(
    showObservations({
      name: column.name,
      unit: column.unit,
      observations,
      usesHindsight: false,
      source: `${publisher}: ${title}`,
      vintage,
    }),
  );
}
