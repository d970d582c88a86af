// The door 'backtilt/report': composes figures into tables for people.
export { compare, type CompareOptions } from './compare.js';
export { compareSeries, type CompareSeriesOptions } from './compare-series.js';
export type { ComparisonGroup } from './comparison-groups.js';
export type { Compared, Comparison } from './comparison.js';
export { makeTable, toCsv, toHtml, toMarkdown, toText, type Table, type TableInput } from '../table/index.js';
