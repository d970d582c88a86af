import { describeValue, InputError, isInputError } from '../core/index.js';
import {
  assertCalendarSchedule,
  type Calendar,
  type CalendarSchedule,
  dayOf,
  isScheduled,
  parseBound,
  rowOnOrBefore,
} from '../time/index.js';
import type { Flow } from './flows-options.js';
import type { Plan } from './plan.js';

/** Where a flow may fall: from row `first` to row `final`, and on days from `earliest` to `latest`. */
interface Bounds {
  readonly first: number;
  readonly final: number;
  readonly earliest: number;
  readonly latest: number;
}

/** The rows on which a flow falls, in the order given. */
export function rowsOfFlow(
  flow: Flow,
  at: 'start' | 'end',
  place: string,
  calendar: Calendar,
  { start, last }: Plan,
): number[] {
  const { schedule, from, to } = flow;
  const bounds = {
    first: at === 'start' ? start : start + 1,
    final: at === 'start' ? last - 1 : last,
    earliest: from === undefined ? -Infinity : parseBound(from, 'from', `${place}, from`),
    latest: to === undefined ? Infinity : parseBound(to, 'to', `${place}, to`),
  };
  if (bounds.earliest > bounds.latest) {
    throw new InputError(
      'option.range',
      `${place}: "from" (${from!}) is later than "to" (${to!}); the flow would never fall.`,
    );
  }
  if (Array.isArray(schedule)) return rowsOfDays(schedule as readonly string[], flow, at, place, calendar, bounds);
  const regular = schedule as CalendarSchedule;
  assertFlowSchedule(place, regular);
  if (regular.kind === 'once' && at === 'end') {
    throw new InputError(
      'option.range',
      `${place}: once() is the base, and a flow at the end of a period falls after it, so this one would never fall. Give at: 'start', or days: schedule: ['${calendar.date(bounds.first)}'].`,
    );
  }
  const { first, final, earliest, latest } = bounds;
  const all = Array.from({ length: final - first + 1 }, (_, index) => first + index);
  return all.filter((row) => {
    const day = dayOf(calendar, row);
    return isScheduled(regular, calendar, row, start) && day >= earliest && day <= latest;
  });
}

/** The first row on or after each day. */
function rowsOfDays(
  days: readonly string[],
  { from, to }: Flow,
  at: 'start' | 'end',
  place: string,
  calendar: Calendar,
  { first, final, earliest, latest }: Bounds,
): number[] {
  if (days.length === 0) {
    throw new InputError(
      'option.range',
      `${place}: "schedule" is an empty list; the flow would never fall. Give days, or leave the flow out.`,
    );
  }
  return days.map((text, index) => {
    const wanted = parseBound(text, 'from', `${place}, schedule[${index}]`);
    const row = calendar.base >= wanted ? -1 : rowOnOrBefore(calendar, wanted - 1) + 1;
    const between = wanted >= earliest && wanted <= latest;
    if (between && row >= first && row <= final) return row;
    throw new InputError(
      'option.range',
      `${place}: schedule[${index}] is ${describeValue(text)}, which is outside the ` +
        (between
          ? `run: a flow at the ${at} of a period may fall from ${calendar.date(first)} to ${calendar.date(final)}.`
          : `"from" and "to" of this flow (${from ?? 'the start'} to ${to ?? 'the end'}).`),
      { found: text },
    );
  });
}

/** Days may be given in place of a schedule, so the message says so. */
function assertFlowSchedule(place: string, schedule: CalendarSchedule): void {
  try {
    assertCalendarSchedule(place, 'schedule', schedule);
  } catch (error) {
    if (!isInputError(error, 'schedule.invalid')) throw error;
    throw new InputError(error.code, `${error.message} Days are allowed too: ['2024-12-31'].`, { ...error.details });
  }
}
