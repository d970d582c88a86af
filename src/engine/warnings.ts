import { makeReturnSeries, type PanelStore, type SeriesMeta } from '../panel/index.js';
import { staleRuns } from '../stats/index.js';
import type { Strategy } from '../strategy/index.js';
import { isoDate, sliceCalendar } from '../time/index.js';
import { endedAssets, endedBeforeTrade, holesHeld } from './missing-warnings.js';
import type { Plan } from './plan.js';
import type { RuleSet } from './rule-set.js';
import type { Run, RunInput } from './run.js';

/** What a reader of the result must be told, in sentences. Nothing here stops a run; what would make numbers wrong is an error. */
export function runWarnings(input: RunInput, run: Run): readonly string[] {
  const { store, strategy, plan, rules, account, flows } = input;
  const { meta: cash, name: cashName } = account;
  return Object.freeze([
    ...hindsight(hindsightOf(store, strategy, plan, cash, flows.indicators)),
    ...mixedKinds(store, plan, cash),
    ...endings(store, run),
    ...idleDelisting(store, strategy, plan, rules),
    ...(strategy.assets === 'all' ? [] : neverHeld(run)),
    ...neverTraded(run),
    ...neverKnown(store, strategy, run),
    ...endedAssets(input, run),
    ...endedBeforeTrade(input, run),
    ...holesHeld(input, run),
    ...nextAbsent(input, run),
    ...oldIndicators(input, run),
    ...freeDebt(input, run),
    ...emptyHanded(store, strategy, run),
    ...(strategy.assets === 'all' ? [] : stalePrices(store, plan, run, cashName)),
  ]);
}

/** The marks of hindsight that a run carries: of its indicators, its rule, and the series that it holds. */
export function hindsightOf(
  store: PanelStore,
  strategy: Strategy,
  { positions }: Plan,
  cash: SeriesMeta | undefined,
  ofFlows: readonly string[],
): string[] {
  const names = new Set([...((strategy.indicators ?? []) as readonly string[]), ...ofFlows]);
  const indicators = [...names].filter((name) => store.indicators.get(name)?.usesHindsight === true);
  const held = Array.from(positions).filter((position) => store.metas[position]!.usesHindsight === true);
  return [
    ...indicators.map((name) => `indicator "${name}"`),
    ...(strategy.usesHindsight === true ? ['the strategy itself'] : []),
    ...held.map((position) => `the series "${store.assets[position]!}"`),
    ...(cash?.usesHindsight === true ? ['the cash series'] : []),
  ];
}

function hindsight(marks: readonly string[]): string[] {
  return marks.length === 0 ? [] : [`Uses hindsight (${marks.join(', ')}): nobody could have traded this at the time.`];
}

/** A rule for delistings that the window cuts off: where it ends with the first asset that ends, nothing is ever delisted. */
function idleDelisting(store: PanelStore, strategy: Strategy, plan: Plan, rules: RuleSet): string[] {
  if (rules.delisting === undefined || rules.missing !== 'error' || strategy.assets === 'all') return [];
  const end = store.calendar.length - 1;
  const ended = plan.assets.filter((_, member) => {
    const last = store.last[plan.positions[member]!]!;
    return last === plan.last && last < end;
  });
  return ended.length === 0
    ? []
    : [
        `rules.delisting did nothing: the window ends with ${ended.join(', ')}. To go on without it, name a policy: rules: { missing: 'cash' } or 'renormalise'.`,
      ];
}

function endings(store: PanelStore, { end, last }: Run): string[] {
  const date = store.calendar.date(last);
  if (end === 'ruined') return [`All wealth was lost on ${date}: the run ends there.`];
  return end === 'depleted' ? [`Withdrawals used up all wealth on ${date}: the run ends there.`] : [];
}

function mixedKinds(store: PanelStore, { positions }: Plan, cash: SeriesMeta | undefined): string[] {
  const metas = Array.from(positions, (position) => store.metas[position]!);
  const kinds = [...new Set([...metas, ...(cash === undefined ? [] : [cash])].map(({ kind }) => kind))];
  if (kinds.length > 1) {
    return [`Mixes ${kinds.join(' and ')} returns: their difference is partly dividends or cash, not skill.`];
  }
  return kinds[0] === 'excess'
    ? ['Holds excess returns: they are over cash already, and nobody can hold one without the cash.']
    : [];
}

