import type { ReturnSeries } from '../panel/index.js';
import { cagrOfLife } from './cagr.js';
import { commonLife } from './common-life.js';
import { path } from './observed.js';

/** How much faster a series grew than another, and the stretch over which. */
export interface GrowthLead {
  /** CAGR less the other's CAGR, a fraction per year. */
  readonly lead: number;
  /** The series over the life that both share. */
  readonly life: ReturnSeries;
}

/**
 * The CAGR of a series less that of another (cash, or a benchmark) over their common life; without another, its own CAGR.
 *
 * *Undefined (NaN):* under one year in common; a hole of either inside it.
 */
export function growthLead(series: ReturnSeries, rival: ReturnSeries | undefined, where: string): GrowthLead {
  if (rival === undefined) {
    const life = path(series, where);
    return { lead: cagrOfLife(life), life };
  }
  const { life, other } = commonLife(series, rival, where);
  return { lead: cagrOfLife(life) - cagrOfLife(other), life };
}
