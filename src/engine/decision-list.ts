import { deepFreeze } from '../core/index.js';
import type { Weights } from '../strategy/index.js';
import type { Calendar } from '../time/index.js';
import type { Target } from './read-target.js';
import type { Decision } from './result.js';
import type { RunDecision } from './run.js';

/** Target weights by name. */
export function namedTarget({ members, weights }: Target, assets: readonly string[]): Weights {
  return Object.fromEntries(Array.from(members, (member, entry) => [assets[member]!, weights[entry]!]));
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
      traded: traded?.traded ?? 0,
      turnover: traded?.turnover ?? 0,
      cost: traded?.cost ?? 0,
      first: index === first,
    })),
  );
}

function namedWeights(weights: Float64Array, assets: readonly string[]): Weights {
  const named: Record<string, number> = {};
  weights.forEach((weight, member) => {
    if (weight !== 0) named[assets[member]!] = weight;
  });
  return named;
}
