import { InputError } from '../core/index.js';
import { isListed, type ViewSource } from './decision-view.js';
import { type Binding, keepLargest, limitWeights } from './limit-weights.js';
import type { Target } from './read-target.js';
import type { RuleSet } from './rule-set.js';

/** What is to be traded to, before the limits on the trade itself. */
export interface Aim {
  readonly wish: Float64Array;
  readonly bound: Binding[];
  /** Members that lie still because they have no price. */
  readonly still: readonly number[];
}

/** From a strategy's answer to the wished weights on a row: what is there, how many, how much of each. */
export function aim(answer: Target, source: ViewSource, rules: RuleSet, row: number, drifted: Float64Array): Aim {
  const wish = new Float64Array(source.assets.length);
  const bound: Binding[] = [];
  for (let entry = 0; entry < answer.members.length; entry++) wish[answer.members[entry]!] = answer.weights[entry]!;
  const absent = absentMembers(answer, source, row);
  if (absent.length > 0) {
    leaveOut(wish, absent, source, rules, row, drifted);
    bound.push({ rule: 'missing', members: absent });
  }
  if (rules.maxHoldings < answer.members.length) keepLargest(wish, rules.maxHoldings, bound);
  limitWeights(wish, rules, bound);
  const still = rules.missing === 'hold' ? absent.filter((member) => drifted[member] !== 0) : [];
  return { wish, bound, still };
}

/** Members of an answer that have no price on a row. */
export function absentMembers({ members }: Target, { store, positions }: ViewSource, row: number): number[] {
  const absent: number[] = [];
  for (let entry = 0; entry < members.length; entry++) {
    if (!isListed(store, positions[members[entry]!]!, row)) absent.push(members[entry]!);
  }
  return absent;
}

function leaveOut(
  wish: Float64Array,
  absent: readonly number[],
  source: ViewSource,
  rules: RuleSet,
  row: number,
  drifted: Float64Array,
): void {
  if (rules.missing === 'error') refuseHole(absent, source, row);
  const asked = wish.slice();
  for (const member of absent) wish[member] = 0;
  if (rules.missing === 'hold') keepHeld(wish, asked, absent, drifted);
  if (rules.missing === 'renormalise') {
    for (const side of [1, -1]) scaleSide(wish, side, sideSum(asked, side));
  }
}

const sideSum = (weights: Float64Array, side: number): number =>
  weights.reduce((total, weight) => (weight * side > 0 ? total + weight : total), 0);

function scaleSide(wish: Float64Array, side: number, total: number): void {
  const there = sideSum(wish, side);
  if (there === 0) return;
  wish.forEach((weight, member) => {
    if (weight * side > 0) wish[member] = (weight * total) / there;
  });
}

/** What is held in a hole and still wanted stays as it is; without shorts the rest makes room for it. */
function keepHeld(wish: Float64Array, asked: Float64Array, absent: readonly number[], drifted: Float64Array): void {
  const kept = absent.filter((member) => drifted[member] !== 0);
  if (kept.length === 0) return;
  if (asked.every((weight) => weight >= 0)) {
    const total = asked.reduce((sum, weight) => sum + weight, 0);
    const held = kept.reduce((sum, member) => sum + drifted[member]!, 0);
    const wanted = kept.reduce((sum, member) => sum + asked[member]!, 0);
    const factor = total === wanted ? 1 : Math.max(0, total - held) / (total - wanted);
    wish.forEach((weight, member) => (wish[member] = weight * factor));
  }
  for (const member of kept) wish[member] = drifted[member]!;
}

function refuseHole(absent: readonly number[], { store, positions, assets, strategy }: ViewSource, row: number): void {
  const hole = absent.find((member) => row <= store.last[positions[member]!]!);
  if (hole === undefined) return;
  const date = store.calendar.date(row);
  throw new InputError(
    'returns.hole',
    `backtest: strategy "${strategy.name}" is due to trade "${assets[hole]!}" in row ${row} (${date}), where it has no return and so no price. ` +
      "Fill the hole in the data, leave the asset out, choose a window without it, or name a policy: rules: { missing: 'hold' }, 'cash' or 'renormalise'.",
    { asset: assets[hole], row, date },
  );
}
