import { backtest, equalWeight, monthly, quarterly } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

const late = months({ A: [0.1, 0, 0, 0.2], B: [0.2, 0, 0, 0.1], C: [null, null, 0.1, 0.3] });

describe('equal weights', () => {
  it('divide the whole among what is listed on the day: a price on the row before the first return is one', () => {
    const { decisions } = backtest(late, equalWeight({ assets: 'all' }));
    expect(decisions.map(({ target }) => target)).toEqual([
      { A: 1 / 2, B: 1 / 2 },
      { A: 1 / 2, B: 1 / 2 },
      { A: 1 / 3, B: 1 / 3, C: 1 / 3 },
      { A: 1 / 3, B: 1 / 3, C: 1 / 3 },
    ]);
  });

  it('earn the plain mean of the returns', () => {
    const { values } = backtest(late, equalWeight({ assets: 'all' }));
    expect([...values]).toEqual([0.15, 0, 0.1 / 3, 0.6 / 3].map((mean) => expect.closeTo(mean, 14) as number));
  });

  it('of named assets begin when all of them are listed', () => {
    const { decisions } = backtest(late, equalWeight({ assets: ['A', 'C'], schedule: quarterly() }));
    expect(decisions.map(({ decidedOn, target }) => [decidedOn, target])).toEqual([
      ['2020-02-29', { A: 0.5, C: 0.5 }],
      ['2020-03-31', { A: 0.5, C: 0.5 }],
    ]);
  });

  it('go on without an asset that has ended', () => {
    const ended = months({ A: [0, 0, 0, 0.1], B: [0, -0.1, null, null] });
    const { decisions } = backtest(ended, equalWeight({ assets: ['A', 'B'] }), { rules: { missing: 'cash' } });
    expect(decisions.map(({ target }) => target)).toEqual([
      { A: 0.5, B: 0.5 },
      { A: 0.5, B: 0.5 },
      { A: 0.5, B: 0.5 },
      { A: 1 },
    ]);
  });

  it('are plain data', () => {
    expect(equalWeight({ assets: 'all' })).toMatchObject({ name: 'Equal weights', assets: 'all', schedule: monthly() });
    expect(equalWeight({ assets: ['A', 'B'] })).toMatchObject({
      name: 'Equal weights of 2 assets',
      params: { assets: ['A', 'B'] },
    });
  });

  it.each([
    [{ assets: [] }, 'option.type', ['"assets"', 'at least one']],
    [{ assets: 'A' }, 'option.type', ['"assets"', '"A"']],
    [{ assets: ['A', 'B', 'A'] }, 'option.range', ['"assets"', '"A" twice']],
    [{ assets: ['A', 3] }, 'option.type', ['assets[1]', '3']],
    [{ asset: ['A'] }, 'option.unknown', ['"asset"', 'Did you mean assets?']],
    [{ assets: ['A'], schedule: 'monthly' }, 'schedule.invalid', ['"monthly"']],
  ] as const)('refuse %j', (options, code, facts) => {
    expectInputError(code, facts, () => equalWeight(options as never));
  });
});
