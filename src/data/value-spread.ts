import type { ObservationSeries } from '../panel/index.js';
import { lastDayOfMonth } from '../time/index.js';
import { encoded, provenance } from '../../data/value-spread.js';
import { decodeTable } from './decode-table.js';
import { showParts } from './set-display.js';
import { type MonthlyObservation, monthlyObservations } from './monthly-observation.js';

/** What {@link valueSpread} gives. */
export interface ValueSpread {
  /** Book-to-market of the smallest quintile (ME1). */
  readonly bookToMarketSmallest: ObservationSeries<MonthlyObservation>;
  /** Book-to-market of the two smallest quintiles (ME1 and ME2). */
  readonly bookToMarketSmall: ObservationSeries<MonthlyObservation>;
  /** Book-to-market of the biggest quintile (ME5). */
  readonly bookToMarketBig: ObservationSeries<MonthlyObservation>;
  /** `bookToMarketSmall` / `bookToMarketBig`: above 1 small firms are the cheaper ones. */
  readonly smallOverBig: ObservationSeries<MonthlyObservation>;
  /** Book-to-market of the cheap over that of the dear small firms: how wide the value spread is among them. */
  readonly smallValueOverGrowth: ObservationSeries<MonthlyObservation>;
  /** Share of the two smallest quintiles in the market capitalisation of all. */
  readonly smallCapShare: ObservationSeries<MonthlyObservation>;
}

let spread: ValueSpread | undefined;

/**
 * How cheap small firms are beside big ones, month by month since 1926, from the 25 portfolios formed on size and book-to-market.
 *
 * Units: ratios; `smallCapShare` is a fraction. Timing: a month's figure is known on its last day. The portfolios are formed anew
 * at the end of June, so the figures jump with July, the first month after the sort; book equity is that of the fiscal year that
 * ended in the calendar year before. Span: 1926-07 to 2026-02.
 *
 * Source: computed from the Kenneth R. French Data Library; Asness, Friedman, Krail and Liew 2000, "Style Timing: Value versus
 * Growth", for the idea.
 *
 * @example
 * const { smallOverBig } = valueSpread();
 * console.log(smallOverBig.observations[0]?.knownOn, smallOverBig.observations[0]?.value); // 1926-07-31 2.85675
 */
export function valueSpread(): ValueSpread {
  return (spread ??= readSpread());
}

function readSpread(): ValueSpread {
  const table = decodeTable(encoded);
  const months = table.column('month');
  const series = (column: keyof ValueSpread, name: string, unit = 'ratio'): ObservationSeries<MonthlyObservation> =>
    monthlyObservations({ name, unit, months, values: table.column(column), knownOn: lastDayOfMonth, provenance });
  return Object.freeze(
    showParts(
      {
        bookToMarketSmallest: series('bookToMarketSmallest', 'Book-to-market, smallest quintile'),
        bookToMarketSmall: series('bookToMarketSmall', 'Book-to-market, two smallest quintiles'),
        bookToMarketBig: series('bookToMarketBig', 'Book-to-market, biggest quintile'),
        smallOverBig: series('smallOverBig', 'Book-to-market, small over big'),
        smallValueOverGrowth: series('smallValueOverGrowth', 'Book-to-market among small firms, cheap over dear'),
        smallCapShare: series('smallCapShare', 'Share of the two smallest quintiles in the market', 'fraction'),
      },
      'How cheap small firms are beside big ones, monthly since 1926',
    ),
  );
}
