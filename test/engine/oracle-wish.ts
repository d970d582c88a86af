import type { Numbers, OracleRules, OracleSchedule } from './oracle-input.js';

/** How the oracle makes of an answer what is wished for, and of a wish what is traded. Weights go by name. */

/** The portfolio at one close, in weights. */
export interface Standing {
  readonly names: readonly string[];
  /** Weights before the trade. */
  readonly drifted: Numbers;
  readonly there: (name: string) => boolean;
}

const sumOf = (names: readonly string[], weights: Numbers): number =>
  names.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
const absOf = (names: readonly string[], weights: Numbers): number =>
  names.reduce((sum, name) => sum + Math.abs(weights[name] ?? 0), 0);
const each = (names: readonly string[], weight: (name: string) => number): Numbers =>
  Object.fromEntries(names.map((name) => [name, weight(name)]));

/** A wish, and the assets in it that lie still because they have no price. */
export interface Wish {
  readonly weights: Numbers;
  readonly kept: readonly string[];
}

/** From the strategy's answer to its wish: who is there, how many, how much of each. */
export function wishOf(answer: Numbers, standing: Standing, rules: OracleRules): Wish {
  const { names, drifted } = standing;
  const a = each(names, (name) => answer[name] ?? 0);
  const kept = stillOf(standing, rules);
  const others = names.filter((name) => !kept.includes(name));
  const left = leftBy(kept, drifted, rules);
  const fewer = fewest(spreadOverThere(a, kept, standing, rules), others, left);
  const cut = anyShort(others, fewer) ? cutShort(fewer, others, left) : capped(fewer, others, left);
  return { weights: each(names, (name) => (kept.includes(name) ? drifted[name]! : cut[name]!)), kept };
}

/** What is held and has no price lies still under `hold`. */
export function stillOf({ names, drifted, there }: Standing, { missing }: OracleRules): string[] {
  return missing === 'hold' ? names.filter((name) => !there(name) && drifted[name] !== 0) : [];
}

/** Where a trade starts from: without leverage, debt that a withdrawal left is first paid by selling of everything that has a price. */
export function startOf(standing: Standing, rules: OracleRules): Standing {
  const { names, drifted } = standing;
  if (rules.leverage !== undefined || sumOf(names, drifted) <= 1 + 1e-12) return standing;
  const still = stillOf(standing, rules);
  const others = names.filter((name) => !still.includes(name));
  const factor = Math.max(0, 1 - sumOf(still, drifted)) / sumOf(others, drifted);
  return {
    ...standing,
    drifted: each(names, (name) => (still.includes(name) ? drifted[name]! : drifted[name]! * factor)),
  };
}

/** What the limits leave for the others where some assets lie still. */
function leftBy(kept: readonly string[], drifted: Numbers, rules: OracleRules): OracleRules {
  const { maxHoldings, groups } = rules;
  const inside = (assets: readonly string[]): string[] => kept.filter((name) => assets.includes(name));
  return {
    ...rules,
    ...(maxHoldings === undefined ? {} : { maxHoldings: Math.max(0, maxHoldings - kept.length) }),
    ...(groups === undefined
      ? {}
      : {
          groups: groups.map((group) => ({
            ...group,
            assets: group.assets.filter((name) => !kept.includes(name)),
            max: Math.max(0, group.max - absOf(inside(group.assets), drifted)),
          })),
        }),
  };
}

const anyShort = (names: readonly string[], weights: Numbers): boolean => names.some((name) => weights[name]! < 0);

function spreadOverThere(
  a: Numbers,
  kept: readonly string[],
  { names, drifted, there }: Standing,
  { missing }: OracleRules,
): Numbers {
  if (missing === 'hold') {
    const rest = sumOf(names, a) - sumOf(kept, a);
    const factor = anyShort(names, a) || rest === 0 ? 1 : Math.max(0, sumOf(names, a) - sumOf(kept, drifted)) / rest;
    return each(names, (name) => (there(name) && !kept.includes(name) ? a[name]! * factor : 0));
  }
  const here = each(names, (name) => (there(name) ? a[name]! : 0));
  if (missing !== 'renormalise') return here;
  const side = (weights: Numbers, sign: number): number =>
    sumOf(
      names.filter((name) => weights[name]! * sign > 0),
      weights,
    );
  return each(names, (name) => {
    if (here[name] === 0) return 0;
    const sign = Math.sign(here[name]!);
    return (here[name]! * side(a, sign)) / side(here, sign);
  });
}

