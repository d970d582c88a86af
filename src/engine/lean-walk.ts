import { askStrategy } from './ask-strategy.js';
import { DecisionView, type ViewSource } from './decision-view.js';
import { readWish } from './read-target.js';
import type { RunInput } from './run.js';

/** What happened in a lean run, flat: by row from the one after the start, by trade, and by trade and asset. */
export interface LeanWalk {
  /** Wealth after the returns of a row and before its trade. */
  readonly before: Float64Array;
  /** Wealth when the trade of a row is done. */
  readonly after: Float64Array;
  /** Net return of each row. */
  readonly net: Float64Array;
  /** The rows of the trades: every decision is traded at once. */
  readonly rows: Int32Array;
  /** Wealth before each trade, the share of it that the trade cost, and cash after it. */
  readonly wealth: Float64Array;
  readonly costs: Float64Array;
  readonly cash: Float64Array;
  /** Weights before each trade, by trade and asset. */
  readonly drifted: Float64Array;
  /** Weights after each trade; one row where the strategy always answers the same. */
  readonly wishes: Float64Array;
  /** How far from one trade's wishes to the next: 0 where they never change. */
  readonly stride: number;
  /** Money at the last close. */
  readonly holdings: Float64Array;
  readonly endCash: number;
}

/**
 * Walks what `isLean`, asking the strategy at every decision: the same arithmetic in the same order as the general path, with nothing that it does not need.
 */
export function leanWalk(input: RunInput, source: ViewSource): LeanWalk {
  const { strategy, plan, rules, flows, costs, store, account } = input;
  const { start, last, decisions, positions } = plan;
  const assets = positions.length;
  const rates = costs.fixedRates!;
  const before = new Float64Array(last - start);
  const wealths = new Float64Array(decisions.length);
  const costsOf = new Float64Array(decisions.length);
  const cashOf = new Float64Array(decisions.length);
  const drifted = new Float64Array(decisions.length * assets);
  const wishes = new Float64Array(decisions.length * assets);
  const holdings = new Float64Array(assets);
  let cash = flows.initial;
  for (let trade = 0; trade < decisions.length; trade++) {
    const row = decisions[trade]!;
    const at = trade * assets;
    let wealth = cash;
    for (let member = 0; member < assets; member++) wealth += holdings[member]!;
    for (let member = 0; member < assets; member++) drifted[at + member] = holdings[member]! / wealth;
    readWish(askStrategy(strategy, new DecisionView(source, row, drifted, at)), source, row, rules, wishes, at);
    let cost = 0;
    let invested = 0;
    for (let member = 0; member < assets; member++) {
      const size = Math.abs(wishes[at + member]! - drifted[at + member]!);
      if (size !== 0) cost += rates[member]! * size;
      invested += wishes[at + member]!;
    }
    const left = wealth * (1 - cost);
    for (let member = 0; member < assets; member++) holdings[member] = wishes[at + member]! * left;
    cash = (1 - invested) * left;
    wealths[trade] = wealth;
    costsOf[trade] = cost;
    cashOf[trade] = cash;
    const to = trade + 1 < decisions.length ? decisions[trade + 1]! : last;
    growHoldings(store.values, store.calendar.length, positions, holdings, row + 1, to, before, start + 1);
    cash = growCash(account.returns, cash, row + 1, to, before, start + 1);
  }
  const { after, net } = leanPaths(before, decisions, costsOf, flows.initial);
  return {
    before,
    after,
    net,
    rows: decisions,
    wealth: wealths,
    costs: costsOf,
    cash: cashOf,
    drifted,
    wishes,
    stride: assets,
    holdings,
    endCash: cash,
  };
}

/** Lets holdings grow over the rows `from` to `to`, column by column, and adds their money to the rows. */
function growHoldings(
  values: Float64Array,
  rows: number,
  positions: Int32Array,
  holdings: Float64Array,
  from: number,
  to: number,
  before: Float64Array,
  origin: number,
): void {
  for (let member = 0; member < holdings.length; member++) {
    let value = holdings[member]!;
    if (value === 0) continue;
    const column = positions[member]! * rows;
    for (let row = from; row <= to; row++) {
      value *= 1 + values[column + row]!;
      before[row - origin]! += value;
    }
    holdings[member] = value;
  }
}

/** The same for cash; answers what it has become. */
function growCash(
  returns: Float64Array,
  cash: number,
  from: number,
  to: number,
  before: Float64Array,
  origin: number,
): number {
  if (cash === 0) return 0;
  let value = cash;
  for (let row = from; row <= to; row++) {
    value += value * returns[row]!;
    before[row - origin]! += value;
  }
  return value;
}

/** Wealth after trades and net returns: a trade lowers the wealth of its close, one at the base the first return. Rows of trades ascend, the first is the base. */
export function leanPaths(
  before: Float64Array,
  rows: ArrayLike<number>,
  costs: ArrayLike<number>,
  initial: number,
): Pick<LeanWalk, 'after' | 'net'> {
  const after = new Float64Array(before.length);
  const net = new Float64Array(before.length);
  const start = rows[0]!;
  let openingKept = 1;
  let trade = 0;
  while (trade < rows.length && rows[trade] === start) openingKept *= 1 - costs[trade++]!;
  let wealth = initial * openingKept;
  for (let entry = 0; entry < before.length; entry++) {
    let kept = 1;
    while (trade < rows.length && rows[trade] === start + 1 + entry) kept *= 1 - costs[trade++]!;
    net[entry] = (before[entry]! / wealth) * (entry === 0 ? kept * openingKept : kept) - 1;
    wealth = before[entry]! * kept;
    after[entry] = wealth;
  }
  return { after, net };
}
