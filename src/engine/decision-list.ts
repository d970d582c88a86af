import { deepFreeze } from '../core/index.js';
import type { Weights } from '../strategy/index.js';
import type { Calendar } from '../time/index.js';
import type { Target } from './read-target.js';
import type { Binding } from './limit-weights.js';
import type { RunTrade } from './portfolio.js';
import type { BoundRule, Decision, Trade } from './result.js';
import type { RunDecision } from './rebalancer.js';
import { ROUNDING } from './rounding.js';

/** Target weights by name. */
export function namedTarget({ members, weights }: Target, assets: readonly string[]): Weights {
  return Object.fromEntries(Array.from(members, (member, entry) => [assets[member]!, weights[entry]!]));
}

/** Weights that are not zero, by name. */
export function namedWeights(weights: Float64Array, assets: readonly string[]): Weights {
  const held = Array.from(weights.keys()).filter((member) => weights[member] !== 0);
  return Object.fromEntries(held.map((member) => [assets[member]!, weights[member]!]));
}

/** Rules that bound, by names. */
export function namedRules(bound: readonly Binding[], assets: readonly string[]): BoundRule[] {
  return bound.map(({ rule, name, members }) => ({
    rule,
    ...(name === undefined ? {} : { name }),
    assets: members.map((member) => assets[member]!),
  }));
}

/** The decisions of a run by names and dates. The first trade is the first purchase: until then everything was cash. */
export function decisionList(
  decisions: readonly RunDecision[],
  assets: readonly string[],
  calendar: Calendar,
): readonly Decision[] {
  const first = decisions.findIndex(({ traded }) => traded !== undefined && traded.traded > 0);
  return deepFreeze(
    decisions.map(({ row, target, traded }, index) => ({
      decidedOn: calendar.date(row),
      tradedOn: traded === undefined ? null : calendar.date(traded.row),
      target: namedTarget(target, assets),
      drifted: traded === undefined ? {} : namedWeights(traded.drifted, assets),
      weights: traded === undefined ? {} : namedWeights(traded.wish, assets),
      bound: traded === undefined ? [] : namedRules(traded.bound, assets),
      traded: traded?.traded ?? 0,
      turnover: traded?.turnover ?? 0,
      cost: traded?.cost ?? 0,
      first: index === first,
    })),
  );
}

/** Every purchase and sale of a run, asset by asset. */
export function tradeList(
  trades: readonly RunTrade[],
  assets: readonly string[],
  calendar: Calendar,
): readonly Trade[] {
  return deepFreeze(
    trades.flatMap(({ row, reason, drifted, wish, amounts, wealth }) =>
      Array.from(wish.keys())
        .filter((member) => Math.abs(amounts[member]!) > ROUNDING * wealth)
        .map((member) => ({
          date: calendar.date(row),
          reason,
          asset: assets[member]!,
          from: drifted[member]!,
          to: wish[member]!,
          amount: amounts[member]!,
        })),
    ),
  );
}
