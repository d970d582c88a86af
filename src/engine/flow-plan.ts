import {
  assertKnownOptions,
  assertNumber,
  assertObject,
  assertOneOf,
  InputError,
  sum,
  suggestNames,
} from '../core/index.js';
import type { PanelStore } from '../panel/index.js';
import { rowsOfFlow } from './flow-rows.js';
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
  /** Indicators with which amounts grow. */
  readonly indicators: readonly string[];
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
  if (flows === undefined) return { initial: 1, indicators: [], ends, starts };
  assertKnownOptions(where, flows, ['initial', 'contributions', 'withdrawals']);
  const { initial, contributions, withdrawals } = flows as Partial<Flows>;
  assertNumber(where, 'initial', initial, { min: Number.MIN_VALUE, allowed: 'the money at the base, more than 0' });
  const indicators = new Set<string>();
  const sides = [
    ['contributions', 1, contributions],
    ['withdrawals', -1, withdrawals],
  ] as const;
  for (const [name, sign, given] of sides) {
    const list: readonly Flow[] = given === undefined ? [] : Array.isArray(given) ? (given as Flow[]) : [given as Flow];
    Array.from(list).forEach((flow, index) => {
      if (typeof (flow as Partial<Flow> | null)?.inflation === 'string') indicators.add(flow.inflation as string);
      const place = Array.isArray(given) ? `${where}.${name}[${index}]` : `${where}.${name}`;
      lay(flow, place, sign, store, plan, (flow as Partial<Flow> | null)?.at === 'start' ? starts : ends);
    });
  }
  return { initial, indicators: [...indicators], ends, starts };
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
  for (const row of rowsOfFlow(flow, at, place, store.calendar, plan)) {
    const planned = { amount: amount === undefined ? 0 : sign * amount * growth(row), share: sign * (share ?? 0) };
    const there = rows.get(row);
    if (there === undefined) rows.set(row, [planned]);
    else there.push(planned);
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
    max: 1,
    allowed: 'a yearly rate from -0.5 to 1 (0.02 is 2 %), or the name of an indicator',
  });
  const years = yearFractions(store.calendar);
  return (row) => (1 + inflation) ** sum(years.subarray(start + 1, row + 1));
}
