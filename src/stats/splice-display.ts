import { describeSpan, numbersToJson, proxyNote, type ReturnSeries } from '../panel/index.js';
import {
  countCell,
  type Displayed,
  makeTable,
  numberCell,
  percentCell,
  type Table,
  textCell,
  toHtml,
  toText,
  withDisplay,
} from '../table/index.js';
import type { SpliceOverlap } from './splice-overlap.js';

interface Spliced extends ReturnSeries {
  readonly overlap: SpliceOverlap;
}

/** Gives a spliced series its JSON and the hooks by which it prints the facts of its overlap and its proxy note. */
export function showSplice(series: Spliced): Spliced & Displayed {
  const { name, calendar, values, meta, overlap } = series;
  const plain = Object.fromEntries(
    Object.entries(overlap).map(([key, value]: [string, unknown]) => [key, Number.isNaN(value) ? null : value]),
  );
  const toJSON = (): object => ({
    name,
    calendar: calendar.toJSON(),
    values: numbersToJson(values),
    meta,
    overlap: plain,
  });
  Object.defineProperty(series, 'toJSON', { value: toJSON, enumerable: false });
  return withDisplay(series, { text: (self) => toText(factsTable(self)), html: (self) => toHtml(factsTable(self)) });
}

function factsTable(series: Spliced): Table {
  const { overlap, meta, name, calendar } = series;
  return makeTable({
    title: `${name}, ${describeSpan(calendar)}`,
    columns: [
      { key: 'fact', label: 'Overlap with the proxy', align: 'left' },
      { key: 'value', label: '' },
    ],
    rows: [
      { fact: 'Rows', value: countCell(overlap.rows) },
      { fact: 'From', value: textCell(overlap.from) },
      { fact: 'To', value: textCell(overlap.to) },
      { fact: 'Correlation', value: numberCell(overlap.correlation) },
      { fact: 'Tracking error', value: percentCell(overlap.trackingError) },
      { fact: 'Mean difference a year', value: percentCell(overlap.meanDifference) },
    ],
    notes: [
      // The first row is always the proxy's.
      proxyNote(series)!,
      ...(meta.usesHindsight === true ? ['Uses hindsight: something in it was known only later.'] : []),
    ],
  });
}
