import { isScheduled } from '../time/index.js';
import { absentMembers, aim, type Aim } from './aim.js';
import { askStrategy } from './ask-strategy.js';
import { isOutside, repair } from './band.js';
import { DecisionView, type ViewSource } from './decision-view.js';
import type { Portfolio, RunTrade } from './portfolio.js';
import { readTarget, sameTarget, type Target } from './read-target.js';
import { restrain } from './restrain.js';
import type { RuleSet } from './rule-set.js';
import type { RunInput } from './run.js';
import { wealthOf } from './trade.js';
import { withoutDebt } from './without-debt.js';

/** One decision and what came of it. */
export interface RunDecision {
  readonly row: number;
  readonly target: Target;
  /** Absent when the run ended before the trade. */
  readonly traded?: RunTrade;
}

/** What a strategy would do at the last close. */
export interface Next extends Aim {
  readonly target: Target;
  /** Weights held then. */
  readonly drifted: Float64Array;
  readonly scheduled: boolean;
  /** Whether the rule would trade on that day. */
  readonly trades: boolean;
}

/** Asks the strategy and trades the portfolio to its answers: it knows when and where to; the portfolio knows the money. */
export class Rebalancer {
  readonly decisions: RunDecision[] = [];
  readonly #input: RunInput;
  readonly #source: ViewSource;
  readonly #portfolio: Portfolio;
  readonly #decides: ReadonlySet<number>;
  /** The oldest decision that waits for its trade. */
  #due = 0;
  /** The answer that is traded anew when an asset of it comes or goes, and which were absent when it last was. */
  #renewable: { readonly answer: Target; readonly absent: string } | undefined;

  constructor(input: RunInput, source: ViewSource, portfolio: Portfolio) {
    this.#input = input;
    this.#source = source;
    this.#portfolio = portfolio;
    this.#decides = new Set(input.plan.decisions);
  }

  /** The strategy's answer at the close that has come. */
  ask(): Target {
    const { rules } = this.#input;
    const { row } = this.#portfolio;
    return this.#read(new DecisionView(this.#source, row, this.#portfolio.weights()), rules);
  }

  #read(view: DecisionView, rules: RuleSet): Target {
    const answer = askStrategy(this.#input.strategy, view);
    return readTarget(answer, this.#source, this.#portfolio.row, rules);
  }

  /**
   * What the strategy would hold from this close on, and whether it would trade for it. Nothing is traded, so an asset without a price is left
   * out instead of refused: it shall not cost the whole run.
   */
  next(): Next {
    const { strategy, rules, store, plan } = this.#input;
    const { row } = this.#portfolio;
    const lenient = rules.missing === 'error' ? { ...rules, missing: 'cash' as const } : rules;
    const drifted = this.#portfolio.weights();
    const target = this.#read(new DecisionView(this.#source, row, drifted), lenient);
    const aimed = aim(target, this.#source, lenient, row, drifted);
    const scheduled = isScheduled(strategy.schedule, store.calendar, row, plan.start);
    return { target, ...aimed, drifted, scheduled, trades: scheduled && this.#wants(target, aimed, drifted) };
  }

  /** The weights that an answer leads to at the close that has come. */
  aimAt(answer: Target, drifted: Float64Array): Aim {
    return aim(answer, this.#source, this.#input.rules, this.#portfolio.row, drifted);
  }

  /** Trades what is due from earlier decisions, decides, and trades an answer anew where its members changed; false when nothing is left. */
  rebalance(): boolean {
    const { row, trades } = this.#portfolio;
    const { lag } = this.#input;
    const before = trades.length;
    while (this.#due < this.decisions.length && this.decisions[this.#due]!.row + lag === row) {
      if (!this.#settle()) return false;
    }
    if (this.#decides.has(row)) {
      const target = this.ask();
      if (this.#wantsTrade(target)) {
        this.decisions.push({ row, target });
        if (lag === 0 && !this.#settle()) return false;
      }
    }
    return trades.length > before || this.#renew();
  }

  /** Makes the oldest trade that waits. */
  #settle(): boolean {
    const decision = this.decisions[this.#due]!;
    const alive = this.#tradeTo('decision', decision.target, this.#due > 0);
    this.decisions[this.#due++] = { ...decision, traded: this.#portfolio.trades.at(-1)! };
    return alive;
  }

  #renew(): boolean {
    const last = this.#renewable;
    if (last === undefined || this.#absentOf(last.answer) === last.absent) return true;
    return this.#tradeTo('membership', last.answer, false);
  }

  #wantsTrade(answer: Target): boolean {
    const drifted = this.#portfolio.weights();
    return this.#wants(answer, this.aimAt(answer, drifted), drifted);
  }

  /** Whether an answer leads to a trade. */
  #wants(answer: Target, { wish }: Aim, drifted: Float64Array): boolean {
    const previous = this.decisions.at(-1);
    const { schedule } = this.#input.strategy;
    if (previous === undefined) return true;
    if (schedule.kind === 'whenTargetChanges') return !sameTarget(answer, previous.target);
    return schedule.kind !== 'whenDrifted' || isOutside(wish, drifted, schedule);
  }

  /** @param banded whether a schedule of bands may stop short of the answer. */
  #tradeTo(reason: 'decision' | 'membership', answer: Target, banded: boolean): boolean {
    const { strategy, rules, costs } = this.#input;
    const { schedule } = strategy;
    const portfolio = this.#portfolio;
    const drifted = portfolio.weights();
    const aimed = this.aimAt(answer, drifted);
    const from = rules.leverage === null ? withoutDebt(drifted, aimed.still) : drifted;
    const wish = banded && schedule.kind === 'whenDrifted' ? repair(aimed, from, schedule) : aimed.wish;
    const wealth = wealthOf(portfolio.position);
    const restrained = restrain({ ...aimed, wish }, from, rules, costs, wealth, portfolio.row, !portfolio.invested);
    if (rules.missing === 'renormalise') this.#renewable = { answer, absent: this.#absentOf(answer) };
    return portfolio.trade(reason, drifted, restrained, aimed.bound);
  }

  #absentOf(answer: Target): string {
    return absentMembers(answer, this.#source, this.#portfolio.row).join();
  }
}
