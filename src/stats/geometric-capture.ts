import type { ReturnSeries } from '../panel/index.js';
import { type Market, marketPair } from './in-market.js';
import { ratio } from './rounding.js';
import { mean, type Numbers } from './sample-statistics.js';

/** Annualised compounded return of a series over that of its benchmark in one market; NaN where the market lasted under a year. */
export function geometricCapture(series: ReturnSeries, benchmark: ReturnSeries, market: Market, where: string): number {
  const { a, b, calendar } = marketPair(series, benchmark, market, where);
  const periods = calendar.periodsPerYear;
  return a.length < periods ? NaN : ratio(annualised(a, periods), annualised(b, periods));
}

/**
 * Π(1 + r)^(P/n) − 1, as exp(P·mean(log(1 + r))) − 1: the days of a rising market alone may multiply to more than a number holds.
 * A total loss is −1.
 */
function annualised(returns: Numbers, periodsPerYear: number): number {
  const logs = Float64Array.from(returns, (value) => Math.log1p(value));
  return logs.includes(-Infinity) ? -1 : Math.expm1(periodsPerYear * mean(logs));
}
