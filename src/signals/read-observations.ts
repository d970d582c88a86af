import { describeValue, InputError } from '../core/index.js';
import { observationColumns, type Observation, type ObservationSeries } from '../panel/index.js';
import { isoDate, type IsoDate, lastDayOfMonth, monthNumber, parseIsoDate } from '../time/index.js';
import { hindsightMark } from './hindsight-mark.js';

/** Observations in columns, with what is to be passed on to a signal made from them. */
export interface ReadObservations {
  readonly name: string;
  /** Days on which the values were known. */
  readonly days: Int32Array;
  readonly values: Float64Array;
  /** The day that each value is about: its `date`, the last day of its `month`, or `knownOn`. */
  readonly aboutDays: Int32Array;
  readonly usesHindsight: boolean;
  /** Source and vintage, where they are given. */
  readonly origin: Readonly<Pick<ObservationSeries, 'source' | 'vintage'>>;
}

/** Reads a series of observations or a plain list of them. */
export function readObservations(
  observations: ObservationSeries | readonly Observation[],
  where: string,
): ReadObservations {
  const given = observations as Partial<ObservationSeries> | null | undefined;
  const list: unknown = Array.isArray(given) ? given : given?.observations;
  if (!Array.isArray(list)) {
    throw new InputError(
      'observation.invalid',
      `${where}: found ${describeValue(given)}; give observations [{ knownOn, value }, …] or a series of them such as shiller().cape.`,
      { where, found: describeValue(given) },
    );
  }
  const { days, values } = observationColumns(list as readonly Observation[], where);
  const { name = 'observations', source, vintage } = given!;
  return {
    name,
    days,
    values,
    aboutDays: days.map((day, index) => aboutDay(list[index] as About, day, `${where}, observation ${index}`)),
    usesHindsight: hindsightMark(observations, where),
    origin: { ...(source === undefined ? {} : { source }), ...(vintage === undefined ? {} : { vintage }) },
  };
}

/** What an observation may say of the time that it is about. */
interface About {
  readonly date?: unknown;
  readonly month?: unknown;
}

function aboutDay({ date, month }: About, knownDay: number, place: string): number {
  const day =
    typeof month === 'string'
      ? lastDayOfMonth(monthNumber(parseIsoDate(`${month}-01`, place)))
      : date === undefined
        ? knownDay
        : parseIsoDate(date, place);
  // A figure of an unfinished period is about the time up to the day on which it was known.
  return Math.min(day, knownDay);
}

/** Observations of a signal: one per given index, known `lagDays` after that of its observation. */
export function observationsFrom(
  { days }: Pick<ReadObservations, 'days'>,
  values: readonly { readonly index: number; readonly value: number }[],
  lagDays = 0,
): { readonly knownOn: IsoDate; readonly value: number }[] {
  return values.map(({ index, value }) => ({ knownOn: isoDate(days[index]! + lagDays), value }));
}
