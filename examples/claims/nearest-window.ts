// A search for the window that fits two figures best: what an unlimited choice of dates can make of any claim.
import { slice, wealth, type IsoDate, type ReturnSeries } from 'backtilt';

interface Searched {
  readonly windows: number;
  /** The first and the last day of the window in which the worse of the two figures comes nearest. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Tries every pair of closes in a span; the two series share their days. */
export const nearestWindow = (
  [one, other]: readonly [ReturnSeries, ReturnSeries],
  [first, second]: readonly [number, number],
  span: { readonly from: string; readonly to: string; readonly startBy: string },
): Searched => {
  const { from, to, startBy } = span;
  const { calendar } = slice(one, { from, to });
  const [a, b] = [wealth(slice(one, { from, to })), wealth(slice(other, { from, to }))];
  let [least, start, end, windows] = [Infinity, 0, 0, 0];
  for (let i = 0; i < a.length && calendar.date(i - 1) <= startBy; i++) {
    for (let j = i + 1; j < a.length; j++, windows++) {
      const miss = Math.max(Math.abs(a[j]! / a[i]! - 1 - first), Math.abs(b[j]! / b[i]! - 1 - second));
      if (miss < least) [least, start, end] = [miss, i, j];
    }
  }
  return { windows, from: calendar.date(start), to: calendar.date(end - 1) };
};