function neverHeld({ decisions, next }: Run): string[] {
  const held = [...decisions.map(({ target }) => target), next.target].some(({ members }) => members.length > 0);
  return held ? [] : ['Never held anything: every decision was all cash.'];
}

function neverTraded({ decisions, end }: Run): string[] {
  const waiting = end === 'complete' && decisions.every(({ traded }) => traded === undefined);
  return waiting ? ['Nothing was traded: the execution lag outlasts the run, and all stayed in cash.'] : [];
}

function neverKnown(store: PanelStore, strategy: Strategy, { decisions }: Run): string[] {
  const names = ((strategy.indicators ?? []) as readonly string[]).filter((name) => {
    const rows = store.indicatorRows(name);
    return decisions.every(({ row }) => Number.isNaN(rows[row + 1]!));
  });
  return names.map((name) => `Indicator "${name}" was not known at any decision: the rule saw NaN throughout.`);
}

/** At the last close nothing is traded, so a choice that nobody could make does not end the run; it is told. */
function nextAbsent({ store, plan }: RunInput, { next, last, end }: Run): string[] {
  const absent = next.bound.find(({ rule }) => rule === 'missing');
  if (absent === undefined || end !== 'complete') return [];
  const names = absent.members.map((member) => plan.assets[member]!).join(', ');
  return [`The next target names ${names}, which has no price on ${store.calendar.date(last)}.`];
}

/** An indicator that says nothing new for longer than this, in days, has probably ended. */
const OLD = 366;

function oldIndicators({ store, strategy, flows }: RunInput, { last }: Run): string[] {
  const names = new Set([...((strategy.indicators ?? []) as readonly string[]), ...flows.indicators]);
  const end = store.calendar.days[last]!;
  return [...names].flatMap((name) => {
    const lastKnown = store.indicators.get(name)?.lastKnown;
    if (lastKnown === undefined || end - lastKnown <= OLD) return [];
    return [
      `Indicator "${name}" has nothing new after ${isoDate(lastKnown)}: its last value was carried forward to ${isoDate(end)}.`,
    ];
  });
}

function emptyHanded(store: PanelStore, strategy: Strategy, { decisions }: Run): string[] {
  if (strategy.assets !== 'all') return [];
  const empty = decisions.filter(({ target, traded }) => target.members.length === 0 && traded !== undefined);
  const sold = empty.filter(({ traded }) => traded!.wish.every((weight) => weight === 0));
  return sold.length === 0
    ? []
    : [
        `Nothing passed on ${sold.map(({ row }) => store.calendar.date(row)).join(', ')}: all in cash until the next decision.`,
      ];
}

/** Borrowing at the spread alone is what nobody can do. */
function freeDebt({ rules, account }: RunInput, { book }: Run): string[] {
  const owes = rules.leverage !== null && account.name === null && book.financing.some((paid) => paid > 0);
  return owes
    ? [
        'No cash series was given, so debt costs the spread alone and collateral earns nothing: give cash: usTreasuryBill(), or an asset.',
      ]
    : [];
}

/** Whether some numbers in a row are all exactly 0, at least so many: what is rarely so costs no series. */
function hasStretch(values: Float64Array, least: number): boolean {
  let count = 0;
  for (let row = 0; row < values.length && count < least; row++) count = values[row] === 0 ? count + 1 : 0;
  return count >= least;
}

/** Returns of exactly 0 in a row, from which a price counts as stale. */
const STALE = 5;

function stalePrices(store: PanelStore, plan: Plan, { start, last }: Run, cashName: string | null): string[] {
  const calendar = sliceCalendar(store.calendar, start + 1, last + 1);
  return plan.assets.flatMap((asset, member) => {
    if (asset === cashName) return [];
    const column = plan.positions[member]! * store.calendar.length;
    const values = store.values.subarray(column + start + 1, column + last + 1);
    if (!hasStretch(values, STALE)) return [];
    const runs = staleRuns(makeReturnSeries(asset, calendar, values), { periods: STALE });
    if (runs.length === 0) return [];
    const { from, to, periods } = runs.reduce((longest, one) => (one.periods > longest.periods ? one : longest));
    const more = runs.length === 1 ? '' : ` (the longest of ${runs.length} such runs)`;
    return [
      `${asset} has ${periods} returns of exactly 0 in a row, ${from} to ${to}${more}: stale prices make risk look small. A cash series at a rate of 0 does this too.`,
    ];
  });
}
