import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annually, backtest, cagr, maxDrawdown, sharpeRatio, smallCapTilt, volatility } from 'backtilt';
import { usFunds, usTreasuryBill } from 'backtilt/data';
import { numberList } from '../../src/cli/number-list.js';
import { progressBar } from '../../src/cli/progress-bar.js';
import { inEmptyFolder, run, runLater } from './run.js';

const WIDEST = 100;

describe('backtilt sweep', () => {
  it('prints one figure by weight and month, with the number of variants, the window and what was assumed', () => {
    const { code, out, err, lines } = run('sweep', '--cost', '5', '--to', '2026-07');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('cagr by weight and month: IWM beside SPY');
    expect(out).toMatch(/2000-06-30 to 2026-07-31, 5 bp\s+per\s+trade/);
    expect(out).toMatch(/Weight +Mar +Jun +Sep +Dec/);
    expect(out).toContain('44 variants tried');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(WIDEST);
  });

  it('--csv holds the figures of the backtests one by one', () => {
    const words = ['sweep', '--small-cap', 'ijr', '--weights', '0.1,0.35', '--months', '6:12:6', '--to', '2026-07'];
    const rows = inEmptyFolder(() => {
      const { code, out } = run(...words, '--by', 'volatility', '--csv', 'tilts.csv');
      expect(code, out).toBe(0);
      expect(out).toContain('Written: tilts.csv');
      return readFileSync('tilts.csv', 'utf8').trim().split('\n');
    });
    expect(rows[0]).toBe('weight,month,cagr,volatility,sharpeRatio,maxDrawdown');
    const variants = [0.1, 0.35].flatMap((weight) => [6, 12].map((month) => ({ weight, month })));
    expect(rows).toHaveLength(1 + variants.length);
    variants.forEach(({ weight, month }, place) => {
      const tilt = smallCapTilt({ core: 'SPY', smallCap: 'IJR', weight, schedule: annually({ month }) });
      const result = backtest(usFunds(), tilt, { cash: usTreasuryBill(), window: { to: '2026-07' } });
      const expected = [weight, month, cagr(result), volatility(result), sharpeRatio(result), maxDrawdown(result)];
      const found = rows[place + 1]!.split(',').map(Number);
      found.forEach((value, column) => {
        expect(value).toBeCloseTo(expected[column]!, 11);
      });
    });
  });

  it('--threads changes no digit', async () => {
    const words = ['sweep', '--weights', '0:1:0.25', '--by', 'sharpeRatio', '--to', '2026-07'];
    expect((await runLater(...words, '--threads', '2')).out).toBe(run(...words).out);
  });

  it('a mistake on a thread is one line and code 1 too', async () => {
    const { code, out, err } = await runLater('sweep', '--weights', '0.5,1.5', '--threads', '1');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^backtilt: sweep, variant 4 \(weight 1\.5, .*fraction from 0 to 1.*$/);
  });

  it.each<[string[], RegExp]>([
    [['--weights', '0:1'], /--weights: "0:1": 2 numbers where three belong/],
    [['--weights', '0:1:0'], /--weights: "0:1:0": no way leads/],
    [['--weights', '1:0:0.1'], /--weights: "1:0:0\.1": no way leads/],
    [['--weights', '0,,1'], /--weights: "0,,1": not all of it are numbers/],
    [['--weights', '0:1:1e-9'], /at most 100000/],
    [['--weights', '1.1'], /variant 0 \(weight 1\.1.*fraction from 0 to 1/],
    [['--months', '13'], /13.*from 1 to 12/],
    [['--cost', 'much'], /--cost.*NaN/],
    [['--by', 'calmar'], /--by.*"calmar".*maxDrawdown/],
    [['--small-cap', 'IWX'], /"IWX".*Did you mean/],
    [['--from', '2030-01'], /2030-01/],
    [['--threads', '0'], /number of threads.*0/],
  ])('%j fails with code 1 and says why', (words, message) => {
    const { code, out, err } = run('sweep', ...words);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('steps make short decimals, both ends included', () => {
    expect(numberList('0:0.3:0.1', 'weights')).toEqual([0, 0.1, 0.2, 0.3]);
    expect(numberList('1:12:5', 'months')).toEqual([1, 6, 11]);
    expect(numberList('3, 6', 'months')).toEqual([3, 6]);
  });
});

describe('the progress bar', () => {
  it('grows on one line, writes nothing twice and goes away at the end', () => {
    const written: string[] = [];
    const bar = progressBar((text) => written.push(text));
    bar(1, 1000);
    bar(2, 1000);
    bar(500, 1000);
    bar(1000, 1000);
    expect(written).toEqual([
      `\r${'░'.repeat(30)} 0 % of 1000`,
      `\r${'█'.repeat(15)}${'░'.repeat(15)} 50 % of 1000`,
      `\r${' '.repeat(15 + 15 + ' 50 % of 1000'.length)}\r`,
    ]);
  });
});
