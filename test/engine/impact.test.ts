import { addField, annually, backtest, fixedMix, once, type Costs } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { closings, fromDays, near, nearWeights, years } from './by-hand.js';

describe('market impact', () => {
  const flat = years({ A: [0, 0], B: [0, 0] });
  const thick = addField(flat, 'volume', {
    A: [
      { knownOn: '2019-12-31', value: 2000 },
      { knownOn: '2020-12-31', value: 500 },
    ],
    B: [{ knownOn: '2019-12-31', value: 32_000 }],
  });
  const panel = addField(thick, 'sigma', {
    A: [{ knownOn: '2019-12-31', value: 0.02 }],
    B: [{ knownOn: '2019-12-31', value: 0.04 }],
  });
  const only = fixedMix({ weights: { A: 0.5 }, schedule: once() });
  const costOf = (costs: Costs<'A' | 'B'>): number =>
    backtest(panel, only, { costs, flows: { initial: 1000 } }).decisions[0]!.cost;

  it('is coefficient × volatility × √(trade / volume) of what is traded', () => {
    // 500 of a volume of 2,000: √¼ = ½; 2 % × ½ = 1 % of the 500, 5, that is 0.005 of the wealth.
    near([costOf({ impact: { volume: 'volume', volatility: 0.02 } })], [0.005]);
    near([costOf({ impact: { volume: 'volume', volatility: 'sigma' } })], [0.005]);
    near([costOf({ impact: { volume: 'volume', volatility: 'sigma', coefficient: 0.6 } })], [0.003]);
    near([costOf({ impact: { volume: 'volume', volatility: 0.02, coefficient: 0 } })], [0]);
  });

  it('is added to what is proportional and to money per trade', () => {
    near(
      [costOf({ tradingBps: 40, perTrade: 3, impact: { volume: 'volume', volatility: 0.02 } })],
      [0.002 + 0.003 + 0.005],
    );
  });

  it('takes the volume and the volatility of each asset as known on the day', () => {
    const strategy = fromDays(['A', 'B'], { '2019-12-31': { A: 0.5 }, '2020-12-31': { B: 0.5 } });
    const impact = { volume: 'volume', volatility: 'sigma' };
    const result = backtest(panel, strategy, { costs: { impact }, flows: { initial: 1000 } });
    // A year later half of 995 is 497.5. A: √(497.5/500) × 2 %; B: √(497.5/32,000) × 4 %; each of a half.
    const later = 0.5 * (Math.sqrt(497.5 / 500) * 0.02 + Math.sqrt(497.5 / 32_000) * 0.04);
    near(
      result.decisions.map(({ cost }) => cost),
      [0.005, later],
    );
  });

  it('no trade is larger than the participation that is allowed, and the rest is tried again the next time', () => {
    const strategy = fixedMix({ weights: { A: 0.8 }, schedule: annually() });
    const impact = { volume: 'volume', volatility: 0.02, maxParticipation: 0.25 };
    const result = backtest(panel, strategy, { costs: { impact }, flows: { initial: 1000 } });
    // A quarter of 2,000 is 500: half of the wealth, at √¼ × 2 % × 500 = 5. A quarter of 500 is 125 of 995, at 125 × 1 % = 1.25.
    expect(result.decisions.map(({ bound }) => bound)).toEqual([
      [{ rule: 'maxParticipation', assets: ['A'] }],
      [{ rule: 'maxParticipation', assets: ['A'] }],
    ]);
    nearWeights(result.decisions[0]!.weights, { A: 0.5 });
    nearWeights(result.decisions[1]!.weights, { A: 0.5 + 125 / 995 });
    near(closings(result), [995 - 1.25, 995 - 1.25]);
    // What to hold now is the answer: the size of a trade is no limit on it.
    nearWeights(result.nextTarget.weights, { A: 0.8 });
  });

  it('a sale that is cut leaves less for the purchase, which is cut with it', () => {
    const thin = addField(flat, 'volume', {
      A: [
        { knownOn: '2019-12-31', value: 4000 },
        { knownOn: '2020-12-31', value: 800 },
      ],
      B: [{ knownOn: '2019-12-31', value: 40_000 }],
    });
    const strategy = fromDays(['A', 'B'], { '2019-12-31': { A: 1 }, '2020-12-31': { B: 1 } });
    const impact = { volume: 'volume', volatility: 0, maxParticipation: 0.25 };
    const { decisions } = backtest(thin, strategy, { costs: { impact }, flows: { initial: 1000 } });
    // A quarter of 800 is 200 of the 1,000: B can be bought for these only.
    nearWeights(decisions[1]!.weights, { A: 0.8, B: 0.2 });
    expect(decisions[1]!.bound).toEqual([
      { rule: 'maxParticipation', assets: ['A'] },
      { rule: 'funding', assets: ['B'] },
    ]);
  });
});

describe('costs that are solved on what they leave', () => {
  const flat = years({ A: [0, 0], B: [0, 0] });
  const solution = 'selfConsistent';

  it('a purchase of everything at 1 %: x = 1 − 0.01 x leaves 1/1.01, where the linear rule leaves 0.99', () => {
    const all = fixedMix({ weights: { A: 1 }, schedule: once() });
    const result = backtest(flat, all, { costs: { tradingBps: 100, solution } });
    near(closings(result), [1 / 1.01, 1 / 1.01]);
    near([result.decisions[0]!.cost, result.decisions[0]!.traded], [1 - 1 / 1.01, 1 / 1.01]);
    near(closings(backtest(flat, all, { costs: { tradingBps: 100 } })), [0.99, 0.99]);
  });

  it('a switch sells all and buys with what is left: x = 1 − 0.01 − 0.01 x leaves 0.99/1.01', () => {
    const strategy = fromDays(['A', 'B'], { '2019-12-31': { A: 1 }, '2020-12-31': { B: 1 } });
    const result = backtest(flat, strategy, { costs: { tradingBps: 100, solution } });
    near(closings(result), [(1 / 1.01) * (0.99 / 1.01), (1 / 1.01) * (0.99 / 1.01)]);
    near([result.decisions[1]!.traded], [1 + 0.99 / 1.01]);
  });

  it('money per trade comes off first: x = 1 − 0.005 − 0.01 x', () => {
    const result = backtest(flat, fixedMix({ weights: { A: 1 }, schedule: once() }), {
      costs: { tradingBps: 100, perTrade: 5, solution },
      flows: { initial: 1000 },
    });
    near(closings(result), [995 / 1.01, 995 / 1.01]);
  });

  it('impact is that of what is bought in the end: x = 0.81 solves x = 1 − c x^1.5 for c = 0.19/0.729', () => {
    const panel = addField(flat, 'volume', { A: [{ knownOn: '2019-12-31', value: 1000 }] });
    const result = backtest(panel, fixedMix({ weights: { A: 1 }, schedule: once() }), {
      costs: { impact: { volume: 'volume', volatility: 0.1, coefficient: 1.9 / 0.729 }, solution },
      flows: { initial: 1000 },
    });
    near(closings(result), [810, 810]);
  });
});
