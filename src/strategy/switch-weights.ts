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
export const allIn = <Asset extends string>(name: Asset | 'cash', weight = 1): Weights<Asset> =>
  Object.freeze(name === 'cash' ? {} : { [name]: weight }) as Weights<Asset>;

/** Names in order, each once, without `'cash'`. */
export const assetsAmong = <Asset extends string>(names: readonly (Asset | 'cash')[]): Asset[] =>
  [...new Set(names)].filter((name): name is Asset => name !== 'cash');
