import { numberCell } from '../../table/index.js';
import { fewBlocksWarning } from '../doubt-words.js';
import type { BlockMethod } from '../resampling/block-method.js';
import type { BlockChoice } from './block-choice.js';

/** How rows were drawn again. */
export interface BlocksDrawn extends BlockChoice {
  readonly method: BlockMethod;
  readonly seed: number;
  readonly n: number;
  readonly independent: number;
}

/** The sentences that anything drawn in blocks is read with; `what` was drawn, such as "10000 replications". */
export function blockAssumptions(what: string, drawn: BlocksDrawn): string[] {
  const { method, blockLength, blockLengthBy, seed, n, independent } = drawn;
  const kind = method === 'stationary' ? 'mean block length' : 'block length';
  const by =
    blockLengthBy === 'given'
      ? `as given${blockLength === 1 ? '; drawdowns and clusters of volatility want longer blocks' : ''}`
      : 'by the rule of Politis and White, for the mean; clusters of volatility want longer blocks';
  return [
    `${what} of the ${method} block bootstrap, ${kind} ${numberCell(blockLength, 1).text} rows (${by}), seed ${seed}.`,
    `${n} returns make about ${independent} independent ${independent === 1 ? 'block' : 'blocks'}.`,
  ];
}

/** What a reader of anything drawn in blocks must be warned of. */
export function blockWarnings({ independent }: Pick<BlocksDrawn, 'independent'>, hindsight: boolean): string[] {
  return [
    ...fewBlocksWarning(independent),
    ...(hindsight ? ['Warning: uses hindsight: nobody could have earned these returns at the time.'] : []),
  ];
}
