import { describeValue, InputError, sum, suggestNames } from '../core/index.js';
import type { Allocation } from '../strategy/index.js';
import type { IsoDate } from '../time/index.js';
import { isListed, type ViewSource } from './decision-view.js';
import type { RuleSet } from './rule-set.js';
import { ROUNDING, shrink, simpleAllocation } from './simple-allocation.js';

/** Target weights as numbers: positions in the strategy's assets, ascending, and their weights, none zero. */
export interface Target {
  readonly members: Int32Array;
  readonly weights: Float64Array;
}

/** Whether two answers are the same in every weight. */
export function sameTarget(a: Target, b: Target): boolean {
  return (
    a.members.length === b.members.length &&
    a.members.every((member, entry) => member === b.members[entry] && a.weights[entry] === b.weights[entry])
  );
}

/**
 * Checks what `decide` answered and turns it into numbers.
 *
 * @throws InputError `strategy.no-weights`, `asset.unknown`, `asset.unlisted`, `weights.invalid`, `weights.negative`,
 *   `weights.over-one`, `weights.over-leverage`; all name the strategy and the day.
 */
export function readTarget(answer: unknown, source: ViewSource, row: number, rules: RuleSet): Target {
  const place = { strategy: source.strategy.name, date: source.store.calendar.date(row) };
  if (!isPlain(answer)) {
    const hint = answer instanceof Promise ? ' "decide" cannot be async: load data before the backtest.' : '';
    throw refuse(
      'strategy.no-weights',
      place,
      `returned ${describeValue(answer)}; it must return weights such as { SPY: 0.7, IWM: 0.3 }, or {} for all cash.${hint}`,
    );
  }
  const simple = isAllocation(answer) ? simpleAllocation(answer, source, row, rules.leverage) : undefined;
  if (simple !== undefined) return simple;
  const entries = isAllocation(answer)
    ? allocationEntries(answer, source, place)
    : recordEntries(answer as Record<string, unknown>, source, place);
  const held = entries.filter(([, weight]) => weight !== 0);
  if (held.some(([member], entry) => entry > 0 && member < held[entry - 1]![0])) held.sort(([a], [b]) => a - b);
  const { leverage, missing } = rules;
  for (const [member, weight] of held) {
    const asset = source.assets[member]!;
    checkWeight(weight, asset, place, leverage !== null);
    if (missing === 'error' && !isListed(source.store, source.positions[member]!, row)) {
      throw refuse(
        'asset.unlisted',
        place,
        `gave ${weight} to "${asset}", which has no price on that day. Choose among view.listed, or name a policy: rules: { missing: 'cash' } or 'renormalise'.`,
        { asset, weight },
      );
    }
  }
  const weights = Float64Array.from(held, ([, weight]) => weight);
  const total = sum(weights);
  assertExposure(total, sum(weights.map(Math.abs)), place, leverage);
  if (leverage === null && total > 1) shrink(weights, 0, weights.length, 1 / total);
  return { members: Int32Array.from(held, ([member]) => member), weights };
}

/**
 * Reads an answer of `decide` into a row of wished weights: what {@link readTarget} reads, without anything in between where the answer is a record
 * of weights from 0 to 1 that sum to no more than 1, but for rounding. All assets must have a price on the row.
 */
export function readWish(
  answer: unknown,
  source: ViewSource,
  row: number,
  rules: RuleSet,
  wishes: Float64Array,
  at: number,
): void {
  if (isSimple(answer, source, rules, wishes, at)) return;
  wishes.fill(0, at, at + source.assets.length);
  const { members, weights } = readTarget(answer, source, row, rules);
  for (let entry = 0; entry < members.length; entry++) wishes[at + members[entry]!] = weights[entry]!;
}

function isSimple(
  answer: unknown,
  { index, assets }: ViewSource,
  { leverage }: RuleSet,
  wishes: Float64Array,
  at: number,
): boolean {
  if (!isPlain(answer)) return false;
  for (const asset in answer) {
    const member = index.get(asset);
    const weight = (answer as Readonly<Record<string, unknown>>)[asset];
    if (member === undefined || typeof weight !== 'number' || !(weight >= 0 && weight <= 1)) return false;
    wishes[at + member] = weight;
  }
  let total = 0;
  for (let member = 0; member < assets.length; member++) total += wishes[at + member]!;
  return (
    total <= 1 || (leverage === null && total <= 1 + ROUNDING && shrink(wishes, at, at + assets.length, 1 / total))
  );
}

