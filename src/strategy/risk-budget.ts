import { assertKnownOptions, assertNumber, assertObject, InputError, sum } from '../core/index.js';
import { deviationOf, sampleCovariance } from '../stats/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { assertAssets } from './assert-assets.js';
import { defineStrategy } from './define-strategy.js';
import { assertMoves, withHistory } from './recent-returns.js';
import { riskBudgetWeights } from './risk-budget-weights.js';
import type { Strategy } from './strategy.js';

/** Options of {@link riskBudget}. */
export interface RiskBudgetOptions<Asset extends string> {
  readonly assets: readonly Asset[];
  /** Each asset's share of the portfolio's risk, above 0, together 1; equal shares when absent. */
  readonly budgets?: Readonly<Record<NoInfer<Asset>, number>>;
  /** How many returns the covariances are measured over, 2 or more. */
  readonly lookback: number;
  /** When to measure and trade; monthly when absent. */
  readonly schedule?: Schedule;
}

/**
 * Weights assets so that each brings a set share of the portfolio's risk; equal shares are the equal risk contribution portfolio.
 *
 * Long only, fully invested: wᵢ(Σw)ᵢ / w'Σw = bᵢ to 1e-12, Σ the sample covariances (n − 1) of the last `lookback` returns. The answer
 * is the only one. An asset that is not listed or lacks one of these returns is left out, and the shares of the others keep their
 * proportions; nothing left is all cash. Cost: n² covariances and some n³ steps per decision.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`, `option.missing` for an asset without a budget,
 *   `schedule.invalid`; in a backtest `weights.invalid` for returns that do not vary or that cancel each other, naming the day.
 * @see Maillard, S., Roncalli, T. and Teïletche, J. (2010), "The Properties of Equally Weighted Risk Contribution Portfolios", Journal of
 *   Portfolio Management 36(4); Spinu, F. (2013), "An Algorithm for Computing Risk Parity Weights", SSRN 2297383, for the solution.
 * @example
 * const parity = riskBudget({ assets: ['SPY', 'IWM', 'AGG'], budgets: { SPY: 0.25, IWM: 0.25, AGG: 0.5 }, lookback: 36 });
 * console.log(backtest(usFunds(), parity).decisions[0].target.AGG?.toFixed(4)); // 0.7459
 */
export function riskBudget<const Asset extends string>(options: RiskBudgetOptions<Asset>): Strategy<Asset> {
  const where = 'riskBudget';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['assets', 'budgets', 'lookback', 'schedule']);
  const { lookback, schedule = monthly() } = options;
  assertAssets(where, 'assets', options.assets);
  assertNumber(where, 'lookback', lookback, { min: 2, integer: true });
  const assets: readonly Asset[] = Object.freeze([...options.assets]);
  const shares = readBudgets(where, options.budgets, assets);
  const budgets = Object.freeze(Object.fromEntries(assets.map((asset, index) => [asset, shares[index]!])));
  return defineStrategy<Asset>({
    name: `${options.budgets === undefined ? 'Equal risk' : 'Risk budget'} of ${assets.length} assets over ${lookback} periods`,
    assets,
    lookback,
    schedule,
    params: { assets, budgets, lookback },
    decide: (view) => {
      const { members, returns } = withHistory(view, lookback);
      const spreads = returns.map((values) => deviationOf(values));
      assertMoves(where, view, members, spreads);
      const covariances = returns.map((a) => returns.map((b) => sampleCovariance(a, b)));
      const weights = riskBudgetWeights(
        covariances,
        members.map((member) => shares[member]!),
      );
      if (weights !== undefined) return { members, weights };
      throw new InputError(
        'weights.invalid',
        `${where} on ${view.asOf}: the returns of some assets cancel each other over the lookback of ${lookback}, so no weights share the risk. Leave one of them out, or lengthen "lookback".`,
        { where, date: view.asOf },
      );
    },
  });
}

/** The budgets in the order of the assets, together 1. */
function readBudgets(where: string, given: unknown, assets: readonly string[]): readonly number[] {
  if (given === undefined) return assets.map(() => 1 / assets.length);
  assertObject(where, '"budgets"', given);
  assertKnownOptions(`${where}, budgets`, given, assets);
  const shares = assets.map((asset) => {
    const budget = Object.hasOwn(given, asset) ? given[asset] : undefined;
    if (budget === undefined) {
      throw new InputError('option.missing', `${where}: "budgets" has none for "${asset}"; name every asset.`, {
        where,
        asset,
      });
    }
    const allowed = 'a share of the risk above 0 and at most 1; leave an asset out that shall bring none';
    assertNumber(where, `budgets.${asset}`, budget, { min: Number.MIN_VALUE, max: 1, allowed });
    return budget;
  });
  const total = sum(shares);
  if (Math.abs(total - 1) <= 1e-9) return shares.map((share) => share / total);
  throw new InputError('option.range', `${where}: the budgets sum to ${total}; they must sum to 1.`, {
    where,
    sum: total,
  });
}
