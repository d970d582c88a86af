import { deepFreeze } from '../core/index.js';
import { isoDate, type IsoDate } from '../time/index.js';
import { encoded, provenance } from '../../data/us-discount-rate-first-cuts.js';
import { decodeTable } from './decode-table.js';
import { showDiscountCuts } from './set-display.js';

/** The first decrease of the discount rate after an increase. */
export interface DiscountRateFirstCut {
  /** The day on which it took effect. */
  readonly date: IsoDate;
  readonly knownOn: IsoDate;
  /** The rate before and after, as annual fractions. */
  readonly from: number;
  readonly to: number;
  /** Negative, in basis points. */
  readonly changeBps: number;
}

/** Events as `monthsSince` and `recessionLinked` take them, with their source. */
export interface DiscountRateFirstCuts extends Iterable<DiscountRateFirstCut> {
  readonly name: string;
  readonly events: readonly DiscountRateFirstCut[];
  readonly length: number;
  readonly usesHindsight: false;
  readonly source: string;
  readonly vintage: string;
}

let cuts: DiscountRateFirstCuts | undefined;

/**
 * When the Federal Reserve first cut its discount rate after raising it, 1954 to 1981: the calendar of easing cycles for the years in
 * which no target for the federal funds rate is on record.
 *
 * Units: annual fractions. Timing: `date` is the day on which the cut took effect, and `knownOn` is that day: it was announced then or
 * the day before. Each is the first decrease after an increase, so no event depends on what came later. The discount rate followed the
 * market: in 1970 the effective rate had fallen for eight months. 1968-08-30 was a technical quarter of a point, taken back in December.
 *
 * Span: 1954-02-05 to 1981-11-02, ten events.
 *
 * Source: Board of Governors of the Federal Reserve System, "Banking and Monetary Statistics, 1941–1970" and "Annual Statistical
 * Digest", discount rate of the Federal Reserve Bank of New York; INTDSRUSM193N by way of FRED.
 *
 * @example
 * const { events } = usDiscountRateFirstCuts();
 * console.log(events.length, events[8]?.date, events[8]?.changeBps); // 10 1980-05-30 -100
 */
export function usDiscountRateFirstCuts(): DiscountRateFirstCuts {
  return (cuts ??= readCuts());
}

function readCuts(): DiscountRateFirstCuts {
  const table = decodeTable(encoded);
  const [from, to] = [table.column('from'), table.column('to')];
  const shifted = [table.column('from', 2), table.column('to', 2)] as const;
  const events = Array.from(table.column('day'), (day, row): DiscountRateFirstCut => {
    const date = isoDate(day);
    // Percent with two decimals: the difference is a whole number of basis points.
    const changeBps = Math.round((to[row]! - from[row]!) * 100);
    return { date, knownOn: date, from: shifted[0][row]!, to: shifted[1][row]!, changeBps };
  });
  const { publisher, title, vintage } = provenance;
  return deepFreeze(
    showDiscountCuts({
      name: 'first cuts of the discount rate',
      events,
      length: events.length,
      usesHindsight: false as const,
      source: `${publisher}: ${title}`,
      vintage,
      [Symbol.iterator]: () => events[Symbol.iterator](),
    }),
  );
}
