import { calendarMarkup } from './calendar-table.js';
import { calendarReturns } from '../../stats/index.js';
import { makeTable, percentCell, type Table, textCell } from '../../table/index.js';
import { markup } from './markup.js';
import type { Section } from './section.js';
import type { SheetData } from './sheet-data.js';
import { tableMarkup } from './table-markup.js';

/** Returns by calendar year: of one series by month too, of several side by side. */
export function calendarSection({ subjects, all }: SheetData): Section {
  const [own] = subjects;
  const table =
    subjects.length === 1
      ? calendarMarkup(own!, 'calendar-table')
      : tableMarkup(yearsTable(all), { id: 'calendar-table' });
  return { id: 'calendar', heading: 'Calendar', body: markup`${table}` };
}

/** Calendar years down, series across: the year totals of `calendarReturns`, the latest first. */
export function yearsTable(all: SheetData['all']): Table {
  const years = all.map((one) => new Map(calendarReturns(one).map((year) => [year.year, year])));
  const names = [...new Set(years.flatMap((one) => [...one.keys()]))].sort((a, b) => b - a);
  const partial = (year: number): boolean => years.some((one) => one.get(year)?.complete === false);
  return makeTable({
    title: 'Returns by calendar year',
    columns: [
      { key: 'year', label: 'Year', align: 'left' },
      ...all.map(({ name }, index) => ({ key: `series ${index}`, label: name })),
    ],
    rows: names.map((year) => ({
      year: textCell(`${year}${partial(year) ? ' *' : ''}`),
      ...Object.fromEntries(years.map((one, index) => [`series ${index}`, percentCell(one.get(year)?.total ?? NaN)])),
    })),
    notes: names.some(partial) ? ['* The series cover a part of it only.'] : [],
  });
}
