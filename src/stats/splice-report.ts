import { assertOneOf } from '../core/index.js';
import { assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import {
  countCell,
  type Displayed,
  makeTable,
  numberCell,
  percentCell,
  textCell,
  toHtml,
  toText,
  withDisplay,
} from '../table/index.js';
import { adjustProxy } from './adjust-proxy.js';
import { beta } from './beta.js';
import { checkOptions } from './check-options.js';
import type { SpliceOptions } from './splice.js';
import { type SpliceOverlap, spliceOverlap } from './splice-overlap.js';

/** How well a proxy stands for a fund, on the rows that both have. Prints itself. */
export interface SpliceReport extends SpliceOverlap, Displayed {
  /** Slope of the fund on its proxy, before any scaling. */
  readonly beta: number;
}

/**
 * How well a proxy stands for a fund before one is spliced to the other: what `splice` tells of the overlap, and the slope, without joining anything,
 * so that proxies can be compared.
 *
 * Correlation, tracking error (sample standard deviation of fund − proxy × √P) and mean difference (× P) are of the proxy after `fee` and `scale`.
 * A high correlation does not make the level right: look at the mean difference, which a splice carries into every year before the fund.
 *
 * *Undefined (NaN):* figures of fewer rows than they need; with no common row all of them.
 *
 * @param options.fee as in `splice`.
 * @param options.scale as in `splice`.
 * @throws InputError `series.invalid`, `option.range`, `option.unknown`, `option.type`, `calendar.mismatch`.
 * @see Stambaugh, R. F. (1997), "Analyzing Investments Whose Histories Differ in Length", Journal of Financial Economics 45(3), 285–331.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { Index: [0.1, 0.2, 0.3], Fund: [NaN, 0.19, 0.29] } });
 * const { rows, meanDifference, beta } = spliceReport(returns('Index'), returns('Fund'));
 * console.log(rows, meanDifference.toFixed(2), beta.toFixed(2)); // 2 -0.01 1.00
 */
export function spliceReport(
  proxy: ReturnSeries,
  actual: ReturnSeries,
  options: Omit<SpliceOptions, 'name'> = {},
): SpliceReport {
  const where = 'spliceReport';
  assertReturnSeries(where, 'the proxy', proxy);
  assertReturnSeries(where, 'the actual series', actual);
  checkOptions(where, options, ['fee', 'scale']);
  const { scale = 'none' } = options;
  assertOneOf(where, 'scale', scale, ['none', 'beta']);
  const overlap = spliceOverlap(adjustProxy(proxy, actual, options.fee, scale).series, actual);
  const report = { ...overlap, beta: beta(actual, proxy) };
  const table = makeTable({
    title: `${proxy.name} as a proxy of ${actual.name}`,
    columns: [
      { key: 'fact', label: 'On common rows', align: 'left' },
      { key: 'value', label: '' },
    ],
    rows: [
      { fact: 'Rows', value: countCell(report.rows) },
      { fact: 'From', value: textCell(report.from) },
      { fact: 'To', value: textCell(report.to) },
      { fact: 'Correlation', value: numberCell(report.correlation) },
      { fact: 'Beta of the fund on the proxy', value: numberCell(report.beta) },
      { fact: 'Tracking error', value: percentCell(report.trackingError) },
      { fact: 'Mean difference a year', value: percentCell(report.meanDifference) },
    ],
    notes: scale === 'beta' ? ['The proxy is scaled by that slope, which is known from these rows only.'] : [],
  });
  return withDisplay(report, { text: () => toText(table), html: () => toHtml(table) });
}
