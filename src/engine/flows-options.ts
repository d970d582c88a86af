import type { CalendarSchedule } from '../time/index.js';

/** Money that comes in, or goes out, again and again. */
export interface Flow {
  /** Money each time. Give this or `share`. */
  readonly amount?: number | undefined;
  /** A fraction of the wealth of that moment each time: 0.04 is 4 %. */
  readonly share?: number | undefined;
  /** When: a schedule, or days; a day that is no row means the next row. */
  readonly schedule: CalendarSchedule | readonly string[];
  /**
   * `'end'` (default): at the close of a scheduled row, before that row's fees. `'start'`: at the beginning of the period after a
   * scheduled row, the base included, after that row's fees and before its trades.
   */
  readonly at?: 'start' | 'end' | undefined;
  /**
   * Lets `amount` grow with prices: a yearly rate (0.02 is 2 %), or an indicator of the panel (a price index, as it was known);
   * `amount` is then in money of the base. Constant when absent.
   */
  readonly inflation?: number | string | undefined;
  /** First and last day on which it may fall. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Money of the investor. */
export interface Flows {
  /** Wealth at the base, in money; more than 0. */
  readonly initial: number;
  readonly contributions?: Flow | readonly Flow[] | undefined;
  /** A withdrawal of more than there is takes what there is: the portfolio is depleted, and the run ends and says so. */
  readonly withdrawals?: Flow | readonly Flow[] | undefined;
}
