import { type AnyPanel } from '../../src/index.js';
import {
  parseFacts,
  parseFrench,
  parseObservations,
  parsePrices,
  parseQuotes,
  parseReturns,
} from '../../src/io/index.js';
import { naiveDay, naiveNumber, type NaiveTable, naiveTable } from './naive-table.js';

/** Dates and columns of numbers: what a reader made of a text, and what it should be. */
export interface Reading {
  readonly dates: readonly string[];
  readonly columns: readonly (readonly [string, readonly number[]])[];
}

/** A reader of text, a good file for it, and what a naive reader makes of any file: every way of cutting it into cells. */
export interface TextReader {
  readonly text: string;
  readonly read: (text: string) => Reading;
  readonly naive: (text: string) => readonly Reading[];
}

const months = Array.from(
  { length: 8 },
  (_, index) => `2024-0${index + 1}-${[31, 29, 31, 30, 31, 30, 31, 31][index]!}`,
);
const days = ['2024-01-29', '2024-01-30', '2024-01-31', '2024-02-01', '2024-02-02'];
const returns = [0.0123, -0.0045, 0.021, -0.0301, 0.0007, 0.0111, -0.0222, 0.033];

const readingOf = (panel: AnyPanel): Reading => ({
  dates: Array.from({ length: panel.calendar.length }, (_, row) => panel.calendar.date(row)),
  columns: panel.assets.map((asset) => [asset, Array.from(panel.returns(asset).values)]),
});

type Made = Reading | undefined;
const tables = (text: string, make: (table: NaiveTable) => Made): readonly Reading[] =>
  [',', ';', '\t', '|'].flatMap((delimiter) => {
    const table = naiveTable(text, delimiter);
    const even = table?.rows.every((row) => row.length === table.header.length) ?? false;
    const made = even ? make(table!) : undefined;
    return made === undefined ? [] : [made];
  });

/** The columns of a table as numbers; undefined where a cell is neither a number nor nothing. */
function wide(
  { header, rows }: NaiveTable,
  take: (name: string, place: number) => boolean = (_, place) => place > 0,
): Made {
  const dates = rows.map((row) => naiveDay(row[0]!));
  const columns = header.flatMap((name, place) =>
    take(name, place) ? [[name, rows.map((row) => naiveNumber(row[place]!))] as const] : [],
  );
  const whole = [dates, ...columns.map(([, values]) => values)].every((list) => !list.includes(undefined as never));
  return whole ? ({ dates, columns } as Reading) : undefined;
}

const over = (made: Made, by: number): Made =>
  made && {
    ...made,
    columns: made.columns.map(([name, values]) => [name, values.map((value) => value / by)] as const),
  };

const fromPrices = (made: Made, name?: string): Made =>
  made && {
    dates: made.dates.slice(1),
    columns: made.columns.map(([column, prices]) => [
      name ?? column,
      prices.slice(1).map((price, row) => price / prices[row]! - 1),
    ]),
  };

/** One line per date and asset, in any order: dates ascending, assets by first appearance. */
function long({ header, rows }: NaiveTable): Made {
  const [asset, value] = [header.indexOf('asset'), header.indexOf('value')];
  const dates = rows.map((row) => naiveDay(row[0]!));
  const numbers = rows.map((row) => naiveNumber(row[value] ?? '?'));
  if (asset < 0 || value < 0 || dates.includes(undefined) || numbers.includes(undefined)) return undefined;
  const distinct = [...new Set(dates as string[])].sort();
  const names = [...new Set(rows.map((row) => row[asset]!))];
  const find = (name: string, date: string): number => {
    const at = rows.flatMap((row, index) => (row[asset] === name && dates[index] === date ? [index] : []));
    return at.length === 1 ? numbers[at[0]!]! : at.length === 0 ? NaN : Infinity;
  };
  return { dates: distinct, columns: names.map((name) => [name, distinct.map((date) => find(name, date))] as const) };
}

