import { InputError } from '../core/index.js';
import { alignTo, type AnyPanel, lifeOf, type ReturnSeries } from '../panel/index.js';
import type { Strategy } from '../strategy/index.js';
import type { IsoDate } from '../time/index.js';
import { backtest } from './backtest.js';
import type { BacktestOptions } from './options.js';
import type { BacktestResult } from './result.js';

/** Any strategy, whatever names it knows; `backtest` checks that they fit the panel. */
export type AnyStrategy = Strategy<string, string, string>;

/** `backtest` without knowledge of names. */
export function runAny(panel: AnyPanel, strategy: AnyStrategy, options: BacktestOptions): BacktestResult {
  return backtest<string, string, string>(panel, strategy, options);
}

/** The window in which several runs, and other series, all are: its first and last row's days. */
interface SharedWindow {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * Runs strategies over identical rows: all make their first decision on one base, the latest on which any of them could, and on which every
 * other series begins. Those that begin later alone are what the others wait for.
 *
 * @returns the results in the order given (one that lost everything, or was emptied, ends earlier), and the window that they share.
 */
export function runTogether(
  where: string,
  panel: AnyPanel,
  strategies: readonly AnyStrategy[],
  options: BacktestOptions,
  others: readonly ReturnSeries[] = [],
): { readonly results: readonly BacktestResult[]; readonly window: SharedWindow } {
  const alone = strategies.map((strategy) => runAny(panel, strategy, options));
  const window = sharedWindow(where, panel, alone, others);
  const shared = alone.every(
    ({ settings, end }) => settings.from === window.from && (end !== 'complete' || settings.to === window.to),
  );
  if (shared) return { results: alone, window };
  return { results: strategies.map((strategy) => runAny(panel, strategy, { ...options, window })), window };
}

function sharedWindow(
  where: string,
  { calendar }: AnyPanel,
  alone: readonly BacktestResult[],
  others: readonly ReturnSeries[],
): SharedWindow {
  const lives = others.map((series) => {
    const { first, last } = lifeOf(alignTo(calendar, series, where));
    return first < 0 ? null : { from: calendar.date(first), to: calendar.date(last) };
  });
  const spans = [
    ...alone.map(({ settings, end }) => ({
      from: settings.from,
      to: end === 'complete' ? settings.to : calendar.date(calendar.length - 1),
    })),
    ...lives.filter((life) => life !== null),
  ];
  const from = spans.reduce((latest, span) => (span.from > latest ? span.from : latest), spans[0]!.from);
  const to = spans.reduce((earliest, span) => (span.to < earliest ? span.to : earliest), spans[0]!.to);
  if (from <= to && lives.every((life) => life !== null)) return { from, to };
  const names = [...alone.map(({ name }) => name), ...others.map(({ name }) => name)];
  const told = [...alone.map(({ settings }) => settings), ...lives].map((life, index) =>
    life === null
      ? `${names[index]!} has no return on the panel's rows`
      : `${names[index]!} ${life.from} to ${life.to}`,
  );
  throw new InputError(
    'panel.empty-window',
    `${where}: no row on which everything has a return (${told.join('; ')}). Choose a benchmark, or a window, that overlaps.`,
    { where },
  );
}
