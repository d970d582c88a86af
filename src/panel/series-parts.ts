import { calendarFromParts, type CalendarParts, calendarToParts } from './calendar-parts.js';
import { makeReturnSeries, type ReturnSeries } from './return-series.js';
import type { SeriesMeta } from './series-meta.js';

/** A return series as data that can be handed to another thread. */
export interface SeriesParts {
  readonly name: string;
  readonly calendar: CalendarParts;
  readonly values: Float64Array;
  readonly meta: SeriesMeta;
}

/** Takes a return series apart; what else a result knows stays behind. */
export const seriesToParts = ({ name, calendar, values, meta }: ReturnSeries): SeriesParts => ({
  name,
  calendar: calendarToParts(calendar),
  values: values.slice(),
  meta,
});

/** Puts a return series together again. */
export const seriesFromParts = ({ name, calendar, values, meta }: SeriesParts): ReturnSeries =>
  makeReturnSeries(name, calendarFromParts(calendar), values, meta);
