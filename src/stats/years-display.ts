import { makeTable, percentCell, showAs, type Table, tableDisplay } from '../table/index.js';
import type { AnnualReturn } from './annual-returns.js';
import type { CalendarYear } from './calendar-returns.js';

const PART = 'A year or month with * is covered in part only.';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const marked = (value: number, complete: boolean): { readonly value: number; readonly text: string } => {
  const { text } = percentCell(value);
  return { value, text: complete || Number.isNaN(value) ? text : `${text}*` };
};

/** Lets the returns of calendar years show themselves. To be called before they are frozen. */
export function showYears(list: AnnualReturn[], name: string): AnnualReturn[] {
  const table = (): Table =>
    makeTable({
      title: `Calendar-year returns of ${name}`,
      columns: [
        { key: 'year', label: 'Year' },
        { key: 'return', label: 'Return' },
      ],
      rows: list.map(({ year, return: value, complete }) => ({ year, return: marked(value, complete) })),
      notes: list.some(({ complete }) => !complete) ? [PART] : [],
    });
  return showAs(list, tableDisplay(table));
}

/** Lets a table of calendar months and years show itself. To be called before it is frozen. */
export function showCalendar(list: CalendarYear[], name: string): CalendarYear[] {
  const table = (): Table =>
    makeTable({
      title: `Monthly and yearly returns of ${name}, in percent`,
      columns: [{ key: 'year', label: 'Year' }, ...MONTHS.map((key) => ({ key })), { key: 'total', label: 'Year' }],
      rows: list.map(({ year, months, partialMonths, total, complete }) => ({
        year,
        ...Object.fromEntries(MONTHS.map((key, at) => [key, short(months[at]!, !partialMonths.includes(at + 1))])),
        total: short(total, complete),
      })),
      notes: list.some(({ complete }) => !complete) ? [PART] : [],
    });
  return showAs(list, tableDisplay(table));
}

/** Thirteen columns leave no room for the sign of percent. */
const short = (value: number, complete: boolean): { readonly value: number; readonly text: string } => {
  const { text } = marked(value, complete);
  return { value, text: text.replace(' %', '') };
};
