/** What a fused kernel reads and writes, flat. */
export interface FusedInput {
  /** Growth of each column since the last trade, before the row's own trade: row by row, one entry per column. */
  readonly columns: Float64Array;
  readonly rows: number;
  /** Rows at whose close the weights are set back, ascending. */
  readonly trades: Int32Array;
  /** How much of each column a variant holds after a trade, of one unit. */
  readonly shares: Float64Array;
  /** What is taken from each return before it is squared: near the mean, so that no digits are lost. */
  readonly shifts: Float64Array;
  /** What the first purchase leaves of one unit. */
  readonly openings: Float64Array;
  /** Growth, Σ x, Σ x² and the lowest wealth over its peak, by variant. */
  readonly out: Float64Array;
  /** The same growth of the assets themselves, `width` entries a row: what trades are measured against. */
  readonly growth: Float64Array;
  readonly width: number;
  /** What trading one unit of an asset costs. */
  readonly rates: Float64Array;
  /** What a variant holds of each asset after a trade, `width` entries a variant. */
  readonly weights: Float64Array;
  /** What setting a variant back costs, of what one unit has become: Σ rate × weight × |grown − growth|. */
  costAt(this: void, trade: number, variant: number, grown: number): number;
}
