import { describe, expect, it } from 'vitest';
import { fromPrices } from '../../src/panel/index.js';
import { staleRuns } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { datesOf, series } from './support.js';

describe('staleRuns', () => {
  it('lists runs of at least three returns of exactly 0, with their days', () => {
    const stale = series('monthly', [0, 0, 0.01, 0, 0, 0, -0.01, 0, 0, 0, 0]);
    expect(staleRuns(stale)).toEqual([
      { from: '2020-04-30', to: '2020-06-30', periods: 3 },
      { from: '2020-08-31', to: '2020-11-30', periods: 4 },
    ]);
    expect(staleRuns(stale, { periods: 4 })).toHaveLength(1);
    expect(staleRuns(stale, { periods: 2 })[0]).toEqual({ from: '2020-01-31', to: '2020-02-29', periods: 2 });
  });

  it('counts one less than there are identical closes', () => {
    const dates = datesOf('daily', 6);
    const panel = fromPrices({ frequency: 'daily', dates, prices: { A: [10, 11, 11, 11, 11, 12] } });
    expect(staleRuns(panel.returns('A'))).toEqual([{ from: dates[2], to: dates[4], periods: 3 }]);
  });

  it('takes a tiny return for a return, and a missing one for the end of a run', () => {
    expect(staleRuns(series('monthly', [0, 0, 1e-9, 0, 0]))).toEqual([]);
    expect(staleRuns(series('monthly', [0.1, 0, 0, NaN, 0, 0, 0.1]))).toEqual([]);
    expect(staleRuns(series('monthly', [NaN, NaN]))).toEqual([]);
    expect(staleRuns(series('monthly', [-0, 0, -0]))).toHaveLength(1);
  });

  it('is frozen, and refuses what is no length', () => {
    const runs = staleRuns(series('monthly', [0, 0, 0]));
    expect(Object.isFrozen(runs) && Object.isFrozen(runs[0])).toBe(true);
    expectInputError('option.range', ['staleRuns', 'periods', '0'], () =>
      staleRuns(series('monthly', [0]), { periods: 0 }),
    );
    expectInputError('option.unknown', ['staleRuns', 'period', 'periods'], () =>
      staleRuns(series('monthly', [0]), { period: 3 } as never),
    );
    expectInputError('series.invalid', ['staleRuns'], () => staleRuns([0, 0, 0] as never));
  });
});
