import { assertKnownOptions, assertNumber, assertObject, inPercent } from '../core/index.js';
import { annually, type Schedule } from '../time/index.js';
import { always } from './always.js';
import { assertTwoAssets } from './assert-two-assets.js';
import { defineStrategy } from './define-strategy.js';
import type { Strategy } from './strategy.js';
import type { Weights } from './weights.js';

/** Options of {@link smallCapTilt}. */
export interface SmallCapTiltOptions<Core extends string, Small extends string> {
  /** The asset that is held without the tilt. */
  readonly core: Core;
  readonly smallCap: Small;
  /** The share of small caps, 0 to 1: 0.3 means 70 % core and 30 % small caps. */
  readonly weight: number;
  /** When to trade back to the target; each December when absent. */
  readonly schedule?: Schedule;
}

/**
 * A fixed overweight of small caps on a core: (1 − weight) core + weight small caps, traded back on a schedule.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`, `schedule.invalid`.
 * @example
 * const tilt = smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule: annually({ month: 12 }) });
 * console.log(tilt.name); // Small-cap tilt, 30 % IWM on SPY
 */
export function smallCapTilt<const Core extends string, const Small extends string>(
  options: SmallCapTiltOptions<Core, Small>,
): Strategy<Core | Small> {
  assertObject('smallCapTilt', 'the options', options);
  assertKnownOptions('smallCapTilt', options, ['core', 'smallCap', 'weight', 'schedule']);
  const { core, smallCap, weight, schedule = annually({ month: 12 }) } = options;
  assertTwoAssets('smallCapTilt', 'tilt', { core, smallCap });
  assertNumber('smallCapTilt', 'weight', weight, { min: 0, max: 1, allowed: 'a fraction from 0 to 1, such as 0.3' });
  return defineStrategy<Core | Small>({
    name: `Small-cap tilt, ${inPercent(weight, 2)} ${smallCap} on ${core}`,
    assets: [core, smallCap],
    schedule,
    params: { core, smallCap, weight },
    decide: always({ [core]: 1 - weight, [smallCap]: weight } as Weights<Core | Small>),
  });
}
