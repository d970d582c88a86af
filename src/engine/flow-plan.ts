import {
  assertKnownOptions,
  assertNumber,
  assertObject,
  assertOneOf,
  describeValue,
  InputError,
  isInputError,
  suggestNames,
} from '../core/index.js';
import type { PanelStore } from '../panel/index.js';
import {
  assertCalendarSchedule,
  type CalendarSchedule,
  isScheduled,
  parseBound,
  rowOnOrBefore,
} from '../time/index.js';
import type { Flow, Flows } from './flows-options.js';
import type { Plan } from './plan.js';
import { yearFractions } from './read-fees.js';

/** One flow on one row: money with its sign, or a share of wealth with its sign. */
export interface PlannedFlow {
  readonly amount: number;
  readonly share: number;
}

/** All flows of a run by row. */
export interface FlowPlan {
  readonly initial: number;
  /** At the end of a row, before its fee. */
  readonly ends: ReadonlyMap<number, readonly PlannedFlow[]>;
  /** At the start of the row after, after the fee. */
  readonly starts: ReadonlyMap<number, readonly PlannedFlow[]>;
}

const where = 'backtest, flows';

/** Checks the flows and lays them out on the rows of the run. */
export function planFlows(flows: Flows | undefined, store: PanelStore, plan: Plan): FlowPlan {
  const ends = new Map<number, PlannedFlow[]>();
  const starts = new Map<number, PlannedFlow[]>();
  if (flows === undefined) return { initial: 1, ends, starts };
  assertKnownOptions(where, flows, ['initial', 'contributions', 'withdrawals']);
  const { initial, contributions, withdrawals } = flows as Partial<Flows>;
  assertNumber(where, 'initial', initial, { min: Number.MIN_VALUE, allowed: 'the money at the base, more than 0' });
  const sides = [
    ['contributions', 1, contributions],
    ['withdrawals', -1, withdrawals],
  ] as const;
  for (const [name, sign, given] of sides) {
    const list: readonly Flow[] = given === undefined ? [] : Array.isArray(given) ? (given as Flow[]) : [given as Flow];
    list.forEach((flow, index) => {
      const place = Array.isArray(given) ? `${where}.${name}[${index}]` : `${where}.${name}`;
      lay(flow, place, sign, store, plan, (flow as Partial<Flow> | null)?.at === 'start' ? starts : ends);
    });
  }
  return { initial, ends, starts };
}

function lay(
  flow: Flow,
  place: string,
  sign: 1 | -1,
  store: PanelStore,
  plan: Plan,
  rows: Map<number, PlannedFlow[]>,
): void {
  const given: unknown = flow;
  assertObject(place, 'the flow', given);
  assertKnownOptions(place, flow, ['amount', 'share', 'schedule', 'at', 'inflation', 'from', 'to']);
  const { amount, share, at = 'end' } = flow;
  if ((amount === undefined) === (share === undefined)) {
    throw new InputError(
      amount === undefined ? 'option.missing' : 'option.range',
      `${place}: give either "amount" (money) or "share" (a fraction of wealth, such as 0.04)${amount === undefined ? '' : ', not both'}.`,
    );
  }
  if (amount !== undefined) assertNumber(place, 'amount', amount, { min: 0, allowed: 'money, 0 or more' });
  if (share !== undefined) assertNumber(place, 'share', share, { min: 0, max: sign === 1 ? Infinity : 1 });
  if (share !== undefined && flow.inflation !== undefined) {
    throw new InputError('option.range', `${place}: "inflation" is for an amount; a share of wealth grows by itself.`);
  }
  assertOneOf(place, 'at', at, ['start', 'end']);
  const growth = growthOf(flow.inflation, place, store, plan);
  for (const row of rowsOfFlow(flow, at, place, store, plan)) {
    const planned = { amount: amount === undefined ? 0 : sign * amount * growth(row), share: sign * (share ?? 0) };
    const there = rows.get(row);
    if (there === undefined) rows.set(row, [planned]);
    else there.push(planned);
  }
}

