import { describe, expect, it } from 'vitest';
import { fromReturns } from '../../src/panel/index.js';
import {
  activeReturns,
  alpha,
  beta,
  excessReturns,
  hitCounts,
  hitRate,
  informationRatio,
  sharpeRatio,
  summarize,
  trackingError,
} from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { empyrical, hasReference, reference, series } from './support.js';

const fund = series('quarterly', [0.03, NaN, 0.02, 0.01, 0.05], 'Fund');
const index = series('quarterly', [0.01, 0.02, 0.02, NaN, 0.09], 'Index');

describe('activeReturns and excessReturns', () => {
  it('are differences row by row on the first calendar, NaN where either is missing', () => {
    const active = activeReturns(fund, index);
    expect([...active.values].map((value) => Number(value.toFixed(12)))).toEqual([0.02, NaN, 0, NaN, -0.04]);
    expect(active).toMatchObject({ name: 'Fund less Index', meta: { kind: 'excess' } });
    expect(active.calendar).toBe(fund.calendar);
    expect([...excessReturns(fund, index).values]).toEqual([...active.values]);
  });

  it('leave their inputs as they were', () => {
    const before = [...fund.values];
    activeReturns(fund, index);
    expect([...fund.values]).toEqual(before);
  });

  it('refuse another frequency, naming both', () => {
    expectInputError('calendar.mismatch', ['activeReturns', 'Days', 'daily', 'quarterly'], () =>
      activeReturns(fund, series('daily', [0.01], 'Days')),
    );
    expectInputError('series.invalid', ['activeReturns', 'the benchmark', 'undefined'], () =>
      activeReturns(fund, undefined as never),
    );
  });
});

describe('trackingError and informationRatio', () => {
  it('are sd of the active return × √P, and P × its mean over that', () => {
    // Active 2, 0, −4 %: mean −2/3, squares about it (8/3)² + (2/3)² + (10/3)² = 168/9; / 2 = 28/3; √4 = 2.
    const error = (2 * Math.sqrt(28 / 3)) / 100;
    expect(trackingError(fund, index)).toBeCloseTo(error, 14);
    expect(informationRatio(fund, index)).toBeCloseTo((4 * (-2 / 300)) / error, 14);
  });

  it('are what empyrical computes, which leaves the ratio per period', () => {
    const mixed = series('daily', empyrical.mixed);
    const zero = series('daily', new Array<number>(9).fill(0));
    const flat = series('daily', new Array<number>(9).fill(0.01));
    expect(informationRatio(mixed, zero) / Math.sqrt(252)).toBeCloseTo(0.10859306069076737, 12);
    expect(informationRatio(mixed, flat) / Math.sqrt(252)).toBeCloseTo(-0.06515583641446039, 12);
    // A constant benchmark takes nothing off the variation.
    expect(trackingError(mixed, flat)).toBeCloseTo(0.9136465399704637, 12);
  });

  it('of a series against itself, or itself and a constant, are 0 and NaN', () => {
    expect(trackingError(fund, fund)).toBe(0);
    expect(informationRatio(fund, fund)).toBeNaN();
    const ahead = series(
      'quarterly',
      [...fund.values].map((value) => value + 0.001),
    );
    expect(trackingError(ahead, fund)).toBe(0);
    expect(informationRatio(ahead, fund)).toBeNaN();
  });

  it('are NaN of fewer than two common rows', () => {
    expect(trackingError(fund, series('quarterly', [0.01]))).toBeNaN();
    expect(informationRatio(fund, series('quarterly', [NaN, 0.01]))).toBeNaN();
  });

  it.skipIf(!hasReference)(
    'of HAM1 against the S&P 500: PerformanceAnalytics’ active premium over its information ratio',
    () => {
      const [ham, market] = [reference('managers.csv', 'HAM1'), reference('managers.csv', 'SP500 TR')];
      // ActivePremium 0.04078668, InformationRatio 0.3604125: their quotient is its tracking error.
      expect(trackingError(ham, market)).toBeCloseTo(0.04078668 / 0.3604125, 6);
      // Ours has the arithmetic mean: 12 · (0.01112273 − 0.008665341), means that PerformanceAnalytics prints as risk premia.
      expect(informationRatio(ham, market) * trackingError(ham, market)).toBeCloseTo(
        12 * (0.01112273 - 0.008665341),
        7,
      );
    },
  );
});

describe('hitRate and hitCounts', () => {
  it('count a tie as no hit, but as a period', () => {
    expect(hitCounts(fund, index)).toEqual({ wins: 1, ties: 1, losses: 1, periods: 3 });
    expect(hitRate(fund, index)).toBe(1 / 3);
  });

  it('take a difference that is rounding for a tie', () => {
    const [a, b] = [series('annual', [0.1 + 0.2, 0.5]), series('annual', [0.3, 0.4])];
    expect(hitCounts(a, b)).toEqual({ wins: 1, ties: 1, losses: 0, periods: 2 });
  });

  it('are frozen, and NaN without a common period', () => {
    expect(Object.isFrozen(hitCounts(fund, index))).toBe(true);
    expect(hitRate(fund, series('quarterly', [NaN, 0.02]))).toBeNaN();
  });
});

describe('a risk-free series of kind excess', () => {
  const dates = ['2020-03', '2020-06', '2020-09'];
  const factor = fromReturns({
    frequency: 'quarterly',
    dates,
    returns: { SMB: [0.01, 0.02, 0.03] },
    kind: 'excess',
  }).returns('SMB');
  const options = { riskFree: factor };

  it.each<[string, () => unknown]>([
    ['sharpeRatio', () => sharpeRatio(fund, options)],
    ['beta', () => beta(fund, index, options)],
    ['alpha', () => alpha(fund, index, options)],
    ['excessReturns', () => excessReturns(fund, factor)],
    ['summarize', () => summarize(fund, options)],
  ])('is refused by %s: cash earns a total return', (name, act) => {
    expectInputError('series.invalid', [name, '"riskFree" is "SMB"', "'excess'", 'usTreasuryBill()'], act);
  });

  it('in place of the options is called a series', () => {
    expectInputError('option.type', ['sharpeRatio', 'return series ("Index")', '{ riskFree: series }'], () =>
      sharpeRatio(fund, index as never),
    );
    expectInputError('option.type', ['sharpeRatio', '0.02', 'riskFree'], () => sharpeRatio(fund, 0.02 as never));
  });
});
