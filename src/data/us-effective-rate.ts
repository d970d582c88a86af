import type { ObservationSeries } from '../panel/index.js';
import { lastDayOfMonth } from '../time/index.js';
import { encoded, provenance } from '../../data/us-effective-rate.js';
import { decodeTable } from './decode-table.js';
import { type MonthlyObservation, monthlyObservations } from './monthly-observation.js';

let rate: ObservationSeries<MonthlyObservation> | undefined;

/**
 * What banks really paid each other overnight: the effective federal funds rate, averaged over each month.
 *
 * Units: annual fractions. Timing: the average of a month exists only after its last day, so it is known on the first day of the
 * next month; the March average never informs a decision in March. Span: 1954-07 to 2024-05.
 *
 * Source: Federal Reserve Board, H.15, FEDFUNDS by way of FRED.
 *
 * @example
 * const march = usEffectiveRate().observations.find(({ month }) => month === '2020-03');
 * console.log(march?.knownOn, march?.value); // 2020-04-01 0.0065
 */
export function usEffectiveRate(): ObservationSeries<MonthlyObservation> {
  return (rate ??= readRate());
}

function readRate(): ObservationSeries<MonthlyObservation> {
  const table = decodeTable(encoded);
  return monthlyObservations({
    name: 'US effective federal funds rate',
    unit: 'annual fraction',
    months: table.column('month'),
    values: table.column('rate', 2),
    knownOn: (month) => lastDayOfMonth(month) + 1,
    provenance,
  });
}
