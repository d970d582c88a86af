import { backtest, inverseVolatility, monthly, riskBudget } from 'backtilt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskBudgetWeights } from '../../src/strategy/risk-budget-weights.js';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

type Matrix = readonly (readonly number[])[];

const covariancesOf = (volatilities: readonly number[], correlations: Matrix): number[][] =>
  correlations.map((row, i) => row.map((value, j) => value * volatilities[i]! * volatilities[j]!));

/** Shares of the variance, wᵢ(Σw)ᵢ / w'Σw. */
function riskShares(covariances: Matrix, weights: readonly number[]): number[] {
  const parts = covariances.map((row, i) => weights[i]! * row.reduce((sum, value, j) => sum + value * weights[j]!, 0));
  const variance = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / variance);
}

describe('inverse volatility', () => {
  it('weighs by one over the sample standard deviation', () => {
    // Deviations from the mean of 0: A ±0.01, B ±0.03. The standard deviations are as 1 to 3, so the weights as 3 to 1.
    const panel = months({ A: [0.01, -0.01, 0.01, -0.01, 0], B: [-0.03, 0.03, 0.03, -0.03, 0] });
    const { decisions } = backtest(panel, inverseVolatility({ assets: ['A', 'B'], lookback: 4 }));
    expect(decisions[0]!.target).toEqual({
      A: expect.closeTo(0.75, 14) as number,
      B: expect.closeTo(0.25, 14) as number,
    });
    expect(decisions[0]!.decidedOn).toBe('2020-04-30');
  });

  it('looks at the last returns only', () => {
    const panel = months({ A: [0.5, 0.01, -0.01, 0], B: [-0.5, -0.03, 0.03, 0] });
    const { decisions } = backtest(panel, inverseVolatility({ assets: ['A', 'B'], lookback: 2 }));
    expect(decisions[1]!.target).toEqual({
      A: expect.closeTo(0.75, 14) as number,
      B: expect.closeTo(0.25, 14) as number,
    });
  });

  it('leaves an asset without the whole history out, and is all cash where none has one', () => {
    const panel = months({ A: [0.01, 0.02, null, 0.01, 0.03, 0, 0.01], B: [0.01, 0, 0.01, 0, 0.01, 0, 0.01] });
    const run = (assets: readonly ('A' | 'B')[]) =>
      backtest(panel, inverseVolatility({ assets, lookback: 2 }), { rules: { missing: 'cash' } }).decisions.map(
        ({ target }) => Object.keys(target).join(),
      );
    expect(run(['A', 'B'])).toEqual(['A,B', 'B', 'B', 'A,B', 'A,B']);
    expect(run(['A'])).toEqual(['A', '', '', 'A', 'A']);
  });

  it('refuses returns that do not vary, and names the day', () => {
    const panel = months({ A: [0.01, 0.02, 0, 0], Bills: [0.001, 0.001, 0.001, 0.001] });
    expectInputError(
      'weights.invalid',
      ['inverseVolatility', '2020-02-29', '"Bills"', 'do not vary', 'Leave it out'],
      () => backtest(panel, inverseVolatility({ assets: ['A', 'Bills'], lookback: 2 })),
    );
  });

  it('is plain data', () => {
    expect(inverseVolatility({ assets: ['A', 'B'], lookback: 36 })).toMatchObject({
      name: 'Inverse volatility of 2 assets over 36 periods',
      lookback: 36,
      schedule: monthly(),
      params: { assets: ['A', 'B'], lookback: 36 },
    });
  });

  it.each([
    [{ lookback: 1 }, 'option.range', ['"lookback"', '1', '2 or more']],
    [{ assets: [] }, 'option.type', ['"assets"']],
    [{ assets: ['A', 'A'] }, 'option.range', ['"A" twice']],
    [{ periods: 3 }, 'option.unknown', ['"periods"']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => inverseVolatility({ assets: ['A', 'B'], lookback: 12, ...part }));
  });
});

