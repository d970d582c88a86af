import { assertOneOf } from '../core/index.js';
import { describeSpan } from '../panel/index.js';
import { makeTable, type Table, type TableInput } from '../table/index.js';
import { assertResult } from './assert-result.js';
import { decisionLines, tradeLines } from './event-lines.js';
import type { BacktestResult } from './result.js';
import { contributionLines, ledgerLines, returnLines, weightLines } from './row-lines.js';

/** What of a result a table is to hold. */
export type ResultTableContent = 'weights' | 'trades' | 'decisions' | 'ledger' | 'returns' | 'contributions';

const MAKERS: Readonly<Record<ResultTableContent, (result: BacktestResult) => Omit<TableInput, 'title'>>> = {
  weights: weightLines,
  trades: tradeLines,
  decisions: decisionLines,
  ledger: ledgerLines,
  returns: returnLines,
  contributions: contributionLines,
};

/**
 * One part of a result as a table, line by line, for spreadsheets and other programs: the cells hold the full numbers, as fractions and
 * money, and only print rounded, so that `toCsv`, `writeCsv` and plotting libraries get them whole.
 *
 * - `'weights'`: per row `date` (the end of its period), the weight of each asset at the start of that period, after any trade, and `Cash`,
 *   which is 1 less all of them (0 within rounding); below 0 it is debt.
 * - `'trades'`: per purchase or sale `date`, `reason`, `asset`, `from`, `to`, `amount`, as in `result.trades`.
 * - `'decisions'`: per decision `decidedOn`, `tradedOn` (empty where the run ended before), `turnover`, `cost`, `bound` (the rules that
 *   changed it, with their assets), and for each asset its `target …` and its `weight …` after the trade (empty where there was none).
 * - `'ledger'`: per row the columns of `result.ledger`; financing, fees and trading are what was taken, above 0.
 * - `'returns'`: per row `net`, `gross`, `financing`, `fees`, `trading`: 1 + net = (1 + gross)(1 − financing)(1 − fees)(1 − trading).
 * - `'contributions'`: per row what each asset, `cash`, `financing`, `fees` and `trading` contributed, and `net`, to which they add up
 *   (see `contributions` for the row in which all was lost).
 *
 * Columns of assets have the names of the assets. A column of the portfolio whose name an asset has is called "… of the portfolio".
 *
 * @throws InputError `series.invalid` for what is not a result, `option.range` for a content that is none of these.
 * @see Shafranovich, Y. (2005), RFC 4180, "Common Format and MIME Type for Comma-Separated Values Files", section 2, for `toCsv`.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.5, 0], B: [0, 0] } });
 * const run = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: once() }));
 * console.log(toCsv(resultTable(run, 'weights')).trimEnd());
 * // date,A,B,Cash
 * // 2024-01-31,0.5,0.5,0
 * // 2024-02-29,0.6,0.4,0
 */
export function resultTable(result: BacktestResult, content: ResultTableContent): Table {
  assertResult('resultTable', result);
  assertOneOf('resultTable', 'content', content, Object.keys(MAKERS) as ResultTableContent[]);
  const { columns, rows, notes = [] } = MAKERS[content](result);
  return makeTable({
    title: `${result.name}: ${content}, ${describeSpan(result.calendar)}`,
    columns,
    rows,
    notes: [...notes, ...result.warnings.map((warning) => `Warning: ${warning}`)],
  });
}
