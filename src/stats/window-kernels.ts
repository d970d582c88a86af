import type { ReturnSeries } from '../panel/index.js';
import { arithmeticMean } from './arithmetic-mean.js';
import { cagr } from './cagr.js';
import { deepestOver } from './drawdown-series.js';
import { maxDrawdown } from './max-drawdown.js';
import { firstHole } from './observed.js';
import { sharpeRatio } from './sharpe-ratio.js';
import { growthOver, totalReturn } from './total-return.js';
import { volatility } from './volatility.js';
import { ratePerYear } from './wealth-path.js';
import { windowGrowth } from './window-growth.js';
import { windowSums } from './window-sums.js';
import { windowYears } from './window-years.js';

/** A statistic of the rows `first` to `last` of a series; undefined where it is not sure of twelve digits, and the statistic itself must be asked. */
export type WindowKernel = (first: number, last: number) => number | undefined;

/** Above this share of the squares that cancelled out, or of a mean that nearly did, the last of twelve digits might be wrong. */
const CANCELLED = 100;
const NEARLY_NO_MEAN = 1e-3;

/** Deviations below this may be rounding, which the statistic itself knows to tell. */
const MAY_BE_ROUNDING = 1e-10;

/**
 * A quick way to some statistics over the windows of a series that begins and ends with a return; undefined for all others, and for a series with
 * a hole. Total returns and drawdowns are those of the statistic to the last digit, means and deviations to 1e-12 of it, and the growth of which
 * yearly rates are made to 1e-12 too.
 */
export function windowKernel(statistic: unknown, life: ReturnSeries): WindowKernel | undefined {
  const { values, calendar } = life;
  if (statistic === totalReturn) return (first, last) => growthOver(values, first, last) - 1;
  if (statistic === maxDrawdown) return (first, last) => deepestOver(values, first, last);
  if (statistic === cagr) return yearlyRate(life);
  const isMean = statistic === arithmeticMean;
  const isRatio = statistic === sharpeRatio;
  if ((!isMean && !isRatio && statistic !== volatility) || firstHole(values) >= 0) return undefined;
  const momentsOf = windowSums(values);
  const perYear = Math.sqrt(calendar.periodsPerYear);
  let scale = 1;
  for (let row = 0; row < values.length; row++) scale = Math.max(scale, Math.abs(values[row]!));
  return (first, last) => {
    const { count, mean, squares, cancelled } = momentsOf(first, last);
    const deviation = Math.sqrt(squares / (count - 1));
    if (!(cancelled < CANCELLED) || !(deviation > MAY_BE_ROUNDING * scale)) return undefined;
    if (!isMean && !isRatio) return deviation * perYear;
    if (!(Math.abs(mean) > NEARLY_NO_MEAN * deviation)) return undefined;
    return isMean ? mean * calendar.periodsPerYear : (mean / deviation) * perYear;
  };
}

function yearlyRate(life: ReturnSeries): WindowKernel | undefined {
  const yearsOf = windowYears(life);
  if (yearsOf === undefined) return undefined;
  const growth = windowGrowth(life.values);
  return (first, last) => {
    const years = yearsOf(first, last);
    const level = growth(first, last);
    // The same as a power less 1, in less than half of the time.
    return level.units === 0 ? Math.expm1(Math.log(level.level) / years) : ratePerYear(level, years);
  };
}
