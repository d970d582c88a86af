import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { blockIndices, simulate } from '../../../src/inference/index.js';
import { quantile } from '../../../src/stats/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';
import { autoregression } from '../bootstrap/autoregression.js';

const data = series(
  'monthly',
  autoregression(0.2, 60, seededRandom(3)).map((value) => 0.005 + value / 30),
);

describe('simulate', () => {
  it('a series that always earns 10 % has one future: 1.1ᵗ, no loss, no drawdown', () => {
    const ahead = simulate(series('annual', [0.1, 0.1, 0.1]), { periods: 5, paths: 100 });
    for (const band of ['p05', 'p50', 'p95'] as const) {
      ahead.wealth[band].forEach((value, period) => {
        expect(value).toBeCloseTo(1.1 ** period, 12);
      });
    }
    expect([ahead.chanceOfLoss.at(-1), ahead.chanceOfRuin.at(-1), ahead.maxDrawdown.p05.at(-1)]).toEqual([0, 0, 0]);
  });

  it('flows come at the end of a period: 100 at 10 % with 5 paid in are 115, 131.5, 149.65', () => {
    const { wealth } = simulate(series('annual', [0.1, 0.1]), { periods: 3, paths: 100, start: 100, flow: 5 });
    expect(wealth.p50.map((value) => Number(value.toFixed(10)))).toEqual([100, 115, 131.5, 149.65]);
  });

  it('what is not there cannot be taken out: 100 without return, 40 a year, are 60, 20, 0; nobody has lost, all are without', () => {
    const ahead = simulate(series('annual', [0, 0]), { periods: 4, paths: 100, start: 100, flow: -40 });
    expect(ahead.wealth.p50).toEqual([100, 60, 20, 0, 0]);
    expect(ahead.chanceOfLoss).toEqual([0, 0, 0, 0, 0]);
    expect(ahead.chanceOfRuin).toEqual([0, 0, 0, 1, 1]);
    expect(String(ahead)).toContain('Taken out at the end of every period: 40.');
    // No loss is not the same as something left: the share without comes first, and the other is called what it is.
    expect(String(ahead)).toMatch(/After period +Nothing left +Wealth, 5 %.*Got back less than paid in/);
    expect(String(ahead)).not.toContain('Chance of loss');
    expect(String(simulate(series('annual', [0, 0]), { periods: 4, paths: 100 }))).toContain('Chance of loss');
  });

  it('of returns of +50 % and −50 % drawn singly, half the paths have lost after one period and three quarters after two', () => {
    const ahead = simulate(series('annual', [0.5, -0.5]), { periods: 2, paths: 40_000, blockLength: 1 });
    // 1.5², 1.5 · 0.5 twice, 0.5²: one of four is above 1. Standard error √(3/16 / 40,000) = 0.0022.
    expect(Math.abs(ahead.chanceOfLoss[1]! - 1 / 2)).toBeLessThan(0.0125);
    expect(Math.abs(ahead.chanceOfLoss[2]! - 3 / 4)).toBeLessThan(0.011);
    expect(ahead.wealth.p95[2]).toBe(2.25);
    // Deepest falls after two periods: 0, −½, −½, −¾.
    expect([ahead.maxDrawdown.p05[2], ahead.maxDrawdown.p50[2], ahead.maxDrawdown.p95[2]]).toEqual([-0.75, -0.5, 0]);
  });

  it('path k is made of the rows that blockIndices gives, and the fans are the quantiles of the paths', () => {
    const options = { periods: 90, paths: 150, blockLength: 4, seed: 6 };
    const ahead = simulate(data, { ...options, start: 10, flow: 0.1 });
    const rowsOf = blockIndices({ rows: 60, length: 90, blockLength: 4, seed: 6 });
    const paths = Array.from({ length: 150 }, (_, k) => ahead.path(k));
    const wealth = [10];
    rowsOf(7).forEach((row, period) => wealth.push(wealth[period]! * (1 + data.values[row]!) + 0.1));
    expect([...paths[7]!.wealth]).toEqual(wealth);
    for (const period of [0, 1, 45, 90]) {
      const at = paths.map((path) => path.wealth[period]!);
      const falls = paths.map((path) => path.maxDrawdown[period]!);
      expect(ahead.wealth.p25[period]).toBe(quantile(at, 0.25));
      expect(ahead.maxDrawdown.p95[period]).toBe(quantile(falls, 0.95));
      expect(ahead.chanceOfLoss[period]).toBe(at.filter((value) => value < 10 + 0.1 * period - 1e-9).length / 150);
    }
    expect([...ahead.finalWealths()]).toEqual(paths.map((path) => path.wealth[90]));
    expect([...ahead.maxDrawdowns()]).toEqual(paths.map((path) => path.maxDrawdown[90]));
  });

  it('drawdowns are those of one unit: flows do not change them', () => {
    const options = { periods: 40, paths: 100, blockLength: 3 };
    expect(simulate(data, { ...options, flow: 5 }).maxDrawdown).toEqual(simulate(data, options).maxDrawdown);
  });

  it('shows itself with blocks, seed and a warning where more lies ahead than behind; JSON has the fans; nothing can be changed', () => {
    const ahead = simulate(data, { periods: 120, paths: 100, blockLength: 12 });
    for (const part of [
      '100 paths of 120 periods',
      'seed 1',
      'about 5 independent blocks',
      '120 periods ahead from 60 behind',
    ])
      expect(String(ahead)).toContain(part);
    expect(JSON.parse(JSON.stringify(ahead))).toMatchObject({ periods: 120, wealth: { p50: ahead.wealth.p50 } });
    expect(Object.isFrozen(ahead) && Object.isFrozen(ahead.wealth.p50)).toBe(true);
  });

  it('refuses what is no number of periods or paths, wealth of nothing, and too much at once', () => {
    expectInputError('option.type', ['"periods" is undefined'], () => simulate(data, {} as never));
    expectInputError('option.range', ['"paths" is 10'], () => simulate(data, { periods: 10, paths: 10 }));
    expectInputError('option.range', ['"start" is 0', 'over 0'], () => simulate(data, { periods: 10, start: 0 }));
    expectInputError('option.range', ['100000 paths of 1000 periods', 'fewer paths'], () =>
      simulate(data, { periods: 1000, paths: 100_000 }),
    );
    expectInputError('option.range', ['"k" is 100'], () => simulate(data, { periods: 1, paths: 100 }).path(100));
    expectInputError('option.range', ['"blockLength" is 60', 'all 60 rows'], () =>
      simulate(data, { periods: 10, method: 'circular', blockLength: 60 }),
    );
    expectInputError('returns.hole', ['2020-02-29'], () =>
      simulate(series('monthly', [0.1, NaN, 0.1]), { periods: 3 }),
    );
  });
});