/** Refuses more than there is, or more than may be borrowed. */
function assertExposure(total: number, gross: number, place: Place, leverage: RuleSet['leverage']): void {
  if (leverage !== null && gross > leverage.max * (1 + ROUNDING)) {
    throw refuse(
      'weights.over-leverage',
      place,
      `gave weights whose absolute values sum to ${gross}; rules.leverage.max allows ${leverage.max}.`,
      { gross, max: leverage.max },
    );
  }
  if (leverage === null && total > 1 + ROUNDING) {
    throw refuse(
      'weights.over-one',
      place,
      `gave weights that sum to ${total}; they must sum to 1 or less, the rest is cash. To borrow, give rules: { leverage: { max, borrowSpread, shortFee } }.`,
      { sum: total },
    );
  }
}

/** A record or an allocation; a Map, a Set or a Date would have no weights that could be read. */
function isPlain(answer: unknown): answer is object {
  if (typeof answer !== 'object' || answer === null) return false;
  const prototype: unknown = Object.getPrototypeOf(answer);
  return prototype === Object.prototype || prototype === null;
}

type Entry = readonly [member: number, weight: number];
interface Place {
  readonly strategy: string;
  readonly date: IsoDate;
}

const isAllocation = (answer: object): answer is Allocation => {
  const { members, weights } = answer as { members?: unknown; weights?: unknown };
  return isList(members) && isList(weights);
};

const isList = (value: unknown): boolean => Array.isArray(value) || ArrayBuffer.isView(value);

function allocationEntries({ members, weights }: Allocation, source: ViewSource, place: Place): Entry[] {
  if (members.length !== weights.length) {
    throw refuse(
      'weights.invalid',
      place,
      `returned ${members.length} members with ${weights.length} weights; give one weight per member.`,
    );
  }
  const seen = new Set<number>();
  return Array.from(members, (member, index) => {
    if (!Number.isInteger(member) || member < 0 || member >= source.assets.length || seen.has(member)) {
      const what = seen.has(member) ? 'a position twice' : 'a position outside view.assets';
      throw refuse('weights.invalid', place, `returned ${what}: members[${index}] is ${describeValue(member)}.`, {
        index,
        member,
      });
    }
    seen.add(member);
    return [member, weights[index]!] as const;
  });
}

function recordEntries(record: Record<string, unknown>, source: ViewSource, place: Place): Entry[] {
  return Object.entries(record).flatMap(([asset, weight]): Entry[] => {
    const member = source.index.get(asset);
    if (member === undefined) {
      throw refuse(
        'asset.unknown',
        place,
        `gave a weight to "${asset}", which is not one of its assets. ${suggestNames(asset, source.assets)}`,
        { asset },
      );
    }
    return [[member, weight as number]];
  });
}

function checkWeight(weight: unknown, asset: string, place: Place, leveraged: boolean): void {
  if (typeof weight !== 'number' || !Number.isFinite(weight)) {
    throw refuse(
      'weights.invalid',
      place,
      `gave ${describeValue(weight)} to "${asset}"; a weight is a finite number${leveraged ? '' : ' from 0 to 1'}.`,
      { asset, weight },
    );
  }
  if (leveraged) return;
  if (weight < 0) {
    throw refuse(
      'weights.negative',
      place,
      `gave ${weight} to "${asset}"; weights are 0 or more. To sell short, give rules: { leverage: { max, borrowSpread, shortFee } }.`,
      { asset, weight },
    );
  }
  if (weight > 1 + ROUNDING) {
    throw refuse(
      'weights.over-one',
      place,
      `gave ${weight} to "${asset}"; a weight is a fraction from 0 to 1 (0.3 is 30 %). To borrow, give rules: { leverage: { max, borrowSpread, shortFee } }.`,
      { asset, weight },
    );
  }
}

function refuse(
  code: InputError['code'],
  place: Place,
  what: string,
  details: Record<string, unknown> = {},
): InputError {
  return new InputError(code, `Strategy "${place.strategy}" on ${place.date}: decide ${what}`, {
    ...place,
    ...details,
  });
}
