import { describe, expect, it } from 'vitest';
import * as root from '../../src/index.js';
import { correlation, isInputError, type ReturnSeries } from '../../src/index.js';
import { monthlySeries } from './hostile.js';

type Figure = (...series: readonly ReturnSeries[]) => unknown;

const own = [0.01, 0.02, 0.03, 0.015, 0.04, 0.02, 0.005, 0.01, 0.025, 0.03, 0.012, 0.018, 0.007, 0.022];
const other = [0.02, 0.01, 0.01, 0.025, 0.02, 0.03, 0.005, 0.02, 0.015, 0.01, 0.002, 0.028, 0.017, 0.012];
const times = (values: readonly number[], by: number): number[] => values.map((value) => value * by);

/** A figure of series, or undefined where the function answers none or refuses by name. */
function figureOf(act: Figure, ...series: readonly (readonly number[])[]): number | undefined {
  try {
    const found = act(...series.map((values, index) => monthlySeries(values, `S${index}`)));
    return typeof found === 'number' ? found : undefined;
  } catch (error) {
    if (isInputError(error) || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** All exported functions that answer a number for one series, or for two. */
const figures = (Object.entries(root) as [string, Figure][]).filter(
  ([, act]) => typeof act === 'function' && !String(act).startsWith('class'),
);
const ofOne = figures.filter(([, act]) => figureOf(act, own) !== undefined);
const ofTwo = figures.filter(([, act]) => figureOf(act, own, other) !== undefined && figureOf(act, own) === undefined);

/** How a figure grows with all returns: 1 where it is measured in returns, 0 where it is a ratio of such. */
const measuredInReturns = [
  'arithmeticMean',
  'volatility',
  'semiDeviation',
  'meanAbsoluteDeviation',
  'upsideRisk',
  'upsidePotential',
];
const ratios = [
  'sharpeRatio',
  'skewness',
  'excessKurtosis',
  'sampleSkewness',
  'sampleExcessKurtosis',
  'autocorrelation',
];
const pairedRatios = ['correlation', 'rSquared', 'beta', 'informationRatio', 'upBeta'];

describe('numbers at the ends of what a double holds', () => {
  it('there are figures to look at', () => {
    expect(ofOne.length).toBeGreaterThan(40);
    expect(ofTwo.length).toBeGreaterThan(15);
  });

  it('the correlation of huge returns is that of small ones, not 0', () => {
    const [a, b] = [monthlySeries(times(own, 1e120)), monthlySeries(times(other, 1e120), 'B')];
    // Pearson's correlation does not depend on units: divided by 1e120 these are the returns `own` and `other`.
    expect(correlation(a, b)).toBeCloseTo(correlation(monthlySeries(own), monthlySeries(other, 'B')), 12);
  });

  it.each([1e60, 1e120, 1e150, 1e160, 1e300])(
    'returns times %d: the figure times it, or NaN, never another number',
    (by) => {
      for (const [names, power] of [
        [measuredInReturns, 1],
        [ratios, 0],
      ] as const) {
        for (const name of names) {
          const act = root[name as 'volatility'] as unknown as Figure;
          const [small, large] = [figureOf(act, own)!, figureOf(act, times(own, by))];
          // A ratio by a deviation does not change with the unit of the returns.
          if (large !== undefined && !Number.isNaN(large))
            expect(Math.abs(large / by ** power / small - 1), name).toBeLessThan(1e-9);
        }
      }
      for (const name of pairedRatios) {
        const act = root[name as 'beta'] as unknown as Figure;
        const [small, large] = [figureOf(act, own, other)!, figureOf(act, times(own, by), times(other, by))];
        if (large !== undefined && !Number.isNaN(large)) expect(Math.abs(large / small - 1), name).toBeLessThan(1e-9);
      }
    },
  );

  it.each([1e-20, 1e-155, 1e-162, 1e-200, 1e-310])(
    'returns times %d are zeros within rounding: 0 or NaN, never half a deviation',
    (by) => {
      for (const [name, act] of ofOne.filter(([name]) => [...measuredInReturns, ...ratios].includes(name))) {
        const found = figureOf(act, times(own, by));
        if (found !== undefined && name !== 'arithmeticMean')
          expect(found === 0 || Number.isNaN(found), name).toBe(true);
      }
    },
  );

  it('−0 is the zero that 0 is, in every figure', () => {
    const holding = (zero: number): number[] =>
      own.map((value, row) => (row % 4 === 0 ? zero : row % 3 === 0 ? -value : value));
    for (const [name, act] of ofOne) {
      const [minus, plus] = [figureOf(act, holding(-0)), figureOf(act, holding(0))];
      expect((minus ?? NaN) + 0, name).toBe((plus ?? NaN) + 0);
    }
    for (const [name, act] of ofTwo) {
      const [minus, plus] = [figureOf(act, holding(-0), other), figureOf(act, holding(0), other)];
      expect((minus ?? NaN) + 0, name).toBe((plus ?? NaN) + 0);
    }
  });

  it('the geometric mean stays within what a number holds, where the wealth does not', () => {
    const values = [1e308, 1e308, ...own];
    // exp(Σ ln(1 + r) / n) − 1.
    const expected = Math.expm1(values.reduce((sum, value) => sum + Math.log1p(value), 0) / values.length);
    expect(figureOf(root.geometricMean as unknown as Figure, values)! / expected).toBeCloseTo(1, 9);
  });

  it('a return of 1e308 twice is no finite wealth, and no figure says that it is', () => {
    // (1 + 1e308)² is past the largest double, 1.8e308.
    const values = [1e308, 1e308, ...own];
    for (const name of ['totalReturn', 'cagr', 'wealth'] as const) {
      const found = figureOf(root[name], values);
      if (found !== undefined) expect(Number.isFinite(found), name).toBe(false);
    }
  });
});
