import type { Weights } from '../strategy/index.js';
import type { ViewSource } from './decision-view.js';
import { fixedGrowth } from './fixed-growth.js';
import { leanPaths, type LeanWalk } from './lean-walk.js';
import { readWish } from './read-target.js';
import type { RunInput } from './run.js';

/** The walk of a lean run whose strategy always answers the same weights. */
export function leanFixed(input: RunInput, source: ViewSource, target: Weights): LeanWalk {
  const { plan, rules, flows, costs, store, account } = input;
  const { start, last, decisions, positions } = plan;
  const assets = positions.length;
  const rates = costs.fixedRates!;
  const trades = decisions.length;
  const wishes = new Float64Array(assets);
  readWish(target, source, start, rules, wishes, 0);
  const starts = positions.map((position) => position * store.calendar.length);
  const { grown, parts, cash } = fixedGrowth(store.values, starts, wishes, account.returns, decisions, last);
  const wealths = new Float64Array(trades);
  const costsOf = new Float64Array(trades);
  const cashOf = new Float64Array(trades);
  let inCash = 1;
  for (let member = 0; member < assets; member++) inCash -= wishes[member]!;
  let wealth = flows.initial;
  // What one unit has become at the next trade, read before the rows of the segment are turned into money.
  let unit = 1;
  for (let trade = 0; trade < trades; trade++) {
    const at = trade * assets;
    const to = trade + 1 < trades ? decisions[trade + 1]! : last;
    wealth *= unit;
    let cost = 0;
    for (let member = 0; member < assets; member++) {
      // Once it is read, a part becomes the weight that it is.
      const drift = parts[at + member]! / unit;
      parts[at + member] = drift;
      const size = Math.abs(wishes[member]! - drift);
      if (size !== 0) cost += rates[member]! * size;
    }
    wealths[trade] = wealth;
    costsOf[trade] = cost;
    wealth *= 1 - cost;
    cashOf[trade] = inCash * wealth;
    unit = grown[to - start - 1]!;
    for (let entry = decisions[trade]! - start; entry < to - start; entry++) grown[entry]! *= wealth;
  }
  const holdings = parts.slice(trades * assets).map((part) => part * wealth);
  return {
    before: grown,
    ...leanPaths(grown, decisions, costsOf, flows.initial),
    rows: decisions,
    wealth: wealths,
    costs: costsOf,
    cash: cashOf,
    drifted: parts.subarray(0, trades * assets),
    wishes,
    stride: 0,
    holdings,
    endCash: cash[trades]! * wealth,
  };
}
