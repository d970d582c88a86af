// A figure about the world as a column beside returns, so that `factorRegression` can take it for a factor.
import { fromReturns, type IsoDate, type ReturnSeries } from 'backtilt';

/** `figureOf` gets the last day of each month and the day before its first; NaN leaves the month out. */
export const column = (
  beside: ReturnSeries,
  name: string,
  figureOf: (end: IsoDate, start: IsoDate) => number,
): ReturnSeries => {
  const { calendar } = beside;
  const rows = Array.from(beside.values, (_, row) => row);
  const figures = rows.map((row) => figureOf(calendar.date(row), calendar.date(row - 1)));
  const dates = rows.map((row) => calendar.date(row));
  const returns = { [name]: figures };
  return fromReturns({ frequency: 'monthly', dates, returns, units: 'fraction', kind: 'excess' }).returns(name);
};
