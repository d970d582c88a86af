import { InputError, suggestNames } from '../core/index.js';
import type { View } from './view.js';
import type { Allocation, Weights } from './weights.js';

/**
 * What a strategy inside another one invests: the sum of its weights, checked to be of its own assets. NaN for what is no answer at all,
 * which is left to the engine: it names the fault and the day.
 *
 * @param view the view that it saw.
 * @throws InputError `asset.unknown` for an asset, `weights.invalid` for a position, that the inner strategy does not have.
 */
export function investedBy(answer: unknown, name: string, { assets, asOf }: View<string, string, string>): number {
  if (!isPlain(answer)) return NaN;
  const place = { strategy: name, date: asOf };
  const { members, weights } = answer as Partial<Allocation>;
  if (isList(members) && isList(weights)) {
    const positions = Array.from(members);
    const outside = positions.find((member) => Number.isInteger(member) && member >= assets.length);
    if (outside !== undefined) {
      throw new InputError(
        'weights.invalid',
        `Strategy "${name}" on ${asOf}: decide returned a position outside view.assets: ${outside} of ${assets.length}.`,
        { ...place, member: outside },
      );
    }
    const sound = positions.every((member) => Number.isInteger(member) && member >= 0);
    const once = new Set(positions).size === positions.length && weights.length === positions.length;
    return sound && once ? sumOf(Array.from(weights)) : NaN;
  }
  for (const asset of Object.keys(answer)) {
    if (assets.includes(asset)) continue;
    throw new InputError(
      'asset.unknown',
      `Strategy "${name}" on ${asOf}: decide gave a weight to "${asset}", which is not one of its assets. ${suggestNames(asset, assets)}`,
      { ...place, asset },
    );
  }
  return sumOf(Object.values(answer as Weights));
}

/** NaN where one of them is no number. */
const sumOf = (weights: readonly unknown[]): number =>
  weights.reduce<number>((sum, weight) => (typeof weight === 'number' ? sum + weight : NaN), 0);

const isList = (value: unknown): value is ArrayLike<number> => Array.isArray(value) || ArrayBuffer.isView(value);

function isPlain(answer: unknown): answer is object {
  if (typeof answer !== 'object' || answer === null) return false;
  const prototype: unknown = Object.getPrototypeOf(answer);
  return prototype === Object.prototype || prototype === null;
}
