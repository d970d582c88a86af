import { assertKnownOptions, assertNumber, assertObject, InputError, ownEntry } from '../core/index.js';
import type { PanelStore } from '../panel/index.js';
import { type Calendar, yearsOfRow } from '../time/index.js';
import { assertKnownAssets } from './assert-known-assets.js';
import type { Costs } from './costs-options.js';
import type { Plan } from './plan.js';

/** What yearly fees leave of one unit in each row of the panel. */
export interface FeeFactors {
  /** By the run's assets; null where one bears none. */
  readonly assets: readonly (Float64Array | null)[];
  readonly portfolio: Float64Array | null;
}

const where = 'backtest, costs';
const YEARLY = { min: 0, max: 0.2, allowed: 'a yearly fraction from 0 to 0.2; 0.0025 is 0.25 %' };

/** The length of each row in years. */
export const yearFractions = (calendar: Calendar): Float64Array =>
  Float64Array.from({ length: calendar.length }, (_, row) => yearsOfRow(calendar, row));

/** Refuses fees that are deducted twice, and puts the rest into numbers. */
export function readFees(costs: Costs | undefined, store: PanelStore, { assets, positions }: Plan): FeeFactors {
  const { expenseRatios = {}, portfolioFee = 0 } = costs ?? {};
  assertNumber(where, 'portfolioFee', portfolioFee, YEARLY);
  assertObject(where, '"expenseRatios"', expenseRatios);
  assertKnownAssets(`${where}.expenseRatios`, Object.keys(expenseRatios), store.assets);
  const factors = (rate: number): Float64Array | null =>
    rate === 0 ? null : yearFractions(store.calendar).map((length) => (1 - rate) ** length);
  return {
    assets: assets.map((asset, member) =>
      factors(expenseRatio(asset, ownEntry(expenseRatios, asset), store.metas[positions[member]!]!.net)),
    ),
    portfolio: factors(portfolioFee),
  };
}

function expenseRatio(asset: string, given: unknown, net: boolean): number {
  const place = `${where}.expenseRatios`;
  if (given === undefined) return 0;
  if (typeof given !== 'object' || given === null) {
    assertNumber(place, asset, given, YEARLY);
    if (!net || given === 0) return given;
    throw new InputError(
      'fee.twice',
      `${place}: "${asset}" is net of its fund fee already; deducting ${given} would count it twice. Leave it out, or write { rate: ${given}, onTopOfNet: true } if it is another fee.`,
      { asset, rate: given },
    );
  }
  assertKnownOptions(`${place}.${asset}`, given, ['rate', 'onTopOfNet']);
  const { rate, onTopOfNet } = given as { rate?: unknown; onTopOfNet?: unknown };
  assertNumber(`${place}.${asset}`, 'rate', rate, YEARLY);
  if (onTopOfNet === true) return rate;
  throw new InputError(
    'option.type',
    `${place}.${asset}: "onTopOfNet" must be true; otherwise give the number alone.`,
    {
      asset,
    },
  );
}
