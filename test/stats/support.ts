import { existsSync, readFileSync } from 'node:fs';
import { fromReturns, type ReturnSeries } from '../../src/panel/index.js';
import { type Frequency, isoDate, lastDayOfMonth, parseIsoDate, weekday } from '../../src/time/index.js';
import { root } from '../support/source-files.js';

/** Period ends of one frequency from the start of 2020 on: month ends, weekdays, Fridays. */
export function datesOf(frequency: Frequency, count: number): string[] {
  if (frequency === 'daily') {
    const days: number[] = [];
    for (let day = parseIsoDate('2020-01-02', 'test'); days.length < count; day++) if (weekday(day) < 6) days.push(day);
    return days.map(isoDate);
  }
  const months = { weekly: 0, monthly: 1, quarterly: 3, annual: 12 }[frequency];
  return Array.from({ length: count }, (_, row) =>
    isoDate(
      months === 0 ? parseIsoDate('2020-01-03', 'test') + 7 * row : lastDayOfMonth(2020 * 12 - 1 + months * (row + 1)),
    ),
  );
}

/** The Monday-to-Friday days after one day up to another. */
export function weekdaysAfter(base: string, last: string): string[] {
  const [from, to] = [parseIsoDate(base, 'test'), parseIsoDate(last, 'test')];
  return Array.from({ length: to - from }, (_, index) => from + 1 + index)
    .filter((day) => weekday(day) < 6)
    .map(isoDate);
}

/** A daily series on all weekdays from a base on that earns `value` on its last day and nothing before. */
export function dailyUntil(base: string, last: string, value: number): ReturnSeries {
  const dates = weekdaysAfter(base, last);
  const values = dates.map((_, row) => (row === dates.length - 1 ? value : 0));
  return fromReturns({ frequency: 'daily', base, dates, returns: { A: values }, units: 'fraction' }).returns('A');
}

/** A series of these returns. */
export function series(frequency: Frequency, values: readonly number[], name = 'A'): ReturnSeries {
  return dated(frequency, datesOf(frequency, values.length), values, name);
}

/** A series of these returns on these days. */
export function dated(
  frequency: Frequency,
  dates: readonly string[],
  values: readonly number[],
  name = 'A',
): ReturnSeries {
  return fromReturns({ frequency, dates, returns: { [name]: values }, units: 'fraction' }).returns(name);
}

/** Daily returns of the examples that empyrical is tested with (empyrical/tests/test_stats.py), as fractions. */
export const empyrical = {
  mixed: [NaN, 0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1],
  positive: [0.01, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01],
  negative: [0, -0.06, -0.07, -0.01, -0.09, -0.02, -0.06, -0.08, -0.05],
  benchmark: [0, 0.01, 0, 0.01, 0, 0.01, 0, 0.01, 0],
  one: [-0.00171614, 0.01322056, 0.03063862, -0.01422057, -0.00489779, 0.01268925, -0.03357711, 0.01797036],
} as const;

/** Seven daily returns with the figures of R's PerformanceAnalytics 2.1.0 (ffn, tests/data/reference_values.json, tiny_sample_n7). */
export const sevenDays = [
  -0.018720930383, -0.014303070725, -0.014572173794, -0.003467788444, -0.025038397377, -0.001677869157, -0.010129521509,
];

/** Miles per gallon and weight (1000 lbs) of the 32 cars of R's data set mtcars (Motor Trend 1974; Henderson and Velleman 1981). */
export const cars = {
  mpg: [
    21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9,
    21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
  ],
  weight: [
    2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2,
    1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
  ],
} as const;

const REFERENCE = `${root}../shared/reference/`;

/** Whether the inputs of other tools' published examples lie beside the repository. */
export const hasReference = existsSync(REFERENCE);

/** A column of such an input as a return series; empty cells are missing. */
export function reference(file: string, column: string): ReturnSeries {
  const [header, ...lines] = readFileSync(`${REFERENCE}${file}`, 'utf8').trim().split(/\r?\n/);
  const index = header!.split(',').indexOf(column);
  const cells = lines.map((line) => line.split(','));
  const values = cells.map((row) => (row[index] === undefined || row[index] === '' ? NaN : Number(row[index])));
  return dated(
    'monthly',
    cells.map((row) => row[0]!),
    values,
    column,
  );
}

/** Daily returns of a column of prices dated M/D/YYYY. */
export function referencePrices(file: string, column: string, rows?: number): ReturnSeries {
  const [header, ...lines] = readFileSync(`${REFERENCE}${file}`, 'utf8').trim().split(/\r?\n/);
  const index = header!.split(',').indexOf(column);
  const cells = lines.slice(0, rows).map((line) => line.split(','));
  const prices = cells.map((row) => Number(row[index]));
  const days = cells.map((row) => {
    const [month, day, year] = row[0]!.split('/');
    return `${year!}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  });
  const returns = { [column]: prices.slice(1).map((price, row) => price / prices[row]! - 1) };
  return fromReturns({ frequency: 'daily', dates: days.slice(1), base: days[0]!, returns }).returns(column);
}