function fewest(weights: Numbers, names: readonly string[], { maxHoldings }: OracleRules): Numbers {
  if (maxHoldings === undefined) return weights;
  const ranked = names
    .map((name, place) => ({ name, place, size: Math.abs(weights[name]!) }))
    .sort((one, other) => other.size - one.size || one.place - other.place);
  const stay = ranked.slice(0, maxHoldings).map(({ name }) => name);
  const before = sumOf(names, weights);
  const after = sumOf(
    names.filter((name) => stay.includes(name)),
    weights,
  );
  const factor = anyShort(names, weights) || after === 0 ? 1 : before / after;
  return each(names, (name) => (stay.includes(name) ? weights[name]! * factor : 0));
}

const limitOf = ({ maxWeight }: OracleRules, name: string): number =>
  typeof maxWeight === 'number' ? maxWeight : (maxWeight?.[name] ?? Infinity);

function capped(a: Numbers, names: readonly string[], rules: OracleRules): Numbers {
  const total = sumOf(names, a);
  const fixed = new Map<string, number>();
  const done = new Set<string>();
  for (;;) {
    const free = names.filter((name) => !fixed.has(name));
    const taken = [...fixed.values()].reduce((sum, weight) => sum + weight, 0);
    const freeSum = sumOf(free, a);
    const weights = each(names, (name) =>
      fixed.has(name) ? fixed.get(name)! : freeSum === 0 ? 0 : (a[name]! * (total - taken)) / freeSum,
    );
    const above = free.filter((name) => weights[name]! > limitOf(rules, name) + 1e-12);
    if (above.length > 0) {
      for (const name of above) fixed.set(name, limitOf(rules, name));
      continue;
    }
    const group = rules.groups?.find(
      ({ name, assets, max }) => !done.has(name) && sumOf(assets, weights) > max + 1e-12,
    );
    if (group === undefined) return weights;
    done.add(group.name);
    const share = group.max / sumOf(group.assets, weights);
    for (const name of group.assets) if (name in weights) fixed.set(name, weights[name]! * share);
  }
}

function cutShort(a: Numbers, names: readonly string[], rules: OracleRules): Numbers {
  const cut = each(names, (name) => Math.sign(a[name]!) * Math.min(Math.abs(a[name]!), limitOf(rules, name)));
  for (const { assets, max } of rules.groups ?? []) {
    const gross = absOf(assets, cut);
    if (gross > max + 1e-12) for (const name of assets) cut[name] = (cut[name] ?? 0) * (max / gross);
  }
  return cut;
}

const bandOf = ({ band, relative }: OracleSchedule, wished: number): number =>
  Math.min(band ?? Infinity, typeof relative === 'number' ? relative * Math.abs(wished) : Infinity);

/** Whether some weight lies outside its band. */
export function isOutside(schedule: OracleSchedule, wish: Numbers, { names, drifted }: Standing): boolean {
  // A weight that a trade has put on the edge of its band is inside, whatever rounding says.
  return names.some((name) => Math.abs(drifted[name]! - wish[name]!) > bandOf(schedule, wish[name]!) + 1e-12);
}

