import { describe, expect, it } from 'vitest';
import * as stats from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { series } from './support.js';

type AnyStatistic = (...given: readonly unknown[]) => unknown;

const known = stats as unknown as Readonly<Record<string, AnyStatistic>>;
const good = series('monthly', [0.01, -0.02, 0.03], 'Good');
const gives = "must be a return series, such as panel.returns('SPY') or the result of a backtest; found 5.";

const ofOne = [
  'averageDrawdown',
  'bearMarkets',
  'bestPeriod',
  'bestYear',
  'calmarRatio',
  'downsideDeviation',
  'downsideFrequency',
  'gainLossRatio',
  'newHighs',
  'periodToDate',
  'sharpeRatio',
  'sharpeStandardError',
  'stability',
  'staleRuns',
  'summarize',
  'timeUnderWater',
  'totalReturn',
  'valueAtRisk',
  'volatility',
  'worstPeriod',
  'worstYear',
  'yearsOf',
] as const;

const ofTwo = [
  'alpha',
  'downBeta',
  'downCapture',
  'excessReturns',
  'hitCounts',
  'hitRate',
  'informationRatio',
  'rSquared',
  'systematicRisk',
  'trackingError',
  'treynorRatio',
  'upBeta',
] as const;

const withCash = ['alpha', 'downBeta', 'gainLossRatio', 'rSquared', 'sharpeRatio', 'systematicRisk'] as const;

describe('what is no series is refused by the function that was called, in its own name', () => {
  it.each(ofOne)('%s', (name) => {
    const error = expectInputError('series.invalid', [], () => known[name]!(5));
    expect(error.message).toBe(`${name}: the series ${gives}`);
    expect(error.details).toEqual({ where: name, found: '5' });
  });

  it.each(ofTwo)('%s', (name) => {
    const error = expectInputError('series.invalid', [], () => known[name]!(5, good));
    expect(error.message).toBe(`${name}: the series ${gives}`);
    expect(error.details).toEqual({ where: name, found: '5' });
  });

  it.each<[string, readonly unknown[], string]>([
    ['alpha', [good, 5], 'the benchmark'],
    ['alpha', [good, good, { riskFree: 5 }], '"riskFree"'],
    ['excessReturns', [good, 5], '"riskFree"'],
    ['captureOfCumulative', [5, good, { market: 'up' }], 'the series'],
    ['captureOfCumulative', [good, 5, { market: 'up' }], 'the benchmark'],
    ['captureOfMeans', [5, good, { market: 'up' }], 'the series'],
    ['costSummary', [5, good], 'the series'],
    ['costSummary', [good, 5], 'the series'],
    ['dollarCostAveraging', [5, { parts: 2 }], 'the series'],
    ['dollarCostAveraging', [good, { parts: 2, cash: 5 }], '"cash"'],
    ['longShortSpread', [5, good], 'the long side'],
    ['longShortSpread', [good, 5], 'the short side'],
    ['realReturns', [5, good], 'the series'],
    ['rollingWindows', [good, 5, { years: 1 }], 'the benchmark'],
    ['sharpeRatio', [good, { riskFree: 5 }], '"riskFree"'],
    ['splice', [good, 5], 'the actual series'],
    ['spliceReport', [5, good], 'the proxy'],
    ['spliceReport', [good, 5], 'the actual series'],
    ['summarize', [good, { benchmark: 5 }], '"benchmark"'],
    ['summarize', [good, { riskFree: 5 }], '"riskFree"'],
    ['summarize', [good, { benchmark: good, riskFree: 5 }], '"riskFree"'],
  ])('%s, argument by argument', (name, given, what) => {
    const error = expectInputError('series.invalid', [], () => known[name]!(...given));
    expect(error.message).toBe(`${name}: ${what} ${gives}`);
  });

  it.each(withCash)('%s names itself where an option is unknown', (name) => {
    const given = name === 'gainLossRatio' || name === 'sharpeRatio' ? [good] : [good, good];
    expectInputError('option.unknown', [`${name}: `, '"cash"', 'riskFree'], () => known[name]!(...given, { cash: 1 }));
  });

  it.each(['captureOfCumulative', 'captureOfMeans'])('%s names itself where its market is missing', (name) => {
    expectInputError('option.missing', [`${name}: "market" is missing.`], () => known[name]!(good, good, {}));
  });
});

describe('cash that is a difference of returns', () => {
  const zero = stats.excessReturns(good, series('monthly', [0, 0, 0], 'Bill'));

  it('is refused as what is taken off, and what it is taken from is refused too', () => {
    const off = expectInputError('series.invalid', ['excessReturns: "riskFree" is "Good less Bill"'], () =>
      stats.excessReturns(good, zero),
    );
    expect(off.details).toEqual({ where: 'excessReturns', riskFree: 'Good less Bill', kind: 'excess' });
    const twice = expectInputError('series.invalid', ['sharpeRatio: "Good less Bill" is of kind', '"Good" off'], () =>
      stats.sharpeRatio(zero, { riskFree: good }),
    );
    expect(twice.details).toEqual({ where: 'sharpeRatio', series: 'Good less Bill', kind: 'excess', riskFree: 'Good' });
  });

  it('is refused as the waiting money, and no plan of payments buys it', () => {
    const idle = expectInputError('series.invalid', ['dollarCostAveraging: "cash" is "Good less Bill"'], () =>
      stats.dollarCostAveraging(good, { parts: 2, cash: zero }),
    );
    expect(idle.details).toEqual({ where: 'dollarCostAveraging', cash: 'Good less Bill', kind: 'excess' });
    const bought = expectInputError('series.invalid', ['dollarCostAveraging: "Good less Bill" is of kind'], () =>
      stats.dollarCostAveraging(zero, { parts: 2 }),
    );
    expect(bought.details).toEqual({ where: 'dollarCostAveraging', series: 'Good less Bill', kind: 'excess' });
  });

  it('is refused by what takes inflation off', () => {
    const error = expectInputError('series.invalid', ['realReturns: "Good less Bill" is of kind'], () =>
      stats.realReturns(zero, good),
    );
    expect(error.details).toEqual({ where: 'realReturns', series: 'Good less Bill', kind: 'excess' });
    const inflation = expectInputError('series.invalid', ['realReturns: the inflation must be'], () =>
      stats.realReturns(good, { values: [1], calendar: {} } as never),
    );
    expect(inflation.details).toMatchObject({ where: 'realReturns' });
  });
});
