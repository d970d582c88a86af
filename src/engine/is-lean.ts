import { isSound } from './sound-columns.js';
import type { RuleSet } from './rule-set.js';
import type { RunInput } from './run.js';

/** The dearest trading with which a trade between any weights leaves something: it moves at most twice the wealth. */
const DEAREST = 0.25;

/**
 * Whether a run consists of returns, targets on the days of a calendar and costs in proportion to what is traded, and nothing else: then it can
 * take the lean path, on which nothing can be missing or lost.
 */
export function isLean(input: RunInput): boolean {
  const { store, strategy, plan, lag, costs, fees, flows, rules } = input;
  const { kind } = strategy.schedule;
  return (
    lag === 0 &&
    kind !== 'whenDrifted' &&
    kind !== 'whenTargetChanges' &&
    isPlain(rules) &&
    // What ends within a run over named assets ends the run.
    (strategy.assets === 'all' || rules.delisting === undefined) &&
    costs.fixedRates !== null &&
    costs.fixedRates.every((rate) => rate < DEAREST) &&
    costs.perTrade === 0 &&
    costs.impact === null &&
    !costs.selfConsistent &&
    fees.portfolio === null &&
    fees.assets.every((factors) => factors === null) &&
    flows.ends.size + flows.starts.size === 0 &&
    plan.positions.every((position) => isSound(store, position)) &&
    hasCash(input)
  );
}

/** Without leverage, limits, policies for what is missing, or delisting returns. */
const isPlain = (rules: RuleSet): boolean =>
  rules.leverage === null &&
  rules.missing === 'error' &&
  rules.delisting?.return === undefined &&
  rules.caps === null &&
  rules.groups.length === 0 &&
  rules.maxHoldings === Infinity &&
  rules.maxTurnover === Infinity &&
  rules.minTrade === 0;

/** Whether cash has a return on every row, should some be held, and loses nothing. */
function hasCash({ account, plan }: RunInput): boolean {
  if (account.name === null) return true;
  for (let row = plan.start + 1; row <= plan.last; row++) if (!(account.returns[row]! > -1)) return false;
  return true;
}
