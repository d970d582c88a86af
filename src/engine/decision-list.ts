import { setEntry } from '../core/index.js';
import type { Weights } from '../strategy/index.js';
import type { Calendar } from '../time/index.js';
import type { Target } from './read-target.js';
import type { Binding } from './limit-weights.js';
import type { RunTrade } from './portfolio.js';
import type { BoundRule, Decision, Trade } from './result.js';
import type { RunDecision } from './rebalancer.js';
import { ROUNDING } from './rounding.js';

/** Target weights by name, frozen. */
export function namedTarget({ members, weights }: Target, assets: readonly string[]): Weights {
  const named: Record<string, number> = {};
  for (let entry = 0; entry < members.length; entry++) setEntry(named, assets[members[entry]!]!, weights[entry]!);
  return Object.freeze(named);
}

/** Weights that are not zero, by name, frozen. */
export function namedWeights(weights: Float64Array, assets: readonly string[]): Weights {
  const named: Record<string, number> = {};
  for (let member = 0; member < weights.length; member++)
    if (weights[member] !== 0) setEntry(named, assets[member]!, weights[member]!);
  return Object.freeze(named);
}

/** Rules that bound, by names, frozen. */
export function namedRules(bound: readonly Binding[], assets: readonly string[]): readonly BoundRule[] {
  if (bound.length === 0) return NO_RULES;
  return Object.freeze(
    bound.map(({ rule, name, members }) =>
      Object.freeze({
        rule,
        ...(name === undefined ? {} : { name }),
        assets: Object.freeze(members.map((member) => assets[member]!)),
      }),
    ),
  );
}

const NO_RULES: readonly BoundRule[] = Object.freeze([]);
const NO_WEIGHTS: Weights = Object.freeze({});

/** Makes something of what it is given, once as long as that is the same thing: all answers of a fixed mix are one. */
export function once<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  let kept: { readonly given: Given; readonly made: Made } | undefined;
  return (given) => {
    if (kept?.given !== given) kept = { given, made: make(given) };
    return kept.made;
  };
}

/** The decisions of a run by names and dates. The first trade is the first purchase: until then everything was cash. */
export function decisionList(
  decisions: readonly RunDecision[],
  assets: readonly string[],
  calendar: Calendar,
): readonly Decision[] {
  const targetOf = once((target: Target) => namedTarget(target, assets));
  const wishOf = once((wish: Float64Array) => namedWeights(wish, assets));
  let purchased = false;
  return Object.freeze(
    decisions.map(({ row, target, traded }) => {
      const decidedOn = calendar.date(row);
      const first = !purchased && traded !== undefined && traded.traded > 0;
      purchased ||= first;
      return Object.freeze({
        decidedOn,
        tradedOn: traded === undefined ? null : traded.row === row ? decidedOn : calendar.date(traded.row),
        target: targetOf(target),
        drifted: traded === undefined ? NO_WEIGHTS : namedWeights(traded.drifted, assets),
        weights: traded === undefined ? NO_WEIGHTS : wishOf(traded.wish),
        bound: traded === undefined ? NO_RULES : namedRules(traded.bound, assets),
        traded: traded?.traded ?? 0,
        turnover: traded?.turnover ?? 0,
        cost: traded?.cost ?? 0,
        first,
      });
    }),
  );
}

/** Every purchase and sale of a run, asset by asset. */
export function tradeList(
  trades: readonly RunTrade[],
  assets: readonly string[],
  calendar: Calendar,
): readonly Trade[] {
  const list: Trade[] = [];
  for (const { row, reason, drifted, wish, amounts, wealth } of trades) {
    const date = calendar.date(row);
    const least = ROUNDING * wealth;
    for (let member = 0; member < wish.length; member++) {
      const amount = amounts[member]!;
      if (!(Math.abs(amount) > least)) continue;
      const [from, to] = [drifted[member]!, wish[member]!];
      list.push(Object.freeze({ date, reason, asset: assets[member]!, from, to, amount }));
    }
  }
  return Object.freeze(list);
}
