import { expect, it } from 'vitest';
import { chooseBlockLength } from '../../../src/inference/bootstrap/block-choice.js';
import { series } from '../../stats/support.js';

// For 4, 3, … −4 the rule gives (9 · (176/186)²)^⅓ = 2.005, and 1.5^⅓ times that, 2.295, for blocks of one length (optimal-block-length.test.ts).
const trend = () =>
  series(
    'annual',
    [4, 3, 2, 1, 0, -1, -2, -3, -4].map((value) => value / 100),
  );
const flat = () => series('annual', new Array<number>(9).fill(0.1));
const stationary = () => ((176 / 186) ** 2 * 9) ** (1 / 3);

it('the length that was given is taken as it is', () => {
  expect(chooseBlockLength(1.5, 'stationary', [trend()])).toEqual({ blockLength: 1.5, blockLengthBy: 'given' });
});

it('the rule gives the stationary mean as it is, and blocks of one length rounded up', () => {
  const found = chooseBlockLength(undefined, 'stationary', [trend()]);
  expect(found.blockLengthBy).toBe('Politis–White');
  expect(found.blockLength).toBeCloseTo(stationary(), 12);
  expect(chooseBlockLength(undefined, 'circular', [trend()]).blockLength).toBe(3);
  expect(chooseBlockLength(undefined, 'moving', [trend()]).blockLength).toBe(3);
});

it('the longest of several series counts, those without an answer do not, and 1 is left where none has one', () => {
  expect(chooseBlockLength(undefined, 'stationary', [flat(), trend(), flat()]).blockLength).toBeCloseTo(
    stationary(),
    12,
  );
  expect(chooseBlockLength(undefined, 'stationary', [flat()]).blockLength).toBe(1);
});
