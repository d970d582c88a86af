import {
  assertKnownOptions,
  assertName,
  assertNumber,
  assertObject,
  assertOneOf,
  InputError,
  ownEntry,
} from '../core/index.js';
import { assertKnownAssets } from './assert-known-assets.js';
import type { Delisting, Leverage, MissingPolicy, Rules } from './rules-options.js';

/** The rules of a run by the positions of its assets. */
export interface RuleSet {
  readonly leverage: Leverage | null;
  readonly missing: MissingPolicy;
  readonly delisting: Delisting | undefined;
  readonly spreadProceeds: boolean;
  readonly maxHoldings: number;
  /** Largest absolute weight by member; null without limits. */
  readonly caps: Float64Array | null;
  readonly groups: readonly MemberGroup[];
  readonly maxTurnover: number;
  readonly minTrade: number;
}

/** A group by the positions of its members in the run's assets. */
export interface MemberGroup {
  readonly name: string;
  readonly members: readonly number[];
  readonly max: number;
}

/** The most that a limit may be: with leverage weights may be larger than wealth, and a limit of 30 is a slip of the pen for 30 %. */
const MOST_LEVERAGE = 50;

const FRACTION = { min: 0, max: 1, allowed: 'a fraction of wealth from 0 to 1' };
const YEARLY = { min: 0, max: 1, allowed: 'a yearly fraction from 0 to 1, such as 0.005' };

/** Checks the rules and puts them into numbers. */
export function readRules(rules: Rules | undefined, assets: readonly string[], known: readonly string[]): RuleSet {
  const where = 'backtest, rules';
  const given = rules ?? {};
  assertKnownOptions(where, given, [
    'leverage',
    'missing',
    'delisting',
    'maxHoldings',
    'maxWeight',
    'groups',
    'maxTurnover',
    'minTrade',
  ]);
  const { missing = 'error', delisting, maxHoldings, maxTurnover, minTrade = 0 } = given;
  assertOneOf(where, 'missing', missing, ['error', 'hold', 'cash', 'renormalise']);
  if (delisting !== undefined) {
    assertKnownOptions(`${where}.delisting`, delisting, ['return', 'proceeds']);
    if (delisting.proceeds !== undefined)
      assertOneOf(`${where}.delisting`, 'proceeds', delisting.proceeds, ['cash', 'spread']);
  }
  if (maxHoldings !== undefined) assertNumber(where, 'maxHoldings', maxHoldings, { min: 1, integer: true });
  const leverage = readLeverage(given.leverage);
  const most = leverage === null ? 1 : MOST_LEVERAGE;
  if (maxTurnover !== undefined) {
    assertNumber(where, 'maxTurnover', maxTurnover, {
      min: 0,
      max: most,
      allowed: `a one-way turnover from 0 to ${most}, such as 0.2`,
    });
  }
  assertNumber(where, 'minTrade', minTrade, FRACTION);
  return {
    leverage,
    missing,
    delisting,
    spreadProceeds: delisting?.proceeds === 'spread',
    maxHoldings: maxHoldings ?? Infinity,
    caps: readCaps(given.maxWeight, most, assets, known),
    groups: readGroups(given.groups, most, assets, known),
    maxTurnover: maxTurnover ?? Infinity,
    minTrade,
  };
}

function readLeverage(leverage: Leverage | undefined): Leverage | null {
  if (leverage === undefined) return null;
  const where = 'backtest, rules.leverage';
  assertKnownOptions(where, leverage, ['max', 'borrowSpread', 'shortFee']);
  const { max, borrowSpread, shortFee } = leverage as Partial<Leverage>;
  assertNumber(where, 'max', max, {
    min: 0,
    max: MOST_LEVERAGE,
    allowed: `the largest sum of absolute weights, from 0 to ${MOST_LEVERAGE}, such as 1.5`,
  });
  assertNumber(where, 'borrowSpread', borrowSpread, YEARLY);
  assertNumber(where, 'shortFee', shortFee, YEARLY);
  return { max, borrowSpread, shortFee };
}

function readCaps(
  given: unknown,
  most: number,
  assets: readonly string[],
  known: readonly string[],
): Float64Array | null {
  if (given === undefined) return null;
  const where = 'backtest, rules.maxWeight';
  const range = { min: 0, max: most, allowed: `a largest weight from 0 to ${most}, such as 0.1` };
  if (typeof given === 'number' || typeof given !== 'object') {
    assertNumber('backtest, rules', 'maxWeight', given, range);
    return new Float64Array(assets.length).fill(given);
  }
  assertObject(where, 'the record', given);
  for (const [name, cap] of Object.entries(given)) {
    assertKnownAssets(where, [name], known);
    assertNumber(where, name, cap, range);
  }
  return Float64Array.from(assets, (asset) => (ownEntry(given, asset) as number | undefined) ?? Infinity);
}

function readGroups(given: unknown, most: number, assets: readonly string[], known: readonly string[]): MemberGroup[] {
  if (given === undefined) return [];
  const where = 'backtest, rules.groups';
  if (!Array.isArray(given)) {
    throw new InputError(
      'option.type',
      `${where}: must be a list such as [{ name: 'Small caps', assets: ['IWM'], max: 0.4 }].`,
    );
  }
  const groupOf = new Map<string, string>();
  const taken = new Set<string>();
  return given.map((group: unknown, index) => {
    assertKnownOptions(`${where}[${index}]`, group, ['name', 'assets', 'max']);
    const { name, assets: names, max } = group as { name?: unknown; assets?: unknown; max?: unknown };
    if (typeof name !== 'string' || !Array.isArray(names) || names.length === 0) {
      throw new InputError('option.type', `${where}[${index}]: give { name, assets, max } with at least one asset.`);
    }
    assertNumber(`${where}[${index}]`, 'max', max, {
      min: 0,
      max: most,
      allowed: `a largest sum of weights from 0 to ${most}, such as 0.4`,
    });
    if (taken.has(name)) {
      throw new InputError(
        'option.range',
        `${where}[${index}]: there is a group "${name}" already; give each its own name, or put their assets into one.`,
        { name },
      );
    }
    taken.add(name);
    for (const asset of names as unknown[]) {
      assertName(`${where}[${index}]`, 'assets', asset);
      assertKnownAssets(`${where}[${index}]`, [asset], known);
      const other = groupOf.get(asset);
      if (other !== undefined) {
        throw new InputError(
          'option.range',
          other === name
            ? `${where}[${index}]: "${asset}" is named twice.`
            : `${where}: "${asset}" is in "${other}" and in "${name}"; an asset may be in one group only.`,
          { asset },
        );
      }
      groupOf.set(asset, name);
    }
    const members = (names as string[]).map((asset) => assets.indexOf(asset)).filter((member) => member >= 0);
    return { name, members, max };
  });
}
