import type { ReadonlyFloat64Array } from '../core/index.js';
import { numbersToJson, type ReturnSeries } from '../panel/index.js';
import { type Displayed, makeTable, numberCell, type Table, toHtml, toText, withDisplay } from '../table/index.js';
import type { IsoDate } from '../time/index.js';

/** Figures over time, one per date: what a chart draws. Iterating gives { date, value } rows; it prints its first and last ones. */
export interface DatedValues extends Displayed, Iterable<{ readonly date: IsoDate; readonly value: number }> {
  readonly name: string;
  readonly dates: readonly IsoDate[];
  /** As long as `dates`; NaN where the figure is undefined. */
  readonly values: ReadonlyFloat64Array;
  readonly length: number;
  /** What a reader must know: how the figures hang together, proxy rows, hindsight. */
  readonly notes: readonly string[];
}

/** Rows that are printed from either end of a long list. */
const SHOWN = 6;

/** Makes {@link DatedValues}; owns the values that it is given. The dates are written when somebody first asks: text for thousands of days takes longer than figures. */
export function makeDatedValues(
  name: string,
  datesOf: () => IsoDate[],
  values: Float64Array,
  notes: readonly string[],
): DatedValues {
  let written: readonly IsoDate[] | undefined;
  const dated = {
    name,
    get dates(): readonly IsoDate[] {
      return (written ??= Object.freeze(datesOf()));
    },
    values,
    length: values.length,
    notes: Object.freeze([...notes]),
  };
  const rows = (): { readonly date: IsoDate; readonly value: number }[] =>
    dated.dates.map((date, row) => Object.freeze({ date, value: values[row]! }));
  const hidden = {
    [Symbol.iterator]: { value: () => rows()[Symbol.iterator](), enumerable: false },
    toJSON: { value: () => ({ name, dates: dated.dates, values: numbersToJson(values), notes }), enumerable: false },
  };
  const iterable = Object.defineProperties(dated, hidden) as typeof dated & Pick<DatedValues, typeof Symbol.iterator>;
  return withDisplay(iterable, { text: (self) => toText(tableOf(self)), html: (self) => toHtml(tableOf(self)) });
}

function tableOf({ name, dates, values, notes }: Omit<DatedValues, typeof Symbol.iterator>): Table {
  const left = dates.length - 2 * SHOWN;
  const cells = dates.map((date, row) => ({ date: date, value: numberCell(values[row]!, 4) }));
  const between = { date: `… ${left} more`, value: { value: null, text: '…' } };
  return makeTable({
    title: name,
    columns: [
      { key: 'date', label: 'Date', align: 'left' },
      { key: 'value', label: 'Value' },
    ],
    rows: left <= 0 ? cells : [...cells.slice(0, SHOWN), between, ...cells.slice(-SHOWN)],
    notes,
  });
}

/** What is to be said of series whose marks a figure does not carry itself. */
export function markNotes(series: readonly ReturnSeries[], proxy: (one: ReturnSeries) => string | undefined): string[] {
  return [
    ...(series.some(({ meta }) => meta.usesHindsight === true)
      ? ['Warning: uses hindsight: something in it was known only later.']
      : []),
    ...series.flatMap((one) => {
      const note = proxy(one);
      return note === undefined ? [] : [`Warning: ${one.name}: ${note}`];
    }),
  ];
}
