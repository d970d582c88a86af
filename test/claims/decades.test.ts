import { slice } from 'backtilt';
import { usFunds, usFundsDaily } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { c5 } from '../../examples/claims/c05-decade-of-large-caps.js';
import { c7 } from '../../examples/claims/c07-decade-after-2009.js';
import { c8 } from '../../examples/claims/c08-recovery-of-2009.js';
import { nearestWindow } from '../../examples/claims/nearest-window.js';
import { altered, endingOn, swapped, inWords } from './altered.js';

const [funds, daily] = [usFunds(), usFundsDaily()];

describe('C5, a decade of large caps', () => {
  it('is 130 points over two of three decades, and never 130 % more wealth', () => {
    const { verdict, readings } = c5();
    expect(verdict).toBe('depends on the definition');
    expect(readings.map(({ agrees }) => agrees)).toEqual([false, false, true, false, true, false]);
    // Adjusted closes at the end of April 2015 and 2025: SPY 172.959 and 546.846, IWM 104.802 and 192.325.
    const [large, small] = [546.846 / 172.959, 192.325 / 104.802];
    expect(readings[2]!.figure).toBeCloseTo(large - small, 3);
    expect(readings[3]!.figure).toBeCloseTo(large / small - 1, 3);
    // At the end of August 2015 and 2025: SPY 164.805 and 637.981, IWM 100.053 and 232.753.
    expect(readings[0]!.figure).toBeCloseTo(637.981 / 164.805 - 232.753 / 100.053, 3);
  });

  it('is not supported with small and large caps exchanged', () => {
    expect(c5(swapped(funds, 'SPY', 'IWM')).verdict).toBe('not supported');
  });

  it('is supported where both meanings are 130: a flat small cap fund, and a large one at 2.3 times the money', () => {
    // 120 months at 2.3^(1/120) − 1: of any ten years.
    const level = altered(funds, (asset, value) =>
      asset === 'IWM' ? 0 : asset === 'SPY' ? 2.3 ** (1 / 120) - 1 : value,
    );
    expect(c5(level).verdict).toBe('supported');
  });
});

describe('C7, the decade after 2009', () => {
  it('is true of small caps, and of large ones all the same', () => {
    const { verdict, readings } = c7();
    expect(verdict).toBe('true but uninformative');
    // Closes of 2009-03-09 and 2019-03-08, 3651 days: IWM 27.1847 and 138.156, SPY 49.6806 and 245.526.
    expect(readings[0]!.figure).toBeCloseTo((138.156 / 27.1847) ** (365.25 / 3651) - 1, 4);
    expect(readings[0]!.base).toBeCloseTo((245.526 / 49.6806) ** (365.25 / 3651) - 1, 4);
    // Closes of 2009-12-31 and 2019-12-31, 3652 days: IWM 50.0112 and 152.968.
    expect(readings[2]!.figure).toBeCloseTo((152.968 / 50.0112) ** (365.25 / 3652) - 1, 4);
  });

  it('would say something with large caps at 5 % a year, and is wrong with small ones there', () => {
    const calm = (names: readonly string[]) =>
      altered(daily, (asset, value) => (names.includes(asset) ? 1.05 ** (1 / 252) - 1 : value));
    expect(c7(calm(['SPY'])).verdict).toBe('supported');
    expect(c7(calm(['IWM', 'IJR'])).verdict).toBe('not supported');
    expect(c7(calm(['IJR'])).verdict).toBe('depends on the definition');
  });

  it('knows nothing of what came after its decades', () => {
    expect(c7(slice(daily, { to: '2019-12-31' })).readings).toEqual(c7().readings);
  });
});

describe('C8, the recovery of 2009', () => {
  it('has 70 % for large caps over a year, and 140 % beside it in none of two hundred thousand windows', () => {
    const { verdict, readings } = c8();
    expect(verdict).toBe('not supported');
    // IWM 27.1847 to 53.6475 and SPY 49.6806 to 85.4218, from 2009-03-09 to 2010-03-09.
    expect(inWords(readings[0]!)).toContain(`IWM ${((53.6475 / 27.1847 - 1) * 100).toFixed(2)} %`); // 97.34 %
    expect(inWords(readings[0]!)).toContain(`SPY ${((85.4218 / 49.6806 - 1) * 100).toFixed(2)} %`); // 71.94 %
    expect(readings.map(({ figure }) => figure)).toEqual([1, 1, 0, 1, 0]);
  });

  it('says of the last reading that it was searched for, among how many', () => {
    const { readings, notes } = c8();
    // 820 rows and the close before them are 821 closes, 317 of them before 2010: Σ (820 − i) for i from 0 to 316 is 209,854.
    const rows = slice(daily, { from: '2008-10', to: '2011-12' }).calendar.length;
    const starts = slice(daily, { from: '2008-10', to: '2009-12' }).calendar.length + 1;
    expect(readings.at(-1)!.reading).toContain(
      `SEARCHED, the nearest of ${starts * rows - (starts * (starts - 1)) / 2}`,
    );
    expect(notes.join(' ')).toContain('searched for');
  });

  it('depends on the window where a year of 140 % was made to order, and the search finds it', () => {
    // The returns of 2009-03-10 to 2010-03-09 raised by one factor a day each, so that the year makes 140 % (and 70 %).
    const rows = slice(daily, { from: '2009-03-10', to: '2010-03-09' }).calendar.length;
    const factor = { IWM: (2.4 / (53.6475 / 27.1847)) ** (1 / rows), SPY: (1.7 / (85.4218 / 49.6806)) ** (1 / rows) };
    const made = altered(daily, (asset, value, date) =>
      (asset === 'IWM' || asset === 'SPY') && date > '2009-03-09' && date <= '2010-03-09'
        ? (1 + value) * factor[asset] - 1
        : value,
    );
    const { verdict, readings } = c8(made);
    expect(verdict).toBe('depends on the definition');
    expect(readings.map(({ agrees }) => agrees)).toEqual([true, false, false, false, true]);
  });

  it('knows nothing of what came after 2011', () => {
    expect(c8(endingOn(daily, '2011-12-30')).readings).toEqual(c8().readings);
  });
});

describe('the search of a window', () => {
  it('tries every pair of closes that begins in time, and finds the one that was put there', () => {
    const made = altered(slice(daily, { from: '2024-01-02', to: '2024-01-10' }), (asset, _, date) =>
      date === '2024-01-04' ? (asset === 'IWM' ? 0.2 : 0.1) : 0.01,
    );
    const pair = [made.returns('IWM'), made.returns('SPY')] as const;
    const found = nearestWindow(pair, [0.2, 0.1], { from: '2024-01-02', to: '2024-01-10', startBy: '2024-01-05' });
    // 7 rows, 8 closes; starts at the base and at the 2nd, 3rd, 4th and 5th of January: 7 + 6 + 5 + 4 + 3.
    expect(found).toEqual({ windows: 25, from: '2024-01-04', to: '2024-01-04' });
  });
});
