import { assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import { checkOptions } from './check-options.js';

/** Options of the statistics that are taken over cash. */
export interface RiskFreeOption {
  /** Returns of cash per period, on a calendar of the same frequency; not of kind 'excess'. Absent: 0. */
  readonly riskFree?: ReturnSeries | undefined;
}

/** The checked `riskFree` option. */
export function riskFreeOf(where: string, options: RiskFreeOption): ReturnSeries | undefined {
  checkOptions(where, options, ['riskFree']);
  if (options.riskFree !== undefined) assertReturnSeries(where, '"riskFree"', options.riskFree);
  return options.riskFree;
}
