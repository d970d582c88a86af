import { assertKnownOptions, assertName, assertObject, describeValue, InputError } from '../core/index.js';
import type { Schedule } from '../time/index.js';
import { applyScreens, fieldsRead } from './apply-screens.js';
import { defineStrategy } from './define-strategy.js';
import type { Screen, Weighting } from './screen.js';
import type { UniverseStrategy } from './strategy.js';

/** Options of {@link screenedPortfolio}. */
export interface ScreenedPortfolioOptions<Field extends string> {
  readonly name: string;
  /** Steps in order, from `bottomFraction`, `topFraction`, `dropBottomFraction`, `atLeast`, `atMost`. */
  readonly screens: readonly Screen<Field>[];
  readonly weighting: Weighting<NoInfer<Field>>;
  readonly schedule: Schedule;
}

/**
 * A portfolio of whatever passes a list of screens, weighted by a characteristic or equally.
 *
 * Screens run in order on R type-7 quantiles of what is left. Eligible are listed assets of which every field that is read is
 * known on the day. If nothing passes, everything is in cash.
 *
 * @throws InputError `screen.invalid`, `option.type`, `option.unknown`, `schedule.invalid`.
 * @example
 * const cheapHalf = screenedPortfolio({ name: 'Cheap half', screens: [topFraction('valueRank', 0.5)], weighting: weighBy('equal'), schedule: annually({ month: 6 }) });
 * console.log(Object.keys(backtest(frenchSizeValueProfitability(), cheapHalf).decisions[0].target).length); // 16
 */
export function screenedPortfolio<const Field extends string>(
  options: ScreenedPortfolioOptions<Field>,
): UniverseStrategy<Field> {
  assertObject('screenedPortfolio', 'the options', options);
  assertKnownOptions('screenedPortfolio', options, ['name', 'screens', 'weighting', 'schedule']);
  const { name, screens, weighting, schedule } = options;
  assertName('screenedPortfolio', 'name', name);
  const bad: unknown = Array.isArray(screens)
    ? screens.find((screen: unknown) => !isPlan(screen))
    : (screens);
  if (bad !== undefined || !isPlan(weighting)) {
    throw new InputError(
      'screen.invalid',
      `screenedPortfolio: found ${describeValue(bad ?? weighting)}; "screens" is an array of topFraction(…), bottomFraction(…), ` +
        'dropBottomFraction(…), atLeast(…) or atMost(…), "weighting" is weighBy(field).',
    );
  }
  const steps = Object.freeze([...screens]);
  return defineStrategy<Field>({
    name,
    assets: 'all',
    fields: fieldsRead<Field>(steps, weighting),
    schedule,
    params: { screens: steps, weighting },
    decide: (view) => applyScreens(view, steps, weighting),
  });
}

const isPlan = (value: unknown): boolean => typeof value === 'object' && value !== null && 'kind' in value;
