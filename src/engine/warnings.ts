import type { PanelStore } from '../panel/index.js';
import type { Strategy } from '../strategy/index.js';
import type { Plan } from './plan.js';
import type { Run } from './run.js';

/** What a reader of the result must be told, in sentences. Nothing here stops a run; what would make numbers wrong is an error. */
export function runWarnings(store: PanelStore, strategy: Strategy, plan: Plan, run: Run): readonly string[] {
  return Object.freeze([
    ...hindsight(store, strategy),
    ...mixedKinds(store, plan),
    ...(run.ruined ? [`All wealth was lost on ${store.calendar.date(run.last)}: the run ends there.`] : []),
    ...untraded(store, run),
    ...endedAssets(store, plan, run),
    ...endedBeforeTrade(store, plan, run),
    ...emptyHanded(store, strategy, run),
  ]);
}

/** The marks of hindsight that a run carries. */
export function hindsightOf(store: PanelStore, strategy: Strategy): string[] {
  const indicators = ((strategy.indicators ?? []) as readonly string[]).filter(
    (name) => store.indicators.get(name)?.usesHindsight === true,
  );
  return [
    ...indicators.map((name) => `indicator "${name}"`),
    ...(strategy.usesHindsight === true ? ['the strategy itself'] : []),
  ];
}

function hindsight(store: PanelStore, strategy: Strategy): string[] {
  const marks = hindsightOf(store, strategy);
  return marks.length === 0 ? [] : [`Uses hindsight (${marks.join(', ')}): nobody could have traded this at the time.`];
}

function mixedKinds(store: PanelStore, { positions }: Plan): string[] {
  const kinds = [...new Set(Array.from(positions, (position) => store.metas[position]!.kind))];
  return kinds.length < 2
    ? []
    : [`Mixes ${kinds.join(' and ')} returns: their difference is partly dividends or cash, not skill.`];
}

function untraded(store: PanelStore, { decisions }: Run): string[] {
  const waiting = decisions.filter(({ traded }) => traded === undefined);
  if (waiting.length === 0) return [];
  const days = waiting.map(({ row }) => store.calendar.date(row)).join(', ');
  return [`Decided on ${days}, but the run ended before the trade.`];
}

function endedAssets(store: PanelStore, plan: Plan, { decisions, last }: Run): string[] {
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
  return [`Ended while held: ${names.join(', ')}${more}. The proceeds lay in cash until the next decision.`];
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