const close = (name: string): boolean => ['close', 'adjclose'].includes(name.toLowerCase().replaceAll(/[^a-z]/g, ''));
const quotes = (text: string): readonly Reading[] =>
  [',', ';', '\t', '|'].flatMap((delimiter) => {
    const table = naiveTable(text, delimiter);
    return (table?.header ?? []).flatMap((name, place) => {
      const made = close(name)
        ? fromPrices(
            wide(table!, (_, at) => at === place),
            'X',
          )
        : undefined;
      return made === undefined ? [] : [made];
    });
  });

/** Every run of lines that begin with a month, below a line that begins with a comma; they end at the first line of words. */
function french(text: string): readonly Reading[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n');
  const found: Reading[] = [];
  lines.forEach((line, at) => {
    if (!/^\s*,/.test(line)) return;
    let end = at + 1;
    while (end < lines.length && /^\s*[0-9]|^(?=.*[0-9]).*,|^(?=.*[0-9])[^\p{L}\n]+$/u.test(lines[end]!)) end++;
    const rows = lines.slice(at + 1, end).map((one) => one.split(',').map((cell) => cell.trim()));
    const header = line.split(',').map((cell) => cell.trim());
    const labelled = rows.every(([label = '']) => /^[0-9]{6}$/.test(label));
    const numbers = labelled && rows.length > 0 ? wide({ header, rows }) : undefined;
    const missing = (value: number): number => (value === -99.99 || value === -999 ? NaN : value);
    const made = numbers && {
      ...numbers,
      columns: numbers.columns.map(([name, values]) => [name, values.map(missing)] as const),
    };
    if (made !== undefined) found.push(over(made, 100)!);
  });
  return found;
}

function json(text: string): readonly Reading[] {
  const parsed = JSON.parse(text.replace(/^\uFEFF/, '')) as
    Record<string, string | number | null>[] | Record<string, (string | number | null)[]>;
  const list = Array.isArray(parsed);
  const names = list ? [...new Set(parsed.flatMap((row) => Object.keys(row)))] : Object.keys(parsed);
  const length = list ? parsed.length : Math.max(...Object.values(parsed).map((column) => column.length));
  const cell = (row: number, name: string): string => {
    const value = list ? (Object.hasOwn(parsed[row]!, name) ? parsed[row]![name] : null) : parsed[name]![row];
    return value === null ? '' : String(value).trim();
  };
  const header = names.map((name) => name.trim());
  const place = header.findIndex((name) => name.toLowerCase() === 'date');
  const order = [place, ...header.keys()].filter((at, index) => index === 0 || at !== place);
  const rows = Array.from({ length }, (_, row) => order.map((at) => cell(row, names[at]!)));
  const made = wide({ header: order.map((at) => header[at]!), rows });
  return made === undefined ? [] : [made];
}

const wideText = `date,"Fund, A",B\n${months.map((day, row) => `${day},${returns[row]},${row === 3 ? '' : -returns[row]! / 2}`).join('\n')}\n`;
const fraction = { frequency: 'monthly', units: 'fraction' } as const;

