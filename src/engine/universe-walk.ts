import { askStrategy } from './ask-strategy.js';
import { DecisionView, type ViewSource } from './decision-view.js';
import { Holdings } from './holdings.js';
import { readTarget, type Target } from './read-target.js';
import type { RunInput } from './run.js';
import { denseWeights, type SparseWeights } from './sparse-weights.js';

/** One trade of a walk over a universe, in what was held before and after alone. */
export interface UniverseTrade {
  readonly row: number;
  readonly reason: 'decision' | 'delisting';
  /** The strategy's answer, where there was one. */
  readonly target: Target | null;
  readonly drifted: SparseWeights;
  readonly wishes: SparseWeights;
  readonly wealth: number;
  readonly cost: number;
}

/** What happened in a lean run over a universe. */
export interface UniverseWalk {
  readonly before: Float64Array;
  /** What cash earned, by row. */
  readonly income: Float64Array;
  /** The rows of the trades, and the share of wealth that each cost. */
  readonly rows: readonly number[];
  readonly costs: readonly number[];
  /** The trades themselves, where they were to be kept. */
  readonly trades: readonly UniverseTrade[];
  /** Money at the last close, by member. */
  readonly holdings: Float64Array;
  readonly endCash: number;
}

/**
 * Walks a run over a universe of which little is held at a time: nothing is done for what is not held. The arithmetic and its order are those of the general path.
 * What ends becomes cash with the next row, or is divided among the rest at its last close.
 *
 * @param keeps whether trades are written down: a sweep needs the wealth alone.
 */
export function universeWalk(input: RunInput, source: ViewSource, keeps: boolean): UniverseWalk {
  const { strategy, plan, rules, flows, costs, store, account } = input;
  const { start, last, decisions, positions } = plan;
  const rates = costs.fixedRates!;
  const isFree = rates.every((rate) => rate === 0);
  const before = new Float64Array(last - start);
  const rows: number[] = [];
  const costsOf: number[] = [];
  const trades: UniverseTrade[] = [];
  const held = new Holdings(store, positions, account.returns, flows.initial, before, start + 1);
  const trade = (row: number, target: Target | null, { members, values }: SparseWeights): void => {
    const wealth = held.wealth();
    const cost = isFree ? 0 : held.costTo(members, values, rates);
    if (keeps) {
      const reason = target === null ? 'delisting' : 'decision';
      trades.push({ row, reason, target, drifted: held.weights(), wishes: { members, values }, wealth, cost });
    }
    held.set(members, values, wealth * (1 - cost));
    rows.push(row);
    costsOf.push(cost);
  };
  let row = start;
  let next = 0;
  while (row < last) {
    if (next < decisions.length && decisions[next] === row) {
      next++;
      const view = new DecisionView(source, row, denseLater(held.weights(), positions.length));
      const target = readTarget(askStrategy(strategy, view), source, row, rules);
      trade(row, target, { members: target.members, values: target.weights });
    }
    if (rules.spreadProceeds) {
      const factor = held.payOut(row);
      if (factor !== null && !keeps && isFree) held.scale(factor);
      else if (factor !== null) trade(row, null, held.scaled(factor));
    }
    const decision = next < decisions.length ? decisions[next]! : last;
    const to = rules.spreadProceeds ? Math.min(decision, held.nextEnd(row)) : decision;
    held.grow(row + 1, to);
    row = to;
  }
  return { before, income: held.income, rows, costs: costsOf, trades, holdings: held.dense(), endCash: held.cash };
}

/** Weights by position among all assets, made when a strategy asks for what it holds. */
function denseLater({ members, values }: SparseWeights, assets: number): () => Float64Array {
  return () => denseWeights({ members, values }, assets);
}
