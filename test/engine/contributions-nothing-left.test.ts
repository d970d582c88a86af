import { backtest, contributions, fixedMix } from 'backtilt';
import { expect, it } from 'vitest';
import { months } from './made-panel.js';

it('contributions link to nothing where two losses leave so little that the compounded return rounds to -100 %', () => {
  // (1e-9)(1e-9) − 1 = −1 in double precision, though neither month lost everything.
  const parts = contributions(
    backtest(months({ A: [-0.999999999, -0.999999999, 0.1] }), fixedMix({ weights: { A: 1 } })),
  );
  expect(parts.totalReturn).toBe(-1);
  expect(parts.linked.assets.A).toBeNaN();
  expect(String(parts)).toContain('All was lost: nothing averages over a year or links to that.');
});
