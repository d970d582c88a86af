import {
  assertKnownOptions,
  assertNumber,
  assertObject,
  describeValue,
  InputError,
  suggestNames,
} from '../core/index.js';
import type { DateWindow, ReturnSeries } from '../panel/index.js';

/** What trading costs. */
export interface Costs<Asset extends string = string> {
  /**
   * One-way cost per unit traded (half spread, commission, impact) in basis points: one number for every asset, or a record with
   * one for each that the strategy may hold. Charged on the sum of |target − drifted| over the assets, not on cash, so a full switch pays it twice.
   */
  readonly tradingBps: number | Readonly<Partial<Record<Asset, number>>>;
}

/** Options of `backtest`. */
export interface BacktestOptions<Asset extends string = string> {
  /** None when absent, and every report says so. */
  readonly costs?: Costs<Asset> | undefined;
  /** What uninvested wealth earns: an asset of the panel, a return series, or another result. Nothing when absent, and every report says so. */
  readonly cash?: Asset | ReturnSeries | undefined;
  /** Rows between a decision and its trade: 0 (default) trades at the close that was seen and earns from the next row on; 1 trades a row later. */
  readonly executionLag?: number | undefined;
  /** The rows to run over. Absent: the rows on which all assets that the strategy names are listed. History before it may be read. */
  readonly window?: DateWindow | undefined;
}

const LARGEST_BPS = 5000;

/** Refuses misspelt or impossible options. */
export function assertBacktestOptions(options: BacktestOptions): void {
  const given: unknown = options;
  assertObject('backtest', 'the options', given);
  assertKnownOptions('backtest', options, ['costs', 'cash', 'executionLag', 'window']);
  if (options.executionLag !== undefined)
    assertNumber('backtest', 'executionLag', options.executionLag, { min: 0, integer: true });
  if (options.window !== undefined) assertObject('backtest', '"window"', options.window);
  if (options.costs === undefined) return;
  assertObject('backtest', '"costs"', options.costs);
  assertKnownOptions('backtest, costs', options.costs, ['tradingBps']);
  if ((options.costs as Partial<Costs>).tradingBps === undefined) {
    throw new InputError(
      'option.missing',
      'backtest: "costs" is empty; give { tradingBps: 5 }, or leave "costs" out for free trading.',
    );
  }
}

/** The cost of trading each asset as a fraction of what is traded. A record may hold other assets of the panel too. */
export function costRates(costs: Costs | undefined, assets: readonly string[], known: readonly string[]): Float64Array {
  const given: unknown = costs?.tradingBps ?? 0;
  const range = { min: 0, max: LARGEST_BPS, allowed: `basis points from 0 to ${LARGEST_BPS}; 10 bp are 0.1 %` };
  if (typeof given !== 'object' || given === null) {
    assertNumber('backtest', 'costs.tradingBps', given, range);
    return new Float64Array(assets.length).fill(given / 10000);
  }
  const record = given as Record<string, unknown>;
  for (const name of Object.keys(record)) {
    if (!known.includes(name)) {
      throw new InputError(
        'asset.unknown',
        `backtest, costs.tradingBps: the panel has no asset "${name}". ${suggestNames(name, known)}`,
        { asset: name },
      );
    }
  }
  return Float64Array.from(assets, (asset) => {
    const bps = record[asset];
    if (bps === undefined) {
      throw new InputError(
        'option.missing',
        `backtest, costs.tradingBps: no cost for "${asset}" (found ${describeValue(given)}). Give one for each asset; 0 if it is free.`,
        { asset },
      );
    }
    assertNumber('backtest', `costs.tradingBps.${asset}`, bps, range);
    return bps / 10000;
  });
}