/** Good files of every kind. */
export const textReaders: Readonly<Record<string, TextReader>> = {
  wide: {
    text: wideText,
    read: (text) => readingOf(parseReturns(text, fraction)),
    naive: (text) => tables(text, (table) => wide(table)),
  },
  'percent, semicolons, YYYYMM': {
    text: `month;A;B\n${months.map((day, row) => `${day.slice(0, 7).replace('-', '')};${(returns[row]! * 100).toFixed(2)};1.5`).join('\n')}\n`,
    read: (text) => readingOf(parseReturns(text, { ...fraction, units: 'percent', dateFormat: 'YYYYMM' })),
    naive: (text) => tables(text, (table) => over(wide(table), 100)),
  },
  long: {
    text: `date,asset,value\n${months.flatMap((day, row) => [`${day},A,${returns[row]}`, `${day},"B ""b""",0.01`]).join('\n')}\n`,
    read: (text) => readingOf(parseReturns(text, { ...fraction, long: { asset: 'asset', value: 'value' } })),
    naive: (text) => tables(text, long),
  },
  prices: {
    text: `date\tSPY\tIWM\n${days.map((day, row) => `${day}\t${100 + row}.25\t${50 - row}`).join('\n')}\n`,
    read: (text) => readingOf(parsePrices(text, { frequency: 'daily', adjusted: true })),
    naive: (text) => tables(text, (table) => fromPrices(wide(table))),
  },
  'Stooq quotes': {
    text: `Date,Open,High,Low,Close,Volume\n${days.map((day, row) => `${day},99,101,98,${100 + row}.5,7000`).join('\n')}\n`,
    read: (text) => readingOf(parseQuotes(text, { asset: 'X', frequency: 'daily', adjusted: true })),
    naive: quotes,
  },
  'Yahoo quotes': {
    text: `Date,Open,High,Low,Close,Adj Close,Volume\n${days.map((day, row) => (row === 2 ? `${day},null,null,null,null,null,null` : `${day},99,101,98,${100 + row},${50 + row}.123456,7`)).join('\n')}\n`,
    read: (text) => readingOf(parseQuotes(text, { asset: 'X', frequency: 'daily' })),
    naive: quotes,
  },
  French: {
    text: `This file was made using the 202512 CRSP database.\nIt holds returns.\n\n,Mkt-RF,SMB,RF\n${months.map((day, row) => `${day.slice(0, 7).replace('-', '')},  ${(returns[row]! * 100).toFixed(2)},  ${row === 2 ? '-99.99' : '0.45'},  0.40`).join('\n')}\n\n  Annual Factors: January-December\n,Mkt-RF,SMB,RF\n2023, 21.69, -3.27, 4.95\n2024, 19.1, 2.5, 5.1\n\nCopyright Somebody\n`,
    read: (text) => readingOf(parseFrench(text)),
    naive: french,
  },
  FRED: {
    text: `observation_date,FEDFUNDS\n${months.map((day, row) => `${day.slice(0, 8)}01,${row === 4 ? '.' : `5.${row}3`}`).join('\n')}\n`,
    read: (text) => {
      const found = parseObservations(text, { knownAfter: { days: 0 }, units: 'number' });
      return { dates: found.map(({ knownOn }) => knownOn), columns: [['', found.map(({ value }) => value)]] };
    },
    naive: (text) =>
      tables(text, (table) => {
        const made = wide(table);
        const values = made?.columns[0]?.[1] ?? [];
        const there = values.flatMap((value, row) => (Number.isNaN(value) ? [] : [row]));
        return (
          made && { dates: there.map((row) => made.dates[row]!), columns: [['', there.map((row) => values[row]!)]] }
        );
      }),
  },
  facts: {
    text: `month,Small,Big\n${months.map((day, row) => `${day.slice(0, 7)},${row}.5,${900 + row}`).join('\n')}\n`,
    read: (text) => {
      const { knownOn, values } = parseFacts(text, { dateFormat: 'YYYY-MM', knownAfter: { days: 0 } });
      const columns = Object.entries(values as Record<string, (number | null)[]>);
      return { dates: [...knownOn], columns: columns.map(([name, column]) => [name, column.map((one) => one ?? NaN)]) };
    },
    naive: (text) => tables(text, (table) => wide(table)),
  },
  'JSON records': {
    text: JSON.stringify(months.map((date, row) => ({ date, A: returns[row], B: row === 1 ? null : '0.02' }))),
    read: (text) => readingOf(parseReturns(text, fraction)),
    naive: (text) => (/^\uFEFF?\s*[[{]/.test(text) ? json(text) : tables(text, (table) => wide(table))),
  },
  'JSON columns': {
    text: JSON.stringify({ date: months, A: returns }, null, 1),
    read: (text) => readingOf(parseReturns(text, fraction)),
    naive: (text) => (/^\uFEFF?\s*[[{]/.test(text) ? json(text) : tables(text, (table) => wide(table))),
  },
};
