import { describeValue, InputError, suggestNames } from '../core/index.js';
import type { Strategy } from './strategy.js';
import type { View } from './view.js';
import type { Weights } from './weights.js';

/**
 * The view as a strategy sees it that runs inside another one: only its own assets, which must be the first of the outer ones, and no
 * more history than it declares itself. Fields and indicators are those of the outer one.
 *
 * @throws InputError from its readers: `strategy.undeclared`, `asset.unknown`, `strategy.lookback`, as in a backtest of its own.
 */
export function narrowView<Asset extends string, Field extends string, Indicator extends string>(
  view: View<string, Field, Indicator>,
  strategy: Strategy<Asset, Field, Indicator>,
): View<Asset, Field, Indicator> {
  const { name } = strategy;
  const assets = strategy.assets === 'all' ? (view.assets as readonly Asset[]) : strategy.assets;
  const own = new Set<string>(assets);
  const held = Object.entries(view.holdings).filter(([asset]) => own.has(asset));
  const check = (where: string, asset: string, periods: number): void => {
    assertOwn(where, asset, { name, own, known: view.assets });
    assertLookback(where, periods, strategy);
  };
  return Object.freeze<View<Asset, Field, Indicator>>({
    asOf: view.asOf,
    assets,
    listed: Int32Array.from(view.listed).filter((member) => member < assets.length),
    holdings: Object.freeze(Object.fromEntries(held)) as Weights<Asset>,
    returns: (asset, periods) => {
      check('view.returns', asset, periods);
      return view.returns(asset, periods);
    },
    totalReturn: (asset, periods, options) => {
      check('view.totalReturn', asset, periods);
      return view.totalReturn(asset, periods, options);
    },
    field: (field) => view.field(field).slice(0, assets.length),
    indicator: (indicator) => view.indicator(indicator),
    indicatorHistory: (indicator, periods) => {
      assertLookback('view.indicatorHistory', periods, strategy);
      return view.indicatorHistory(indicator, periods);
    },
  });
}

interface Own {
  readonly name: string;
  readonly own: ReadonlySet<string>;
  /** The assets of the outer strategy. */
  readonly known: readonly string[];
}

function assertOwn(where: string, asset: string, { name, own, known }: Own): void {
  if (own.has(asset)) return;
  const assets = [...own];
  throw new InputError(
    known.includes(asset) ? 'strategy.undeclared' : 'asset.unknown',
    known.includes(asset)
      ? `${where}: strategy "${name}" reads "${asset}", which is not among its assets (${assets.join(', ')}). Add it to "assets".`
      : `${where}: unknown asset ${describeValue(asset)} in strategy "${name}". ${suggestNames(asset, assets)}`,
    { asset, strategy: name },
  );
}

/** What is no whole number above 0 is left to the outer view, which refuses it. */
function assertLookback(
  where: string,
  periods: number,
  { name, lookback = 0 }: Pick<Strategy, 'name' | 'lookback'>,
): void {
  if (!(periods > lookback) || !Number.isInteger(periods)) return;
  throw new InputError(
    'strategy.lookback',
    `${where}: asked for ${periods} periods, but strategy "${name}" declares lookback ${lookback}. Raise "lookback" to ${periods}.`,
    { periods, lookback, strategy: name },
  );
}
