/** Permission to borrow and to sell short, and its price. Without it weights are 0 to 1 and sum to 1 or less. */
export interface Leverage {
  /** Largest sum of absolute weights that a decision may ask for. Between decisions it drifts. */
  readonly max: number;
  /** Per year, over the cash rate, on what is borrowed. */
  readonly borrowSpread: number;
  /** Per year, on the value that is sold short. */
  readonly shortFee: number;
}

/**
 * What happens where a wanted or held asset has no return.
 *
 * - `'error'` (default): choosing an asset that is not listed, or holding one through a hole, is refused.
 * - `'hold'`: a position keeps its last value through a hole; what cannot be bought stays in cash until the next decision.
 * - `'cash'`: a position goes to cash at the last price before a hole and stays there until the next decision, like what cannot be bought.
 * - `'renormalise'`: as `'cash'`, but the target is spread over those that are there, and traded anew whenever one comes or goes.
 *
 * With any but `'error'` the default window is the rows on which at least one of the named assets is listed.
 */
export type MissingPolicy = 'error' | 'hold' | 'cash' | 'renormalise';

/** What happens when an asset ends before the data do. */
export interface Delisting<Asset extends string = string> {
  /**
   * Its return in the row after its last one, where the data do not hold the delisting itself: one number, or a record (assets that
   * are not named have 0, the last price, as in a merger). Shumway (1997): −0.30 for NYSE and AMEX; Shumway and Warther (1999): −0.55 for Nasdaq.
   */
  readonly return?: number | Readonly<Partial<Record<Asset, number>>> | undefined;
  /** `'cash'` (default): what is left lies in cash until the next decision. `'spread'`: it is divided pro rata among the assets still held. */
  readonly proceeds?: 'cash' | 'spread' | undefined;
}

/** A limit on the sum of some weights. An asset may be in one group only. */
export interface Group<Asset extends string = string> {
  readonly name: string;
  readonly assets: readonly Asset[];
  readonly max: number;
}

/** What the portfolio may and may not do. Limits apply in the order in which they stand here. */
export interface Rules<Asset extends string = string> {
  readonly leverage?: Leverage | undefined;
  readonly missing?: MissingPolicy | undefined;
  readonly delisting?: Delisting<Asset> | undefined;
  /** Keep the largest weights only, this many; what is dropped is spread pro rata over those that stay. */
  readonly maxHoldings?: number | undefined;
  /** Largest weight, one for all or by asset; the excess is spread pro rata over the others, and goes to cash when all are at their limit. */
  readonly maxWeight?: number | Readonly<Partial<Record<Asset, number>>> | undefined;
  readonly groups?: readonly Group<Asset>[] | undefined;
  /** Largest one-way turnover of a decision, as a fraction of wealth; a larger one goes the same share of every way. The first purchase is free of it. */
  readonly maxTurnover?: number | undefined;
  /** Smallest change of a weight that a decision trades at all. */
  readonly minTrade?: number | undefined;
}
