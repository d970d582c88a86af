import { assertKnownOptions, assertName } from '../core/index.js';
import { type Condition, readCondition } from './condition.js';

/** When a rotation is left before its time. */
export type RotationExit<Indicator extends string = string> =
  | Condition<Indicator>
  | {
      /**
       * The name of an indicator that counts months since some other event, such as a rate increase: once one has become known in a later
       * month than the event that the rotation follows, it is over until the next of those.
       */
      readonly since: Indicator;
    };

/** Checks an exit and freezes it. */
export function readExit<Indicator extends string>(
  where: string,
  exit: RotationExit<Indicator>,
): RotationExit<Indicator> {
  if (!('since' in exit)) return readCondition(where, 'exit', exit);
  assertKnownOptions(`${where}, exit`, exit, ['since']);
  assertName(`${where}, exit`, 'since', exit.since);
  return Object.freeze({ ...exit });
}

/** The indicator that an exit reads. */
export const indicatorOf = <Indicator extends string>(exit: RotationExit<Indicator>): Indicator =>
  'since' in exit ? exit.since : exit.indicator;
