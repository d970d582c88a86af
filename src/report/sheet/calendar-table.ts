import type { ReturnSeries } from '../../panel/index.js';
import { calendarReturns, type CalendarYear } from '../../stats/index.js';
import { makeTable, percentCell, type Table, textCell } from '../../table/index.js';
import type { Markup } from './markup.js';
import { shadeOf } from './shades.js';
import { tableMarkup } from './table-markup.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Years down, months across, the whole year last: the figures of `calendarReturns`, the latest year first. */
export function calendarTable(series: ReturnSeries): Table {
  const years = calendarReturns(series).toReversed();
  const byMonth = hasMonths(years);
  const partial = years.some(({ complete, partialMonths }) => !complete || partialMonths.length > 0);
  const part = (is: boolean): string => (is ? ' *' : '');
  return makeTable({
    title: `${series.name}: returns by calendar ${byMonth ? 'month and year' : 'year'}`,
    columns: [
      { key: 'year', label: 'Year', align: 'left' },
      ...(byMonth ? MONTHS.map((month) => ({ key: month, label: month })) : []),
      { key: 'total', label: 'Year total' },
    ],
    rows: years.map(({ year, months, partialMonths, total, complete }) => ({
      year: textCell(`${year}${part(!complete)}`),
      ...(byMonth
        ? Object.fromEntries(
            months.map((month, index) => {
              const { value, text } = percentCell(month);
              return [MONTHS[index]!, { value, text: `${text}${part(partialMonths.includes(index + 1))}` }];
            }),
          )
        : {}),
      total: percentCell(total),
    })),
    notes: partial ? ['* The series covers a part of it only.'] : [],
  });
}

/** The table with its months shaded: warm is a loss, cold a gain, the fullest shade the largest month of either sign. */
export function calendarMarkup(series: ReturnSeries, id: string): Markup {
  const table = calendarTable(series);
  const months = table.columns.filter((column) => MONTHS.includes(column));
  const valueAt = (row: number, key: string): number => {
    const value = table.rows[row]![key];
    return typeof value === 'number' ? value : NaN;
  };
  const largest = table.rows.flatMap((_, row) => months.map((key) => Math.abs(valueAt(row, key))));
  const most = largest.reduce((top, value) => (value > top ? value : top), 0);
  const cellClass = (row: number, column: number): string => {
    const key = table.columns[column]!;
    return months.includes(key) && most > 0 ? shadeOf(valueAt(row, key), most) : '';
  };
  return tableMarkup(table, { id, cellClass, kind: 'year' });
}

const hasMonths = (years: readonly CalendarYear[]): boolean =>
  years.some(({ months }) => months.some((month) => !Number.isNaN(month)));
