import { usFunds, usFundsDaily, usTreasuryBill } from '../data/index.js';
import type { AnyPanel, DateWindow } from '../panel/index.js';
import { compare } from '../report/index.js';
import { toCsv, toHtml, toMarkdown } from '../table/index.js';
import { writeFile } from './write-file.js';

/** Options of `backtilt compare` as the command line gives them. */
export interface CompareCommandOptions {
  readonly benchmark?: string;
  readonly from?: string;
  readonly to?: string;
  readonly daily?: boolean;
  readonly csv?: string;
  readonly markdown?: string;
  readonly html?: string;
}

/** `backtilt compare AVUV IWM --benchmark SPY`: compares bundled funds over their common window. */
export function compareCommand(
  tickers: readonly string[],
  options: CompareCommandOptions,
  print: (text: string) => void,
): void {
  const { benchmark, daily = false } = options;
  const panel = (daily ? usFundsDaily() : usFunds()) as unknown as AnyPanel;
  const written = tickers.map((ticker) => ticker.toUpperCase());
  const comparison = compare(panel, written, {
    ...(benchmark === undefined ? {} : { benchmark: benchmark.toUpperCase() }),
    riskFree: daily ? 'BIL' : usTreasuryBill(),
    window: windowOf(options),
  });
  print(String(comparison));
  const files = [
    [options.csv, toCsv(comparison)],
    [options.markdown, toMarkdown(comparison.table)],
    [options.html, toHtml(comparison.table)],
  ] as const;
  for (const [path, text] of files) {
    if (path === undefined) continue;
    writeFile(path, text);
    print(`Written: ${path}`);
  }
}

function windowOf({ from, to }: CompareCommandOptions): DateWindow {
  return {
    ...(from === undefined ? {} : { from: from }),
    ...(to === undefined ? {} : { to: to }),
  };
}
