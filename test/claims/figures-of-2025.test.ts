import { slice } from 'backtilt';
import { usFunds, usFundsDaily } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { c10 } from '../../examples/claims/c10-second-quarter-of-2025.js';
import { c11 } from '../../examples/claims/c11-august-2025.js';
import { c12 } from '../../examples/claims/c12-annual-gain-of-2025.js';
import { c13 } from '../../examples/claims/c13-nasdaq-against-value.js';
import { c9 } from '../../examples/claims/c09-fall-into-april-2025.js';
import { altered, swapped, inWords } from './altered.js';

const [funds, daily] = [usFunds(), usFundsDaily()];

/** Adjusted closes, as their vendor has them. */
const iwm = {
  '2024-09-30': 216.884,
  '2024-11-25': 238.004,
  '2024-11-29': 237.484,
  '2024-12-31': 217.597,
  '2025-03-31': 196.895,
  '2025-04-08': 172.546,
  '2025-04-30': 192.325,
  '2025-06-30': 213.572,
  '2025-07-31': 217.135,
  '2025-08-29': 232.753,
  '2025-09-30': 240.152,
};
const between = (from: keyof typeof iwm, to: keyof typeof iwm): number => iwm[to] / iwm[from] - 1;
const written = (figure: number): string => `${(figure * 100).toFixed(2)} %`;

describe('C9, the fall into April 2025', () => {
  it('is 27.5 % by daily closes, 19 % by month ends and 23 % by neither', () => {
    const { verdict, readings } = c9();
    expect(verdict).toBe('depends on the definition');
    const [fall, months, , , found] = readings.map(({ figure }) => figure);
    expect(fall).toBeCloseTo(between('2024-11-25', '2025-04-08'), 4); // 172.546 / 238.004 − 1 = −0.2750
    expect(months).toBeCloseTo(between('2024-11-29', '2025-04-30'), 4); // 192.325 / 237.484 − 1 = −0.1902
    expect(readings.map(({ agrees }) => agrees)).toEqual([true, false, false, false, true]);
    // Of the 123 closes from the end of October to the end of April each later one follows each earlier one once: 123 · 122 / 2.
    expect(readings[4]).toMatchObject({ searched: 7503, counts: false });
    const [, from, to] = /, (\S+) to (\S+)$/.exec(readings[4]!.reading)!;
    const values = [...slice(daily.returns('IWM'), { from: from!, to: to! }).values];
    expect(values.reduce((wealth, value) => wealth * (1 + value), 1) - 1).toBeCloseTo(found!, 12);
    expect(found).toBeCloseTo(-0.23, 3);
  });

  it('would be the 23 % of the other article had the worst days been milder, and neither in a calm spring', () => {
    const scaled = (by: number) =>
      altered(daily, (_, value, date) => (date > '2024-11-25' && date <= '2025-04-08' ? (1 + value) ** by - 1 : value));
    // 0.725 ** 0.8127 is 0.77.
    const milder = c9(scaled(Math.log(0.77) / Math.log(1 + between('2024-11-25', '2025-04-08'))));
    expect(milder.readings.map(({ agrees }) => agrees)).toEqual([false, false, true, false, true]);
    expect(c9(scaled(0)).verdict).toBe('not supported');
  });

  it('knows nothing of what came after April', () => {
    const until = { to: '2025-04-30' };
    expect(c9(slice(daily, until), slice(funds, until)).readings).toEqual(c9().readings);
  });
});

describe('C10, the second quarter of 2025', () => {
  it('has the quarter right and the year wrong as of every month end', () => {
    const { verdict, readings } = c10();
    expect(verdict).toBe('not supported');
    expect(inWords(readings[0]!)).toContain(`quarter ${written(between('2025-03-31', '2025-06-30'))}`); // 213.572 / 196.895 − 1 = 8.47 %
    expect(inWords(readings[0]!)).toContain(`year ${written(between('2024-12-31', '2025-06-30'))}`); // 213.572 / 217.597 − 1 = −1.85 %
    expect(inWords(readings[3]!)).toContain(`year ${written(between('2024-12-31', '2025-03-31'))}`); // 196.895 / 217.597 − 1 = −9.51 %
    expect(readings.map(({ figure, says }) => [figure, says])).toEqual(
      Array.from({ length: 4 }, () => [1, { is: 2, within: 0 }]),
    );
  });

  it('would hold after a January that lost what leads to −10.1 % by June', () => {
    // The year is multiplied by (1 − 0.101) / (1 − 0.0185).
    const factor = (1 - 0.101) / (1 + between('2024-12-31', '2025-06-30'));
    const worse = altered(funds, (asset, value, date) =>
      asset === 'IWM' && date === '2025-01-31' ? (1 + value) * factor - 1 : value,
    );
    expect(c10(worse).verdict).toBe('depends on the definition');
    expect(c10(worse).readings.map(({ agrees }) => agrees)).toEqual([true, false, false, false]);
  });
});

