// When small caps had fallen far behind, by what was known in each month.
import { momentum, percentile, relativeStrength, type ReturnSeries, type StudyEvents } from 'backtilt';

/** Months in which the loss over `years` was among the greatest tenth of all such spans seen by then. */
export const weakMonths = (small: ReturnSeries, large: ReturnSeries, years: number): StudyEvents => {
  const lead = momentum(relativeStrength(small, large), { periods: 12 * years });
  const { observations } = percentile(lead, { window: 'expanding', minObservations: 120 });
  return observations.filter(({ value }) => value <= 0.1);
};
