import { fixedMix, fromReturns, timingLuck, type Schedule } from 'backtilt';
import { describe, expect, it } from 'vitest';

const panel = fromReturns({
  frequency: 'annual',
  dates: ['2001-12', '2002-12', '2003-12', '2004-12'],
  returns: { A: [1, 1, 0, 0], B: [0, 0, 0, 0] },
  units: 'fraction',
});
const half = (schedule: Schedule) => fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule });
const shown = (options: { benchmark?: 'A' | 'B'; executionLag?: number } = {}): string[] =>
  String(timingLuck(panel, half, { every: 2, ...options })).split('\n');

describe('timing luck prints itself', () => {
  it('with every schedule, their equal parts, and what the range means', () => {
    // 1.5 and 2.5, or 1.5 and 2.25: 2.5^¼ − 1 = 25.74 % and 2.25^¼ − 1 = 22.47 %, 3.27 % apart, and that over √2 is 2.31 %. The parts have 1.5 and 2.375.
    // Deviations of (50 %, 66.67 %, 0, 0), (50 %, 50 %, 0, 0) and (50 %, 58.33 %, 0, 0): 34.36, 28.87 and 31.46 %.
    expect(shown().slice(0, 12)).toEqual([
      'Fixed mix 50 % A, 50 % B: rebalance timing luck, 2001-12 to 2004-12',
      'Decides                             CAGR  Volatility  Max drawdown',
      '-------------------------------  -------  ----------  ------------',
      'every 2 periods                  25.74 %     34.36 %        0.00 %',
      'every 2 periods from the 1st on  22.47 %     28.87 %        0.00 %',
      'equal parts of all 2             24.14 %     31.46 %        0.00 %',
      'From best to worst 3.27 % a year (every 2 periods; every 2 periods from the 1st on); standard',
      '  deviation 2.31 % over 2 variants.',
      'Which date is best is luck, not skill, and was known only afterwards. Judge the strategy by the',
      '  equal parts, or by the whole range.',
      'All decide first at the close of 2000-12-31, buy at it, and hold the same until their first own',
      '  date. Equal parts are funded once and left alone.',
    ]);
  });

  it('beside a benchmark, with its own line and the mean return over it', () => {
    const lines = shown({ benchmark: 'B' });
    // B earns nothing: the mean of (50 %, 66.67 %, 0, 0) is 29.17 %, of (50 %, 50 %, 0, 0) 25 %, of the parts 27.08 %.
    expect(lines.slice(1, 7)).toEqual([
      'Decides                             CAGR  Volatility  Max drawdown  Active return',
      '-------------------------------  -------  ----------  ------------  -------------',
      'every 2 periods                  25.74 %     34.36 %        0.00 %        29.17 %',
      'every 2 periods from the 1st on  22.47 %     28.87 %        0.00 %        25.00 %',
      'equal parts of all 2             24.14 %     31.46 %        0.00 %        27.08 %',
      'B                                 0.00 %      0.00 %        0.00 %              –',
    ]);
    expect(lines).toContain('Active return: mean return over the benchmark per period, times periods a year.');
    expect(shown().join()).not.toContain('Active return');
  });

  it.each([
    [0, 'buy at it, and'],
    [1, 'buy 1 row later (execution lag 1), and'],
    [2, 'buy 2 rows later (execution lag 2), and'],
  ])('with %i rows between decision and purchase says "%s"', (executionLag, words) => {
    expect(shown({ executionLag }).join(' ').replaceAll(/\s+/g, ' ')).toContain(words);
  });
});
