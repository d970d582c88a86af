import type { IsoDate } from '../time/index.js';
import { describeValue, InputError, type ReadonlyInt32Array } from '../core/index.js';
import type { Weights } from './weights.js';

/**
 * What a strategy may see when it decides: the data as they were known at the close of one day, and no more.
 *
 * Every array is a copy of trailing numbers; history is bounded by the strategy's `lookback`. Reading what the strategy did not
 * declare (an asset, a field, an indicator, more history) is an error, not a guess.
 */
export interface View<Asset extends string = string, Field extends string = never, Indicator extends string = never> {
  /** The day of the decision: its close is the last thing known. */
  readonly asOf: IsoDate;
  /** The strategy's assets, or all of the panel's for `'all'`; `field()` and `Allocation.members` follow this order. */
  readonly assets: readonly Asset[];
  /** Positions in `assets` of those that have a price today and can be held. */
  readonly listed: ReadonlyInt32Array;
  /**
   * What the portfolio holds now, after the day's returns and after a trade that was decided earlier and falls on this close
   * (`executionLag`): drifted weights; the rest is cash.
   */
  readonly holdings: Weights<Asset>;
  /**
   * The last `periods` returns of an asset, oldest first; NaN where it had none.
   *
   * @throws InputError `strategy.lookback`, `strategy.undeclared`, `asset.unknown`.
   */
  returns(this: void, asset: Asset, periods: number): Float64Array;
  /**
   * The compounded return of the last `periods` rows, without the latest `skip` of them: 12 with skip 1 is 11 returns, the usual
   * momentum. NaN if one of them is missing.
   *
   * @throws InputError `strategy.lookback`, `strategy.undeclared`, `asset.unknown`, `option.range`.
   */
  totalReturn(this: void, asset: Asset, periods: number, options?: { readonly skip?: number }): number;
  /**
   * A characteristic of every asset in `assets`, as known today; NaN where unknown and for assets that are not listed.
   *
   * @throws InputError `strategy.undeclared`.
   */
  field(this: void, name: Field): Float64Array;
  /**
   * A figure about the world, as known today; NaN before it has a value.
   *
   * @throws InputError `strategy.undeclared`.
   */
  indicator(this: void, name: Indicator): number;
  /**
   * The indicator as known at the close of each of the last `periods` rows, today's last.
   *
   * @throws InputError `strategy.lookback`, `strategy.undeclared`.
   */
  indicatorHistory(this: void, name: Indicator, periods: number): Float64Array;
}

/** Refuses what is not a view: screens are asked with that of `decide`. */
export function assertView(where: string, value: unknown): void {
  const { field, listed, assets } = (value ?? {}) as Partial<Record<keyof View, unknown>>;
  if (typeof field === 'function' && ArrayBuffer.isView(listed) && Array.isArray(assets)) return;
  throw new InputError(
    'option.type',
    `${where}: found ${describeValue(value)} where the view belongs. Give the one that decide(view) was handed.`,
    { where },
  );
}
