import type { ReturnSeries } from '../../panel/index.js';
import { makeSheet } from './make-sheet.js';
import type { SheetOptions } from './sheet-options.js';
import type { TearSheet } from './tear-sheet-object.js';

/**
 * All about one series or backtest on a page that opens from disk: figures, warnings, charts, drawdowns, calendar, trading, factors, inference, sources.
 *
 * One file of HTML without scripts and without addresses outside it, which prints, and reads on a wide screen, on a narrow one and aloud. Every number is that of the
 * library's function of the same name, over the window that the series shares with the benchmark; each stands with its full value in a `<data>` element. It says
 * nothing about when it was made: the same input gives the same bytes, in every time zone. What the data are too short or too torn for is named in its place.
 *
 * Of the bootstrap there are 10,000 replications, 1000 where there are more than 2000 returns; intervals are of the middle 95 %.
 *
 * @param series a return series, or the result of a backtest: then with holdings, turnover, costs and the digest of the run.
 * @returns a promise, since drawing loads the packages "vega" and "vega-lite".
 * @throws InputError `package.missing` where these are not installed; `series.invalid`, `calendar.mismatch`, `panel.empty-window` (no common window), `option.unknown`,
 *   `option.type`, `option.range`, and those of `factorRegression` and `deflatedSharpeRatio` for `factors` and `trials`.
 * @see Bailey, D. H. and López de Prado, M. (2014), "The Deflated Sharpe Ratio", Journal of Portfolio Management 40(5), 94–107, on what a report of a backtest must tell.
 * @example
 * const sheet = await tearSheet(usFunds().returns('AVUV'), { benchmark: usFunds().returns('SPY'), riskFree: usTreasuryBill() });
 * console.log(sheet.title, sheet.html.startsWith('<!doctype html>')); // AVUV against SPY true
 */
export async function tearSheet(series: ReturnSeries, options: SheetOptions = {}): Promise<TearSheet> {
  return makeSheet('tearSheet', [series], options);
}
