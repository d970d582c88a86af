import { proxyNote, type ReturnSeries } from '../panel/index.js';
import { type Displayed, makeTable, percentCell, type Table, toHtml, toText, withDisplay } from '../table/index.js';
import type { IsoDate } from '../time/index.js';
import { cagrOfLife } from './cagr.js';
import { pointsCell } from './points-cell.js';
import { closesNote } from './closes-note.js';
import { commonPath } from './common-path.js';
import { markNotes } from './dated-values.js';
import { finalLevel } from './total-return.js';
import { amountOf, type Level, levelRatio } from './wealth-path.js';

/** By how much one thing beat another over the time that both lived, in three meanings. Prints itself. */
export interface Spread extends Displayed {
  readonly name: string;
  readonly benchmark: string;
  /** The close from which both are counted, and the last one; null without a common period. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly periods: number;
  readonly totalReturn: number;
  readonly benchmarkTotalReturn: number;
  readonly cagr: number;
  readonly benchmarkCagr: number;
  /** R − B in points of the starting wealth: 2.5 is 250 percentage points. */
  readonly differenceOfTotals: number;
  /** (1 + R)/(1 + B) − 1: how much more wealth there is in the end; the last value of `relativeWealth` less 1. */
  readonly relativeGain: number;
  /** CAGR − CAGR of the benchmark, per year. */
  readonly annualisedDifference: number;
  /** What a reader must know: proxy rows, hindsight. */
  readonly notes: readonly string[];
}

/**
 * By how much a series beat another: difference of totals, relative gain and annualised difference, which "outperformed by" may all mean.
 *
 * R − B, (1 + R)/(1 + B) − 1 and CAGR − CAGR over the rows from the first to the last that both have, R and B compounded. Daily and weekly rows
 * of different holidays are compounded between the closes that both have. In a decade in which one makes 240 % and the other 110 %
 * they are 130 points, 62 % more wealth and 5 % a year. The first grows with the market, even if the second does not.
 *
 * *Undefined (NaN):* no common period; a row inside that either misses; the annualised difference under one year; relative gain after a total loss of the benchmark; a total past 1e308.
 *
 * @returns a frozen object that shows itself as a table.
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 3 (arithmetic and geometric excess returns).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.5, 0.5], B: [0.2, 0.25] } });
 * const { differenceOfTotals, relativeGain, annualisedDifference } = spread(returns('A'), returns('B'));
 * console.log(differenceOfTotals.toFixed(4), relativeGain.toFixed(4), annualisedDifference.toFixed(4)); // 0.7500 0.5000 0.2753
 */
export function spread(series: ReturnSeries, benchmark: ReturnSeries): Spread {
  const path = commonPath(series, benchmark, 'spread');
  const { calendar } = path.series;
  const [own, other] = [levelOf(path.series), levelOf(path.benchmark)];
  const [wealth, level] = [amountOf(own), amountOf(other)];
  const [cagr, benchmarkCagr] = [cagrOfLife(path.series), cagrOfLife(path.benchmark)];
  const figures = {
    name: series.name,
    benchmark: benchmark.name,
    from: calendar.length === 0 ? null : calendar.date(-1),
    to: calendar.length === 0 ? null : calendar.date(calendar.length - 1),
    periods: calendar.length,
    totalReturn: wealth - 1,
    benchmarkTotalReturn: level - 1,
    cagr,
    benchmarkCagr,
    differenceOfTotals: wealth - level,
    relativeGain: levelRatio(own, other) - 1,
    annualisedDifference: cagr - benchmarkCagr,
    notes: Object.freeze([
      ...closesNote(series, benchmark),
      ...markNotes([series, benchmark], (one) => proxyNote(one, calendar)),
    ]),
  };
  return withDisplay(figures, { text: () => toText(tableOf(figures)), html: () => toHtml(tableOf(figures)) });
}

const levelOf = (life: ReturnSeries): Level => (life.values.length === 0 ? { level: NaN, units: 0 } : finalLevel(life));

function tableOf(figures: Omit<Spread, 'toString'>): Table {
  const { name, benchmark, from, to, periods } = figures;
  const lines = [
    [`${name}, total`, percentCell(figures.totalReturn)],
    [`${benchmark}, total`, percentCell(figures.benchmarkTotalReturn)],
    ['Difference of totals', pointsCell(figures.differenceOfTotals)],
    ['Relative gain, (1 + R)/(1 + B) − 1', percentCell(figures.relativeGain)],
    [`${name}, CAGR`, percentCell(figures.cagr)],
    [`${benchmark}, CAGR`, percentCell(figures.benchmarkCagr)],
    ['Difference of CAGRs', pointsCell(figures.annualisedDifference)],
  ] as const;
  return makeTable({
    title: `${name} against ${benchmark}, ${from === null ? 'no common period' : `close of ${from} to ${to!} (${periods} periods)`}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: '' },
    ],
    rows: lines.map(([figure, value]) => ({ figure, value })),
    notes: figures.notes,
  });
}
