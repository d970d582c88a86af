import { assertKnownOptions, assertName, assertObject } from '../core/index.js';
import type { Schedule } from '../time/index.js';
import { applyScreens, fieldsRead } from './apply-screens.js';
import { assertScreens } from './assert-screens.js';
import { defineStrategy } from './define-strategy.js';
import type { Screen } from './screen.js';
import type { UniverseStrategy } from './strategy.js';
import type { Weighting } from './weighting.js';

/** Options of {@link screenedPortfolio}. */
export interface ScreenedPortfolioOptions<Field extends string = never, Weight extends string = never> {
  readonly name: string;
  /** Steps in order, from `bottomFraction`, `topFraction`, `dropBottomFraction`, `topCount`, `atLeast`, `atMost`. */
  readonly screens: readonly Screen<Field>[];
  /** From `weighBy` or `weighByRank`; the field need not be one of the screens'. */
  readonly weighting: Weighting<Weight>;
  readonly schedule: Schedule;
}

/**
 * A portfolio of whatever passes a list of screens, weighted by a characteristic, by rank or equally.
 *
 * Screens run in order on R type-7 quantiles of what is left. Eligible are listed assets of which every field that is read is
 * known on the day. If nothing passes, everything is in cash.
 *
 * @throws InputError `screen.invalid`, `option.type`, `option.range`, `option.unknown`, `schedule.invalid`; in a backtest
 *   `screen.no-breakpoints`.
 * @example
 * const cheapHalf = screenedPortfolio({ name: 'Cheap half', screens: [topFraction('valueRank', 0.5)], weighting: weighBy('equal'), schedule: annually({ month: 6 }) });
 * console.log(Object.keys(backtest(frenchSizeValueProfitability(), cheapHalf).decisions[0].target).length); // 16
 */
export function screenedPortfolio<const Field extends string = never, const Weight extends string = never>(
  options: ScreenedPortfolioOptions<Field, Weight>,
): UniverseStrategy<Field | Weight> {
  assertObject('screenedPortfolio', 'the options', options);
  assertKnownOptions('screenedPortfolio', options, ['name', 'screens', 'weighting', 'schedule']);
  const { name, screens, weighting, schedule } = options;
  assertName('screenedPortfolio', 'name', name);
  assertScreens('screenedPortfolio', screens, weighting);
  const steps = Object.freeze([...screens]);
  return defineStrategy<Field | Weight>({
    name,
    assets: 'all',
    fields: fieldsRead<Field | Weight>(steps, weighting),
    schedule,
    params: { screens: steps, weighting },
    decide: (view) => applyScreens(view, steps, weighting),
  });
}
