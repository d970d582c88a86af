// The door 'backtilt/report': composes figures into tables for people.
export { compare, type CompareOptions } from './compare.js';
export { compareSeries, type CompareSeriesOptions } from './compare-series.js';
export type { ComparisonGroup } from './comparison-groups.js';
export type { Compared, Comparison } from './comparison.js';
export { makeTable, toCsv, toHtml, toMarkdown, toText, type Table, type TableInput } from '../table/index.js';
export { claim, type Claim, type ClaimOptions } from './claim/claim.js';
export { claimsTable } from './claim/claims-table.js';
export type { ClaimReading, JudgedReading, ReadingUnit, Says } from './claim/reading.js';
export { verdict, type Judgement, type Verdict } from './claim/verdict.js';
