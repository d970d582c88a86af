// What a regression on a valuation gives for the ten years after the articles.
import { cagr, forwardReturnRegression, rolling, type ObservationSeries, type ReturnSeries } from 'backtilt';
import type { ClaimFigure, Says } from 'backtilt/report';
import { asOf, mean } from './leadership.js';

const yearly = (total: number): number => (1 + Math.max(-1, total)) ** (1 / 10) - 1;

/** The forecast is the constant of a regression on the distance of the predictor from its latest value. */
export const forecast = (
  words: string,
  says: Says,
  series: ReturnSeries,
  predictor: ObservationSeries,
): ClaimFigure => {
  const past = predictor.observations.filter(({ knownOn }) => knownOn.slice(0, 7) <= asOf.to);
  const now = past.at(-1)!.value;
  const distance = { ...predictor, observations: past.map((one) => ({ ...one, value: one.value - now })) };
  const { intercept, n, independent } = forwardReturnRegression(series, distance, { horizon: 120 });
  return {
    reading: `${words} by ${predictor.name}, from ${series.calendar.date(0).slice(0, 4)}`,
    says,
    figure: yearly(intercept.estimate),
    interval: { low: yearly(intercept.low), high: yearly(intercept.high) },
    base: mean(Array.from(rolling(cagr, { years: 10 })(series).values).filter((rate) => !Number.isNaN(rate))),
    n,
    independent,
  };
};
