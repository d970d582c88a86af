import type { ObservationSeries } from '../panel/index.js';
import { dayNumber, lastDayOfMonth } from '../time/index.js';
import { encoded, provenance } from '../../data/shiller.js';
import { decodeTable } from './decode-table.js';
import { showParts } from './set-display.js';
import { type MonthlyObservation, monthlyObservations } from './monthly-observation.js';

/** What {@link shiller} gives. */
export interface Shiller {
  /** S&P composite, average of the month, index points. */
  readonly price: ObservationSeries<MonthlyObservation>;
  /** Dividends of twelve months, index points. */
  readonly dividend: ObservationSeries<MonthlyObservation>;
  /** Earnings of twelve months, index points. */
  readonly earnings: ObservationSeries<MonthlyObservation>;
  /** Consumer prices, an index. */
  readonly cpi: ObservationSeries<MonthlyObservation>;
  /** Yield of ten-year government bonds, annual fraction. */
  readonly longRate: ObservationSeries<MonthlyObservation>;
  /** Real price over the mean of ten years' real earnings. */
  readonly cape: ObservationSeries<MonthlyObservation>;
}

const monthOf = (year: number, month: number): number => year * 12 + month - 1;
const FIRST_MONTHLY_RATE = monthOf(1953, 4);
const FIRST_QUARTERLY_EARNINGS = monthOf(1935, 1);

let shillerData: Shiller | undefined;

/**
 * A century and a half of the US stock market: price, dividends, earnings, consumer prices, the long rate and the cyclically
 * adjusted price-earnings ratio. Monthly averages: indicators to decide by, never returns that somebody could have earned.
 *
 * Units: index points; `longRate` an annual fraction; `cape` a ratio. Missing months are left out.
 *
 * Timing, set so that no figure is used before it could be had. The price: last day of its month. Consumer prices are published
 * in the month after: its last day. Dividends, earnings and with them CAPE: last day of the sixth month after, because the file
 * draws a line from one quarter's figure to the next one, up to two months ahead, and a quarter is reported about a quarter
 * later. Up to 1934 the line runs from one December to the next, so a month is known at the end of June of the next year. The
 * long rate: last day of its month from 1953-04 on and in every January; before, the file draws a line from January to January,
 * so a month is known with the later January (February and March 1953, on the line to January 1954, are left out).
 *
 * Span: price 1871-01 to 2026-06, the others to 2023. Figures were revised over the years; the first prints are not kept.
 *
 * Source: Robert J. Shiller, data of "Irrational Exuberance" (Shiller 2000, and "Market Volatility" 1989, chapter 26).
 *
 * @example
 * const { cape } = shiller();
 * const peak = cape.observations.find(({ month }) => month === '1999-12');
 * console.log(peak?.value, peak?.knownOn); // 44.2 2000-06-30
 */
export function shiller(): Shiller {
  return (shillerData ??= readShiller());
}

function readShiller(): Shiller {
  const table = decodeTable(encoded);
  const months = table.column('month');
  const series = (
    column: keyof Shiller,
    name: string,
    unit: string,
    knownOn: (month: number) => number,
  ): ObservationSeries<MonthlyObservation> => {
    const values = table.column(column, column === 'longRate' ? 2 : 0);
    return monthlyObservations({ name, unit, months, values, knownOn, provenance });
  };
  return Object.freeze(
    showParts(
      {
        price: series('price', 'S&P composite, monthly average', 'index points', lastDayOfMonth),
        dividend: series('dividend', 'S&P composite dividends, 12 months', 'index points', afterReport),
        earnings: series('earnings', 'S&P composite earnings, 12 months', 'index points', afterReport),
        cpi: series('cpi', 'US consumer prices', 'index', (month) => lastDayOfMonth(month + 1)),
        longRate: series('longRate', 'US long government bond yield', 'annual fraction', longRateKnownOn),
        cape: series('cape', 'Cyclically adjusted price-earnings ratio', 'ratio', afterReport),
      },
      'The US stock market since 1871, monthly',
    ),
  );
}

function afterReport(month: number): number {
  if (month >= FIRST_QUARTERLY_EARNINGS) return lastDayOfMonth(month + 6);
  return dayNumber(Math.floor(month / 12) + 1, 6, 30);
}

function longRateKnownOn(month: number): number {
  if (month >= FIRST_MONTHLY_RATE || month % 12 === 0) return lastDayOfMonth(month);
  return lastDayOfMonth(Math.floor(month / 12) * 12 + 12);
}
