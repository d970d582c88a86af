// What a regression on a valuation gives for the ten years after the articles.
import { forwardReturnRegression, fromReturns, rolling, totalReturn } from 'backtilt';
import type { ObservationSeries, ReturnSeries } from 'backtilt';
import type { ClaimFigure, Says } from 'backtilt/report';
import { asOf, mean } from './leadership.js';

// Log returns add up, and a mean of them is not pulled up by the widest decades. What is compounded below is a millionth of each:
// that adds them to six digits.
const tiny = 1e-6;
const yearly = (sum: number): number => Math.expm1(sum / tiny / 10);

/** A millionth of the log returns of a series, or of its wealth over another's. */
const logs = ({ calendar, values, name }: ReturnSeries, rival?: ReturnSeries): ReturnSeries => {
  const dates = Array.from(values, (_, row) => calendar.date(row));
  const log = (value: number, row: number): number => Math.log1p(value) - Math.log1p(rival?.values[row] ?? 0);
  const returns = { [name]: Array.from(values, (value, row) => tiny * log(value, row)) };
  return fromReturns({ frequency: 'monthly', base: calendar.date(-1), dates, returns, units: 'fraction' }).returns(
    name,
  );
};

/** The forecast is the constant of a regression on the distance of the predictor from its latest value. */
export const forecast = (
  words: string,
  says: Says,
  [own, rival]: readonly [own: ReturnSeries, rival?: ReturnSeries],
  predictor: ObservationSeries,
): ClaimFigure => {
  const past = predictor.observations.filter(({ knownOn }) => knownOn.slice(0, 7) <= asOf.to);
  const now = past.at(-1)!.value;
  const distance = { ...predictor, observations: past.map((one) => ({ ...one, value: one.value - now })) };
  const series = logs(own, rival);
  const { intercept, n, independent } = forwardReturnRegression(series, distance, { horizon: 120 });
  const decades = Array.from(rolling(totalReturn, { years: 10 })(series).values).filter((sum) => !Number.isNaN(sum));
  return {
    reading: `${words} by ${predictor.name}, from ${own.calendar.date(0).slice(0, 4)}`,
    says,
    figure: yearly(intercept.estimate),
    interval: { low: yearly(intercept.low), high: yearly(intercept.high) },
    base: yearly(mean(decades)),
    n,
    independent,
  };
};
