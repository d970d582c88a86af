// By how much a rate changed in a month: for `column`.
import type { IsoDate, ObservationSeries } from 'backtilt';
import type { MonthlyObservation, PolicyRateObservation } from 'backtilt/data';

type Change = (end: IsoDate, start: IsoDate) => number;

/** A rate that is a monthly average, by the months that the averages describe; NaN where one is missing. */
export const ofAverages = ({ observations }: ObservationSeries<MonthlyObservation>): Change => {
  const rates = new Map(observations.map(({ month, value }) => [month, value]));
  return (end, start) => (rates.get(end.slice(0, 7)) ?? NaN) - (rates.get(start.slice(0, 7)) ?? NaN);
};

/** A rate that is set, from decision to decision; NaN before the first. */
export const ofDecisions = ({ observations }: ObservationSeries<PolicyRateObservation>): Change => {
  const rateOn = (day: IsoDate) => observations.findLast(({ date }) => date <= day)?.value ?? NaN;
  return (end, start) => rateOn(end) - rateOn(start);
};
