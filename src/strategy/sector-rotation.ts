import { assertKnownOptions, assertName, assertObject } from '../core/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { always } from './always.js';
import { type Condition, conditionInWords, meets, readCondition } from './condition.js';
import { defineStrategy } from './define-strategy.js';
import { sectorTilt } from './sector-tilt.js';
import type { Strategy } from './strategy.js';
import type { Funding } from './tilts.js';
import type { Weights } from './weights.js';

/** Options of {@link sectorRotation}. */
export interface SectorRotationOptions<Asset extends string, Indicator extends string> {
  /** The weights without the tilt; they sum to 1 or less, the rest is cash. */
  readonly base: Readonly<Record<Asset, number>>;
  /** Weight points by asset while the condition is true, above 0 for an overweight. */
  readonly tilts: Readonly<Partial<Record<NoInfer<Asset>, number>>>;
  /** When the tilt is on, such as while the policy rate is being cut. */
  readonly onlyWhile: Condition<Indicator>;
  /** Who pays, as in `sectorTilt`; 'balanced' when absent. */
  readonly funding?: Funding | undefined;
  /** When to look and trade back to the target; monthly when absent. */
  readonly schedule?: Schedule | undefined;
  readonly name?: string | undefined;
}

/**
 * Tilts sectors while a condition holds, such as an easing cycle, and holds their base the rest of the time.
 *
 * Target = base + tilt at decisions at which the condition is true, as `sectorTilt` works it out, otherwise base; an unknown indicator (NaN) meets
 * no condition. For the cycles of a policy rate: `regimeMask(rateRegime(usPolicyRate()), 'cutting')`, which is 1 while they last.
 * With `whenTargetChanges` as the schedule it trades only when the tilt comes or goes.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`, `option.missing` (a condition without a bound), `asset.unknown`,
 *   `schedule.invalid`.
 * @see Conover, C. M., Jensen, G. R., Johnson, R. R. and Mercer, J. M. (2008), "Sector Rotation and Monetary Conditions", Journal of Investing
 *   17(1), 34–46.
 * @example
 * const industries = addIndicator(frenchIndustries(), 'cutting', regimeMask(rateRegime(usPolicyRate()), 'cutting'));
 * const rotation = sectorRotation({ base: { Banks: 0.5, Food: 0.5 }, tilts: { Banks: 0.2, Food: -0.2 }, onlyWhile: { indicator: 'cutting', above: 0.5 } });
 * const { decisions } = backtest(industries, rotation, { window: { from: '2000-01', to: '2003-12' } });
 * console.log(decisions.find(({ target }) => target.Banks === 0.7)?.decidedOn); // 2001-01-31
 */
export function sectorRotation<const Asset extends string, const Indicator extends string>(
  options: SectorRotationOptions<Asset, Indicator>,
): Strategy<Asset, never, Indicator> {
  const where = 'sectorRotation';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['base', 'tilts', 'onlyWhile', 'funding', 'schedule', 'name']);
  const { base, tilts, funding, schedule = monthly() } = options;
  const condition = readCondition(where, 'onlyWhile', options.onlyWhile);
  const tilt = sectorTilt<Asset>({ base, tilts, ...(funding === undefined ? {} : { funding }) });
  const tilted = tilt.params?.['weights'] as Weights<Asset>;
  const untilted = always<Asset>(base)();
  const name = options.name ?? `${tilt.name}, only while ${conditionInWords(condition)}`;
  assertName(where, 'name', name);
  return defineStrategy<Asset, never, Indicator>({
    name,
    assets: tilt.assets as readonly Asset[],
    indicators: [condition.indicator],
    schedule,
    params: { ...tilt.params, onlyWhile: condition },
    decide: (view) => (meets(view.indicator(condition.indicator), condition) ? tilted : untilted),
  });
}
