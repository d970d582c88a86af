import { deepFreeze } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import type { AnnualReturn } from './annual-returns.js';
import { arithmeticMean } from './arithmetic-mean.js';
import { bestPeriod, type DatedReturn } from './best-period.js';
import { bestYear } from './best-year.js';
import { cagrByPeriods } from './cagr-by-periods.js';
import { cagr } from './cagr.js';
import { geometricMean } from './geometric-mean.js';
import { newHighRows } from './new-highs.js';
import { returnsToDate } from './period-to-date.js';
import { ratio } from './rounding.js';
import { totalReturn } from './total-return.js';
import { worstPeriod } from './worst-period.js';
import { worstYear } from './worst-year.js';

/** What a series earned: each figure is that of the function of its name, a fraction. */
export interface ReturnFigures {
  readonly totalReturn: number;
  readonly cagr: number;
  readonly cagrByPeriods: number;
  /** Per year, nothing compounded. */
  readonly arithmeticMean: number;
  /** Per period. */
  readonly geometricMean: number;
  /** Up to the last return, as `periodToDate` has them; three, five and ten years per year. */
  readonly monthToDate: number;
  readonly quarterToDate: number;
  readonly yearToDate: number;
  readonly oneYear: number;
  readonly threeYears: number;
  readonly fiveYears: number;
  readonly tenYears: number;
  readonly bestPeriod: DatedReturn | null;
  readonly worstPeriod: DatedReturn | null;
  /** Over complete calendar years; null where there is none. */
  readonly bestYear: AnnualReturn | null;
  readonly worstYear: AnnualReturn | null;
  /** The share of periods that ended at a new high (`newHighs`); NaN over a hole. */
  readonly newHighShare: number;
}

/** The part of {@link summarize} on what was earned; `known` is whether its wealth has a path, without a hole. */
export function summarizeReturns(life: ReturnSeries, known: boolean): ReturnFigures {
  const { monthToDate, quarterToDate, yearToDate, oneYear, threeYears, fiveYears, tenYears } = returnsToDate(life);
  return deepFreeze({
    totalReturn: totalReturn(life),
    cagr: cagr(life),
    cagrByPeriods: cagrByPeriods(life),
    arithmeticMean: arithmeticMean(life),
    geometricMean: geometricMean(life),
    monthToDate: monthToDate.return,
    quarterToDate: quarterToDate.return,
    yearToDate: yearToDate.return,
    oneYear: oneYear.return,
    threeYears: threeYears.return,
    fiveYears: fiveYears.return,
    tenYears: tenYears.return,
    bestPeriod: bestPeriod(life),
    worstPeriod: worstPeriod(life),
    bestYear: bestYear(life),
    worstYear: worstYear(life),
    newHighShare: !known ? NaN : ratio(newHighRows(life).length, life.values.length),
  });
}
