import { describe, expect, it } from 'vitest';
import { blockAssumptions, type BlocksDrawn, blockWarnings } from '../../../src/inference/bootstrap/block-words.js';

const drawn: BlocksDrawn = {
  method: 'stationary',
  blockLength: 12,
  blockLengthBy: 'given',
  seed: 7,
  n: 60,
  independent: 5,
};

describe('the sentences about blocks', () => {
  it.each([
    [
      {},
      'Paths of the stationary block bootstrap, mean block length 12.0 rows (as given), seed 7.',
      '60 returns make about 5 independent blocks.',
    ],
    [
      { method: 'circular', blockLength: 1, independent: 60 },
      'Paths of the circular block bootstrap, block length 1.0 rows (as given; drawdowns and clusters of volatility want longer blocks), seed 7.',
      '60 returns make about 60 independent blocks.',
    ],
    [
      { method: 'moving', blockLength: 60, blockLengthBy: 'Politis–White', independent: 1 },
      'Paths of the moving block bootstrap, block length 60.0 rows (by the rule of Politis and White, for the mean; clusters of volatility want longer blocks), seed 7.',
      '60 returns make about 1 independent block.',
    ],
  ] as const)('name method, length, who chose it and seed: %o', (other, first, second) => {
    expect(blockAssumptions('Paths', { ...drawn, ...other })).toEqual([first, second]);
  });

  it.each([
    [10, false, []],
    [9, false, ['Warning: only 9 independent blocks: what is drawn from them is a guess.']],
    [1, false, ['Warning: only 1 independent block: what is drawn from them is a guess.']],
    [10, true, ['Warning: uses hindsight: nobody could have earned these returns at the time.']],
  ])('warn of fewer than ten independent blocks and of hindsight: %d, %s', (independent, hindsight, expected) => {
    expect(blockWarnings({ independent }, hindsight)).toEqual(expected);
  });
});
