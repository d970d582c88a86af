import { assertName, InputError } from '../core/index.js';
import type { Weights } from './weights.js';

/** The assets among names of which one may be `'cash'`, which is no asset but what is left of the weights. */
export type WithoutCash<Name extends string> = Exclude<Name, 'cash'>;

/** Refuses a switch that is none: both sides are names, and they differ. */
export function assertSwitch(where: string, hold: unknown, otherwise: unknown): void {
  assertName(where, 'hold', hold);
  assertName(where, 'otherwise', otherwise);
  if (hold !== otherwise) return;
  throw new InputError(
    'option.range',
    `${where}: "hold" and "otherwise" are both "${hold}"; a filter chooses between two things.`,
    { where, asset: hold },
  );
}

/** All of a weight in one asset; in `'cash'` it is no weight at all. */
export const allIn = <Name extends string>(name: Name, weight = 1): Weights<WithoutCash<Name>> =>
  Object.freeze(name === 'cash' ? {} : { [name]: weight }) as Weights<WithoutCash<Name>>;

/** Names in order, each once, without `'cash'`. */
export const assetsAmong = <Name extends string>(names: readonly Name[]): WithoutCash<Name>[] =>
  [...new Set(names)].filter((name): name is WithoutCash<Name> => name !== 'cash');
