import { assertKnownOptions, assertName, assertObject, assertOneOf, InputError } from '../../core/index.js';
import type { AnyPanel } from '../../panel/index.js';
import type { TextDateFormat } from '../day-cell.js';
import type { StockField, StockPanelOptions } from '../parse-stock-panel.js';
import { knownDay } from '../publication-lag.js';
import type { StockFact } from '../stock-facts.js';
import { stockPanel } from '../stock-panel.js';
import { datePosition, type Plan, positionOf } from './plan.js';
import { dataRow } from './raw-table.js';
import { assertZone, type ReadColumns, type TimeZone } from './wanted.js';

/** What a table of stocks in columns must be told: as one in text, without what only a text has. */
export interface StockColumnsOptions<Field extends string = string> extends Omit<
  StockPanelOptions<Field>,
  'delimiter'
> {
  /** What moments with a time zone mean, in columns of days that hold such: their day in UTC. Absent: they are refused. */
  readonly zone?: TimeZone;
}

/** A field whose columns were found. */
interface FieldColumns {
  readonly values: number;
  readonly empty: StockFact['empty'];
  /** The column of the days, or how the days follow from those of the rows. */
  readonly known: number | ((day: number) => number);
}

/** Reads a long table of stocks with their characteristics. */
export function stockPlan(where: string, names: readonly string[], options: StockColumnsOptions): Plan<AnyPanel> {
  const { dateFormat: format = 'YYYY-MM-DD', date, missing = [], zone, fields = {} } = options;
  assertZone(where, zone);
  assertObject(where, '"fields"', fields);
  const dates = datePosition(where, names, date);
  const at = (option: string, name: string): number => positionOf(where, names, dates, option, name);
  const asset = at('asset', options.asset);
  const returns = at('returns', options.returns);
  const delisting = options.delisting === undefined ? undefined : at('delisting', options.delisting);
  const days = new Map<number, { readonly format: TextDateFormat; readonly required: boolean }>();
  const found = Object.entries(fields).map(([name, field]): [string, FieldColumns] => {
    const columns = fieldColumns(`${where}, fields.${name}`, field, at);
    if (typeof columns.known === 'number')
      days.set(columns.known, { format: field.dateFormat ?? format, required: false });
    return [name, columns];
  });
  days.set(dates, { format, required: true });
  const numbers = [returns, ...(delisting === undefined ? [] : [delisting]), ...found.map(([, { values }]) => values)];
  return {
    wanted: { days, names: [asset], numbers: [...new Set(numbers)], missing, ...(zone === undefined ? {} : { zone }) },
    make: (read) => {
      const { of: assetOf, list: assets } = read.names.get(asset)!;
      const rows = {
        ...{ where, days: read.days.get(dates)!, assetOf, assets, place: dataRow },
        returns: read.numbers.get(returns)!,
        ...(delisting === undefined ? {} : { delisting: read.numbers.get(delisting)! }),
        fields: new Map(found.map(([name, columns]) => [name, factOf(read, columns)])),
      };
      return stockPanel(rows, options);
    },
  };
}

function fieldColumns(place: string, field: StockField, at: (option: string, name: string) => number): FieldColumns {
  assertKnownOptions(place, field, ['column', 'knownAfter', 'knownOn', 'dateFormat', 'empty']);
  const { column, knownAfter, knownOn, empty = 'missing' } = field;
  assertOneOf(place, 'empty', empty, ['missing', 'no news']);
  assertName(place, 'column', column);
  const values = at('column', column);
  if (knownOn === undefined) return { values, empty, known: knownDay(place, knownAfter) };
  if (knownAfter !== undefined) {
    const what = `${place}: found both "knownAfter" and "knownOn". Give one of them.`;
    throw new InputError('option.range', what, { where: place, option: 'knownOn' });
  }
  return { values, empty, known: at('knownOn', knownOn) };
}

const factOf = (read: ReadColumns, { values, empty, known }: FieldColumns): StockFact => ({
  values: read.numbers.get(values)!,
  empty,
  known: typeof known === 'number' ? read.days.get(known)! : known,
});
