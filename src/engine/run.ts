import type { PanelStore } from '../panel/index.js';
import type { Strategy } from '../strategy/index.js';
import { absentMembers, aim, type Aim, stillMembers } from './aim.js';
import { askStrategy } from './ask-strategy.js';
import { investFlow } from './invest-flow.js';
import { isOutside, repair } from './band.js';
import { type Book, cutBook } from './book.js';
import type { CashAccount } from './cash-account.js';
import type { CostModel } from './cost-model.js';
import { DecisionView, type ViewSource } from './decision-view.js';
import type { FlowPlan } from './flow-plan.js';
import type { Lives } from './lives.js';
import { missingReturn } from './missing-return.js';
import type { Plan } from './plan.js';
import { Portfolio, type RunFlow, type RunTrade, type Snapshot } from './portfolio.js';
import type { FeeFactors } from './read-fees.js';
import { readTarget, sameTarget, type Target } from './read-target.js';
import { restrain } from './restrain.js';
import { withoutDebt } from './without-debt.js';
import type { RuleSet } from './rule-set.js';
import { spreadProceeds } from './spread-proceeds.js';
import { stopRows } from './stop-rows.js';
import { wealthOf } from './trade.js';

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

/** One decision and what came of it. */
export interface RunDecision {
  readonly row: number;
  readonly target: Target;
  /** Absent when the run ended before the trade. */
  readonly traded?: RunTrade;
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
  readonly next: Aim & { readonly target: Target };
  readonly end: Portfolio['end'];
}

const NOTHING: Target = { members: new Int32Array(0), weights: new Float64Array(0) };

/** Runs a strategy: growth up to every stop, and there flows, the fee, due trades, the decision, and what else must be traded. */
export function run(input: RunInput): Run {
  const { store, strategy, plan, lag, costs, fees, account, flows, rules, lives } = input;
  const { start, last, assets, positions } = plan;
  const { schedule } = strategy;
  const index = new Map(assets.map((asset, member) => [asset, member]));
  const source: ViewSource = { store, strategy, assets, positions, index };
  const perYear = store.calendar.periodsPerYear;
  const growth = {
    lives,
    cash: account.returns,
    expenseFactors: fees.assets,
    feeFactors: fees.portfolio,
    spreadRate: (rules.leverage?.borrowSpread ?? 0) / perYear,
    shortRate: (rules.leverage?.shortFee ?? 0) / perYear,
  };
  const portfolio = new Portfolio(start, last, flows.initial, growth, costs);
  const decisions: RunDecision[] = [];
  const decides = new Set(plan.decisions);
  let due = 0;
  /** The answer that is traded anew when an asset of it comes or goes, and which were absent when it last was. */
  let renewable: { answer: Target; absent: string } | undefined;

  const aimAt = (answer: Target, drifted: Float64Array): Aim => aim(answer, source, rules, portfolio.row, drifted);
  const absentOf = (answer: Target): string => absentMembers(answer, source, portfolio.row).join();
  const tradeTo = (reason: 'decision' | 'membership', answer: Target, banded: boolean): boolean => {
    const drifted = portfolio.weights();
    const aimed = aimAt(answer, drifted);
    const from = rules.leverage === null ? withoutDebt(drifted, aimed.still) : drifted;
    const wish = banded && schedule.kind === 'whenDrifted' ? repair(aimed, from, schedule) : aimed.wish;
    const wealth = wealthOf(portfolio.position);
    const restrained = restrain({ ...aimed, wish }, from, rules, costs, wealth, portfolio.row, !portfolio.invested);
    if (rules.missing === 'renormalise') renewable = { answer, absent: absentOf(answer) };
    return portfolio.trade(reason, drifted, restrained, aimed.bound);
  };
  /** Makes the oldest trade that waits. */
  const settle = (): boolean => {
    const decision = decisions[due]!;
    const alive = tradeTo('decision', decision.target, due > 0);
    decisions[due++] = { ...decision, traded: portfolio.trades.at(-1)! };
    return alive;
  };
  const ask = (): Target => {
    const view = new DecisionView(source, portfolio.row, portfolio.weights());
    return readTarget(askStrategy(strategy, view), source, portfolio.row, rules);
  };
  const wantsTrade = (answer: Target): boolean => {
    const previous = decisions.at(-1);
    if (previous === undefined) return true;
    if (schedule.kind === 'whenTargetChanges') return !sameTarget(answer, previous.target);
    if (schedule.kind !== 'whenDrifted') return true;
    const drifted = portfolio.weights();
    return isOutside(aimAt(answer, drifted).wish, drifted, schedule);
  };
  /** The trades of a close: those that are due, the decision's, and a renewal where the members changed. */
  const tradeAll = (): boolean => {
    const { row } = portfolio;
    const before = portfolio.trades.length;
    while (due < decisions.length && decisions[due]!.row + lag === row) if (!settle()) return false;
    if (decides.has(row)) {
      const answer = ask();
      if (wantsTrade(answer)) {
        decisions.push({ row, target: answer });
        if (lag === 0 && !settle()) return false;
      }
    }
    const renewed = portfolio.trades.length > before || renewable === undefined;
    return (
      renewed || absentOf(renewable!.answer) === renewable!.absent || tradeTo('membership', renewable!.answer, false)
    );
  };
  /** Everything that happens at one close after its returns; false when nothing is left. */
  const close = (): boolean => {
    const { row, trades } = portfolio;
    const [tradesBefore, flowsBefore, wealthBefore] = [trades.length, portfolio.flows.length, portfolio.wealth];
    if (row > start && !portfolio.move(flows.ends.get(row))) return false;
    const left = portfolio.takeFee();
    if (row === last) return true;
    if (!portfolio.move(flows.starts.get(row))) return false;
    if (!tradeAll()) return false;
    const retargeted = trades.length > tradesBefore;
    const keptBefore = portfolio.kept;
    if (rules.spreadProceeds) {
      const spread = spreadProceeds(portfolio.position, lives, store, row, retargeted ? 0 : portfolio.paid * left);
      if (spread !== null && !portfolio.trade('delisting', spread.drifted, spread.wish, [])) return false;
    }
    const { holdings } = portfolio.position;
    if (portfolio.flows.length === flowsBefore || retargeted || holdings.every((value) => value === 0)) return true;
    // The weights that the assets had before the flows: fee and spreading took the same share of both.
    const basis = (wealthBefore * left * portfolio.kept) / keptBefore;
    const drifted = portfolio.weights();
    const still = rules.missing === 'hold' ? stillMembers(source, row, drifted) : [];
    return portfolio.trade('flow', drifted, investFlow(holdings, drifted, still, basis), []);
  };

  let opening = flows.initial;
  let openingKept = 1;
  let alive = true;
  for (const stop of stopRows(input)) {
    const arrived = portfolio.advance(stop);
    if (typeof arrived === 'object') throw missingReturn(source, account, growth, arrived);
    const tradesBefore = portfolio.trades.length;
    alive = arrived && close();
    portfolio.closeRow(portfolio.trades.length > tradesBefore);
    if (stop === start) [opening, openingKept] = [portfolio.wealth, portfolio.kept];
    if (!alive) break;
  }
  const { row, book, trades, snapshots, end } = portfolio;
  const target = alive ? ask() : NOTHING;
  return {
    start,
    last: row,
    initial: flows.initial,
    opening,
    openingKept,
    book: row < last ? cutBook(book, row - start) : book,
    decisions,
    trades,
    snapshots,
    flows: portfolio.flows,
    next: { target, ...aimAt(target, alive ? portfolio.weights() : new Float64Array(assets.length)) },
    end,
  };
}
