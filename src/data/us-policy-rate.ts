import { deepFreeze } from '../core/index.js';
import { type Observation, type ObservationSeries, showObservations } from '../panel/index.js';
import { dayNumber, isoDate, type IsoDate } from '../time/index.js';
import { encoded, provenance } from '../../data/us-policy-rate.js';
import { decodeTable } from './decode-table.js';

/** One change of the policy rate. */
export interface PolicyRateObservation extends Observation {
  /** The day on which the change was decided. */
  readonly date: IsoDate;
  /** The new target as an annual fraction: 0.055 is 5.5 %. */
  readonly value: number;
}

const UNANNOUNCED_DAYS = 7;

let rate: ObservationSeries<PolicyRateObservation> | undefined;

/**
 * Every change of the Federal Reserve's target for the federal funds rate, with the day on which the world could know it.
 *
 * Units: annual fractions; from 2008-12-16, when the target became a range, its upper limit. `date` is the day of the decision,
 * not the day on which it took effect (from 2017 on the day after).
 *
 * Timing: from February 1994 on a decision was announced on its day, and `knownOn` is that day. Before, moves were not announced
 * and the market inferred them within days, so `knownOn` is 7 days after the decision.
 *
 * Span: 1982-09-27 to 2026-09-16. Two days of the source were put right, see `corrections` in `bundledSets()`.
 *
 * Source: Federal Reserve Board, DFEDTAR and DFEDTARU by way of FRED; Lindsey 2003, "A Modern History of FOMC Communication".
 *
 * @example
 * const cut = usPolicyRate().observations.find(({ date }) => date === '2024-09-18');
 * console.log(cut?.knownOn, cut?.value); // 2024-09-18 0.05
 */
export function usPolicyRate(): ObservationSeries<PolicyRateObservation> {
  return (rate ??= readRate());
}

function readRate(): ObservationSeries<PolicyRateObservation> {
  const table = decodeTable(encoded);
  const [days, targets] = [table.column('day'), table.column('target', 2)];
  const firstAnnounced = dayNumber(1994, 2, 1);
  const observations = Array.from(days, (day, row) => ({
    date: isoDate(day),
    knownOn: isoDate(day < firstAnnounced ? day + UNANNOUNCED_DAYS : day),
    value: targets[row]!,
  }));
  const { publisher, title, vintage } = provenance;
  return deepFreeze(
    showObservations({
      name: 'US policy rate',
      unit: 'annual fraction',
      observations,
      usesHindsight: false,
      source: `${publisher}: ${title}`,
      vintage,
    }),
  );
}
