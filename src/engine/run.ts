import type { PanelStore } from '../panel/index.js';
import type { Strategy } from '../strategy/index.js';
import { type Book, cutBook } from './book.js';
import type { CashAccount } from './cash-account.js';
import { close } from './close.js';
import type { CostModel } from './cost-model.js';
import type { ViewSource } from './decision-view.js';
import type { FlowPlan } from './flow-plan.js';
import type { Growth } from './grow.js';
import { isLean } from './is-lean.js';
import { leanRun } from './lean-run.js';
import type { Lives } from './lives.js';
import { missingReturn } from './missing-return.js';
import type { Plan } from './plan.js';
import { Portfolio, type RunFlow, type RunTrade, type Snapshot } from './portfolio.js';
import type { FeeFactors } from './read-fees.js';
import { type Next, Rebalancer, type RunDecision } from './rebalancer.js';
import type { RuleSet } from './rule-set.js';
import { stopRows } from './stop-rows.js';
import { universeRun } from './universe-run.js';

/** Everything that a run needs, checked and in numbers. */
export interface RunInput {
  readonly store: PanelStore;
  readonly strategy: Strategy;
  readonly plan: Plan;
  readonly lag: number;
  readonly costs: CostModel;
  readonly fees: FeeFactors;
  readonly account: CashAccount;
  readonly flows: FlowPlan;
  readonly rules: RuleSet;
  readonly lives: Lives;
}

/** What a run gives. */
export interface Run {
  readonly start: number;
  readonly last: number;
  readonly initial: number;
  /** Wealth at the base after its flows and the purchase, and what the purchase left of each unit. */
  readonly opening: number;
  readonly openingKept: number;
  readonly book: Book;
  readonly decisions: readonly RunDecision[];
  readonly trades: readonly RunTrade[];
  readonly snapshots: readonly Snapshot[];
  readonly flows: readonly RunFlow[];
  readonly next: Next;
  readonly end: Portfolio['end'];
  readonly path: 'lean' | 'general';
  /** Net return of each row, where the run knows it already. */
  readonly net?: Float64Array;
}

/** What comes after a run that lost everything. */
const nothingMore = (assets: number): Next => ({
  target: { members: new Int32Array(0), weights: new Float64Array(0) },
  wish: new Float64Array(assets),
  drifted: new Float64Array(assets),
  bound: [],
  still: [],
  scheduled: false,
  trades: false,
});

/** Runs a strategy: growth up to every stop, and there whatever happens at its close. */
export function run(input: RunInput): Run {
  const { store, strategy, plan, account, flows } = input;
  const { start, last, assets, positions } = plan;
  const index = new Map(assets.map((asset, member) => [asset, member]));
  const source: ViewSource = { store, strategy, assets, positions, index };
  if (isLean(input)) return strategy.assets === 'all' ? universeRun(input, source) : leanRun(input, source);
  const growth = growthOf(input);
  const portfolio = new Portfolio(start, last, flows.initial, growth, input.costs);
  const rebalancer = new Rebalancer(input, source, portfolio);
  let opening = flows.initial;
  let openingKept = 1;
  let alive = true;
  for (const stop of stopRows(input)) {
    const arrived = portfolio.advance(stop);
    if (typeof arrived === 'object') throw missingReturn(source, account, growth, arrived);
    const tradesBefore = portfolio.trades.length;
    alive = arrived && close(input, source, portfolio, rebalancer);
    portfolio.closeRow(portfolio.trades.length > tradesBefore);
    if (stop === start) [opening, openingKept] = [portfolio.wealth, portfolio.kept];
    if (!alive) break;
  }
  const { row, book, trades, snapshots, end } = portfolio;
  return {
    start,
    last: row,
    initial: flows.initial,
    opening,
    openingKept,
    book: row < last ? cutBook(book, row - start) : book,
    decisions: rebalancer.decisions,
    trades,
    snapshots,
    flows: portfolio.flows,
    next: alive ? rebalancer.next() : nothingMore(assets.length),
    end,
    path: 'general',
  };
}

function growthOf({ store, account, fees, rules, lives }: RunInput): Growth {
  const perYear = store.calendar.periodsPerYear;
  return {
    lives,
    cash: account.returns,
    expenseFactors: fees.assets,
    feeFactors: fees.portfolio,
    spreadRate: (rules.leverage?.borrowSpread ?? 0) / perYear,
    shortRate: (rules.leverage?.shortFee ?? 0) / perYear,
  };
}
