import { addField, addIndicator, backtest, defineStrategy, monthly, type View } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { about } from './about.js';
import { months } from './made-panel.js';

describe('what a view shows', () => {
  const panel = addField(months({ A: [0.1, 0.2, 0.3], B: [null, 0.2, 0.3], C: [0.1, null, null] }), 'size', {
    A: [{ knownOn: '2019-12-31', value: 1 }],
    B: [{ knownOn: '2019-12-31', value: 2 }],
    C: [{ knownOn: '2019-12-31', value: 3 }],
  });

  it('lists an asset from the row before its first return to the row of its last, and hides the fields of others', () => {
    const seen: unknown[] = [];
    const strategy = defineStrategy({
      name: 'looker',
      assets: 'all',
      fields: ['size'],
      lookback: 1,
      schedule: monthly(),
      decide: (view) => {
        seen.push([view.asOf, Array.from(view.listed), Array.from(view.field('size'))]);
        return {};
      },
    });
    backtest(panel, strategy);
    expect(seen).toEqual([
      ['2020-01-31', [0, 1, 2], [1, 2, 3]],
      ['2020-02-29', [0, 1], [1, 2, NaN]],
      ['2020-03-31', [0, 1], [1, 2, NaN]],
    ]);
  });

  it('gives copies: writing to what it answered changes neither the data nor the run', () => {
    const vandal = defineStrategy({
      name: 'vandal',
      assets: ['A'],
      lookback: 1,
      schedule: monthly(),
      decide: (view: View<'A'>) => {
        const returns = view.returns('A', 1);
        expect(returns.buffer.byteLength, 'no more than what was asked for').toBe(8);
        returns.fill(9);
        (view.listed as Int32Array).fill(7);
        return { A: 1 };
      },
    });
    expect(Array.from(backtest(panel, vandal).values)).toEqual([about(0.2), about(0.3)]);
    expect(panel.returns('A').values.at(0)).toBe(0.1);
  });

  it('shows holdings after the day’s returns and before the trade that is being decided', () => {
    const held: unknown[] = [];
    const strategy = defineStrategy({
      name: 'holder',
      assets: ['A', 'C'],
      schedule: monthly(),
      decide: (view) => {
        held.push(view.holdings);
        return { A: 0.5 };
      },
    });
    backtest(months({ A: [1, 0, 0], C: [0, 0, 0] }), strategy);
    // Half in A doubles: 1 of 1.5. Then traded back to a half.
    expect(held).toEqual([{}, { A: 1 / 1.5 }, { A: 0.5 }, { A: 0.5 }]);
  });

  it('keeps indicators as they were known, today’s last', () => {
    const rated = addIndicator(months({ A: [0, 0, 0, 0] }), 'rate', [
      { knownOn: '2020-01-31', value: 1 },
      { knownOn: '2020-02-10', value: 2 },
      { knownOn: '2020-03-31', value: 3 },
    ]);
    const seen: number[][] = [];
    const strategy = defineStrategy({
      name: 'rates',
      assets: ['A'],
      indicators: ['rate'],
      lookback: 2,
      schedule: monthly(),
      decide: (view) => {
        seen.push(Array.from(view.indicatorHistory('rate', 2)));
        return {};
      },
    });
    backtest(rated, strategy);
    expect(seen).toEqual([
      [1, 2],
      [2, 3],
      [3, 3],
    ]);
  });
});
