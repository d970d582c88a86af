import type { Weights } from './weights.js';

/** A registered symbol, so that strategies of the ESM and the CommonJS copy of this package understand each other. */
const TARGET = Symbol.for('backtilt.strategy.target');

/** A `decide` that answers the same weights on every day and says so, so that the engine need not ask it again and again. */
export function always<Asset extends string>(weights: Weights<Asset>): () => Weights<Asset> {
  const target = Object.freeze({ ...weights });
  return whenListed(() => target, target);
}

/** Marks a `decide` that answers some weights on every day on which all of its assets are listed. */
export const whenListed = <Decide extends object>(decide: Decide, target: Weights): Decide =>
  Object.defineProperty(decide, TARGET, { value: target });

/** The weights that a strategy answers on every day on which all of its assets are listed; `undefined` where it must be asked. */
export const targetOf = (strategy: { readonly decide: unknown }): Weights | undefined =>
  (strategy.decide as { readonly [TARGET]?: Weights } | null | undefined)?.[TARGET];
