import { sum, sumAt } from '../core/index.js';
import { ROUNDING } from './rounding.js';
import type { MemberGroup, RuleSet } from './rule-set.js';

/** A rule that changed what was wished, and whose weights it changed. */
export interface Binding {
  readonly rule:
    'missing' | 'maxHoldings' | 'maxWeight' | 'group' | 'maxTurnover' | 'maxParticipation' | 'minTrade' | 'funding';
  /** The group's name. */
  readonly name?: string;
  readonly members: readonly number[];
}

/** Keeps the largest weights only; without shorts, what is dropped is spread pro rata over those that stay. Changes `wish`. */
export function keepLargest(wish: Float64Array, count: number, bound: Binding[]): void {
  const held = Array.from(wish.keys()).filter((member) => wish[member] !== 0);
  if (held.length <= count) return;
  // A stable sort: of equals the one that comes first stays.
  const dropped = held.toSorted((a, b) => Math.abs(wish[b]!) - Math.abs(wish[a]!)).slice(count);
  const long = wish.every((weight) => weight >= 0);
  const before = sum(wish);
  for (const member of dropped) wish[member] = 0;
  const after = sum(wish);
  if (long && after > 0) for (const member of held) wish[member]! *= before / after;
  bound.push({ rule: 'maxHoldings', members: dropped });
}

/** Holds weights under their own limits and those of their groups, in place. */
export function limitWeights(wish: Float64Array, { caps, groups }: RuleSet, bound: Binding[]): void {
  if (caps === null && groups.length === 0) return;
  if (wish.some((weight) => weight < 0)) cutAbsolute(wish, caps, groups, bound);
  else fill(wish, caps, groups, bound);
}

/** With short positions nothing is spread: what is over a limit is cut. */
function cutAbsolute(
  wish: Float64Array,
  caps: Float64Array | null,
  groups: readonly MemberGroup[],
  bound: Binding[],
): void {
  if (caps !== null) {
    const over = Array.from(wish.keys()).filter((member) => Math.abs(wish[member]!) > caps[member]! + ROUNDING);
    for (const member of over) wish[member] = Math.sign(wish[member]!) * caps[member]!;
    if (over.length > 0) bound.push({ rule: 'maxWeight', members: over });
  }
  for (const { name, members, max } of groups) {
    const total = members.reduce((gross, member) => gross + Math.abs(wish[member]!), 0);
    if (total <= max + ROUNDING) continue;
    for (const member of members) wish[member]! *= max / total;
    bound.push({ rule: 'group', name, members });
  }
}

/**
 * Fills weights up to their limits: what is over a limit is fixed there and its excess spread over the free ones in proportion to
 * what was asked for, again and again, own limits before groups. What is left when none is free is cash.
 */
function fill(wish: Float64Array, caps: Float64Array | null, groups: readonly MemberGroup[], bound: Binding[]): void {
  const asked = wish.slice();
  const total = sum(asked);
  const free = new Set(Array.from(wish.keys()).filter((member) => asked[member]! > 0));
  const capped: number[] = [];
  const full = new Set<string>();
  for (;;) {
    let fixed = 0;
    let wanting = 0;
    wish.forEach((weight, member) => {
      if (free.has(member)) wanting += asked[member]!;
      else fixed += weight;
    });
    for (const member of free) wish[member] = (asked[member]! * (total - fixed)) / wanting;
    const over = caps === null ? [] : [...free].filter((member) => wish[member]! > caps[member]! + ROUNDING);
    if (over.length > 0) {
      if (capped.length === 0) bound.push({ rule: 'maxWeight', members: capped });
      for (const member of over) {
        wish[member] = caps![member]!;
        free.delete(member);
        capped.push(member);
      }
      continue;
    }
    const group = groups.find(({ name, members, max }) => !full.has(name) && sumAt(wish, members) > max + ROUNDING);
    if (group === undefined) break;
    fixGroup(wish, group, free);
    full.add(group.name);
    bound.push({ rule: 'group', name: group.name, members: group.members });
  }
}

/** All of a group get smaller alike, those at their own limit too. */
function fixGroup(wish: Float64Array, { members, max }: MemberGroup, free: Set<number>): void {
  const total = sumAt(wish, members);
  for (const member of members) {
    wish[member]! *= max / total;
    free.delete(member);
  }
}
