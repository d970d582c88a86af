import { slice } from '../../engine/index.js';
import type { DateWindow, ReturnSeries } from '../../panel/index.js';
import { compareSeries } from '../compare-series.js';
import type { Comparison } from '../comparison.js';
import { isResult } from '../is-result.js';
import { sameSeries } from '../same-series.js';
import type { CheckedSheetOptions } from './sheet-options.js';

/** What the sections of a page are made from: everything over the window that all series share. */
export interface SheetData extends Omit<CheckedSheetOptions, 'title' | 'theme'> {
  /** What the page is about. */
  readonly subjects: readonly ReturnSeries[];
  /** The subjects and, unless it is one of them, the benchmark. */
  readonly all: readonly ReturnSeries[];
  readonly comparison: Comparison;
}

/** Puts series beside each other over their common window. */
export function sheetData(given: readonly ReturnSeries[], options: CheckedSheetOptions): SheetData {
  const { benchmark, riskFree, title } = options;
  const whole = compareSeries(given, { benchmark, riskFree, title });
  const cut = given.some((one) => isResult(one) && within(one, whole) !== one);
  // Trades and costs of a run that began before the others are those of the window, like all the rest.
  const comparison = cut
    ? compareSeries(given, { benchmark, riskFree, title, window: windowOf(given[0]!, whole) })
    : whole;
  const subjects = given.map((one) => within(one, comparison));
  const among = benchmark === undefined ? -1 : given.findIndex((one) => sameSeries(one, benchmark));
  const rival = benchmark === undefined ? undefined : (subjects[among] ?? within(benchmark, comparison));
  const all = rival === undefined || among >= 0 ? subjects : [...subjects, rival];
  return { ...options, subjects, all, comparison, benchmark: rival };
}

/** A series in the window of a comparison; the run itself, with its digest, where that is all of it. */
function within(one: ReturnSeries, comparison: Comparison): ReturnSeries {
  const { calendar } = one;
  const { from, to } = comparison;
  const whole = calendar.date(0) >= from && calendar.date(calendar.length - 1) <= to;
  return whole ? one : slice(one, windowOf(one, comparison));
}

/** The window of a comparison: months as months, since sources date the end of one differently. */
function windowOf({ calendar: { frequency } }: ReturnSeries, { from, to }: Comparison): DateWindow {
  const byDay = frequency === 'daily' || frequency === 'weekly';
  return byDay ? { from, to } : { from: month(from), to: month(to) };
}

const month = (date: string): `${number}-${number}` => date.slice(0, 7) as `${number}-${number}`;