describe('weights by risk budget', () => {
  it('are those of Maillard, Roncalli and Teïletche (2010) for four assets with equal budgets', () => {
    // Their example: 38.4, 19.2, 24.3 and 18.2 %. More digits: scipy 1.17 (BFGS on the same problem in logarithms).
    const correlations = [
      [1, 0.8, 0, 0],
      [0.8, 1, 0, 0],
      [0, 0, 1, -0.5],
      [0, 0, -0.5, 1],
    ];
    const weights = riskBudgetWeights(covariancesOf([0.1, 0.2, 0.3, 0.4], correlations), [1, 1, 1, 1])!;
    expect(weights.map((weight) => Math.round(weight * 1000) / 10)).toEqual([38.4, 19.2, 24.3, 18.2]);
    [0.38361251, 0.19180625, 0.24261785, 0.18196339].forEach((weight, i) => {
      expect(weights[i]).toBeCloseTo(weight, 7);
    });
  });

  it('are those of Roncalli (2013), Introduction to Risk Parity and Budgeting, for three assets', () => {
    // 31.15, 21.90 and 46.96 % for budgets of 50, 20 and 30 %; 19.69, 32.44 and 47.87 % for equal ones; more digits by scipy as above.
    const covariances = covariancesOf(
      [0.3, 0.2, 0.15],
      [
        [1, 0.8, 0.5],
        [0.8, 1, 0.3],
        [0.5, 0.3, 1],
      ],
    );
    const [uneven, equal] = [
      riskBudgetWeights(covariances, [0.5, 0.2, 0.3])!,
      riskBudgetWeights(covariances, [1, 1, 1])!,
    ];
    [0.31145051, 0.21899751, 0.46955198].forEach((weight, i) => {
      expect(uneven[i]).toBeCloseTo(weight, 7);
    });
    [0.19686194, 0.32444083, 0.47869723].forEach((weight, i) => {
      expect(equal[i]).toBeCloseTo(weight, 7);
    });
  });

  it('of uncorrelated assets are in proportion to √budget / volatility', () => {
    const covariances = covariancesOf(
      [0.1, 0.2, 0.4],
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    );
    // √0.64/0.1 = 8, √0.32/0.2 = 2.83, √0.04/0.4 = 0.5.
    const parts = [8, Math.sqrt(0.32) / 0.2, 0.5];
    const sum = parts.reduce((total, part) => total + part, 0);
    riskBudgetWeights(covariances, [0.64, 0.32, 0.04])!.forEach((weight, i) => {
      expect(weight).toBeCloseTo(parts[i]! / sum, 13);
    });
  });

  it.each([0.99, 0.5, 0, -0.5, -0.99, -0.9999])(
    'of two assets with equal budgets are inverse volatilities, at a correlation of %d too',
    (correlation) => {
      const covariances = covariancesOf(
        [0.1, 0.3],
        [
          [1, correlation],
          [correlation, 1],
        ],
      );
      expect(riskBudgetWeights(covariances, [1, 1])![0]).toBeCloseTo(0.75, 12);
    },
  );

  it('share the risk by the budgets to 1e-12, whatever the returns', () => {
    const number = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    const sizes = fc.record({ assets: fc.integer({ min: 1, max: 8 }), rows: fc.integer({ min: 12, max: 30 }) });
    fc.assert(
      fc.property(
        sizes.chain(({ assets, rows }) =>
          fc.record({
            factor: fc.array(number, { minLength: rows, maxLength: rows }),
            own: fc.array(fc.array(number, { minLength: rows, maxLength: rows }), {
              minLength: assets,
              maxLength: assets,
            }),
            loads: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: assets, maxLength: assets }),
            parts: fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: assets, maxLength: assets }),
          }),
        ),
        ({ factor, own, loads, parts }) => {
          // Some variance of its own for every asset, so that none can cancel another.
          const covariances = own.map((a, i) =>
            own.map((b, j) => {
              const common = factor.reduce((sum, value) => sum + value * value, 0) * loads[i]! * loads[j]!;
              return a.reduce((sum, value, row) => sum + value * b[row]!, 0) + common + (i === j ? 0.01 : 0);
            }),
          );
          const weights = riskBudgetWeights(covariances, parts)!;
          const total = parts.reduce((sum, part) => sum + part, 0);
          expect(weights.every((weight) => weight > 0)).toBe(true);
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 13);
          riskShares(covariances, weights).forEach((share, i) => {
            expect(Math.abs(share - parts[i]! / total)).toBeLessThan(1e-12);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are found with more assets than returns', () => {
    // Rank one: all correlations are 1, and risk is shared by the volatilities alone: w ∝ b / s.
    const weights = riskBudgetWeights(
      covariancesOf(
        [0.1, 0.2, 0.4],
        [
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ],
      ),
      [0.5, 0.3, 0.2],
    )!;
    const parts = [5, 1.5, 0.5];
    weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo(parts[i]! / 7, 13);
    });
  });

  it('do not exist where assets cancel each other', () => {
    expect(
      riskBudgetWeights(
        [
          [0.01, -0.02],
          [-0.02, 0.04],
        ],
        [1, 1],
      ),
    ).toBeUndefined();
  });
});

