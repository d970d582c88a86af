import { describeValue } from '../../core/index.js';
import { isoDate, parseIsoDate } from '../../time/index.js';
import { type DayReader, dayReader, type TextDateFormat } from '../day-cell.js';
import { NO_DAY } from '../stock-facts.js';
import { cellRefusal, type ColumnPlace, typeRefusal } from './cell-refusal.js';
import { dataRow, type RawColumn } from './raw-table.js';
import type { TimeZone } from './wanted.js';

/** How a column of days is to be read. */
export interface DayReading {
  readonly format: TextDateFormat;
  readonly required: boolean;
  readonly zone?: TimeZone | undefined;
}

/**
 * A column as day numbers: days, texts in the declared format, whole numbers such as 202401, moments at midnight.
 *
 * @throws InputError `date.format` (not in the format, no day where one is needed, a time of day, a time zone that was not declared),
 *   `date.impossible`; `file.format` for a column of another type.
 */
export function readDays(place: ColumnPlace, column: RawColumn, length: number, reading: DayReading): Int32Array {
  const text = dayReader(reading.format);
  const dayAt = reader(place, column, reading, text);
  const first = reading.format === 'YYYY-MM-01' && (column.kind === 'days' || column.kind === 'moments');
  const days = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const day = dayAt(row);
    if (day === NO_DAY && reading.required) throw dayless(place, row);
    // A day that stands for its month, as the same table in text would say it.
    days[row] = first && day !== NO_DAY ? text(isoDate(day), cell(place, row)) : day;
  }
  return days;
}

const cell = ({ where, column }: ColumnPlace, row: number): Parameters<DayReader>[1] => ({
  where,
  line: row + 1,
  column,
  unit: 'data row',
});

function reader(place: ColumnPlace, column: RawColumn, { zone }: DayReading, text: DayReader): (row: number) => number {
  switch (column.kind) {
    case 'codes': {
      const { codes, texts } = column;
      const known: number[] = [];
      return (row) => {
        const code = codes[row]!;
        if (code < 0 || texts[code] === '') return NO_DAY;
        return (known[code] ??= text(texts[code]!, cell(place, row)));
      };
    }
    case 'values':
      return (row) => plainDay(place, row, column.values[row], text);
    case 'days':
      return (row) => wholeDay(place, row, column.values[row]);
    case 'moments':
      if (column.zoned && zone === undefined) throw zoned(place);
      return (row) => momentDay(place, row, column.values[row], column.perDay);
    case 'decimals':
      throw typeRefusal(place, 'decimal', 'days are needed here');
    case 'other':
      throw typeRefusal(place, column.type, 'days are needed here');
  }
}

function plainDay(place: ColumnPlace, row: number, value: unknown, text: DayReader): number {
  if (value === null || value === undefined || value === '') return NO_DAY;
  // Whole numbers are what other tools make of 202401.
  if (typeof value === 'string') return text(value, cell(place, row));
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) {
    return text(String(value), cell(place, row));
  }
  return parseIsoDate(value, `${place.where}, ${dataRow(row)}, column "${place.column}"`);
}

function wholeDay(place: ColumnPlace, row: number, value: unknown): number {
  if (value === null || value === undefined || value === NO_DAY) return NO_DAY;
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 3_000_000) return value;
  throw cellRefusal(
    'date.impossible',
    place,
    row,
    describeValue(value),
    ' days since 1970, which is not a day of the calendar.',
  );
}

function momentDay(place: ColumnPlace, row: number, value: unknown, perDay: bigint): number {
  if (value === null || value === undefined) return NO_DAY;
  const whole = typeof value === 'bigint' || Number.isSafeInteger(value);
  const count = whole ? BigInt(value as bigint | number) : 1n;
  if (whole && count % perDay === 0n) return wholeDay(place, row, Number(count / perDay));
  const day = whole ? Number((count - (((count % perDay) + perDay) % perDay)) / perDay) : NaN;
  const found = Math.abs(day) < 3_000_000 ? `a time of day on ${isoDate(day)}` : describeValue(value);
  throw cellRefusal(
    'date.format',
    place,
    row,
    found,
    '; a row belongs to a day. Convert the column to dates, by the clock of its market.',
  );
}

const dayless = (place: ColumnPlace, row: number): Error =>
  cellRefusal('date.format', place, row, 'none', ' where a day belongs. Every row has its day.');

const zoned = (place: ColumnPlace): Error =>
  cellRefusal(
    'date.format',
    place,
    0,
    'a moment with a time zone',
    ", and which day that is depends on where one looks. Convert the column to dates, or say zone: 'UTC' where it holds midnights of UTC.",
  );
