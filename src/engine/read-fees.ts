import { assertKnownOptions, assertNumber, assertObject, InputError, suggestNames } from '../core/index.js';
import type { PanelStore } from '../panel/index.js';
import type { Calendar } from '../time/index.js';
import type { Costs } from './costs-options.js';
import type { Plan } from './plan.js';

/** What yearly fees leave of one unit in each row of the panel. */
export interface FeeFactors {
  /** By the run's assets; null where one bears none. */
  readonly assets: readonly (Float64Array | null)[];
  readonly portfolio: Float64Array | null;
}

const where = 'backtest, costs';
const YEARLY = { min: 0, max: 0.5, allowed: 'a yearly fraction from 0 to 0.5, such as 0.0025 for 0.25 %' };

/** Length of each row in years: 1/P, and by days on weekly and daily calendars. */
export function yearFractions(calendar: Calendar): Float64Array {
  const { frequency, days, base, periodsPerYear } = calendar;
  if (frequency !== 'daily' && frequency !== 'weekly')
    return new Float64Array(calendar.length).fill(1 / periodsPerYear);
  return Float64Array.from(
    { length: calendar.length },
    (_, row) => (days[row]! - (row === 0 ? base : days[row - 1]!)) / 365.25,
  );
}

/** Refuses fees that are deducted twice, and puts the rest into numbers. */
export function readFees(costs: Costs | undefined, store: PanelStore, { assets, positions }: Plan): FeeFactors {
  const { expenseRatios = {}, portfolioFee = 0 } = costs ?? {};
  assertNumber(where, 'portfolioFee', portfolioFee, YEARLY);
  assertObject(where, '"expenseRatios"', expenseRatios);
  for (const name of Object.keys(expenseRatios)) {
    if (!store.assets.includes(name)) {
      throw new InputError(
        'asset.unknown',
        `${where}.expenseRatios: the panel has no asset "${name}". ${suggestNames(name, store.assets)}`,
        { asset: name },
      );
    }
  }
  const years = yearFractions(store.calendar);
  const factors = (rate: number): Float64Array | null =>
    rate === 0 ? null : years.map((length) => (1 - rate) ** length);
  return {
    assets: assets.map((asset, member) =>
      factors(expenseRatio(asset, expenseRatios[asset], store.metas[positions[member]!]!.net)),
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
