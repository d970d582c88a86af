import { assertKnownOptions, assertOneOf, InputError } from '../core/index.js';
import type { Observation } from '../panel/index.js';
import { isoDate, parseIsoDate } from '../time/index.js';
import type { FilePath } from './file-path.js';
import { knownDay, type PublicationLag } from './publication-lag.js';
import { readText } from './read-text.js';
import { layoutOptions, readTextTable, type TextTableOptions } from './text-table.js';

/** What {@link parseObservations} must be told. */
export interface ObservationsTextOptions extends Omit<TextTableOptions, 'columns' | 'long'> {
  /** Time from a figure's date in the file to the day on which the world could know it. */
  readonly knownAfter: PublicationLag;
  /** 'percent' divides by 100 (a rate of 5.25 becomes the annual fraction 0.0525), 'number' keeps the figures as written. */
  readonly units: 'percent' | 'number';
  /** The column of the figures; may be absent where there is only one beside the dates. */
  readonly column?: string;
}

const OPTIONS = [
  ...layoutOptions.filter((name) => name !== 'columns' && name !== 'long'),
  'knownAfter',
  'units',
  'column',
];

/**
 * Observations from a text table of dates and figures, such as a series of the Federal Reserve's database: what `addIndicator` takes.
 *
 * A date in such a file is a label, not the day of publication: 2020-03-01 is the *average of March*, known in April, and using it in
 * March would be look-ahead. So the lag must be said: `{ months: 1 }` there. A line without a figure (a holiday) is no observation.
 *
 * @throws InputError `option.missing`, `file.format`, `file.value`, `date.format`, `date.impossible`, `observation.order` (dates that
 *   repeat or do not ascend); each with the line.
 * @example
 * const text = 'DATE,FEDFUNDS\n2020-02-01,1.58\n2020-03-01,0.75\n';
 * const rate = parseObservations(text, { knownAfter: { months: 1 }, units: 'percent' });
 * console.log(rate[1]); // { knownOn: '2020-04-01', value: 0.0075 }
 */
export function parseObservations(text: string, options: ObservationsTextOptions): readonly Observation[] {
  return observationsFromText('parseObservations', text, options);
}

/**
 * Observations from a file of dates and figures: see {@link parseObservations}.
 *
 * @throws InputError `file.missing`, and those of {@link parseObservations}.
 * @example
 * writeCsv('rate.csv', makeTable({ columns: [{ key: 'DATE' }, { key: 'RATE' }], rows: [{ DATE: '9/18/2007', RATE: 4.75 }] }));
 * console.log(readObservations('rate.csv', { dateFormat: 'M/D/YYYY', knownAfter: { days: 0 }, units: 'number' })[0]);
 * // { knownOn: '2007-09-18', value: 4.75 }
 */
export function readObservations(path: FilePath, options: ObservationsTextOptions): readonly Observation[] {
  const { where, text } = readText('readObservations', path);
  return observationsFromText(where, text, options);
}

function observationsFromText(where: string, text: string, options: ObservationsTextOptions): readonly Observation[] {
  assertKnownOptions(where, options, OPTIONS);
  const { knownAfter, units, column, ...layout } = options;
  const known = knownDay(where, knownAfter);
  assertOneOf(where, 'units', units, ['percent', 'number']);
  const table = readTextTable(where, text, column === undefined ? layout : { ...layout, columns: [column] });
  const [figures, another] = table.columns.values();
  if (another !== undefined) {
    const names = [...table.columns.keys()];
    throw new InputError(
      'option.missing',
      `${where}: found ${names.length} columns of figures (${names.join(', ')}). Say which one with "column".`,
      { where, option: 'column', known: names },
    );
  }
  const observations: Observation[] = [];
  table.dates.forEach((date, row) => {
    if (row > 0 && date <= table.dates[row - 1]!) {
      const place = `${where}, ${table.place(row)}`;
      throw new InputError(
        'observation.order',
        `${place}: ${date} follows ${table.dates[row - 1]!}. Sort the lines by date, oldest first, each date once.`,
        { where, row, found: date },
      );
    }
    const value = figures![row]!;
    if (Number.isNaN(value)) return;
    const knownOn = isoDate(known(parseIsoDate(date, where)));
    observations.push(Object.freeze({ knownOn, value: units === 'percent' ? value / 100 : value }));
  });
  return Object.freeze(observations);
}
