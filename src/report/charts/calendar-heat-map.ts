import { assertKnownOptions, InputError } from '../../core/index.js';
import { describeSpan, type ReturnSeries } from '../../panel/index.js';
import { calendarReturns, type CalendarYear, quantile } from '../../stats/index.js';
import { makeTable, percentCell, type Table } from '../../table/index.js';
import { type Chart, LEFT, makeChart } from './chart.js';
import { chartSeries } from './chart-series.js';
import { type HeatCell, heatLayers } from './heat-cells.js';
import { sentences } from './subtitle.js';

/** Options of {@link calendarHeatMap}. */
export interface CalendarHeatMapOptions {
  readonly title?: string | undefined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const YEAR = 'Year';
/** The share of months that the colours tell apart; a few extreme ones would leave all others pale. */
const COLOURED = 0.97;

/**
 * The returns of every month, a row for each year, coloured around 0, with the returns of the years at the end.
 *
 * The values are those of `calendarReturns`; a star marks a month or year of which the series covers a part only. Colours end at the size that 97 % of
 * the months stay within.
 *
 * @throws InputError `series.invalid`, `calendar.frequency` (neither daily nor monthly), `panel.empty-window`, `option.unknown`.
 * @see CFA Institute, Global Investment Performance Standards (2020), on calendar-year returns.
 * @example
 * const chart = calendarHeatMap(usFunds().returns('AVUV'));
 * console.log(chart.data.columns.length, chart.data.rows.length); // 14 8
 */
export function calendarHeatMap(series: ReturnSeries, options: CalendarHeatMapOptions = {}): Chart {
  const where = 'calendarHeatMap';
  assertKnownOptions(where, options, ['title']);
  const { all, window, marks, notes } = chartSeries(where, series);
  const own = all[0]!;
  const { frequency } = own.calendar;
  if (frequency !== 'daily' && frequency !== 'monthly') {
    throw new InputError(
      'calendar.frequency',
      `${where}: "${own.name}" is ${frequency}; months need daily or monthly returns. annualReturnsChart draws years of any frequency.`,
      { where, found: frequency },
    );
  }
  const years = calendarReturns(own);
  const title = options.title ?? `Monthly returns of ${own.name}`;
  const sizes = years.flatMap(({ months }) => months.filter((value) => !Number.isNaN(value)).map(Math.abs));
  const reach = sizes.length === 0 ? 0.01 : Math.max(0.001, quantile(sizes, COLOURED));
  const cells = years.flatMap(monthCells);
  const partial = cells.some(({ text }) => text.endsWith('*')) || years.some(({ complete }) => !complete);
  return makeChart({
    title,
    subtitle: sentences(
      `${describeSpan(own.calendar)}. Returns in %; colours are centred at 0 and end at ${percentCell(reach, 1).text} either way`,
      partial ? '* a part of the month or year only' : '',
      ...marks,
    ),
    notes,
    description: headline(own.name, window, cells),
    height: Math.max(200, 130 + years.length * 19),
    data: () => yearsTable(title, years),
    draw: (canvas) => {
      const rows = years.map(({ year }) => String(year));
      const map = { cells, rows, columns: [...MONTHS, YEAR], down: 'Year', across: 'Month', reach, left: LEFT };
      const heat = heatLayers({ ...map, orient: 'top' }, canvas);
      const totals = {
        data: {
          values: years.map(({ year, total, complete }) => ({
            row: String(year),
            column: YEAR,
            text: shown(total, complete),
          })),
        },
        mark: { type: 'text', fontSize: canvas.width < 560 ? 8.5 : 10.5, fontWeight: 'bold' },
        encoding: { text: { field: 'text', type: 'nominal' } },
      };
      const { data, encoding, layer } = heat as {
        data: typeof heat;
        encoding: typeof heat;
        layer: readonly (typeof heat)[];
      };
      return { body: { data, encoding, layer: [...layer, totals] }, below: 12, legend: 24 };
    },
  });
}

const shown = (value: number, whole: boolean): string =>
  Number.isNaN(value) ? '–' : `${percentCell(value, 1).text.replace(' %', '')}${whole ? '' : '*'}`;

function monthCells({ year, months, partialMonths }: CalendarYear): HeatCell[] {
  return months.map((value, month) => ({
    row: String(year),
    column: MONTHS[month]!,
    value,
    text: shown(value, !partialMonths.includes(month + 1)),
  }));
}

function headline(name: string, window: string, cells: readonly HeatCell[]): string {
  const known = cells.filter(({ value }) => !Number.isNaN(value));
  const [first] = known;
  if (first === undefined) return `${name} has no month with a return.`;
  const best = known.reduce((a, b) => (b.value > a.value ? b : a), first);
  const worst = known.reduce((a, b) => (b.value < a.value ? b : a), first);
  const words = ({ row, column, value }: HeatCell): string => `${column} ${row} (${percentCell(value, 1).text})`;
  return `${known.length} months, ${window}: best ${words(best)}, worst ${words(worst)}.`;
}

function yearsTable(title: string, years: readonly CalendarYear[]): Table {
  return makeTable({
    title,
    columns: [
      { key: 'year', label: 'Year', align: 'left' },
      ...MONTHS.map((key) => ({ key })),
      { key: 'total', label: YEAR },
    ],
    rows: years.map(({ year, months, partialMonths, total, complete }) => ({
      year: String(year),
      ...Object.fromEntries(
        months.map((value, month) => [
          MONTHS[month]!,
          { value, text: shown(value, !partialMonths.includes(month + 1)) },
        ]),
      ),
      total: { value: total, text: shown(total, complete) },
    })),
  });
}