describe('a risk budget', () => {
  const returns = {
    A: [0.01, -0.01, 0.01, -0.01, 0],
    B: [-0.03, -0.03, 0.03, 0.03, 0],
    C: [0.02, 0.01, -0.01, 0, 0.05],
  };

  it('with equal budgets of two assets is inverse volatility', () => {
    const { decisions } = backtest(months(returns), riskBudget({ assets: ['A', 'B'], lookback: 4 }));
    expect(decisions[0]!.target).toEqual({
      A: expect.closeTo(0.75, 13) as number,
      B: expect.closeTo(0.25, 13) as number,
    });
  });

  it('reaches the budgets on the sample covariances of the lookback', () => {
    const budgets = { A: 0.2, B: 0.3, C: 0.5 };
    const { decisions } = backtest(months(returns), riskBudget({ assets: ['A', 'B', 'C'], budgets, lookback: 4 }));
    const means = [0, 0, 0.005];
    const columns = Object.values(returns).map((column, i) => column.slice(0, 4).map((value) => value - means[i]!));
    const covariances = columns.map((a) => columns.map((b) => a.reduce((sum, x, row) => sum + x * b[row]!, 0) / 3));
    const weights = Object.values(decisions[0]!.target);
    riskShares(covariances, weights).forEach((share, i) => {
      expect(share).toBeCloseTo(Object.values(budgets)[i]!, 12);
    });
  });

  it('finds an asset without a budget by its own name, though every object has a "constructor"', () => {
    const assets = ['constructor', '__proto__', 'B'];
    const made = (budgets: Readonly<Record<string, number>>) => () =>
      riskBudget<string>({ assets, budgets, lookback: 3 });
    expectInputError('option.missing', ['"constructor"'], made({ B: 1 }));
    expectInputError('option.missing', ['"__proto__"'], made({ B: 0.5, constructor: 0.5 }));
    const whole = made({ B: 0.5, constructor: 0.3, ['__proto__']: 0.2 })();
    expect(Object.entries(whole.params!['budgets'] as object)).toEqual([
      ['constructor', 0.3],
      ['__proto__', 0.2],
      ['B', 0.5],
    ]);
  });

  it('keeps the proportions of the budgets where an asset is left out', () => {
    // C has a hole on the third row. A and B do not move together, with budgets as 1 to 4: √1/0.01 to √4/0.03 is 3 to 2.
    const hole = months({ ...returns, C: [0.02, 0.01, null, 0, 0], B: [-0.03, -0.03, 0.03, 0.03, 0] });
    const budgets = { A: 0.1, B: 0.4, C: 0.5 };
    const { decisions } = backtest(hole, riskBudget({ assets: ['A', 'B', 'C'], budgets, lookback: 4 }), {
      rules: { missing: 'cash' },
    });
    expect(decisions[0]!.target).toEqual({
      A: expect.closeTo(0.6, 12) as number,
      B: expect.closeTo(0.4, 12) as number,
    });
  });

  it('refuses returns that do not vary or that cancel each other, and names the day', () => {
    const panel = months({
      A: [0.01, -0.02, 0.03, 0],
      Short: [-0.01, 0.02, -0.03, 0],
      Bills: [0.001, 0.001, 0.001, 0],
    });
    expectInputError('weights.invalid', ['riskBudget', '2020-03-31', '"Bills"'], () =>
      backtest(panel, riskBudget({ assets: ['A', 'Bills'], lookback: 3 })),
    );
    expectInputError('weights.invalid', ['riskBudget', '2020-03-31', 'cancel each other', 'lookback of 3'], () =>
      backtest(panel, riskBudget({ assets: ['A', 'Short'], lookback: 3 })),
    );
  });

  it('is plain data', () => {
    expect(riskBudget({ assets: ['A', 'B'], lookback: 36 })).toMatchObject({
      name: 'Equal risk of 2 assets over 36 periods',
      lookback: 36,
      schedule: monthly(),
      params: { assets: ['A', 'B'], lookback: 36, budgets: { A: 0.5, B: 0.5 } },
    });
    expect(riskBudget({ assets: ['A', 'B'], budgets: { A: 0.9, B: 0.1 }, lookback: 12 }).name).toBe(
      'Risk budget of 2 assets over 12 periods',
    );
  });

  it.each([
    [{ budgets: { A: 0.5 } }, 'option.missing', ['"budgets"', '"B"']],
    [{ budgets: { A: 0.5, B: 0.4 } }, 'option.range', ['sum to 0.9', 'sum to 1']],
    [{ budgets: { A: 1, B: 0 } }, 'option.range', ['budgets.B', '0', 'above 0']],
    [{ budgets: { A: 0.5, C: 0.5 } }, 'option.unknown', ['budgets', '"C"']],
    [{ budgets: [0.5, 0.5] }, 'option.type', ['"budgets"', 'an array']],
    [{ lookback: 1 }, 'option.range', ['"lookback"', '1']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => riskBudget({ assets: ['A', 'B'], lookback: 12, ...part } as never));
  });
});
