import { deepFreeze } from '../core/index.js';
import { isoDate, type IsoDate, lastDayOfMonth } from '../time/index.js';
import { encoded, provenance } from '../../data/us-recessions.js';
import { decodeTable } from './decode-table.js';
import { showRecessions } from './set-display.js';

/** A turn of the business cycle. */
export interface TurningPoint {
  /** `YYYY-MM`. A peak is the last month of an expansion, a trough the last month of a recession. */
  readonly month: string;
  readonly type: 'peak' | 'trough';
  /** The day on which the committee announced it; null before 1980, when turning points were not announced on a day. */
  readonly announced: IsoDate | null;
}

/** The recessions of the United States. */
export interface Recessions {
  /** Peaks and troughs by turns, oldest first; the first is the trough of 1854-12. */
  readonly turningPoints: readonly TurningPoint[];
  /** First month that the indicator covers, `YYYY-MM`. */
  readonly spanStart: string;
  /** Last month that the indicator covers: after it nothing is known, neither recession nor expansion. */
  readonly spanEnd: string;
  readonly source: string;
  readonly vintage: string;
}

let recessions: Recessions | undefined;

/**
 * When the United States were in recession, and when the world was told: turning points of the business cycle with the days of
 * their announcement.
 *
 * A recession is the months after a peak up to and including the trough. Timing: the months are known only with hindsight. Peaks
 * were announced about seven months late, troughs about fifteen; a strategy that may not see the future uses `announced`.
 *
 * Span: 1854-12 to 2025-12.
 *
 * Source: National Bureau of Economic Research, "US Business Cycle Expansions and Contractions" and "Business Cycle Dating
 * Committee Announcements"; USREC by way of FRED.
 *
 * @example
 * const last = usRecessions().turningPoints.at(-1);
 * console.log(last?.type, last?.month, last?.announced); // trough 2020-04 2021-07-19
 */
export function usRecessions(): Recessions {
  return (recessions ??= readRecessions());
}

function readRecessions(): Recessions {
  const table = decodeTable(encoded);
  const [months, peaks, announced] = [table.column('month'), table.column('peak'), table.column('announced')];
  const turningPoints = Array.from(months, (month, row): TurningPoint => {
    const day = announced[row]!;
    return {
      month: isoDate(lastDayOfMonth(month)).slice(0, 7),
      type: peaks[row] === 1 ? 'peak' : 'trough',
      announced: Number.isNaN(day) ? null : isoDate(day),
    };
  });
  const { publisher, span, vintage } = provenance;
  return deepFreeze(
    showRecessions({ turningPoints, spanStart: span.from, spanEnd: span.to, source: publisher, vintage }),
  );
}
