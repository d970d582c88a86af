import { addField, annually, backtest, fixedMix } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { closings, fromDays, near, years } from './by-hand.js';

describe('money per trade', () => {
  it('is paid for each asset that is traded, and not for one that stays as it is', () => {
    const panel = years({ A: [0, 0], B: [0, 0], C: [0, 0] });
    const strategy = fromDays(['A', 'B', 'C'], { '2019-12-31': { A: 0.5, B: 0.5 }, '2020-12-31': { A: 0.5, C: 0.5 } });
    const result = backtest(panel, strategy, { flows: { initial: 1000 }, costs: { perTrade: 3 } });
    // A and B, and a year later B for C.
    near(closings(result), [994 - 6, 994 - 6]);
  });
});

describe('market impact', () => {
  it('asks for the volume of what is traded only', () => {
    // Nothing is known of the volume of B, which is in the mix with nothing.
    const panel = addField(years({ A: [0, 0], B: [0, 0] }), 'volume', { A: [{ knownOn: '2019-12-31', value: 1000 }] });
    const impact = { volume: 'volume', volatility: 0.02 };
    const held = (weights: { A: number; B: number }) =>
      backtest(panel, fixedMix({ weights, schedule: annually() }), { flows: { initial: 1000 }, costs: { impact } });
    // √(250 / 1,000) = ½ of 2 % of 250.
    near(closings(held({ A: 0.25, B: 0 })), [997.5, 997.5]);
    const error = expectInputError('field.unknown', [], () => held({ A: 0.25, B: 0.5 }));
    expect(error.message).toContain('"B"');
  });
});
