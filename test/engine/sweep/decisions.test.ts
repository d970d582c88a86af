import { defineStrategy, monthly, sweep, volatility } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../made-panel.js';

describe('in a sweep', () => {
  it.each([
    ['that varies', [0.1, -0.2, 0.3, 0.05]],
    ['without variation, whose figures need a closer look', [0.01, 0.01, 0.01, 0.01]],
  ])('a strategy %s is asked once per decision', (_, returns) => {
    const asked: string[] = [];
    const own = defineStrategy<'A'>({
      name: 'Own',
      assets: ['A'],
      schedule: monthly(),
      decide: ({ asOf }) => {
        asked.push(asOf);
        return { A: 1 };
      },
    });
    const { metrics } = sweep(months({ A: returns }), { list: [{}], strategy: () => own, metrics: { volatility } });
    // The last close decides about nothing that is measured.
    expect(asked).toEqual(['2019-12-31', '2020-01-31', '2020-02-29', '2020-03-31']);
    // Deviation of 0.1, −0.2, 0.3 and 0.05 from their mean 0.0625: √(0.126875 / 3), times √12.
    expect(metrics.volatility[0]).toBeCloseTo(returns[1] === 0.01 ? 0 : Math.sqrt((0.126875 / 3) * 12), 12);
  });
});
