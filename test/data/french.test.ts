import { describe, expect, it } from 'vitest';
import type { Panel } from '../../src/panel/index.js';
import { storeOf } from '../../src/panel/index.js';
import {
  frenchFactors,
  frenchIndustries,
  frenchSize,
  frenchSizeProfitability,
  frenchSizeValue,
  frenchSizeValueProfitability,
  usTreasuryBill,
  usFunds,
} from '../../src/data/index.js';

const { three, five, momentum, riskFree } = frenchFactors();

/** First and last rows as the files print them, in percent. */
const ENDS = [
  ['three', three, 'Mkt-RF', '1926-07-31', 2.89, '2025-12-31', -0.36],
  ['three', three, 'HML', '1926-07-31', -2.39, '2025-12-31', 2.42],
  ['five', five, 'CMA', '1963-07-31', -1.15, '2025-12-31', 0.37],
  ['momentum', momentum, 'Mom', '1927-01-31', 0.36, '2024-10-31', 2.84],
  ['frenchSize', frenchSize(), 'Lo 30', '1926-07-31', 0.06, '2026-02-28', 0.97],
  ['frenchSize', frenchSize(), 'Hi 10', '1926-07-31', 3.67, '2026-02-28', -1.9],
  ['frenchSizeValue', frenchSizeValue(), 'SMALL LoBM', '1926-07-31', 5.8276, '2026-02-28', -4.0312],
  ['frenchSizeProfitability', frenchSizeProfitability(), 'SMALL LoOP', '1963-07-31', -0.6108, '2026-02-28', 2.34],
  ['frenchIndustries', frenchIndustries(), 'Agric', '1926-07-31', 2.36, '2026-02-28', 9.35],
  [
    'frenchSizeValueProfitability',
    frenchSizeValueProfitability(),
    'SMALL LoBM LoOP',
    '1963-07-31',
    -0.758,
    '2025-12-31',
    -0.5953,
  ],
] as const;

describe('Kenneth French library', () => {
  it.each(ENDS)('%s begins and ends with the published %s', (_, panel, asset, from, first, to, last) => {
    const series = (panel as Panel).returns(asset);
    const end = series.calendar.length - 1;
    expect(series.calendar.date(0)).toBe(from);
    expect(series.calendar.date(end)).toBe(to);
    expect(series.values[0]).toBeCloseTo(first / 100, 12);
    expect(series.values[end]).toBeCloseTo(last / 100, 12);
  });

  it('divides percent by 100 with one rounding: 2.89 % is exactly 0.0289', () => {
    expect(three.returns('Mkt-RF').values[0]).toBe(0.0289);
    expect(frenchSizeValue().returns('SMALL LoBM').values[0]).toBe(0.058276);
  });

  it('dates a month by its last calendar day and begins at the end of the month before', () => {
    expect(three.calendar.date(-1)).toBe('1926-06-30');
    expect(three.calendar.frequency).toBe('monthly');
    expect(three.calendar.length).toBe(1194); // 6 months of 1926 and 99 years
  });

  it('keeps no missing mark as a figure and loses no more than everything', () => {
    const panels = [...new Set(ENDS.map(([, panel]) => panel as Panel))];
    const bad = (value: number): boolean => value === -0.9999 || value === -9.99 || value < -1;
    for (const panel of panels)
      for (const asset of panel.assets) expect([...panel.returns(asset).values].filter(bad)).toEqual([]);
  });

  it('marks every portfolio as research, gross of costs, with source and vintage', () => {
    for (const [, panel] of ENDS) {
      const { meta } = (panel as Panel).returns(panel.assets[0]!);
      expect(meta).toMatchObject({ researchPortfolio: true, net: false });
      expect(meta.source).toContain('Kenneth R. French Data Library');
      expect(meta.vintage).toMatch(/^CRSP 20\d{4}$/);
    }
  });

  it('gives factors as excess returns and the bill as a total return', () => {
    expect(three.returns('SMB').meta.kind).toBe('excess');
    expect(five.returns('RMW').meta.kind).toBe('excess');
    expect(momentum.returns('Mom').meta.kind).toBe('excess');
    expect(riskFree.meta.kind).toBe('total');
    expect(riskFree.name).toBe('RF');
    expect(riskFree.values[0]).toBe(0.0022); // 0.22 %
    expect(frenchSize().returns('Lo 10').meta.kind).toBe('total');
  });

  it("has French's labels and nothing else: 18 of size, 25, 25, 49 industries, 32 cells", () => {
    expect(frenchSize().assets.slice(0, 4)).toEqual(['Lo 30', 'Med 40', 'Hi 30', 'Lo 20']);
    expect(frenchSize().assets).toHaveLength(18);
    expect(frenchSize().assets).not.toContain('<=0');
    expect(frenchSizeValue().assets).toHaveLength(25);
    expect(frenchSizeProfitability().assets).toHaveLength(25);
    expect(frenchIndustries().assets).toHaveLength(49);
    expect(frenchSizeValueProfitability().assets).toHaveLength(32);
  });

  it('leaves the months without a firm missing: rubber from 1943-07 to 1944-06', () => {
    expect(frenchIndustries().holes).toEqual([{ asset: 'Rubbr', from: '1943-07-31', to: '1944-06-30', rows: 12 }]);
    expect(frenchIndustries().returns('Soda').values[0]).toBeNaN();
  });
});

