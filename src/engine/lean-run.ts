import { lazily } from '../core/index.js';
import { targetOf } from '../strategy/index.js';
import { isScheduled } from '../time/index.js';
import { aim } from './aim.js';
import { askStrategy } from './ask-strategy.js';
import type { Book } from './book.js';
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

const NONE_BOUND: RunTrade['bound'] = [];

function tradesOf(walk: LeanWalk): readonly RunTrade[] {
  const { rows, wishes, wealth, costs, stride } = walk;
  const assets = assetsOf(walk);
  const trades = new Array<RunTrade>(rows.length);
  let wish = wishes.slice(0, assets);
  for (let trade = 0; trade < rows.length; trade++) {
    if (stride > 0) wish = wishes.slice(trade * stride, trade * stride + assets);
    const before = walk.drifted.slice(trade * assets, (trade + 1) * assets);
    const { drifted, traded, turnover, cost, amounts } = tradeFigures(before, wish, wealth[trade]!, costs[trade]!, 1);
    trades[trade] = {
      row: rows[trade]!,
      reason: 'decision',
      turnoverBeyondFlow: turnover,
      bound: NONE_BOUND,
      drifted,
      wish,
      traded,
      turnover,
      cost,
      amounts,
      wealth: wealth[trade]!,
    };
  }
  return trades;
}

/** What was wished is the answer; where it never changes, it is one object. */
function decisionsOf({ rows, stride }: LeanWalk, trades: readonly RunTrade[]): readonly RunDecision[] {
  const decisions = new Array<RunDecision>(rows.length);
  let target = asTarget(trades[0]!.wish);
  for (let trade = 0; trade < rows.length; trade++) {
    const traded = trades[trade]!;
    if (stride > 0) target = asTarget(traded.wish);
    decisions[trade] = { row: rows[trade]!, target, traded };
  }
  return decisions;
}

function asTarget(wish: Float64Array): Target {
  const members = new Int32Array(wish.length);
  const weights = new Float64Array(wish.length);
  let count = 0;
  for (let member = 0; member < wish.length; member++) {
    if (wish[member] === 0) continue;
    members[count] = member;
    weights[count++] = wish[member]!;
  }
  return { members: members.slice(0, count), weights: weights.slice(0, count) };
}

function snapshotsOf({ rows, wealth, costs }: LeanWalk, trades: readonly RunTrade[]): readonly Snapshot[] {
  const snapshots = new Array<Snapshot>(rows.length);
  for (let trade = 0; trade < rows.length; trade++) {
    const { wish } = trades[trade]!;
    const left = wealth[trade]! * (1 - costs[trade]!);
    const holdings = new Float64Array(wish.length);
    for (let member = 0; member < wish.length; member++) holdings[member] = wish[member]! * left;
    snapshots[trade] = { row: rows[trade]!, holdings };
  }
  return snapshots;
}

function bookOf({ plan, account }: RunInput, { before, after, rows, costs, cash }: LeanWalk): Book {
  // Nothing writes into a book whose run is over: the columns in which nothing happened are one.
  const [nothing, ones] = [new Float64Array(before.length), new Float64Array(before.length).fill(1)];
  const book: Book = {
    origin: plan.start + 1,
    before,
    after,
    cashIncome: new Float64Array(before.length),
    financing: nothing,
    expenses: nothing,
    portfolioFee: nothing,
    trading: new Float64Array(before.length),
    flows: nothing,
    feeKept: ones,
    kept: ones.slice(),
  };
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
