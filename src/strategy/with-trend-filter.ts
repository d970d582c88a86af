import { assertKnownOptions, assertName, assertNumber, assertObject } from '../core/index.js';
import type { Schedule } from '../time/index.js';
import { assertStrategy, defineStrategy } from './define-strategy.js';
import { investedBy } from './invested-by.js';
import { narrowView } from './narrow-view.js';
import type { Strategy, UniverseStrategy } from './strategy.js';
import { allIn, assetsAmong, type WithoutCash } from './switch-weights.js';
import { isAboveAverage } from './trailing-path.js';

/** Options of {@link withTrendFilter}. */
export interface TrendFilterOptions<On extends string, Otherwise extends string = 'cash'> {
  /** The asset whose trend decides, such as the market; it need not be held. */
  readonly on: On;
  /** How many closes its average is of, today's among them. */
  readonly periods: number;
  /** What is held in place of the strategy's assets while the filter is off; `'cash'` when absent. */
  readonly otherwise?: Otherwise;
  /** When to look and trade; the strategy's own schedule when absent. */
  readonly schedule?: Schedule;
}

/**
 * Puts a trend filter on any strategy: while an asset is not above its moving average, what the strategy would have invested lies in
 * `otherwise` instead.
 *
 * The average is that of `movingAverageFilter`. While the filter is off, `otherwise` has the sum of the strategy's weights (at least
 * 0, at most 1); what the strategy leaves in cash stays in cash. The strategy is asked at every decision, sees its own assets and its
 * own lookback only, and as `holdings` what the portfolio really holds of them. Its fields, indicators and mark of hindsight are kept. Its answers
 * must be of its own assets, on or off; short and borrowed weights need the rules that allow them only while they are traded. A strategy that decides rarely looks at the filter as rarely: give `schedule`.
 *
 * Fields must be known for all of the assets, `on` and `otherwise` among them. A strategy on `'all'` assets may come to hold these two
 * as well, since they are in its universe.
 *
 * @throws InputError `strategy.invalid`, `option.type`, `option.range`, `option.unknown`, `schedule.invalid`; in a backtest `asset.unknown` and
 *   `weights.invalid` for an answer that is not of the strategy's assets, `strategy.undeclared`, `strategy.lookback`.
 * @see Faber, M. T. (2007), "A Quantitative Approach to Tactical Asset Allocation", Journal of Wealth Management 9(4).
 * @example
 * const tilt = smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 });
 * const filtered = withTrendFilter(tilt, { on: 'SPY', periods: 10, otherwise: 'BIL', schedule: monthly() });
 * console.log(filtered.name); // Small-cap tilt, 30 % IWM on SPY, while SPY is above its 10-period average, otherwise BIL
 */
export function withTrendFilter<
  const On extends string,
  Field extends string = never,
  Indicator extends string = never,
  const Otherwise extends string = 'cash',
>(
  strategy: UniverseStrategy<Field, Indicator>,
  options: TrendFilterOptions<On, Otherwise>,
): UniverseStrategy<Field, Indicator>;
export function withTrendFilter<
  const Asset extends string,
  const On extends string,
  Field extends string = never,
  Indicator extends string = never,
  const Otherwise extends string = 'cash',
>(
  strategy: Strategy<Asset, Field, Indicator>,
  options: TrendFilterOptions<On, Otherwise>,
): Strategy<Asset | On | WithoutCash<Otherwise>, Field, Indicator>;
export function withTrendFilter(strategy: object, options: TrendFilterOptions<string, string>): object {
  const where = 'withTrendFilter';
  assertStrategy(strategy, where);
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['on', 'periods', 'otherwise', 'schedule']);
  const { on, periods, otherwise = 'cash', schedule = strategy.schedule } = options;
  assertName(where, 'on', on);
  assertName(where, 'otherwise', otherwise);
  assertNumber(where, 'periods', periods, { min: 2, integer: true });
  const own = strategy.assets === 'all' ? undefined : Object.freeze([...strategy.assets]);
  const { name, params = {}, fields, indicators, lookback = 0, usesHindsight } = strategy;
  const filtered: Strategy = {
    name: `${name}, while ${on} is above its ${periods}-period average, otherwise ${otherwise}`,
    assets: own === undefined ? 'all' : [...new Set([...own, on, ...assetsAmong<string>([otherwise])])],
    ...(fields === undefined ? {} : { fields }),
    ...(indicators === undefined ? {} : { indicators }),
    lookback: Math.max(lookback, periods - 1),
    schedule,
    params: { on, periods, otherwise, strategy: name, strategyParams: params },
    ...(usesHindsight === undefined ? {} : { usesHindsight }),
    decide: (view) => {
      const inner = narrowView(view, strategy);
      const answer = strategy.decide(inner);
      const invested = investedBy(answer, name, inner);
      if (Number.isNaN(invested) || isAboveAverage(view.returns(on, periods - 1))) return answer;
      return allIn(otherwise, Math.min(1, Math.max(0, invested)));
    },
  };
  return defineStrategy(filtered as Strategy & { readonly assets: readonly string[] });
}
