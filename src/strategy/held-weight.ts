import type { Weights } from './weights.js';

/** The weight of an asset among some by name, 0 where it is absent: an asset may be named as what every object inherits ("constructor"). */
export const heldWeight = (weights: Weights, asset: string): number =>
  Object.hasOwn(weights, asset) ? (weights[asset] ?? 0) : 0;
