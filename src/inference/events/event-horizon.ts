import { assertNumber, describeValue, InputError, nameList } from '../../core/index.js';
import { type Calendar, countsDays } from '../../time/index.js';

/** How long the windows after the events are. */
export interface EventHorizon {
  readonly unit: 'months' | 'periods';
  readonly count: number;
  /** "12 months". */
  readonly words: string;
}

/** One length, or several that are to stand side by side. */
export type HorizonOption = number | readonly number[] | undefined;

/** Checks the lengths of the windows: months or periods, whole numbers, each once. */
export function checkHorizons(where: string, months: HorizonOption, periods: HorizonOption): readonly EventHorizon[] {
  if ((months === undefined) === (periods === undefined)) {
    const found = months === undefined ? 'no length of the windows' : 'both "months" and "periods"';
    throw new InputError(
      months === undefined ? 'option.missing' : 'option.range',
      `${where}: found ${found}; give exactly one of them, such as { months: 12 } or { months: [6, 12, 24] }.`,
      { where },
    );
  }
  const unit = months === undefined ? 'periods' : 'months';
  const given: unknown = months ?? periods;
  const list: readonly unknown[] = Array.isArray(given) ? Array.from<unknown>(given) : [given];
  if (list.length === 0 || new Set(list).size < list.length) {
    throw new InputError(
      'option.range',
      `${where}: "${unit}" is ${list.length === 0 ? describeValue(given) : nameList(list)}; it must be one length or several different ones.`,
      { where, option: unit },
    );
  }
  return list.map((count) => {
    assertNumber(where, unit, count, { min: 1, integer: true });
    return { unit, count, words: `${count} ${count === 1 ? unit.slice(0, -1) : unit}` };
  });
}

/** The rows of a horizon on a calendar; undefined where months are counted by the dates. Refuses months that are no whole number of rows. */
export function rowsOfHorizon(where: string, { unit, count }: EventHorizon, calendar: Calendar): number | undefined {
  if (unit === 'periods') return count;
  if (countsDays(calendar)) return undefined;
  const rows = (count * calendar.periodsPerYear) / 12;
  if (Number.isInteger(rows)) return rows;
  throw new InputError(
    'option.range',
    `${where}: ${count} months are no whole number of periods of a ${calendar.frequency} series. Give a multiple of ${12 / calendar.periodsPerYear} months.`,
    { where, months: count, frequency: calendar.frequency },
  );
}
