import {
  activeReturns,
  backtest,
  deflatedSharpeRatio,
  haircutSharpeRatio,
  probabilityOfBacktestOverfitting,
  realityCheck,
  sharpeRatio,
  smallCapTilt,
  sweep,
} from 'backtilt';
import { usFunds } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../../support/expect-input-error.js';

const funds = usFunds();
const spy = funds.returns('SPY');
const strategy = ({ weight }: { weight: number }) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight });
const weights = [0.1, 0.3, 0.5, 0.9];
const tilts = sweep(funds, { grid: { weight: weights }, strategy, metrics: { sharpeRatio } });

describe('the best of a sweep', () => {
  it('is deflated by the column of the sweep as by the Sharpe ratios of its backtests', () => {
    const best = backtest(funds, strategy(tilts.best('sharpeRatio')!.params));
    const byHand = weights.map((weight) => sharpeRatio(backtest(funds, strategy({ weight }))));
    const found = deflatedSharpeRatio(best, { trialSharpeRatios: tilts.metrics.sharpeRatio });
    const expected = deflatedSharpeRatio(best, { trialSharpeRatios: byHand });
    expect([found.trials, found.sharpe]).toEqual([4, expected.sharpe]);
    expect(found.probability).toBeCloseTo(expected.probability, 10);
    // The variance of the four, with divisor 3.
    const mean = byHand.reduce((total, value) => total + value, 0) / 4;
    expect(found.trialVariance).toBeCloseTo(byHand.reduce((total, value) => total + (value - mean) ** 2, 0) / 3, 12);
  });

  it('takes a haircut by the column of the others', () => {
    const best = backtest(funds, strategy({ weight: 0.1 }));
    const others = Float64Array.from(tilts.metrics.sharpeRatio).slice(1);
    const found = haircutSharpeRatio(best, { method: 'holm', otherSharpeRatios: others });
    expect(found.trials).toBe(4);
    expect(found.adjustedP).toBe(
      haircutSharpeRatio(best, { method: 'holm', otherSharpeRatios: [...others] }).adjustedP,
    );
  });

  it('goes as results into the tests of many trials', () => {
    const runs = Array.from(tilts.indices, (_, row) => tilts.run(row));
    expect(probabilityOfBacktestOverfitting(runs, { blocks: 4 }).trials).toBe(4);
    expect(realityCheck(runs, { benchmark: spy, replications: 50 }).names).toHaveLength(4);
  });

  it('of leads over a benchmark has no cash in it, and says so', () => {
    const lead = activeReturns(tilts.run(0), spy);
    const { assumptions } = deflatedSharpeRatio(lead, { trials: 4, trialVariance: 0.01 });
    expect(assumptions[0]).toBe('The returns are differences of two returns: no cash was taken off.');
    expect(deflatedSharpeRatio(spy, { trials: 4, trialVariance: 0.01 }).assumptions[0]).toBe('Cash earned 0.');
  });

  it('refuses a column with an undefined figure, by place', () => {
    expectInputError('option.type', ['"trialSharpeRatios[1]" is NaN'], () =>
      deflatedSharpeRatio(spy, { trialSharpeRatios: Float64Array.of(0.3, NaN) }),
    );
  });
});
