import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  annualReturns,
  cagr,
  correlation,
  fromReturns,
  hitCounts,
  isInputError,
  maxDrawdown,
  overlap,
  toCsv,
  totalReturn,
  volatility,
  worstPeriod,
  type ReturnSeries,
} from '../../src/index.js';
import { panelFromJson, panelTable, parseReturns } from '../../src/io/index.js';
import { monthlySeries } from './hostile.js';

/** Returns of every hard kind: NaN, ruin, −0, denormals, growth past what a number holds. */
const hard = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -0.9, max: 0.9, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, -1, -0, 0, 5e-324, -1e-300, 1e308, -0.999_999_999_999) },
);
const columns = fc.array(hard, { minLength: 1, maxLength: 40 });
const seeded = { seed: 20_261_121, numRuns: 150 };

/** The returns from the first one to the last one. */
function livedOf(values: readonly number[]): readonly number[] {
  const there = values.flatMap((value, row) => (Number.isNaN(value) ? [] : [row]));
  return there.length === 0 ? [] : values.slice(there[0], there.at(-1)! + 1);
}

const same = (found: number, expected: number): void => {
  if (Number.isNaN(expected) || !Number.isFinite(expected)) expect(found).toBe(expected);
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
};

describe('statistics of hard numbers are those of a model in one line', () => {
  it('the total return is the product; a hole inside makes it NaN, never a number', () => {
    fc.assert(
      fc.property(columns, (values) => {
        const lived = livedOf(values);
        const product = lived.reduce((wealth, value) => wealth * (1 + value), 1) - 1;
        const found = totalReturn(monthlySeries(values));
        if (lived.length === 0 || lived.some(Number.isNaN)) expect(found).toBeNaN();
        else if (lived.every((value) => value < 1e300)) same(found, product);
        else expect(found).not.toBeNaN();
      }),
      seeded,
    );
  });

  it('a drawdown lies from −1 to 0, is −1 at ruin only, and does not change its input', () => {
    fc.assert(
      fc.property(columns, (values) => {
        const given = monthlySeries(values);
        const copy = Float64Array.from(given.values);
        const deepest = maxDrawdown(given);
        const lived = livedOf(values);
        if (lived.length === 0 || lived.some(Number.isNaN)) expect(deepest).toBeNaN();
        else {
          expect(deepest).toBeGreaterThanOrEqual(-1);
          expect(deepest).toBeLessThanOrEqual(0);
          if (lived.includes(-1)) expect(deepest).toBe(-1);
        }
        for (const statistic of [cagr, volatility, worstPeriod, annualReturns] as ((one: ReturnSeries) => unknown)[]) {
          try {
            statistic(given);
          } catch (error) {
            expect(isInputError(error)).toBe(true);
          }
        }
        expect(given.values).toEqual(copy);
      }),
      seeded,
    );
  });

  it('counts add up, and a correlation is the same both ways round', () => {
    fc.assert(
      fc.property(columns, columns, (one, other) => {
        const [a, b] = [monthlySeries(one, 'A'), monthlySeries(other, 'B')];
        const common = one.filter(
          (value, row) => !Number.isNaN(value) && row < other.length && !Number.isNaN(other[row]!),
        );
        try {
          const { wins, ties, losses } = hitCounts(a, b) as unknown as Record<string, number>;
          if (wins !== undefined && ties !== undefined && losses !== undefined)
            expect(wins + ties + losses).toBe(common.length);
          expect(correlation(a, b)).toBe(correlation(b, a));
        } catch (error) {
          if (!isInputError(error)) throw error;
        }
      }),
      seeded,
    );
  });
});

describe('data of every shape come back as they went in', () => {
  it('through JSON and through CSV, NaN as NaN and −0 as a zero', () => {
    fc.assert(
      fc.property(columns, (values) => {
        const dates = values.map(
          (_, index) => `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
        );
        const panel = fromReturns({ frequency: 'monthly', units: 'fraction', dates, returns: { A: values } });
        const plain = values.map((value) => value + 0);
        expect(Array.from(panelFromJson(JSON.parse(JSON.stringify(panel))).returns('A').values, (v) => v + 0)).toEqual(
          plain,
        );
        const text = toCsv(panelTable(panel));
        for (const file of [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n')]) {
          const read = parseReturns(file, { frequency: 'monthly', units: 'fraction' });
          expect(Array.from(read.returns('A').values, (v) => v + 0)).toEqual(plain);
        }
      }),
      { ...seeded, numRuns: 40 },
    );
  });

  it('the first and the last year that a date can have, and a leap day', () => {
    const first = fromReturns({ frequency: 'annual', dates: ['0001-12', '0002-12'], returns: { A: [0.1, 0.2] } });
    expect([first.calendar.date(0), first.calendar.date(1)]).toEqual(['0001-12-31', '0002-12-31']);
    const last = fromReturns({ frequency: 'annual', dates: ['9998-12', '9999-12'], returns: { A: [0.1, 0.2] } });
    expect(last.calendar.date(1)).toBe('9999-12-31');
    same(cagr(last.returns('A')), Math.sqrt(1.1 * 1.2) - 1);
    const leap = fromReturns({
      frequency: 'daily',
      dates: ['2024-02-28', '2024-02-29', '2024-03-01'],
      returns: { A: [0, 0, 0] },
    });
    expect(leap.calendar.date(1)).toBe('2024-02-29');
  });

  it('dates that are repeated or run backwards are refused by name', () => {
    const dates = ['2024-01', '2024-02', '2024-03'];
    const make = (given: readonly string[]): unknown =>
      fromReturns({ frequency: 'monthly', dates: given, returns: { A: given.map(() => 0.01) } });
    for (const bad of [[...dates].reverse(), [...dates, '2024-03'], ['2024-01', '2024-01']]) {
      expect(() => make(bad)).toThrow(expect.objectContaining({ name: 'InputError' }) as Error);
    }
  });

  it('a panel of 5000 assets, and a table of 100 000 columns, in bounded time', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `A${index}`);
    const wide = fromReturns({
      frequency: 'monthly',
      dates: ['2024-01', '2024-02'],
      returns: Object.fromEntries(names.map((name, index) => [name, [index / 10_000, -0.5]])),
    });
    expect(overlap(wide, names).returns('A4999').values[0]).toBe(0.4999);
    const header = Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(',');
    const row = Array.from({ length: 100_000 }, () => '0.01').join(',');
    const began = process.cpuUsage();
    const read = parseReturns(`date,${header}\n2024-01-31,${row}\n`, { frequency: 'monthly', units: 'fraction' });
    expect(read.assets).toHaveLength(100_000);
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(10);
  });
});
