import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { panelTable, parseReturns, parseStockPanel, readReturns, writeCsv } from '../../src/io/index.js';
import { type AnyPanel, fromReturns } from '../../src/panel/index.js';
import { type Frequency, isoDate, lastDayOfMonth } from '../../src/time/index.js';
import { toCsv } from '../../src/table/index.js';

const folder = mkdtempSync(join(tmpdir(), 'backtilt-csv-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The bits of every return; a text has no negative zero of its own. */
const bits = (panel: AnyPanel): bigint[][] =>
  panel.assets.map((asset) => [
    ...new BigUint64Array(Float64Array.from(panel.returns(asset).values, (value) => (value === 0 ? 0 : value)).buffer),
  ]);

const dates: Readonly<Record<Frequency, (row: number) => string>> = {
  daily: (row) => isoDate(19_723 + row),
  weekly: (row) => isoDate(19_723 + 7 * row),
  monthly: (row) => isoDate(lastDayOfMonth(2000 * 12 + row)),
  quarterly: (row) => isoDate(lastDayOfMonth(2000 * 12 + 2 + 3 * row)),
  annual: (row) => isoDate(lastDayOfMonth(2000 * 12 + 11 + 12 * row)),
};

const value = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: -0.04, max: 0.04, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, -1, 0.1 + 0.2, 5e-324, 1 / 3, 1e-17) },
);
const name = fc
  .string({
    unit: fc.constantFrom('A', 'b', '7', ',', ';', '"', '\n', '|', "'", 'é', '株', ' ', '.', '_'),
    minLength: 1,
    maxLength: 6,
  })
  .map((text) => `N${text.trim()}`);
const panels = fc
  .record({
    frequency: fc.constantFrom('daily', 'weekly', 'monthly', 'quarterly', 'annual'),
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    rows: fc.integer({ min: 1, max: 25 }),
    values: fc.array(value, { minLength: 100, maxLength: 100 }),
  })
  .map(({ frequency, names, rows, values }) =>
    fromReturns({
      frequency,
      dates: Array.from({ length: rows }, (_, row) => dates[frequency](row)),
      returns: Object.fromEntries(names.map((each, index) => [each, values.slice(index * 25, index * 25 + rows)])),
      units: 'fraction',
    }),
  );

describe('a panel written as CSV', () => {
  it('comes back with the same calendar, names and bits, of every frequency and with hostile names', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const { frequency } = panel.calendar;
        const again = parseReturns(toCsv(panelTable(panel)), { frequency, units: 'fraction', delimiter: ',' });
        expect(again.assets).toEqual(panel.assets);
        expect(again.calendar.toJSON()).toEqual(panel.calendar.toJSON());
        expect(bits(again)).toEqual(bits(panel));
      }),
      { numRuns: 80 },
    );
  });

  it('comes back through a file, and as a long table of stocks', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const path = join(folder, 'panel.csv');
        const { frequency } = panel.calendar;
        writeCsv(path, panelTable(panel));
        expect(bits(readReturns(path, { frequency, units: 'fraction', delimiter: ',' }))).toEqual(bits(panel));
        const lines = panel.assets.flatMap((asset) =>
          Array.from(panel.returns(asset).values, (figure, row) =>
            [panel.calendar.date(row), `"${asset.replaceAll('"', '""')}"`, Number.isNaN(figure) ? '' : figure].join(
              ',',
            ),
          ),
        );
        const long = parseStockPanel(`date,name,ret\n${lines.join('\n')}\n`, {
          frequency,
          units: 'fraction',
          asset: 'name',
          returns: 'ret',
          delimiter: ',',
        });
        expect(long.assets).toEqual(panel.assets);
        expect(bits(long)).toEqual(bits(panel));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the returns of percents to within one part in 10^15', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1, maxLength: 11 }), (hundredths) => {
        const text = hundredths.map((figure, row) => `${dates.monthly(row)},${(figure / 100).toFixed(2)}`).join('\n');
        const panel = parseReturns(`d,A\n${text}\n`, { frequency: 'monthly', units: 'percent' });
        panel.returns('A').values.forEach((figure, row) => {
          expect(Math.abs(figure - hundredths[row]! / 10_000)).toBeLessThanOrEqual(1e-15 * Math.abs(figure));
        });
      }),
      { numRuns: 40 },
    );
  });
});