function rowsOfFlow(
  { schedule, from, to }: Flow,
  at: 'start' | 'end',
  place: string,
  store: PanelStore,
  { start, last }: Plan,
): number[] {
  const { calendar } = store;
  const first = at === 'start' ? start : start + 1;
  const final = at === 'start' ? last - 1 : last;
  const earliest = from === undefined ? -Infinity : parseBound(from, 'from', `${place}, from`);
  const latest = to === undefined ? Infinity : parseBound(to, 'to', `${place}, to`);
  const day = (row: number): number => (row < 0 ? calendar.base : calendar.days[row]!);
  if (earliest > latest) {
    throw new InputError(
      'option.range',
      `${place}: "from" (${from!}) is later than "to" (${to!}); the flow would never fall.`,
    );
  }
  if (!Array.isArray(schedule)) {
    const regular = schedule as CalendarSchedule;
    assertFlowSchedule(place, regular);
    if (regular.kind === 'once' && at === 'end') {
      throw new InputError(
        'option.range',
        `${place}: once() is the base, and a flow at the end of a period falls after it, so this one would never fall. Give at: 'start', or days: schedule: ['${calendar.date(first)}'].`,
      );
    }
    const all = Array.from({ length: final - first + 1 }, (_, index) => first + index);
    return all.filter(
      (row) => isScheduled(regular, calendar, row, start) && day(row) >= earliest && day(row) <= latest,
    );
  }
  if (schedule.length === 0) {
    throw new InputError(
      'option.range',
      `${place}: "schedule" is an empty list; the flow would never fall. Give days, or leave the flow out.`,
    );
  }
  return (schedule as readonly string[]).map((text, index) => {
    const wanted = parseBound(text, 'from', `${place}, schedule[${index}]`);
    const row = day(-1) >= wanted ? -1 : rowOnOrBefore(calendar, wanted - 1) + 1;
    if (row >= first && row <= final && wanted >= earliest && wanted <= latest) return row;
    if (wanted < earliest || wanted > latest) {
      throw new InputError(
        'option.range',
        `${place}: schedule[${index}] is ${describeValue(text)}, which is outside the "from" and "to" of this flow (${from ?? 'the start'} to ${to ?? 'the end'}).`,
        { found: text },
      );
    }
    throw new InputError(
      'option.range',
      `${place}: schedule[${index}] is ${describeValue(text)}, which is outside the run: a flow at the ${at} of a period may fall from ${calendar.date(first)} to ${calendar.date(final)}.`,
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

/** By how much an amount has grown by a row. */
function growthOf(inflation: unknown, place: string, store: PanelStore, { start }: Plan): (row: number) => number {
  if (inflation === undefined) return () => 1;
  if (typeof inflation === 'string') {
    if (!store.indicators.has(inflation)) {
      throw new InputError(
        'indicator.unknown',
        `${place}: "inflation" names "${inflation}", which is not an indicator of the panel. ${suggestNames(inflation, [...store.indicators.keys()])} Add it with addIndicator(panel, "${inflation}", …).`,
        { indicator: inflation },
      );
    }
    const level = store.indicatorRows(inflation);
    return (row) => {
      const growth = level[row + 1]! / level[start + 1]!;
      if (Number.isFinite(growth) && growth > 0) return growth;
      throw new InputError(
        'option.range',
        `${place}: "inflation" is "${inflation}", which is ${level[start + 1]!} on ${store.calendar.date(start)} and ${level[row + 1]!} on ${store.calendar.date(row)}; it must be a price level above 0, known on both days.`,
        { indicator: inflation },
      );
    };
  }
  assertNumber(place, 'inflation', inflation, {
    min: -0.5,
    max: 10,
    allowed: 'a yearly rate such as 0.02, or the name of an indicator',
  });
  const years = yearFractions(store.calendar);
  return (row) => (1 + inflation) ** years.subarray(start + 1, row + 1).reduce((sum, length) => sum + length, 0);
}