/** How far a decision by drift goes towards its wish. */
export function repaired(schedule: OracleSchedule, wish: Wish, { names, drifted }: Standing): Numbers {
  const w = wish.weights;
  const band = (name: string): number => bandOf(schedule, w[name]!);
  const gap = (name: string): number => Math.abs(drifted[name]! - w[name]!);
  const outside = names.filter((name) => gap(name) > band(name) + 1e-12);
  if (schedule.trade === 'all') {
    if (schedule.to === 'target') return w;
    const way = outside.reduce((most, name) => Math.max(most, 1 - band(name) / gap(name)), 0);
    return each(names, (name) => drifted[name]! + way * (w[name]! - drifted[name]!));
  }
  const edge = (name: string): number => w[name]! + Math.sign(drifted[name]! - w[name]!) * band(name);
  // A crumb that rounding left is nothing: no scale makes a holding of it.
  const held = (name: string): number => (Math.abs(drifted[name]!) > 1e-12 ? drifted[name]! : 0);
  const wanted = sumOf(names, w);
  /** The weights where some lie fixed and the others are scaled; undefined where they cannot sum to what is wanted. */
  const scaledBut = (fixed: readonly string[]): Numbers | undefined => {
    const others = names.filter((name) => !fixed.includes(name) && !wish.kept.includes(name) && held(name) !== 0);
    const atScale = (scale: number): Numbers =>
      each(names, (name) => {
        if (wish.kept.includes(name)) return drifted[name]!;
        if (fixed.includes(name)) return schedule.to === 'target' ? w[name]! : edge(name);
        return Math.min(w[name]! + band(name), Math.max(w[name]! - band(name), held(name) * scale));
      });
    const made = atScale(scaleFor(atScale, wanted, others, drifted, w, band, names));
    return Math.abs(sumOf(names, made) - wanted) <= 1e-9 ? made : undefined;
  };
  return (
    scaledBut(outside) ??
    (schedule.to === 'edge' && !anyShort(names, w) && !anyShort(names, drifted) ? scaledBut([]) : undefined) ??
    w
  );
}

/** The smallest scale from 0 on at which the weights sum to what is wanted; where none does, that of the nearest sum. */
function scaleFor(
  atScale: (scale: number) => Numbers,
  wanted: number,
  others: readonly string[],
  drifted: Numbers,
  w: Numbers,
  band: (name: string) => number,
  names: readonly string[],
): number {
  // Between two scales at which some asset comes to an edge of its band the sum is a straight line.
  const corners = others
    .flatMap((name) => [(w[name]! - band(name)) / drifted[name]!, (w[name]! + band(name)) / drifted[name]!])
    .filter((scale) => scale > 0 && scale < Infinity);
  const scales = [0, ...corners, Math.max(1, ...corners) * 2].sort((one, other) => one - other);
  const sums = scales.map((scale) => sumOf(names, atScale(scale)));
  for (let index = 0; index < scales.length; index++) {
    const [low, high] = [sums[index]!, sums[index + 1] ?? sums[index]!];
    if (Math.abs(low - wanted) <= 1e-12) return scales[index]!;
    if ((low - wanted) * (high - wanted) < 0) {
      return scales[index]! + ((scales[index + 1]! - scales[index]!) * (wanted - low)) / (high - low);
    }
  }
  const best = sums.reduce(
    (near, sum, index) => (Math.abs(sum - wanted) < Math.abs(sums[near]! - wanted) ? index : near),
    0,
  );
  return scales[best]!;
}

/** What the limits on a trade leave of a wish. `most` is the largest change of each weight that its volume allows. */
export function restrained(
  wish: Numbers,
  { names, drifted }: Standing,
  rules: OracleRules,
  firstPurchase: boolean,
  most: (name: string) => number,
): Numbers {
  const change = (weights: Numbers): Numbers => each(names, (name) => weights[name]! - drifted[name]!);
  let w = wish;
  const wanted = change(w);
  const turnover = (absOf(names, wanted) + Math.abs(sumOf(names, wanted))) / 2;
  if (!firstPurchase && rules.maxTurnover !== undefined && turnover > rules.maxTurnover) {
    w = each(names, (name) => drifted[name]! + (rules.maxTurnover! / turnover) * wanted[name]!);
  }
  const cashWished = 1 - sumOf(names, w);
  let restricted = false;
  const moves = change(w);
  for (const name of names) {
    if (Math.abs(moves[name]!) > most(name)) {
      moves[name] = Math.sign(moves[name]!) * most(name);
      restricted = true;
    }
    if (moves[name] !== 0 && Math.abs(moves[name]!) < (rules.minTrade ?? 0)) {
      moves[name] = 0;
      restricted = true;
    }
  }
  if (!restricted) return w;
  const bought = names.reduce((sum, name) => sum + Math.max(0, moves[name]!), 0);
  const sold = names.reduce((sum, name) => sum + Math.max(0, -moves[name]!), 0);
  const purse = sold + 1 - sumOf(names, drifted) - Math.min(0, cashWished);
  const factor = bought > purse ? Math.max(0, purse) / bought : 1;
  return each(names, (name) => drifted[name]! + (moves[name]! > 0 ? moves[name]! * factor : moves[name]!));
}
