import { InputError, sum, sumAt } from '../core/index.js';
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
  answer.members.forEach((member, entry) => (wish[member] = answer.weights[entry]!));
  const absent = absentMembers(answer, source, row);
  const still = rules.missing === 'hold' ? stillMembers(source, row, drifted) : [];
  if (rules.missing === 'error') refuseHole(absent, source, row);
  if (rules.missing === 'renormalise' && absent.length > 0) renormalise(wish, absent);
  else for (const member of absent) wish[member] = 0;
  if (still.length > 0) makeRoom(wish, answer, still, drifted);
  if (absent.length + still.length > 0) bound.push({ rule: 'missing', members: [...new Set([...absent, ...still])] });
  keepLargest(wish, Math.max(0, rules.maxHoldings - still.length), bound);
  limitWeights(wish, lessWhatLiesStill(rules, still, drifted), bound);
  for (const member of still) wish[member] = drifted[member]!;
  return { wish, bound, still };
}

/** Members that are held and have no price on a row: nothing trades them until they have one again. */
export function stillMembers({ store, positions }: ViewSource, row: number, drifted: Float64Array): number[] {
  return Array.from(drifted.keys()).filter(
    (member) => drifted[member] !== 0 && !isListed(store, positions[member]!, row),
  );
}

/** Members of an answer that have no price on a row. */
export function absentMembers({ members }: Target, { store, positions }: ViewSource, row: number): number[] {
  return Array.from(members).filter((member) => !isListed(store, positions[member]!, row));
}

/** Spreads an answer over what is there, the positive and the negative side each for itself. */
function renormalise(wish: Float64Array, absent: readonly number[]): void {
  const sums = [1, -1].map((side) => sideSum(wish, side));
  for (const member of absent) wish[member] = 0;
  [1, -1].forEach((side, index) => {
    scaleSide(wish, side, sums[index]!);
  });
}

const sideSum = (weights: Float64Array, side: number): number =>
  weights.reduce((total, weight) => (weight * side > 0 ? total + weight : total), 0);

function scaleSide(wish: Float64Array, side: number, total: number): void {
  const there = sideSum(wish, side);
  wish.forEach((weight, member) => {
    if (weight * side > 0) wish[member] = (weight * total) / there;
  });
}

/** Without shorts, the others make room for what lies still, or fill the room that it leaves. */
function makeRoom(wish: Float64Array, answer: Target, still: readonly number[], drifted: Float64Array): void {
  for (const member of still) wish[member] = 0;
  if (answer.weights.some((weight) => weight < 0)) return;
  const total = sum(answer.weights);
  const wanted = sum(answer.weights.filter((_, entry) => still.includes(answer.members[entry]!)));
  if (total === wanted) return;
  const held = sumAt(drifted, still);
  const factor = Math.max(0, total - held) / (total - wanted);
  wish.forEach((weight, member) => (wish[member] = weight * factor));
}

/** What lies still takes its part of its group's room. */
function lessWhatLiesStill(rules: RuleSet, still: readonly number[], drifted: Float64Array): RuleSet {
  const groups = rules.groups.map((group) => {
    const taken = still.reduce(
      (sum, member) => (group.members.includes(member) ? sum + Math.abs(drifted[member]!) : sum),
      0,
    );
    return { ...group, max: Math.max(0, group.max - taken) };
  });
  return { ...rules, groups };
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
