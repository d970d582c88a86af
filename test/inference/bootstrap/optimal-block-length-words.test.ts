import { describe, expect, it } from 'vitest';
import { optimalBlockLength } from '../../../src/inference/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';

const assumptions = [
  'The series is stationary, and its autocovariances die out.',
  'The length is chosen for the mean: volatility that comes in clusters wants longer blocks.',
];

describe('optimalBlockLength: what it says', () => {
  it('has a row for each length, for the autocovariances and for how many returns are independent', () => {
    // Lengths (9 · (176/186)²)^⅓ = 2.005 and 1.5^⅓ times that = 2.29497, M = 4 (optimal-block-length.test.ts); ⌊9/2.005⌋ = 4.
    const found = optimalBlockLength(
      series(
        'annual',
        [4, 3, 2, 1, 0, -1, -2, -3, -4].map((value) => value / 100),
      ),
    );
    expect(found.independent).toBe(4);
    expect(found.table.title).toBe('A: block length, 2020-12 to 2028-12');
    expect(found.table.layout.map(({ label, align }) => [label, align])).toEqual([
      ['', 'left'],
      ['Rows', 'right'],
    ]);
    expect(found.table.texts).toEqual([
      ['Stationary (mean)', '2.00'],
      ['Circular, moving', '2.29'],
      ['Autocovariances used', '4'],
      ['Returns', '9'],
      ['Returns / stationary length', '4'],
    ]);
    expect(found.notes).toEqual(assumptions);
    expect(found.assumptions).toEqual(assumptions);
  });

  it('names no span where there is no return, and counts every return as independent under a length of one row', () => {
    expect(optimalBlockLength(series('annual', [NaN, NaN])).table.title).toBe('A: block length');
    const alternating = Array.from({ length: 40 }, (_, row) => (row % 2 === 0 ? 0.01 : -0.01) + (row % 7) / 1000);
    const found = optimalBlockLength(series('annual', [NaN, ...alternating]));
    expect(found.n).toBe(40);
    expect(found.independent).toBe(Math.floor(40 / Math.max(1, found.stationary)));
    expect(found.independent).toBeLessThanOrEqual(40);
  });

  it('refuses what is no series, and a hole by its date', () => {
    expect(expectInputError('series.invalid', [], () => optimalBlockLength(3 as never)).message).toBe(
      "optimalBlockLength: the series must be a return series, such as panel.returns('SPY') or the result of a backtest; found 3.",
    );
    const hole = expectInputError('returns.hole', [], () => optimalBlockLength(series('annual', [0.1, NaN, 0.2])));
    expect(hole.message).toBe(
      'optimalBlockLength: "A" has no return on 2021-12-31, inside the time that is drawn from; rows beside it are no neighbours. Cut it to a window without the hole, or fill the return from its source.',
    );
    expect(hole.details).toEqual({ where: 'optimalBlockLength', series: 'A', row: 1, date: '2021-12-31' });
  });
});
