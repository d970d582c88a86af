import { makeReturnSeries, type PanelStore, type SeriesMeta } from '../panel/index.js';
import { staleRuns } from '../stats/index.js';
import type { Strategy } from '../strategy/index.js';
import { sliceCalendar } from '../time/index.js';
import type { Plan } from './plan.js';
import type { RuleSet } from './rule-set.js';
import type { Run, RunInput } from './run.js';

/** What a reader of the result must be told, in sentences. Nothing here stops a run; what would make numbers wrong is an error. */
export function runWarnings({ store, strategy, plan, rules, account }: RunInput, run: Run): readonly string[] {
  const { meta: cash, name: cashName } = account;
  return Object.freeze([
    ...hindsight(hindsightOf(store, strategy, plan, cash)),
    ...mixedKinds(store, plan, cash),
    ...endings(store, run),
    ...idleDelisting(store, strategy, plan, rules),
    ...(strategy.assets === 'all' ? [] : neverHeld(run)),
    ...neverTraded(run),
    ...neverKnown(store, strategy, run),
    ...endedAssets(store, plan, rules, run),
    ...endedBeforeTrade(store, plan, run),
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
): string[] {
  const indicators = ((strategy.indicators ?? []) as readonly string[]).filter(
    (name) => store.indicators.get(name)?.usesHindsight === true,
  );
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

const CASH = 'The proceeds lay in cash until the next decision.';
const PROCEEDS = {
  error: CASH,
  hold: CASH,
  cash: CASH,
  renormalise: 'The target was then traded anew without them.',
  spread: 'The proceeds were divided among the others held.',
} as const;

function endedAssets(store: PanelStore, plan: Plan, rules: RuleSet, { decisions, last }: Run): string[] {
  const ended = new Map<string, number>();
  decisions.forEach(({ target, traded }, index) => {
    if (traded === undefined) return;
    // Trades are made in the order of their decisions: where the next one was not, none was after it.
    const until = decisions[index + 1]?.traded?.row ?? last;
    for (const member of target.members) {
      const end = store.last[plan.positions[member]!]!;
      if (end >= traded.row && end < until) ended.set(plan.assets[member]!, end);
    }
  });
  if (ended.size === 0) return [];
  const names = [...ended].slice(0, 5).map(([asset, row]) => `${asset} (${store.calendar.date(row)})`);
  const more = ended.size > names.length ? ` and ${ended.size - names.length} more` : '';
  return [`Ended while held: ${names.join(', ')}${more}. ${PROCEEDS[rules.spreadProceeds ? 'spread' : rules.missing]}`];
}

function endedBeforeTrade(store: PanelStore, plan: Plan, { decisions }: Run): string[] {
  return decisions.flatMap(({ row, target, traded }) => {
    if (traded === undefined) return [];
    const gone = Array.from(target.members).filter((member) => store.last[plan.positions[member]!]! < traded.row);
    if (gone.length === 0) return [];
    const names = gone.map((member) => plan.assets[member]!).join(', ');
    return [`Chosen on ${store.calendar.date(row)} but ended before the trade: ${names}. That part stayed in cash.`];
  });
}

function emptyHanded(store: PanelStore, strategy: Strategy, { decisions }: Run): string[] {
  if (strategy.assets !== 'all') return [];
  const empty = decisions.filter(({ target }) => target.members.length === 0);
  return empty.length === 0
    ? []
    : [
        `Nothing passed on ${empty.map(({ row }) => store.calendar.date(row)).join(', ')}: all in cash until the next decision.`,
      ];
}

/** Returns of exactly 0 in a row, from which a price counts as stale. */
const STALE = 5;

function stalePrices(store: PanelStore, plan: Plan, { start, last }: Run, cashName: string | null): string[] {
  const calendar = sliceCalendar(store.calendar, start + 1, last + 1);
  return plan.assets.flatMap((asset, member) => {
    if (asset === cashName) return [];
    const column = plan.positions[member]! * store.calendar.length;
    const values = store.values.slice(column + start + 1, column + last + 1);
    const runs = staleRuns(makeReturnSeries(asset, calendar, values), { periods: STALE });
    if (runs.length === 0) return [];
    const { from, to, periods } = runs.reduce((longest, one) => (one.periods > longest.periods ? one : longest));
    const more = runs.length === 1 ? '' : ` (the longest of ${runs.length} such runs)`;
    return [
      `${asset} has ${periods} returns of exactly 0 in a row, ${from} to ${to}${more}: stale prices make risk look small. A cash series at a rate of 0 does this too.`,
    ];
  });
}
