import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beta,
  cagr,
  correlation,
  expanding,
  rolling,
  sharpeRatio,
  splice,
  totalReturn,
  trailingReturn,
  volatility,
} from '../../src/stats/index.js';
import { fromReturns, resample } from '../../src/panel/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dailyUntil, dated, datesOf, hasReference, reference, series, weekdaysAfter } from './support.js';

const values = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 25 });

describe('rolling', () => {
  it('is what the documentation of pandas shows for Rolling.std(3) of 5, 5, 6, 7, 5, 5, 5', () => {
    const found = rolling(volatility, { periods: 3 })(series('annual', [5, 5, 6, 7, 5, 5, 5]));
    expect([...found.values].map((value) => value.toFixed(6))).toEqual([
      '0.577350',
      '1.000000',
      '1.000000',
      '1.154701',
      '0.000000',
    ]);
    expect(found.dates).toEqual(['2022-12-31', '2023-12-31', '2024-12-31', '2025-12-31', '2026-12-31']);
    expect(found.name).toBe('A: volatility, last 3 periods');
  });

  it('cuts months by rows on coarse calendars and by dates on days', () => {
    const quarters = rolling(totalReturn, { years: 1 })(series('quarterly', [0.1, 0.1, 0.1, 0.1, 0.2]));
    expect(quarters.length).toBe(2);
    expect(quarters.values[1]).toBeCloseTo(1.1 ** 3 * 1.2 - 1, 14);
    const year = rolling(totalReturn, { years: 1 })(dailyUntil('2021-12-31', '2023-01-06', 0.1));
    // A whole year ends on Friday 2022-12-30 first; the jump on the last day is in the last window alone.
    expect(year.dates[0]).toBe('2022-12-30');
    expect([...year.values].filter((value) => value !== 0)).toHaveLength(1);
    expect(year.values.at(-1)).toBeCloseTo(0.1, 14);
    for (const [index, date] of year.dates.entries()) {
      const upTo = dailyUntil('2021-12-31', date, index === year.length - 1 ? 0.1 : 0);
      expect(year.values[index]).toBeCloseTo(trailingReturn(upTo, { years: 1 }), 14);
    }
  });

  it('where a month is a part takes the fewest rows that hold the months', () => {
    const dates = weekdaysAfter('2022-12-30', '2024-02-14');
    const days = fromReturns({ frequency: 'daily', base: '2022-12-30', dates, returns: { A: dates.map(() => 0.001) } });
    const months = resample(days, 'monthly').returns('A');
    const rows: number[] = [];
    const found = rolling((one) => rows.push(one.calendar.length), { years: 1 })(months);
    // December 2023 and January 2024 end whole years of 12 rows; 14 February is in the thirteenth row.
    expect(found.dates).toEqual(['2023-12-29', '2024-01-31', '2024-02-14']);
    expect(rows).toEqual([12, 12, 13]);
  });

  it('says which series has rows of a proxy, and what used hindsight', () => {
    const panel = fromReturns({
      frequency: 'annual',
      dates: ['2020-12', '2021-12', '2022-12'],
      returns: { Index: [0.1, 0.2, 0.1], Fund: [NaN, 0.2, 0.1] },
    });
    const { notes } = rolling(totalReturn, { years: 1 })(splice(panel.returns('Index'), panel.returns('Fund')));
    expect(notes.some((note) => note.startsWith('Warning: ') && note.includes('1 of 3 rows are of a proxy'))).toBe(
      true,
    );
  });

  it('takes a second series, which it cuts to the window, and options', () => {
    const a = series('monthly', [0.01, 0.03, -0.02, 0.05, 0.01]);
    const b = series('monthly', [0.02, 0.01, -0.01, 0.02, 0.03], 'B');
    const found = rolling(beta, { periods: 3 })(a, b);
    const last = dated('monthly', datesOf('monthly', 5).slice(2), [-0.02, 0.05, 0.01]);
    expect(found.values.at(-1)).toBe(beta(last, b));
    expect(found.length).toBe(3);
    const sharpe = rolling(sharpeRatio, { periods: 5 })(a, { riskFree: b });
    expect(sharpe.values[0]).toBe(sharpeRatio(a, { riskFree: b }));
    const seen: number[] = [];
    rolling((one, other: typeof b) => seen.push(other.calendar.length, one.calendar.length), { periods: 2 })(a, b);
    expect(new Set(seen)).toEqual(new Set([2]));
  });

  it('has only windows that lie in the life of all: a benchmark that begins later shortens it', () => {
    const a = series('monthly', [0.01, 0.03, -0.02, 0.05, 0.01]);
    const late = series('monthly', [NaN, NaN, 0.01, 0.02, 0.04], 'B');
    expect(rolling(correlation, { periods: 3 })(a, late).dates).toEqual(['2020-05-31']);
    expect(rolling(correlation, { periods: 4 })(a, late).length).toBe(0);
    const never = series('monthly', [NaN, NaN, NaN, NaN, NaN], 'B');
    expect(rolling(correlation, { periods: 1 })(a, never).length).toBe(0);
  });

  it('skips holes or is NaN as the statistic does, and missing ends change nothing', () => {
    const hole = series('annual', [0.1, NaN, 0.1, 0.3]);
    expect([...rolling(totalReturn, { periods: 2 })(hole).values].map(Number.isNaN)).toEqual([true, true, false]);
    // A window that begins or ends with the hole would pass for a shorter one.
    const three = rolling(volatility, { periods: 3 })(series('annual', [0.1, NaN, 0.3, 0.1]));
    expect(three.values[0]).toBeCloseTo(Math.SQRT2 / 10, 14);
    expect(three.values[1]).toBeNaN();
    const pair = rolling(beta, { periods: 2 })(series('annual', [0.1, 0.2, 0.4]), series('annual', [0.1, 0.3, 0.4]));
    expect(pair.values[0]).toBeCloseTo(0.5, 14);
    const padded = rolling(totalReturn, { periods: 2 })(series('annual', [NaN, NaN, 0.1, 0.3, NaN]));
    expect(padded.dates).toEqual(['2023-12-31']);
    expect(padded.values[0]).toBeCloseTo(0.43, 14);
  });

  it('ends with the statistic of the last rows, and over all rows is the statistic itself', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 25 }), (returns, periods) => {
        const one = series('monthly', returns);
        const found = rolling(totalReturn, { periods })(one);
        expect(found.length).toBe(Math.max(0, returns.length - periods + 1));
        if (found.length > 0) expect(found.values.at(-1)).toBe(trailingReturn(one, { periods }));
        expect([...rolling(volatility, { months: returns.length })(one).values]).toEqual([volatility(one)]);
      }),
      { numRuns: 60 },
    );
  });

  it('says how few windows are apart, shows itself, and is frozen', () => {
    const found = rolling(totalReturn, { periods: 2 })(series('annual', [0.1, 0.1, 0.1, 0.1, 0.1]));
    expect(found.notes).toEqual(['Windows overlap: only 2 of 4 have no row in common.']);
    expect(String(found)).toMatch(/2021-12-31\s+0\.2100/);
    expect(Object.isFrozen(found)).toBe(true);
  });

  it('refuses a missing length, what is no function and what answers no number', () => {
    const one = series('annual', [0.1, 0.2]);
    expectInputError('option.missing', ['rolling'], () => rolling(volatility, {}));
    expectInputError('option.type', ['rolling', '12'], () => rolling(volatility, 12 as never));
    expectInputError('option.type', ['rolling', '"cagr"', 'function'], () => rolling('cagr' as never, { years: 1 }));
    expectInputError('option.type', ['rolling', 'statistic answered "x"', '2020-12-31'], () =>
      rolling((() => 'x') as never, { years: 1 })(one),
    );
    expectInputError('option.range', ['rolling', '6 months', 'annual'], () => rolling(cagr, { months: 6 })(one));
    expectInputError('series.invalid', ['rolling'], () => rolling(cagr, { years: 1 })([0.1] as never));
    expectInputError('calendar.mismatch', ['rolling'], () =>
      rolling(beta, { years: 1 })(one, series('monthly', [0.1])),
    );
  });

  it.skipIf(!hasReference)('over 36 months of HAM1 is what numpy computes', () => {
    const [ham, market] = [reference('managers.csv', 'HAM1'), reference('managers.csv', 'SP500 TR')];
    const deviation = rolling(volatility, { months: 36 })(ham);
    expect(deviation.length).toBe(97);
    expect(deviation.values[0]).toBeCloseTo(0.08926394248839464, 14);
    expect(deviation.values.at(-1)).toBeCloseTo(0.06981005248939029, 14);
    expect(Math.max(...deviation.values)).toBeCloseTo(0.11548815482447498, 14);
    const together = rolling(correlation, { years: 3 })(ham, market);
    expect(together.values[0]).toBeCloseTo(0.763168729847205, 13);
    expect(Math.min(...together.values)).toBeCloseTo(0.4781042226097308, 13);
    expect(together.dates[[...together.values].indexOf(Math.min(...together.values))]).toBe('2001-10-31');
  });
});

