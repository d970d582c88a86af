import { InputError } from '../core/index.js';
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

/** Refuses what is not a return series, or one of kind 'excess', where the returns of cash belong. */
export function assertCash(where: string, what: string, cash: unknown): asserts cash is ReturnSeries {
  assertReturnSeries(where, what, cash);
  if (cash.meta.kind !== 'excess') return;
  throw new InputError(
    'series.invalid',
    `${where}: ${what} is "${cash.name}", of kind 'excess', a difference of two returns; what cash earned is a total return. ` +
      `Give the returns of cash, such as usTreasuryBill().`,
    { where, cash: cash.name, kind: cash.meta.kind },
  );
}
