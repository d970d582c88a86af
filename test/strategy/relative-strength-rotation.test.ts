import { backtest, monthly, relativeStrengthRotation } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

/* Returns over two months, ending on the third row and on the fourth: A 0.21, −0.01; B 0.10, 0.155; C −0.19, −0.01; bills 0.02. */
const panel = months({
  A: [0, 0.1, 0.1, -0.1, 0],
  B: [0, 0, 0.1, 0.05, 0],
  C: [0, -0.1, -0.1, 0.1, 0],
  Bills: [0, 0, 0.02, 0, 0],
});
const assets = ['A', 'B', 'C'] as const;
const targets = (strategy: ReturnType<typeof relativeStrengthRotation<'A' | 'B' | 'C', 'Bills', 'Bills'>>) =>
  backtest(panel, strategy, { window: { from: '2020-02', to: '2020-05' } }).decisions.map(({ decidedOn, target }) => [
    decidedOn.slice(0, 7),
    target,
  ]);

describe('a relative strength rotation', () => {
  it('holds the strongest over the lookback', () => {
    expect(targets(relativeStrengthRotation({ assets, top: 1, lookback: 2 })).slice(1, 3)).toEqual([
      ['2020-03', { A: 1 }],
      ['2020-04', { B: 1 }],
    ]);
  });

  it('holds the top equally, and of equals the earlier in its list', () => {
    const tied = months({ A: [0.1, 0, 0], B: [0.2, 0, 0], C: [0.1, 0, 0] });
    const first = (list: readonly ('A' | 'B' | 'C')[]) =>
      backtest(tied, relativeStrengthRotation({ assets: list, top: 2, lookback: 1 })).decisions[0]!.target;
    expect(first(['A', 'B', 'C'])).toEqual({ A: 0.5, B: 0.5 });
    expect(first(['C', 'B', 'A'])).toEqual({ C: 0.5, B: 0.5 });
  });

  it('leaves the skipped rows out', () => {
    // On the fourth row with the last one skipped: A 1.1 × 1.1, B 1.1, so A, as on the row before.
    const skipping = relativeStrengthRotation({ assets, top: 1, lookback: 3, skip: 1 });
    expect(targets(skipping).find(([month]) => month === '2020-04')).toEqual(['2020-04', { A: 1 }]);
    expect(skipping.lookback).toBe(3);
  });

  it('with a bar to beat, places of losers go to the other asset, or to cash', () => {
    const dual = { assets, top: 2, lookback: 2 } as const;
    // 2020-03: A 0.21 and B 0.10 both beat 0.02. 2020-04: B 0.155 does; A and C, −0.01 each, do not.
    expect(
      targets(relativeStrengthRotation({ ...dual, absolute: { over: 'Bills', otherwise: 'Bills' } })).slice(1, 3),
    ).toEqual([
      ['2020-03', { A: 0.5, B: 0.5 }],
      ['2020-04', { B: 0.5, Bills: 0.5 }],
    ]);
    const inCash = relativeStrengthRotation({ ...dual, absolute: { over: 0 } });
    expect(backtest(panel, inCash).decisions.find(({ decidedOn }) => decidedOn === '2020-04-30')!.target).toEqual({
      B: 0.5,
    });
    expect(inCash.assets).toEqual(['A', 'B', 'C']);
  });

  it('a draw does not beat the bar', () => {
    const flat = months({ A: [0, 0, 0], B: [0, 0, 0] });
    const over = (bar: 0 | 'B') =>
      backtest(
        flat,
        relativeStrengthRotation({ assets: ['A'], top: 1, lookback: 1, absolute: { over: bar, otherwise: 'B' } }),
      ).decisions[0]!.target;
    expect([over(0), over('B')]).toEqual([{ B: 1 }, { B: 1 }]);
  });

  it('an asset without a full history is not chosen, and its place is cash', () => {
    const late = months({ A: [0.01, 0.01, 0.01, 0.01, 0], B: [null, null, 0.5, 0.5, 0] });
    const { decisions } = backtest(late, relativeStrengthRotation({ assets: ['A', 'B'], top: 2, lookback: 2 }), {
      rules: { missing: 'cash' },
    });
    expect(decisions.map(({ target }) => target)).toEqual([{ A: 0.5 }, { A: 0.5 }, { A: 0.5, B: 0.5 }]);
  });

  it('an asset that is not there today is not chosen, however strong it was', () => {
    const hole = months({ A: [0.01, 0.01, 0.01, 0.01, 0.01], B: [0.5, 0.5, null, 0.5, 0.5] });
    const { decisions } = backtest(
      hole,
      relativeStrengthRotation({ assets: ['A', 'B'], top: 1, lookback: 2, skip: 1 }),
      {
        rules: { missing: 'cash' },
      },
    );
    expect(decisions.map(({ target }) => target).slice(0, 2)).toEqual([{ B: 1 }, { A: 1 }]);
  });

  it('is plain data with a name', () => {
    const dual = relativeStrengthRotation({
      assets,
      top: 1,
      lookback: 12,
      skip: 1,
      absolute: { over: 'Bills', otherwise: 'Bonds' },
    });
    expect(dual).toMatchObject({
      name: 'Relative strength, top 1 of 3 by 12 periods without the latest 1, if above Bills, otherwise Bonds',
      assets: ['A', 'B', 'C', 'Bills', 'Bonds'],
      schedule: monthly(),
    });
    expect(dual.params).toEqual({
      assets,
      top: 1,
      lookback: 12,
      skip: 1,
      absolute: { over: 'Bills', otherwise: 'Bonds' },
    });
  });

  it.each([
    [{ top: 4 }, 'option.range', ['"top"', '4', 'from 1 to 3']],
    [{ top: 0 }, 'option.range', ['"top"', '0']],
    [{ lookback: 0 }, 'option.range', ['"lookback"', '0']],
    [{ lookback: 12, skip: 12 }, 'option.range', ['"skip"', '12', 'from 0 to 11']],
    [{ assets: ['A', 'A'] }, 'option.range', ['"A" twice']],
    [{ absolute: { over: 1 } }, 'option.type', ['absolute', '"over"', '1']],
    [{ absolute: { otherwise: 'B' } }, 'option.type', ['"over"', 'undefined']],
    [{ absolute: { over: 0, instead: 'B' } }, 'option.unknown', ['absolute', '"instead"']],
    [{ absolute: 'Bills' }, 'option.type', ['absolute', '"Bills"']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => relativeStrengthRotation({ assets, top: 1, lookback: 12, ...part } as never));
  });
});
