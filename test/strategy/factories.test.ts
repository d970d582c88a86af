import {
  addIndicator,
  annually,
  backtest,
  once,
  fixedMix,
  monthly,
  postFirstCutRotation,
  smallCapTilt,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

const panel = months({ SPY: [0.1, 0, 0.02], IWM: [0.2, 0, 0.04] });

describe('a small-cap tilt', () => {
  const tilt = smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 });

  it('holds 1 − weight of the core and weight of small caps, and drifts until the next December', () => {
    const result = backtest(panel, tilt);
    expect(result.decisions.map(({ decidedOn, target }) => [decidedOn, target])).toEqual([
      ['2019-12-31', { SPY: 0.7, IWM: 0.3 }],
    ]);
    expect(result.values.at(0)).toBeCloseTo(0.7 * 0.1 + 0.3 * 0.2, 15);
    expect(result.values.at(2)).toBeCloseTo((0.77 * 0.02 + 0.36 * 0.04) / 1.13, 15);
  });

  it('is plain data with a name', () => {
    expect(tilt).toMatchObject({
      name: 'Small-cap tilt, 30 % IWM on SPY',
      assets: ['SPY', 'IWM'],
      schedule: annually({ month: 12 }),
    });
    expect(tilt.params).toEqual({ core: 'SPY', smallCap: 'IWM', weight: 0.3 });
    expect(smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 1 / 3, schedule: once() }).name).toBe(
      'Small-cap tilt, 33.33 % IWM on SPY',
    );
  });

  it.each([
    [{ weight: 30 }, 'option.range', ['weight', '30', 'such as 0.3']],
    [{ weight: -0.1 }, 'option.range', ['-0.1']],
    [{ weight: NaN }, 'option.type', ['NaN']],
    [{ weight: undefined }, 'option.type', ['undefined']],
    [{ smallCap: 'SPY' }, 'option.range', ['both "SPY"']],
    [{ core: '' }, 'option.type', ['"core"']],
    [{ weights: 0.3 }, 'option.unknown', ['"weights"', 'Did you mean weight?']],
    [{ schedule: 'monthly' }, 'schedule.invalid', ['"monthly"']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, ...part } as never));
  });
});

describe('a fixed mix', () => {
  it('names its weights, keeps them from later changes, and trades back monthly', () => {
    const weights = { SPY: 0.6, IWM: 0.4 };
    const mix = fixedMix({ weights });
    weights.SPY = 0;
    expect(mix.name).toBe('Fixed mix 60 % SPY, 40 % IWM');
    expect(mix.schedule).toEqual(monthly());
    expect(backtest(panel, mix).decisions[0]?.target).toEqual({ SPY: 0.6, IWM: 0.4 });
    expect(fixedMix({ weights, name: 'Benchmark' }).name).toBe('Benchmark');
  });

  it.each([
    [{ weights: { SPY: 0.7, IWM: 0.4 } }, 'option.range', ['sum to 1.1', '1 or less']],
    [{ weights: { SPY: 60 } }, 'option.range', ['weights.SPY', '60', 'from 0 to 1']],
    [{ weights: { SPY: -0.1 } }, 'option.range', ['weights.SPY', '-0.1']],
    [{ weights: { SPY: NaN } }, 'option.type', ['weights.SPY', 'NaN']],
    [{ weights: { SPY: '0.5' } }, 'option.type', ['weights.SPY', '"0.5"']],
    [{ weights: {} }, 'strategy.invalid', ['"assets"']],
    [{ weights: [0.5] }, 'option.type', ['"weights"', 'an array']],
    [{ weights: { SPY: 1 }, shedule: monthly() }, 'option.unknown', ['"shedule"', 'Did you mean schedule?']],
    [undefined, 'option.type', ['fixedMix', 'undefined']],
  ] as const)('refuses %j', (options, code, facts) => {
    expectInputError(code, facts, () => fixedMix(options as never));
  });
});

describe('a post-first-cut rotation', () => {
  it.each([
    [NaN, 'SPY', 'no cut known yet'],
    [0, 'IWM', 'the month of the cut'],
    [11, 'IWM', 'holds for the twelfth month'],
    [12, 'SPY', 'the twelve months are over'],
  ])('with the indicator at %d it holds %s: %s', (value, asset) => {
    const counted = addIndicator(panel, 'since', [{ knownOn: '2019-12-31', value }]);
    const rotation = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'since' });
    expect(backtest(counted, rotation).decisions[0]?.target).toEqual({ [asset]: 1 });
  });

  it('decides at month ends and says what it is', () => {
    const rotation = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'months', holdMonths: 18 });
    expect(rotation).toMatchObject({
      name: 'Post-first-cut rotation, SPY into IWM for 18 months',
      schedule: monthly(),
      indicators: ['months'],
      params: { base: 'SPY', into: 'IWM', since: 'months', holdMonths: 18 },
    });
  });

  it.each([
    [{ holdMonths: 0 }, 'option.range', ['holdMonths', '0', '1 or more']],
    [{ holdMonths: 1.5 }, 'option.range', ['holdMonths', '1.5']],
    [{ holdMonths: '12' }, 'option.type', ['holdMonths', '"12"']],
    [{ since: undefined }, 'option.type', ['"since"', 'undefined']],
    [{ base: 'IWM' }, 'option.range', ['postFirstCutRotation', 'both "IWM"']],
    [{ months: 12 }, 'option.unknown', ['"months"']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () =>
      postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'since', ...part } as never),
    );
  });
});
