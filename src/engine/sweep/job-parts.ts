import { assertCrosses } from './assert-crosses.js';
import { seriesFromParts, type SeriesParts, seriesToParts, type StoreParts, storeToParts } from '../../panel/index.js';
import type { BacktestOptions } from '../options.js';
import type { FusedName } from './moments.js';
import type { SweepJob } from './sweep-executor.js';
import type { StrategySource } from './sweep-options.js';

/** A sweep in plain data: what is handed to another thread. */
export interface SweepJobParts {
  readonly store: StoreParts;
  readonly strategy: StrategySource;
  readonly metrics: readonly FusedName[];
  readonly options: Omit<BacktestOptions, 'cash'>;
  /** Cash that is a series of its own. */
  readonly cash: string | SeriesParts | undefined;
  /** Values of every parameter of a grid: then variants cross by number. */
  readonly grid: Readonly<Record<string, readonly unknown[]>> | undefined;
  /** The first variant. */
  readonly first: object;
}

/**
 * Takes a sweep apart.
 *
 * @throws InputError `option.type` for functions, and objects that hold some, among the options or the parameters.
 */
export function jobToParts({ store, strategy, metrics, options, grid, variants }: SweepJob): SweepJobParts {
  const { cash, ...rest } = options;
  assertCrosses('sweep, backtest', rest);
  if (grid !== undefined) assertCrosses('sweep, grid', grid);
  if ('builtIn' in strategy) assertCrosses('sweep, strategy.options', strategy.options ?? {});
  const [first = {}] = variants(0, 1);
  return {
    store: storeToParts(store),
    strategy: 'builtIn' in strategy ? strategy : { ...strategy, module: String(strategy.module) },
    metrics,
    options: rest,
    cash: typeof cash === 'object' ? seriesToParts(cash) : cash,
    grid,
    first,
  };
}

/** Options of a sweep that was taken apart. */
export const optionsFromParts = ({ options, cash }: SweepJobParts): BacktestOptions =>
  cash === undefined ? options : { ...options, cash: typeof cash === 'object' ? seriesFromParts(cash) : cash };
