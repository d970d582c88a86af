import { assertOneOf, InputError } from '../core/index.js';
import { frenchFactors, usFunds, usFundsDaily, usRecessions, usTreasuryBill } from '../data/index.js';
import { slice } from '../engine/index.js';
import type { Factors } from '../inference/index.js';
import { type AnyPanel, indexOfAsset, type ReturnSeries, storeOf } from '../panel/index.js';
import { compareSheet, type SheetOptions, type SheetTheme, tearSheet, type TearSheet } from '../report/index.js';
import { type ReportRun, reportRuns } from './report-runs.js';
import { writeFile } from './write-file.js';

/** Options of `backtilt report` as the command line gives them. */
export interface ReportCommandOptions {
  readonly strategy?: string;
  readonly benchmark?: string;
  readonly out: string;
  readonly from?: string;
  readonly to?: string;
  readonly daily?: boolean;
  readonly factors?: boolean;
  readonly theme?: string;
  readonly open?: boolean;
}

/** The strategies of `backtilt report --strategy`, for its help. */
export const reportStrategies: readonly string[] = Object.keys(reportRuns);

/** `backtilt report IWM --benchmark SPY`: a tear sheet of a bundled fund or strategy as a file, or of several funds side by side. */
export async function reportCommand(
  tickers: readonly string[],
  options: ReportCommandOptions,
  print: (text: string) => void,
  open: (path: string) => void,
): Promise<void> {
  const { theme = 'auto', out } = options;
  assertOneOf('report', 'theme', theme, ['auto', 'light', 'dark']);
  const sheet =
    options.strategy === undefined ? await ofFunds(tickers, options, theme) : await ofStrategy(tickers, options, theme);
  writeFile(out, sheet.html);
  print(`${String(sheet.comparison)}\n\nWritten: ${out} (${Math.ceil(sheet.bytes / 1000)} kB)`);
  if (options.open === true) open(out);
}

async function ofFunds(
  tickers: readonly string[],
  options: ReportCommandOptions,
  theme: SheetTheme,
): Promise<TearSheet> {
  if (tickers.length === 0) {
    throw new InputError(
      'option.missing',
      `report: name one or more funds, such as backtilt report IWM, or a strategy: --strategy ${reportStrategies.join(', ')}.`,
      { option: 'tickers' },
    );
  }
  const { daily = false, benchmark } = options;
  const panel = (daily ? usFundsDaily() : usFunds()) as unknown as AnyPanel;
  const seriesOf = (ticker: string): ReturnSeries => {
    const asset = ticker.toUpperCase();
    indexOfAsset(storeOf(panel, 'report'), asset, 'report');
    return within(panel.returns(asset), options);
  };
  const series = [...new Set(tickers)].map(seriesOf);
  const given: SheetOptions = {
    ...usual(options, theme),
    riskFree: daily ? panel.returns('BIL') : usTreasuryBill(),
    ...(benchmark === undefined ? {} : { benchmark: seriesOf(benchmark) }),
  };
  return series.length === 1 ? tearSheet(series[0]!, given) : compareSheet(series, given);
}

async function ofStrategy(
  tickers: readonly string[],
  options: ReportCommandOptions,
  theme: SheetTheme,
): Promise<TearSheet> {
  const { strategy, benchmark, daily } = options;
  assertOneOf('report', 'strategy', strategy, [...reportStrategies]);
  const extra = tickers.length > 0 ? `the funds ${tickers.join(', ')}` : daily === true ? '--daily' : undefined;
  if (extra !== undefined) {
    throw new InputError(
      'option.range',
      `report: --strategy ${strategy} runs on its own monthly data; leave out ${extra}.`,
      { strategy },
    );
  }
  const { result, core }: ReportRun = reportRuns[strategy]!();
  const rival = benchmark === undefined ? core : fundNamed(benchmark);
  return tearSheet(within(result, options), { ...usual(options, theme), benchmark: rival, riskFree: usTreasuryBill() });
}

function fundNamed(ticker: string): ReturnSeries {
  const panel = usFunds() as unknown as AnyPanel;
  indexOfAsset(storeOf(panel, 'report'), ticker.toUpperCase(), 'report');
  return panel.returns(ticker.toUpperCase());
}

function usual({ factors, daily }: ReportCommandOptions, theme: SheetTheme): SheetOptions {
  if (factors === true && daily === true) {
    throw new InputError(
      'calendar.mismatch',
      'report: the bundled factors are monthly; leave out --daily or --factors.',
      {},
    );
  }
  const five: { readonly factors?: Factors } = factors === true ? { factors: frenchFactors().five } : {};
  return { theme, bands: usRecessions(), ...five };
}

/** A series or a run inside the window that was asked for. */
function within(series: ReturnSeries, { from, to }: ReportCommandOptions): ReturnSeries {
  if (from === undefined && to === undefined) return series;
  return slice(series, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
}
