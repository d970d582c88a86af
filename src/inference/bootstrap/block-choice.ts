import type { ReturnSeries } from '../../panel/index.js';
import type { BlockMethod } from '../resampling/block-method.js';
import { politisWhite } from './politis-white.js';

/** The block length that is used, and why. */
export interface BlockChoice {
  readonly blockLength: number;
  readonly blockLengthBy: 'given' | 'Politis–White';
}

/**
 * The length that was given, or the longest that Politis and White's rule gives for one of the series: whole (rounded up) where blocks
 * have one length, never under 1 row, and 1 where the rule has no answer.
 */
export function chooseBlockLength(
  given: number | undefined,
  method: BlockMethod,
  all: readonly ReturnSeries[],
): BlockChoice {
  if (given !== undefined) return { blockLength: given, blockLengthBy: 'given' };
  const lengths = all.map(({ values }) => {
    const { stationary, circular } = politisWhite(values);
    return method === 'stationary' ? stationary : Math.ceil(circular);
  });
  return {
    blockLength: Math.max(1, ...lengths.filter((length) => !Number.isNaN(length))),
    blockLengthBy: 'Politis–White',
  };
}
