import { describeValue, InputError } from '../core/index.js';
import { type IsoDate, monthNumber, parseIsoDate } from '../time/index.js';

/** Turning points of the business cycle, as `usRecessions()` gives them. */
export interface RecessionDates {
  readonly turningPoints: readonly RecessionTurn[];
  /** Last month that the dating covers, `YYYY-MM`; after it nothing is known. Open when absent. */
  readonly spanEnd?: string;
}

/** A peak or a trough of the business cycle. */
export interface RecessionTurn {
  /** `YYYY-MM`. A peak is the last month of an expansion, a trough the last month of a recession. */
  readonly month: string;
  readonly type: 'peak' | 'trough';
  /** The day of the announcement; null where there was none. */
  readonly announced: IsoDate | null;
}

/** How a recession is known: when it was announced, or afterwards. */
export type RecessionKnowledge = 'announced' | 'hindsight';

/** A turning point in numbers. */
export interface CheckedTurn extends RecessionTurn {
  readonly monthIndex: number;
  /** NaN where it was not announced on a day. */
  readonly announcedDay: number;
}

/** Reads turning points: peaks and troughs by turns, months ascending, announcements after the month and in order. */
export function readRecessionDates(
  dates: RecessionDates,
  where: string,
): { readonly turns: readonly CheckedTurn[]; readonly lastMonth: number } {
  const given = dates as Partial<RecessionDates> | null | undefined;
  const list: unknown = given?.turningPoints;
  if (!Array.isArray(list)) {
    throw new InputError(
      'observation.invalid',
      `${where}: found ${describeValue(given)} without "turningPoints"; give usRecessions(), or { turningPoints: [{ month, type, announced }, …] }.`,
      { where, found: describeValue(given) },
    );
  }
  const turns = Array.from(list as readonly unknown[]).map((one, index) =>
    checkTurn(one, `${where}, turning point ${index}`),
  );
  let announcedBefore = -Infinity;
  turns.forEach((turn, index) => {
    const before = turns[index - 1];
    const place = `${where}, turning point ${index}`;
    if (before !== undefined && (before.type === turn.type || before.monthIndex >= turn.monthIndex)) {
      throw new InputError(
        'observation.order',
        `${place}: a ${turn.type} in ${turn.month} after a ${before.type} in ${before.month}. Peaks and troughs take turns, months ascend.`,
        { where, index },
      );
    }
    if (Number.isNaN(turn.announcedDay)) return;
    if (monthNumber(turn.announcedDay) <= turn.monthIndex || turn.announcedDay < announcedBefore) {
      throw new InputError(
        'observation.order',
        `${place}: the ${turn.type} of ${turn.month} announced on ${turn.announced!}; it must be after its month and not before the announcement of an earlier one.`,
        { where, index },
      );
    }
    announcedBefore = turn.announcedDay;
  });
  const end = dates.spanEnd;
  return { turns, lastMonth: end === undefined ? Infinity : monthIndexOf(end, `${where}, spanEnd`) };
}

function checkTurn(given: unknown, place: string): CheckedTurn {
  const { month, type, announced } = (given ?? {}) as Partial<RecessionTurn>;
  if (type !== 'peak' && type !== 'trough') {
    throw new InputError(
      'observation.invalid',
      `${place}: the type is ${describeValue(type)}; a turning point is { month: '2020-02', type: 'peak' or 'trough', announced: '2020-06-08' or null }.`,
      { place },
    );
  }
  const announcedDay = announced === null || announced === undefined ? NaN : parseIsoDate(announced, place);
  return { month: month!, type, announced: announced ?? null, monthIndex: monthIndexOf(month, place), announcedDay };
}

function monthIndexOf(month: unknown, place: string): number {
  if (typeof month === 'string' && /^\d{4}-\d{2}$/.test(month)) return monthNumber(parseIsoDate(`${month}-01`, place));
  throw new InputError('date.format', `${place}: found ${describeValue(month)} where a month as "YYYY-MM" belongs.`, {
    place,
    found: describeValue(month),
  });
}
