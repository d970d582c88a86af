import { askStrategy } from './ask-strategy.js';
import { DecisionView, type ViewSource } from './decision-view.js';
import { leanPaths } from './lean-walk.js';
import { readTarget, type Target } from './read-target.js';
import type { RunInput } from './run.js';
import { denseWeights, sparseCost } from './sparse-weights.js';

/** Whether the wealth alone can be worked out from decision to decision: what ends goes to the rest, and costs are the same for all. */
export const sharesProceeds = ({ rules, costs }: RunInput): boolean =>
  rules.spreadProceeds && costs.fixedRates!.every((rate) => rate === costs.fixedRates![0]);

/**
 * The net returns of a run over a universe that divides what ends among the rest, without its trades. Whatever is held grows by the same share when something
 * ends, so every member is walked alone from one decision to the next, and the shares are put in after that: what `universeWalk` gives, but for rounding.
 *
 * It goes from decision to decision when it is told to, so that many variants can pass a stretch of history while it lies in the cache.
 */
export class UniverseWealth {
  readonly #input: RunInput;
  readonly #source: ViewSource;
  readonly #segment: Segment;
  readonly #before: Float64Array;
  readonly #rows: number[] = [];
  readonly #costs: number[] = [];
  #held: Target = NOTHING;
  /** Money by entry of what is held; never written once a strategy may have seen it. */
  #money = NOTHING.weights;
  #cash: number;

  constructor(input: RunInput, source: ViewSource) {
    this.#input = input;
    this.#source = source;
    this.#segment = new Segment(input);
    this.#before = new Float64Array(input.plan.last - input.plan.start);
    this.#cash = input.flows.initial;
  }

  /** Decides for the given time, and goes on to the next decision or the end; false where there is no such decision. */
  step(turn: number): boolean {
    const { decisions, last } = this.#input.plan;
    if (turn >= decisions.length) return false;
    const row = decisions[turn]!;
    const to = turn + 1 < decisions.length ? decisions[turn + 1]! : last;
    const left = this.#trade(row);
    const money = new Float64Array(this.#held.members.length);
    const invested = this.#segment.grow(this.#held, left, row, to, money);
    this.#cash = (1 - invested) * left;
    const share = this.#divide(row, to);
    for (let entry = 0; entry < money.length; entry++) money[entry]! *= share;
    this.#money = money;
    return true;
  }

  /** By row. */
  net(): Float64Array {
    return leanPaths(this.#before, this.#rows, this.#costs, this.#input.flows.initial).net;
  }

  /** What is left of the wealth when the strategy has got what it wants. */
  #trade(row: number): number {
    const { strategy, plan, rules, costs } = this.#input;
    const [held, money] = [this.#held, this.#money];
    const rates = costs.fixedRates!;
    let wealth = this.#cash;
    for (let entry = 0; entry < money.length; entry++) wealth += money[entry]!;
    const drifted = (): Float64Array =>
      denseWeights({ members: held.members, values: money.map((value) => value / wealth) }, plan.positions.length);
    const view = new DecisionView(this.#source, row, drifted);
    const target = readTarget(askStrategy(strategy, view), this.#source, row, rules);
    const { members, weights } = target;
    const cost = rates[0] === 0 ? 0 : sparseCost(held.members, money, money.length, wealth, members, weights, rates);
    this.#held = target;
    this.#rows.push(row);
    this.#costs.push(cost);
    return wealth * (1 - cost);
  }

  /** Writes the wealth of the rows after a decision, and answers by what all that is held has grown on top of its returns. */
  #divide(row: number, to: number): number {
    const { plan, costs, account } = this.#input;
    const { alive, ended } = this.#segment;
    const rate = costs.fixedRates![0] ?? 0;
    let share = 1;
    let cash = this.#cash;
    for (let at = row; ; at++) {
      const [lives, ends] = [alive[at - row]!, ended[at - row]!];
      if (at > row) {
        cash += cash * account.returns[at]!;
        this.#before[at - plan.start - 1] = share * (lives + ends) + cash;
      }
      if (at === to) break;
      if (ends === 0) continue;
      if (lives === 0) {
        cash += share * ends;
        continue;
      }
      const cost = (rate * share * ends) / (share * (lives + ends) + cash);
      if (rate !== 0) {
        this.#rows.push(at);
        this.#costs.push(cost);
      }
      share *= (1 + ends / lives) * (1 - cost);
      cash *= 1 - cost;
    }
    this.#cash = cash;
    return share;
  }
}

const NOTHING: Target = { members: new Int32Array(0), weights: new Float64Array(0) };

/** Money of members that grow alone from one decision to the next, summed by row; the first is that of the decision. */
class Segment {
  /** In what lives on, and in what ends with the row. */
  readonly alive: Float64Array;
  readonly ended: Float64Array;
  readonly #input: RunInput;

  constructor(input: RunInput) {
    this.alive = new Float64Array(input.plan.last - input.plan.start + 1);
    this.ended = new Float64Array(this.alive.length);
    this.#input = input;
  }

  /** Writes what the members have become at `to`, nothing where they ended before, and answers the sum of the weights. */
  grow({ members, weights }: Target, wealth: number, row: number, to: number, money: Float64Array): number {
    const { plan, store } = this.#input;
    const { positions } = plan;
    const { values, last, calendar } = store;
    const { alive, ended } = this;
    alive.fill(0, 0, to - row + 1);
    ended.fill(0, 0, to - row + 1);
    let invested = 0;
    for (let entry = 0; entry < members.length; entry++) {
      const position = positions[members[entry]!]!;
      const column = position * calendar.length;
      const end = last[position]!;
      const until = Math.min(to, end - 1);
      let value = weights[entry]! * wealth;
      invested += weights[entry]!;
      if (end > row) alive[0]! += value;
      else ended[0]! += value;
      for (let at = row + 1; at <= until; at++) {
        value *= 1 + values[column + at]!;
        alive[at - row]! += value;
      }
      if (end > row && end <= to) {
        value *= 1 + values[column + end]!;
        ended[end - row]! += value;
      }
      money[entry] = end < to ? 0 : value;
    }
    return invested;
  }
}