describe('frenchSizeValueProfitability', () => {
  const cells = frenchSizeValueProfitability();
  const store = storeOf(cells, 'test');
  /** A field's value as known on a row; −1 is the base. */
  const known = (field: string, cell: (typeof cells.assets)[number], row: number): number =>
    store.fieldRows(field)[cells.assets.indexOf(cell) * (cells.calendar.length + 1) + row + 1]!;

  it('knows every field of every cell at the base, 1963-06-30', () => {
    expect(cells.calendar.date(-1)).toBe('1963-06-30');
    for (const field of cells.fields)
      for (const cell of cells.assets) expect(known(field, cell, -1)).toBeGreaterThan(0);
  });

  it('computes market capitalisation as firms × average size: 49 × 11.79 in July 1963', () => {
    expect(known('firms', 'SMALL LoBM LoOP', -1)).toBe(49);
    expect(known('marketCap', 'SMALL LoBM LoOP', -1)).toBeCloseTo(577.71, 9);
  });

  it('shows the figures labelled August 1963 on the last day of July, not before', () => {
    expect(cells.calendar.date(0)).toBe('1963-07-31');
    expect(known('marketCap', 'SMALL LoBM LoOP', 0)).toBeCloseTo(49 * 11.7, 9);
  });

  it('ends with the figures labelled December 2025, known on 2025-11-30', () => {
    const last = cells.calendar.length - 1;
    expect(known('firms', 'SMALL LoBM LoOP', last - 1)).toBe(392);
    expect(known('firms', 'SMALL LoBM LoOP', last - 2)).toBe(393);
    expect(known('marketCap', 'SMALL LoBM LoOP', last)).toBeCloseTo(392 * 1035.08, 6);
  });

  it('ranks cells as their labels say', () => {
    for (const cell of cells.assets) {
      const [size, value, profitability] = cell.split(' ') as [string, string, string];
      expect(known('sizeRank', cell, -1)).toBe(size === 'SMALL' || size === 'ME1' ? 1 : 2);
      expect(known('valueRank', cell, -1)).toBe(value === 'LoBM' ? 1 : value === 'HiBM' ? 4 : Number(value.at(-1)));
      const rank = profitability === 'LoOP' ? 1 : profitability === 'HiOP' ? 4 : Number(profitability.at(-1));
      expect(known('profitabilityRank', cell, -1)).toBe(rank);
    }
  });
});

describe('usTreasuryBill', () => {
  const bill = usTreasuryBill();

  it("is French's bill return to 2025-12 and BIL's return after, with the join marked", () => {
    const joined = riskFree.values.length;
    expect(bill.values.slice(0, joined)).toEqual(riskFree.values.slice());
    expect(bill.calendar.date(joined)).toBe('2026-01-31');
    expect(bill.meta.joins).toEqual([{ from: '2026-01-31', source: expect.stringContaining('BIL') as unknown }]);
    const later = usFunds().returns('BIL').values.slice(-7);
    expect(bill.values.slice(joined)).toEqual(later);
  });

  it('has no missing month from 1926-07 to 2026-07', () => {
    expect(bill.name).toBe('T-bill');
    expect(bill.calendar.date(0)).toBe('1926-07-31');
    expect(bill.calendar.date(bill.calendar.length - 1)).toBe('2026-07-31');
    expect([...bill.values].every((value) => Math.abs(value) < 0.02)).toBe(true);
  });
});

describe('the bundled series', () => {
  it.each([
    ['usTreasuryBill', usTreasuryBill],
    ['frenchFactors().riskFree', () => frenchFactors().riskFree],
  ])('%s cannot be changed for others: each call has numbers of its own', (_, series) => {
    const mine = series().values as Float64Array;
    // The first month of both is 0.22 %, 1926-07 as the 3-factor file prints it.
    mine.fill(9);
    expect(series().values[0]).toBe(0.0022);
    expect(series().calendar).toBe(series().calendar);
  });
});
