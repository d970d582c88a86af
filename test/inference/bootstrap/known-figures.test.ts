import { describe, expect, it } from 'vitest';
import { figureOf, withoutRounding } from '../../../src/inference/bootstrap/known-figures.js';

describe('figures of a path', () => {
  const path = (deepest: number, deviation = 0.04) => ({ wealth: 4, deepest, mean: 0.01, deviation });

  it('of wealth 4 after two years of months, mean 1 % and deviation 4 % are 100 %, 300 %, −50 %, 12 %, 0.04√12 and ¼√12', () => {
    const of = (figure: Parameters<typeof figureOf>[0]) => figureOf(figure, path(0.5), 12, 2);
    expect([of('cagr'), of('totalReturn'), of('maxDrawdown'), of('arithmeticMean')]).toEqual([1, 3, -0.5, 0.12]);
    expect(of('volatility')).toBeCloseTo(0.04 * Math.sqrt(12), 15);
    expect(of('sharpeRatio')).toBeCloseTo(0.25 * Math.sqrt(12), 15);
    expect(figureOf('sharpeRatio', path(0.5, 0), 12, 2)).toBeNaN();
  });

  it('a fall of one part in 10¹² is none, one of two parts is one', () => {
    expect(figureOf('maxDrawdown', path(1 - 1e-12), 12, 2)).toBe(0);
    expect(figureOf('maxDrawdown', path(1 - 1e-13), 12, 2)).toBe(0);
    expect(figureOf('maxDrawdown', path(1 - 2e-12), 12, 2)).toBeCloseTo(-2e-12, 15);
  });

  it.each([
    [1e-14, 0.5, 0],
    [5e-15, 0.001, 0],
    [2e-14, 0.5, 2e-14],
    [5e-13, 100, 0],
    [2e-12, 100, 2e-12],
  ])(
    'a deviation of %d of returns up to %d is %d: 1e-14 of wealth or of the largest is rounding',
    (deviation, largest, expected) => {
      expect(withoutRounding(deviation, largest)).toBe(expected);
    },
  );
});
