import { inPercent } from '../core/index.js';
import type { Decision } from './result.js';
import type { Rules } from './rules-options.js';

/** The rules of a run in sentences, and how often they changed what was traded. */
export function ruleSentences(rules: Rules, decisions: readonly Decision[]): string[] {
  const { leverage, missing = 'error', delisting } = rules;
  return [
    ...(leverage === undefined
      ? []
      : [
          `May borrow and sell short: absolute weights up to ${leverage.max} at a decision; debt costs the cash rate plus ${inPercent(leverage.borrowSpread)} a year, ` +
            `short positions ${inPercent(leverage.shortFee)} a year.`,
        ]),
    ...(missing === 'error' ? [] : [MISSING[missing]]),
    ...(delisting?.return === undefined ? [] : [delistingSentence(delisting.return)]),
    ...(delisting?.proceeds === 'spread' ? ['Proceeds of assets that end are divided among the others held.'] : []),
    ...limits(rules),
    ...boundSentence(decisions),
  ];
}

const MISSING = {
  hold: 'A held asset without a return keeps its last value; what is not listed cannot be bought, and its part stays in cash.',
  cash: 'A held asset without a return is in cash at its last price until the next decision, like what is not listed.',
  renormalise: 'The target is spread over the assets that are there, and traded anew whenever one comes or goes.',
} as const;

function delistingSentence(given: Exclude<Rules['delisting'], undefined>['return']): string {
  const sizes =
    typeof given === 'object'
      ? Object.entries(given)
          .map(([asset, value]) => `${inPercent(value ?? 0)} for ${asset}`)
          .join(', ')
      : inPercent(given ?? 0);
  return `Assets that end before the data do earn a delisting return in the row after their last: ${sizes}.`;
}

function limits({ maxHoldings, maxWeight, groups = [], maxTurnover, minTrade = 0 }: Rules): string[] {
  const each =
    typeof maxWeight === 'object'
      ? Object.entries(maxWeight)
          .map(([asset, cap]) => `${asset} up to ${inPercent(cap ?? 0)}`)
          .join(', ')
      : `no weight above ${inPercent(maxWeight ?? 0)}`;
  const all = [
    ...(maxHoldings === undefined ? [] : [`at most ${maxHoldings} holdings`]),
    ...(maxWeight === undefined ? [] : [each]),
    ...groups.map(({ name, assets, max }) => `${name} (${assets.join(', ')}) together up to ${inPercent(max)}`),
    ...(maxTurnover === undefined ? [] : [`one-way turnover of a decision up to ${inPercent(maxTurnover)}`]),
    ...(minTrade === 0 ? [] : [`no change under ${inPercent(minTrade)} of wealth`]),
  ];
  return all.length === 0 ? [] : [`Limits, in this order: ${all.join('; ')}.`];
}

function boundSentence(decisions: readonly Decision[]): string[] {
  const counts = new Map<string, number>();
  for (const { bound } of decisions) {
    for (const rule of new Set(bound.map(({ rule, name }) => (name === undefined ? rule : `${rule} ${name}`)))) {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return [];
  const list = [...counts].map(([rule, count]) => `${rule} at ${count}`).join(', ');
  return [`Rules that changed a trade, of ${decisions.length} decisions: ${list}.`];
}
