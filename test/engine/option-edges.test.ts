import { annually, backtest, fixedMix, fromReturns, once } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const panel = fromReturns({
  frequency: 'annual',
  dates: ['2020-12', '2021-12', '2022-12'],
  returns: { A: [0, 0, 0], B: [0, 0, 0], Short: [0.1, 0, null] },
});
const mix = fixedMix({ weights: { A: 0.3, B: 0.7 }, schedule: annually() });
const flow = (contributions: unknown): unknown => ({ flows: { initial: 1, contributions } });

describe('options at their edges', () => {
  it.each([
    ['costs of null', { costs: null }, 'option.type', ['"costs"', 'null']],
    ['rules of null', { rules: null }, 'option.type', ['"rules"', 'null']],
    ['flows of null', { flows: null }, 'option.type', ['"flows"', 'null']],
    ['a cost of null', { costs: { tradingBps: null } }, 'option.type', ['costs.tradingBps', 'null']],
    ['a flow of null', flow(null), 'option.type', ['flows.contributions', 'null']],
    ['a flow once at the end', flow({ amount: 1, schedule: once() }), 'option.range', ['never fall', "at: 'start'"]],
    ['a flow on no day', flow({ amount: 1, schedule: [] }), 'option.range', ['empty list', 'never fall']],
    [
      'a flow that would never fall',
      flow({ amount: 1, schedule: annually(), from: '2022-12', to: '2021-12' }),
      'option.range',
      ['later than', '2022-12', '2021-12'],
    ],
    [
      'a day outside the bounds of its own flow',
      flow({ amount: 1, schedule: ['2021-12-31'], from: '2022-01' }),
      'option.range',
      ['"from" and "to" of this flow', '2022-01'],
    ],
    ['a schedule that is a day', flow({ amount: 1, schedule: '2021-12-31' }), 'schedule.invalid', ["['2024-12-31']"]],
    [
      'two groups of one name',
      { rules: { groups: ['A', 'B'].map((asset) => ({ name: 'X', assets: [asset], max: 0.2 })) } },
      'option.range',
      ['groups[1]', '"X" already'],
    ],
    [
      'an asset twice in a group',
      { rules: { groups: [{ name: 'X', assets: ['A', 'A'], max: 0.2 }] } },
      'option.range',
      ['"A" is named twice'],
    ],
    [
      'a number in a group',
      { rules: { groups: [{ name: 'X', assets: [5], max: 1 }] } },
      'option.type',
      ['assets', '5'],
    ],
    ['a dated cost without its day', { costs: { tradingBps: [{ bps: 5 }] } }, 'option.missing', ['"from" is missing']],
  ] as const)('%s is refused', (_, options, code, facts) => {
    expectInputError(code, facts, () => backtest(panel, mix, options as never));
  });

  it('a rule for delistings that the window cuts off is told', () => {
    const half = fixedMix({ weights: { A: 0.5, Short: 0.5 }, schedule: once() });
    const rules = { delisting: { return: -0.3 } };
    expect(backtest(panel, half, { rules }).warnings).toContainEqual(
      expect.stringContaining('rules.delisting did nothing: the window ends with Short'),
    );
    // Half in each: + 10 % on one half, flat, and then − 30 % of what the half has become: 0.5 + 0.55 × 0.7 = 0.885.
    const kept = backtest(panel, half, { rules: { ...rules, missing: 'cash' } });
    expect(kept.ledger.closing.at(-1)).toBeCloseTo(0.885, 14);
    expect(kept.warnings.some((warning) => warning.includes('did nothing'))).toBe(false);
  });
});