describe('C11, August 2025 and the new high', () => {
  it('holds: 7.19 % in August, once for each article; highs with dividends stand aside', () => {
    const { verdict, readings, missing } = c11();
    expect(verdict).toBe('supported');
    const [one, other, ...highs] = readings;
    for (const { figure } of [one!, other!]) expect(figure).toBeCloseTo(between('2025-07-31', '2025-08-29'), 4); // 232.753 / 217.135 − 1 = 7.19 %
    expect(highs.map(({ agrees, counts }) => [agrees, counts])).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(iwm['2025-09-30']).toBeGreaterThan(iwm['2024-11-25']); // the end of September is above the high before
    expect(missing).toContain('without dividends');
  });

  const without = (month: string) => (asset: string, value: number, date: string) =>
    asset === 'IWM' && date.startsWith(month) ? -Math.abs(value) : value;
  const told = (month: string) => c11(altered(daily, without(month)), altered(funds, without(month)));

  it('fails without the rise of August', () => {
    expect(told('2025-08').verdict).toBe('not supported');
  });

  it('says no more of September than that wealth with dividends made no high where it fell', () => {
    const { verdict, readings } = told('2025-09');
    expect(verdict).toBe('supported');
    expect(readings.slice(2).map(({ figure }) => figure)).toEqual([0, 0]);
  });

  it('depends on the article where August made 6.9 %', () => {
    const less = altered(funds, (asset, value, date) => (asset === 'IWM' && date === '2025-08-31' ? 0.069 : value));
    const { verdict, readings } = c11(daily, less);
    expect(readings.slice(0, 2).map(({ agrees }) => agrees)).toEqual([false, true]);
    expect(verdict).toBe('depends on the definition');
  });
});

describe('C12, the annual gain at the end of September 2025', () => {
  it('is 10.7 % over twelve months and 10.4 % in the year, not 11.75 %', () => {
    const { verdict, readings } = c12();
    expect(verdict).toBe('not supported');
    expect(readings[0]!.figure).toBeCloseTo(between('2024-09-30', '2025-09-30'), 4); // 240.152 / 216.884 − 1 = 0.1073
    expect(readings[1]!.figure).toBeCloseTo(between('2024-12-31', '2025-09-30'), 4); // 240.152 / 217.597 − 1 = 0.1037
  });

  it('would be 11.75 % over twelve months with one point more in October 2024, before the year began', () => {
    const more = altered(funds, (asset, value, date) =>
      asset === 'IWM' && date === '2024-10-31' ? (1 + value) * (1.1175 / (240.152 / 216.884)) - 1 : value,
    );
    expect(c12(more).readings.map(({ agrees }) => agrees)).toEqual([true, false]);
    expect(c12(more).verdict).toBe('depends on the definition');
  });
});

describe('C13, Nasdaq against value', () => {
  it('has the Nasdaq 2 points ahead, not 7 behind', () => {
    const { verdict, readings } = c13();
    expect(verdict).toBe('not supported');
    // QQQ 507.452 to 561.108, IWD 180.576 to 195.827.
    expect(readings[0]!.figure).toBeCloseTo(561.108 / 507.452 - 195.827 / 180.576, 4);
    expect(readings[1]!.figure).toBeCloseTo(561.108 / 507.452 / (195.827 / 180.576) - 1, 4);
    // QQQ 548.996 and IWD 191.104 at the end of June.
    expect(readings[2]!.figure).toBeCloseTo(548.996 / 507.452 - 191.104 / 180.576, 4);
  });

  it('would hold had the Nasdaq lost a tenth on the first day of the year, and not with the two exchanged', () => {
    const worse = altered(daily, (asset, value, date) => (asset === 'QQQ' && date === '2025-01-02' ? -0.1 : value));
    expect(c13(worse).verdict).toBe('supported');
    expect(c13(swapped(daily, 'QQQ', 'IWD')).verdict).toBe('not supported');
  });

  it('knows nothing of what came after 23 July', () => {
    expect(c13(slice(daily, { to: '2025-07-23' })).readings).toEqual(c13().readings);
  });
});
