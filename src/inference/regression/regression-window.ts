import { InputError } from '../../core/index.js';
import { describeWindow, lifeOf, proxyNote, type ReturnSeries } from '../../panel/index.js';
import { type IsoDate, periodNumber, sliceCalendar } from '../../time/index.js';

/** The time that a figure of several series covers, and what a reader must know of them. */
export interface WindowWords {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** "2019-10 to 2025-12 (75 months; AVUV begins last)". */
  readonly window: string;
  /** Holes, proxy rows, hindsight, research portfolios. */
  readonly marks: readonly string[];
}

/**
 * Describes the common rows of several series; `rows` are those of the first one's calendar.
 *
 * @throws InputError `panel.empty-window` where there is none.
 */
export function regressionWindow(
  fund: ReturnSeries,
  rows: Int32Array,
  series: readonly ReturnSeries[],
  where: string,
): WindowWords {
  if (rows.length === 0) {
    const names = series.map(({ name }) => name);
    throw new InputError(
      'panel.empty-window',
      `${where}: there is no period in which ${names.join(', ')} all have a return.`,
      { where, series: names },
    );
  }
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const calendar = sliceCalendar(fund.calendar, first, last + 1);
  const lives = series.map(({ name, values, calendar: own }) => {
    const life = lifeOf(values);
    const period = (row: number): number => periodNumber(own.frequency, own.days[row] ?? own.base);
    return { name, first: period(life.first), last: period(life.last) };
  });
  const [begin, end] = [Math.max(...lives.map((life) => life.first)), Math.min(...lives.map((life) => life.last))];
  const some = (names: string[]): string[] => (names.length === series.length ? [] : names);
  const missing = last - first + 1 - rows.length;
  return {
    from: fund.calendar.date(first),
    to: fund.calendar.date(last),
    window: describeWindow(calendar, {
      startLimitedBy: some(lives.filter((life) => life.first === begin).map(({ name }) => name)),
      endLimitedBy: some(lives.filter((life) => life.last === end).map(({ name }) => name)),
    }),
    marks: [
      ...(missing === 0
        ? []
        : [`Warning: ${missing} ${missing === 1 ? 'period' : 'periods'} inside left out: a return is missing.`]),
      ...(series.some(({ meta }) => meta.usesHindsight === true)
        ? ['Warning: uses hindsight: something in it was known only later.']
        : []),
      ...series.flatMap((one) => {
        const note = proxyNote(one, calendar);
        return note === undefined ? [] : [`Warning: ${one.name}: ${note}`];
      }),
    ],
  };
}
