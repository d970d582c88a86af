import { describeValue, InputError } from '../../core/index.js';
import { makeReturnSeries, type ReturnSeries, type SeriesMeta } from '../../panel/index.js';
import type { Calendar } from '../../time/index.js';
import type { JointRows } from './joint-rows.js';

/** A statistic of a sample, and of the series that were drawn with it. */
export type AnyStatistic = (sample: ReturnSeries, others: Readonly<Record<string, ReturnSeries>>) => number;

/** Some rows of joint series as series of their own, on a calendar with as many rows: the dates are places, no days of the returns. */
export function sampleOf({ series, others }: JointRows, rows: ArrayLike<number>, calendar: Calendar): JointRows {
  const drawn = (one: ReturnSeries): ReturnSeries => {
    const values = new Float64Array(rows.length);
    for (let place = 0; place < values.length; place++) values[place] = one.values[rows[place]!]!;
    return makeReturnSeries(one.name, calendar, values, metaOf(one.meta, calendar === one.calendar));
  };
  return {
    series: drawn(series),
    others: Object.freeze(Object.fromEntries(Object.entries(others).map(([key, one]) => [key, drawn(one)]))),
  };
}

/** What stays true of rows in another order: what kind of return they are; and how long they last, where all places are there. */
const metaOf = ({ kind, net, usesHindsight, endsOn }: SeriesMeta, whole: boolean): SeriesMeta => ({
  kind,
  net,
  ...(usesHindsight === undefined ? {} : { usesHindsight }),
  ...(endsOn === undefined || !whole ? {} : { endsOn }),
});

/**
 * A statistic of a sample. One that takes a series alone gets nothing else, whatever options it may have: `others` would be taken for
 * options. One that declares a second parameter gets the series drawn with it. What is not finite is undefined: NaN.
 *
 * @throws InputError `option.type` where the answer is no number.
 */
export function valueOf(statistic: AnyStatistic, { series, others }: JointRows): number {
  const value: unknown =
    statistic.length < 2 ? (statistic as (series: ReturnSeries) => number)(series) : statistic(series, others);
  if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
  const name = statistic.name === '' ? 'a statistic' : `statistic "${statistic.name}"`;
  throw new InputError(
    'option.type',
    `bootstrap: ${name} answers ${describeValue(value)}; a statistic answers one number, such as (sample) => cagr(sample).`,
    { where: 'bootstrap', found: describeValue(value) },
  );
}
