import { annually, cagr, fixedMix, monthly, quarterly, sweep, volatility, type Strategy } from 'backtilt';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../../support/expect-input-error.js';
import { months } from '../made-panel.js';

const panel = months({
  A: [0.1, -0.2, 0.3, 0.05, 0.02, -0.04, 0.01, 0.06, 0.02, 0.03, -0.01, 0.04],
  B: [0, 0.1, 0.02, -0.1, 0.03, 0.01, 0.01, -0.02, 0.05, 0.02, 0.03, 0.01],
});
const mix = ({ share }: { readonly share: number }): Strategy<'A' | 'B'> =>
  fixedMix({ weights: { A: share, B: 1 - share } });

describe('pivot', () => {
  const schedules = [monthly(), quarterly(), annually()];
  const grid = sweep(panel, {
    grid: { share: [0, 0.5, 1], schedule: schedules },
    strategy: ({ share, schedule }) => fixedMix({ weights: { A: share, B: 1 - share }, schedule }),
    metrics: { cagr, volatility },
  });

  it('sets a figure out by two parameters, rows and columns as they came', () => {
    const pivot = grid.pivot({ rows: 'share', columns: 'schedule', metric: 'volatility' });
    expect(pivot.rows).toEqual([0, 0.5, 1]);
    expect(pivot.columns).toEqual(schedules);
    const expected = [0, 1, 2].map((row) => [0, 1, 2].map((column) => grid.metrics.volatility[row * 3 + column]));
    expect(pivot.values).toEqual(expected);
    const turned = grid.pivot({ rows: 'schedule', columns: 'share', metric: 'volatility' });
    expect(turned.values[2]![1]).toBe(expected[1]![2]);
    expect([pivot, pivot.values, pivot.values[0], pivot.rows, pivot.columns].every(Object.isFrozen)).toBe(true);
  });

  it('needs to be told what to make of several variants in a cell', () => {
    const made = sweep(panel, {
      grid: { share: [0.2, 0.8], seed: [1, 2, 3], letter: ['x', 'y'] },
      strategy: ({ share, seed }) => fixedMix({ weights: { A: share / seed, B: 1 - share } }),
      metrics: ['totalReturn'],
    });
    const options = { rows: 'share', columns: 'letter', metric: 'totalReturn' } as const;
    expectInputError('option.missing', ['sweep.pivot', '3 variants', 'share', 'letter', 'combine'], () =>
      made.pivot(options),
    );
    const most = made.pivot({ ...options, combine: (values) => Math.max(...values) });
    const { totalReturn } = made.metrics;
    // Share 0.2 comes first; "x" is every other one of its six variants.
    expect(most.values[0]![0]).toBe(Math.max(totalReturn[0]!, totalReturn[2]!, totalReturn[4]!));
    expectInputError('option.type', ['sweep.pivot', 'combine', '"mean"'], () =>
      made.pivot({ ...options, combine: 'mean' as never }),
    );
  });

  it('has NaN where no variant falls, and tells values apart that look alike', () => {
    const one = (): number => 1;
    const other = (): number => 1;
    const long = 'x'.repeat(70);
    const list = [
      { by: one as unknown, share: 0.1 },
      { by: other, share: 0.2 },
      { by: `${long}a`, share: 0.2 },
      { by: `${long}b`, share: 0.2 },
      { by: 1, share: 0.2 },
      { by: '1', share: 0.2 },
      { by: true, share: 0.2 },
    ];
    const made = sweep(panel, { list, strategy: mix, metrics: ['totalReturn'] });
    const { rows, values } = made.pivot({ rows: 'by', columns: 'share', metric: 'totalReturn' });
    expect(rows).toEqual(list.map(({ by }) => by));
    expect(values[0]).toEqual([made.metrics.totalReturn[0], NaN]);
    expect(values[1]).toEqual([NaN, made.metrics.totalReturn[1]]);
  });

  it('prints itself, and refuses names that are none', () => {
    const text = inspect(grid.pivot({ rows: 'share', columns: 'schedule', metric: 'cagr' }));
    expect(text.split('\n')[1]).toMatch(/^share +schedule monthly +schedule quarterly +schedule annually in December$/);
    expect(text).toContain('%');
    expectInputError('option.range', ['sweep.pivot', 'rows', 'shares', "'share'"], () =>
      grid.pivot({ rows: 'shares' as 'share', columns: 'schedule', metric: 'cagr' }),
    );
    expectInputError('option.unknown', ['sweep.pivot', 'cols'], () =>
      grid.pivot({ rows: 'share', cols: 'schedule', metric: 'cagr' } as never),
    );
  });
});
