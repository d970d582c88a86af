import type { CostModel } from './cost-model.js';
import type { Aim } from './aim.js';
import { ROUNDING } from './rounding.js';
import { oneWay } from './one-way.js';
import type { RuleSet } from './rule-set.js';

/** Limits on one trade: turnover, participation, the smallest trade, and what can be paid for. Adds what bound to the aim. */
export function restrain(
  { wish: aimed, bound }: Aim,
  drifted: Float64Array,
  rules: RuleSet,
  { impact }: CostModel,
  wealth: number,
  row: number,
  firstPurchase: boolean,
): Float64Array {
  let wish = aimed;
  if (!firstPurchase && rules.maxTurnover < Infinity) {
    const turnover = oneWay(wish, drifted);
    if (turnover > rules.maxTurnover) {
      const share = rules.maxTurnover / turnover;
      const before = wish;
      wish = drifted.map((weight, member) => weight + share * (before[member]! - weight));
      bound.push({ rule: 'maxTurnover', members: changed(before, drifted) });
    }
  }
  const before = wish;
  if (impact !== null && impact.maxParticipation < Infinity) {
    const cut: number[] = [];
    wish = wish.map((weight, member) => {
      const change = weight - drifted[member]!;
      if (change === 0) return weight;
      const most = (impact.maxParticipation * impact.volume(member, row)) / wealth;
      if (Math.abs(change) <= most) return weight;
      cut.push(member);
      return drifted[member]! + Math.sign(change) * most;
    });
    if (cut.length > 0) bound.push({ rule: 'maxParticipation', members: cut });
  }
  if (rules.minTrade > 0) {
    const small = changed(wish, drifted).filter(
      (member) => Math.abs(wish[member]! - drifted[member]!) < rules.minTrade,
    );
    if (small.length > 0) {
      wish = wish.slice();
      for (const member of small) wish[member] = drifted[member]!;
      bound.push({ rule: 'minTrade', members: small });
    }
  }
  if (wish === before || bound.length === 0) return wish;
  return funded(wish, before, drifted, bound);
}

/** Purchases that what is sold and what lies in cash do not pay for are scaled down; never into more debt than was wished for. */
function funded(wish: Float64Array, before: Float64Array, drifted: Float64Array, bound: Aim['bound']): Float64Array {
  let purchases = 0;
  let sales = 0;
  let cash = 1;
  let wished = 1;
  wish.forEach((weight, member) => {
    const change = weight - drifted[member]!;
    if (change > 0) purchases += change;
    else sales -= change;
    cash -= drifted[member]!;
    wished -= before[member]!;
  });
  const money = sales + cash - Math.min(0, wished);
  if (purchases <= money + ROUNDING) return wish;
  const share = Math.max(0, money) / purchases;
  const scaled = changed(wish, drifted).filter((member) => wish[member]! > drifted[member]!);
  bound.push({ rule: 'funding', members: scaled });
  return wish.map((weight, member) => {
    const change = weight - drifted[member]!;
    return change > 0 ? drifted[member]! + share * change : weight;
  });
}

const changed = (wish: Float64Array, drifted: Float64Array): number[] =>
  Array.from(wish.keys()).filter((member) => wish[member] !== drifted[member]);