describe('expanding', () => {
  it('is what the documentation of pandas shows for Expanding.std(3) of 5, 5, 6, 7, 5, 5, 5', () => {
    const found = expanding(volatility, { periods: 3 })(series('annual', [5, 5, 6, 7, 5, 5, 5]));
    expect([...found.values].map((value) => value.toFixed(6))).toEqual([
      '0.577350',
      '0.957427',
      '0.894427',
      '0.836660',
      '0.786796',
    ]);
    expect(found.notes).toEqual(['Windows overlap: any two of them have rows in common.']);
  });

  it('ends with the statistic of the whole and never changes when data are added', () => {
    fc.assert(
      fc.property(values, (returns) => {
        const one = series('monthly', returns);
        const found = expanding(volatility, { periods: 1 })(one);
        expect(found.length).toBe(returns.length);
        // Quick ways to volatility agree with it to twelve digits.
        const whole = volatility(one);
        if (Number.isNaN(whole)) expect(found.values.at(-1)).toBeNaN();
        else expect(Math.abs(found.values.at(-1)! - whole)).toBeLessThanOrEqual(1e-12 * whole);
        const shorter = expanding(volatility, { periods: 1 })(series('monthly', returns.slice(0, -1).concat(NaN)));
        expect([...found.values].slice(0, -1)).toEqual([...shorter.values]);
      }),
      { numRuns: 40 },
    );
  });

  it('waits for the least history by months, with a second series too', () => {
    const a = series('monthly', [NaN, 0.01, 0.03, -0.02, 0.05]);
    const found = expanding(correlation, { months: 3 })(a, a);
    expect(found.dates).toEqual(['2020-04-30', '2020-05-31']);
    expect(found.values[1]).toBeCloseTo(1, 14);
    expectInputError('option.unknown', ['expanding', 'minimum'], () => expanding(volatility, { minimum: 3 } as never));
  });

  it.skipIf(!hasReference)('from 12 months on of HAM1 is what numpy computes', () => {
    const found = expanding(volatility, { years: 1 })(reference('managers.csv', 'HAM1'));
    expect(found.length).toBe(121);
    expect(found.values[0]).toBeCloseTo(0.05824358723967347, 14);
    expect(found.values.at(-1)).toBeCloseTo(0.08878079626175706, 14);
  });
});
