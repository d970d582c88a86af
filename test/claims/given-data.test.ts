import { fromReturns, type ReturnSeries } from 'backtilt';
import { fundFacts } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { c24 } from '../../examples/claims/c24-world-without-the-usa.js';
import { c25 } from '../../examples/claims/c25-fund-facts.js';

describe('C24, shares outside the USA', () => {
  const dates = Array.from({ length: 12 }, (_, month) =>
    month < 6 ? `2024-${String(month + 7).padStart(2, '0')}` : `2025-${String(month - 5).padStart(2, '0')}`,
  );
  /** The second half of 2024 and the first of 2025, each at one level rate. */
  const world = (before: number, after: number): ReturnSeries => {
    const values = dates.map((_, month) => (1 + (month < 6 ? before : after)) ** (1 / 6) - 1);
    return fromReturns({ frequency: 'monthly', dates, returns: { World: values } }).returns('World');
  };

  it('is not testable without the index, and says what is missing', () => {
    expect(c24()).toMatchObject({ verdict: 'not testable here', missing: 'returns of the MSCI ACWI ex USA' });
  });

  it('takes the index: 17 % in half a year holds as the year so far, and as twelve months only after a flat half year', () => {
    expect(c24(world(0, 0.17)).verdict).toBe('supported');
    expect(c24(world(0.1, 0.17)).verdict).toBe('depends on the definition');
    expect(c24(world(0.1, 0.17)).readings.map(({ figure }) => figure.toFixed(4))).toEqual(['0.1700', '0.2870']); // 1.1 × 1.17
    expect(c24(world(0.1, 0.15)).verdict).toBe('not supported');
  });
});

describe('C25, facts of funds', () => {
  const facts = fundFacts();
  /** The bundled facts with fees that their pages state for another day. */
  const dated = (IWM: number, VBR: number, asOf = '2025-09-30') => ({
    ...facts,
    IWM: { ...facts.IWM, expenseRatio: { ...facts.IWM.expenseRatio!, value: IWM, asOf } },
    VBR: { ...facts.VBR, expenseRatio: { ...facts.VBR.expenseRatio!, value: VBR, asOf } },
  });
  const asPrinted = {
    'holdings of IWM': 1984,
    'financials in DFAT': 0.3,
    'industrials in DFAT': 0.14,
    'value funds among EEMV': 1,
  };

  it('is not tested by pages of 2026: their fees stand in a note and are missing of 2025', () => {
    const { verdict, readings, missing, notes } = c25();
    expect([verdict, readings]).toEqual(['not testable here', []]);
    for (const name of ['fee of IWM', 'fee of VBR', 'holdings of IWM']) expect(missing).toContain(name);
    for (const name of ['IWM', 'VBR'] as const) {
      const { value, asOf } = facts[name].expenseRatio!;
      expect(asOf).toMatch(/^2026/);
      expect(notes.join(' ')).toContain(`${name} ${(value * 100).toFixed(2)} % (${asOf})`);
    }
    expect([facts.IWM.expenseRatio!.value, facts.VBR.expenseRatio!.value]).toEqual([0.0019, 0.0005]);
  });

  it('is supported where all is as printed, and says nothing is missing', () => {
    expect(c25(dated(0.0019, 0.0008), asPrinted)).toMatchObject({ verdict: 'supported', missing: null });
    expect(c25(facts, { ...asPrinted, 'fee of IWM': 0.0019, 'fee of VBR': 0.0008 })).toMatchObject({
      verdict: 'supported',
      missing: null,
    });
    expect(c25(dated(0.0019, 0.0008)).verdict).toBe('supported');
  });

  it('is refuted by a fee of 2025, not by the same fee of 2024 or 2026', () => {
    expect(c25(dated(0.0019, 0.0005)).verdict).toBe('not supported');
    for (const day of ['2024-12-31', '2026-01-02', '>=2025'])
      expect(c25(dated(0.0019, 0.0005, day)).verdict).toBe('not testable here');
  });

  it('fails by one figure of six: EEMV is a fund of low volatility', () => {
    const { verdict, readings } = c25(dated(0.0019, 0.0008), { ...asPrinted, 'value funds among EEMV': 0 });
    expect([verdict, readings[0]!.figure]).toEqual(['not supported', 5]);
  });

  it('names a fee as missing where it has no source', () => {
    const { expenseRatio, ...unknown } = facts.IWM;
    expect(expenseRatio).toBeDefined();
    expect(c25({ ...dated(0.0019, 0.0008), IWM: unknown }).missing).toContain('fee of IWM');
  });
});
