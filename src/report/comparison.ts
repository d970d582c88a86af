import type { Summary } from '../stats/index.js';
import type { CellValue, Row, Table } from '../table/index.js';
import type { IsoDate } from '../time/index.js';

/** One compared thing: its figures over the common window, and what only a backtest has. */
export interface Compared {
  readonly summary: Summary;
  /** Present where the series is a backtest's result. */
  readonly trading?: {
    readonly decisions: number;
    /** Decisions that moved something, the first purchase among them. */
    readonly trades: number;
    /** One-way, per year, without the first purchase; over the whole backtest. */
    readonly turnoverPerYear: number;
    /** CAGR before costs less CAGR after, over the whole backtest. */
    readonly costDragPerYear: number;
    /** One-way, of the first purchase and of everything after it. */
    readonly firstPurchase: number;
    readonly turnover: number;
    /** What the first purchase took, a fraction of wealth. */
    readonly firstPurchaseCost: number;
    /** The share of final wealth lost to trading, fees and financing. */
    readonly totalCost: number;
  };
}

/**
 * Several return series over their common window. Prints itself as a table with one column per series; iterating gives one plain
 * row per series, so it can be plotted, or written with `toCsv`.
 */
export interface Comparison extends Iterable<Row> {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly periods: number;
  /** The window in words, with the series that limits it. */
  readonly window: string;
  readonly compared: readonly Compared[];
  readonly benchmark: string | null;
  readonly riskFree: string | null;
  /** For reading: one row per statistic, one column per series. */
  readonly table: Table;
  /** For programs: keys of the rows below. */
  readonly columns: readonly string[];
  /** One row per series with full values. */
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  toString(): string;
}

/** A plain value of a row: undefined figures are null. */
export const plain = (value: number | string | null): CellValue =>
  typeof value === 'number' && Number.isNaN(value) ? null : value;
