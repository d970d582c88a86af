import type { Target } from './read-target.js';
import { readTarget } from './read-target.js';
import { askStrategy } from './ask-strategy.js';
import { DecisionView, type ViewSource } from './decision-view.js';
import { Holdings } from './holdings.js';
import type { RunInput } from './run.js';

/** One trade of a walk over a universe, in what was held before and after alone. */
export interface UniverseTrade {
  readonly row: number;
  readonly reason: 'decision' | 'delisting';
  /** The strategy's answer, where there was one. */
  readonly target: Target | null;
  /** Members that are held before or after, ascending, and their weights. */
  readonly members: Int32Array;
  readonly drifted: Float64Array;
  readonly wishes: Float64Array;
  readonly wealth: number;
  readonly cost: number;
  readonly cash: number;
}

/** What happened in a lean run over a universe. */
export interface UniverseWalk {
  readonly before: Float64Array;
  /** What cash earned, by row. */
  readonly income: Float64Array;
  readonly trades: readonly UniverseTrade[];
  /** Money at the last close, by member. */
  readonly holdings: Float64Array;
  readonly endCash: number;
}

/**
 * Walks a run over a universe of which little is held at a time: nothing is done for what is not held. The arithmetic and its order are those of the general path.
 * What ends becomes cash with the next row, or is divided among the rest at its last close.
 */
export function universeWalk(input: RunInput, source: ViewSource): UniverseWalk {
  const { strategy, plan, rules, flows, costs, store, account } = input;
  const { start, last, decisions, positions } = plan;
  const rates = costs.fixedRates!;
  const before = new Float64Array(last - start);
  const trades: UniverseTrade[] = [];
  const held = new Holdings(store, positions, account.returns, flows.initial, before, start + 1);
  const trade = (
    row: number,
    reason: UniverseTrade['reason'],
    target: Target | null,
    members: Int32Array,
    wishes: Float64Array,
  ): void => {
    const { members: all, drifted, wished } = held.align(members, wishes);
    let cost = 0;
    let invested = 0;
    for (let entry = 0; entry < all.length; entry++) {
      const size = Math.abs(wished[entry]! - drifted[entry]!);
      if (size !== 0) cost += rates[all[entry]!]! * size;
      invested += wished[entry]!;
    }
    const wealth = held.wealth();
    held.set(members, wishes, wealth * (1 - cost), invested);
    trades.push({ row, reason, target, members: all, drifted, wishes: wished, wealth, cost, cash: held.cash });
  };
  let row = start;
  let next = 0;
  while (row < last) {
    if (next < decisions.length && decisions[next] === row) {
      next++;
      const weights = held.weights();
      const view = new DecisionView(source, row, () => weights.dense(positions.length));
      const target = readTarget(askStrategy(strategy, view), source, row, rules);
      trade(row, 'decision', target, target.members, target.weights);
    }
    if (rules.spreadProceeds) {
      const spread = held.divide(row);
      if (spread !== null) trade(row, 'delisting', null, spread.members, spread.wishes);
    }
    const decision = next < decisions.length ? decisions[next]! : last;
    const to = rules.spreadProceeds ? Math.min(decision, held.nextEnd(row)) : decision;
    held.grow(row + 1, to);
    row = to;
  }
  return { before, income: held.income, trades, holdings: held.dense(), endCash: held.cash };
}
