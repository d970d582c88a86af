import { slice } from '../../engine/index.js';
import { fromSeries, lived, makeReturnSeries, resample, type ReturnSeries } from '../../panel/index.js';
import type { SheetData } from './sheet-data.js';

/** The series of a page in months, or in weeks and longer periods as they are. */
export interface MonthlySeries {
  readonly all: readonly ReturnSeries[];
  readonly riskFree: ReturnSeries | undefined;
}

/** Compounds daily returns to months: figures in windows of years are the usual ones then, and need no thousands of windows. */
export function byMonth({ all, riskFree }: SheetData): MonthlySeries {
  if (all[0]!.calendar.frequency !== 'daily') return { all, riskFree };
  const months = (one: ReturnSeries): ReturnSeries => {
    const { calendar, values, meta } = resample(fromSeries(one), 'monthly').returns(one.name);
    return makeReturnSeries(one.name, calendar, values.slice(), meta);
  };
  return { all: all.map(months), riskFree: riskFree === undefined ? undefined : months(riskFree) };
}

/** The series where cash has returns too: a window of which cash covers a few rows only would be about those few. */
export function withCash({ all, riskFree }: MonthlySeries): MonthlySeries {
  if (riskFree === undefined) return { all, riskFree };
  const { calendar } = lived(riskFree);
  const [from, to] = [calendar.date(0), calendar.date(calendar.length - 1)].map((date) => date.slice(0, 7)) as [
    `${number}-${number}`,
    `${number}-${number}`,
  ];
  const covered = all.every(
    ({ calendar: own }) => own.date(0).slice(0, 7) >= from && own.date(own.length - 1).slice(0, 7) <= to,
  );
  return covered ? { all, riskFree } : { all: all.map((one) => slice(one, { from, to })), riskFree };
}
