import { lazily } from '../core/index.js';
import { targetOf } from '../strategy/index.js';
import { isScheduled } from '../time/index.js';
import { aim } from './aim.js';
import { askStrategy } from './ask-strategy.js';
import { type Book, makeBook } from './book.js';
import { DecisionView, type ViewSource } from './decision-view.js';
import { leanFixed } from './lean-fixed.js';
import { type LeanWalk, leanWalk } from './lean-walk.js';
import type { RunTrade, Snapshot } from './portfolio.js';
import { readTarget, type Target } from './read-target.js';
import type { Next, RunDecision } from './rebalancer.js';
import type { Run, RunInput } from './run.js';
import { tradeFigures } from './trade.js';

type Late = Pick<Run, 'book' | 'decisions' | 'trades' | 'snapshots' | 'next'>;

/** A run on the lean path. What the general path writes down as it goes is worked out from the walk when it is asked for. */
export function leanRun(input: RunInput, source: ViewSource): Run {
  const { plan, flows, strategy } = input;
  const target = targetOf(strategy);
  const walk = target === undefined ? leanWalk(input, source) : leanFixed(input, source, target);
  const openingKept = 1 - walk.costs[0]!;
  // A strategy of somebody's own is asked now, in its turn.
  const asked = target === undefined ? nextOf(input, source, walk) : undefined;
  const run = {
    start: plan.start,
    last: plan.last,
    initial: flows.initial,
    opening: flows.initial * openingKept,
    openingKept,
    flows: [],
    end: 'complete' as const,
    path: 'lean' as const,
    net: walk.net,
  };
  const whole: Run = lazily<typeof run, Late>(run, {
    book: () => bookOf(input, walk),
    trades: () => tradesOf(walk),
    decisions: () => decisionsOf(walk, whole.trades),
    snapshots: () => snapshotsOf(walk, whole.trades),
    next: () => asked ?? nextOf(input, source, walk),
  });
  return whole;
}

const assetsOf = ({ rows, drifted }: LeanWalk): number => drifted.length / rows.length;

function tradesOf(walk: LeanWalk): readonly RunTrade[] {
  const { rows, drifted, wishes, wealth, costs, stride } = walk;
  const assets = assetsOf(walk);
  return Array.from(rows, (row, trade): RunTrade => {
    const before = drifted.slice(trade * assets, (trade + 1) * assets);
    const wish = wishes.slice(trade * stride, trade * stride + assets);
    const figures = tradeFigures(before, wish, wealth[trade]!, costs[trade]!, 1);
    return { row, reason: 'decision', turnoverBeyondFlow: figures.turnover, bound: [], ...figures };
  });
}

const decisionsOf = ({ rows }: LeanWalk, trades: readonly RunTrade[]): readonly RunDecision[] =>
  Array.from(rows, (row, trade) => ({ row, target: asTarget(trades[trade]!.wish), traded: trades[trade]! }));

function asTarget(wish: Float64Array): Target {
  const members = Int32Array.from(wish.keys()).filter((member) => wish[member] !== 0);
  return { members, weights: Float64Array.from(members, (member) => wish[member]!) };
}

const snapshotsOf = ({ rows, wealth, costs }: LeanWalk, trades: readonly RunTrade[]): readonly Snapshot[] =>
  Array.from(rows, (row, trade) => {
    const left = wealth[trade]! * (1 - costs[trade]!);
    return { row, holdings: trades[trade]!.wish.map((weight) => weight * left) };
  });

function bookOf({ plan, account }: RunInput, { before, after, rows, costs, cash }: LeanWalk): Book {
  const book = makeBook(plan.start + 1, before.length);
  book.before.set(before);
  book.after.set(after);
  for (let trade = 0; trade < rows.length; trade++) {
    const entry = rows[trade]! - plan.start - 1;
    if (entry >= 0) {
      book.trading[entry] = before[entry]! * costs[trade]!;
      book.kept[entry] = 1 - costs[trade]!;
    }
    let value = cash[trade]!;
    const to = trade + 1 < rows.length ? rows[trade + 1]! : plan.last;
    for (let row = rows[trade]! + 1; row <= to && value !== 0; row++) {
      const income = value * account.returns[row]!;
      book.cashIncome[row - plan.start - 1] = income;
      value += income;
    }
  }
  return book;
}

/** What the strategy would hold from the last close on. */
export function nextOf(
  { strategy, rules, store, plan }: RunInput,
  source: ViewSource,
  walk: Pick<LeanWalk, 'holdings' | 'endCash'>,
): Next {
  const lenient = { ...rules, missing: 'cash' as const };
  let wealth = walk.endCash;
  for (const value of walk.holdings) wealth += value;
  const drifted = walk.holdings.map((value) => value / wealth);
  const answer = askStrategy(strategy, new DecisionView(source, plan.last, drifted));
  const target = readTarget(answer, source, plan.last, lenient);
  const scheduled = isScheduled(strategy.schedule, store.calendar, plan.last, plan.start);
  return { target, ...aim(target, source, lenient, plan.last, drifted), drifted, scheduled, trades: scheduled };
}
