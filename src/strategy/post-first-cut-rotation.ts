import { assertKnownOptions, assertName, assertNumber, assertObject } from '../core/index.js';
import { monthly } from '../time/index.js';
import { assertTwoAssets } from './assert-two-assets.js';
import { defineStrategy } from './define-strategy.js';
import type { Strategy } from './strategy.js';
import type { Weights } from './weights.js';

/** Options of {@link postFirstCutRotation}. */
export interface PostFirstCutRotationOptions<Base extends string, Into extends string, Since extends string> {
  /** What is held the rest of the time, such as large caps. */
  readonly base: Base;
  /** What is held after a first cut, such as small caps. */
  readonly into: Into;
  /** The name of the indicator that counts months since the latest first cut: `monthsSince(firstCuts(rates))`. */
  readonly since: Since;
  /** Months to hold `into`, from the month after the cut on; 12 when absent. */
  readonly holdMonths?: number;
}

/**
 * All in `base`, and all in `into` for some months after the first rate cut of an easing cycle.
 *
 * It decides at month ends, on daily panels too, and holds `into` while the indicator is below `holdMonths`. A cut that is known
 * in month m therefore changes what is earned in months m + 1 to m + `holdMonths`. While no cut is known yet (NaN) it holds
 * `base`; a new first cut starts the count again.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`.
 * @example
 * const funds = addIndicator(usFunds(), 'monthsSinceFirstCut', monthsSince(firstCuts(usPolicyRate())));
 * const rotation = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'monthsSinceFirstCut', holdMonths: 12 });
 * console.log(backtest(funds, rotation).decisions.filter(({ target }) => target.IWM === 1).length); // 48
 */
export function postFirstCutRotation<const Base extends string, const Into extends string, const Since extends string>(
  options: PostFirstCutRotationOptions<Base, Into, Since>,
): Strategy<Base | Into, never, Since> {
  const where = 'postFirstCutRotation';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['base', 'into', 'since', 'holdMonths']);
  const { base, into, since, holdMonths = 12 } = options;
  assertTwoAssets(where, 'rotation', { base, into });
  assertName(where, 'since', since);
  assertNumber(where, 'holdMonths', holdMonths, { min: 1, integer: true });
  const rest = Object.freeze({ [base]: 1 }) as Weights<Base | Into>;
  const rotated = Object.freeze({ [into]: 1 }) as Weights<Base | Into>;
  return defineStrategy<Base | Into, never, Since>({
    name: `Post-first-cut rotation, ${base} into ${into} for ${holdMonths} months`,
    assets: [base, into],
    indicators: [since],
    schedule: monthly(),
    params: { base, into, since, holdMonths },
    decide: (view) => (view.indicator(since) < holdMonths ? rotated : rest),
  });
}
