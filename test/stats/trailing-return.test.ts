import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromReturns, resample } from '../../src/panel/index.js';
import { totalReturn, trailingReturn } from '../../src/stats/index.js';
import { usFunds } from '../../src/data/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dailyUntil, hasReference, reference, series, weekdaysAfter } from './support.js';

describe('trailingReturn', () => {
  const one = series('quarterly', [0.5, 0.1, 0.1, 0.1, 0.1]);

  it('compounds the last rows and annualises nothing', () => {
    expect(trailingReturn(one, { periods: 1 })).toBeCloseTo(0.1, 14);
    expect(trailingReturn(one, { months: 6 })).toBeCloseTo(1.1 ** 2 - 1, 14);
    expect(trailingReturn(one, { years: 1 })).toBeCloseTo(1.1 ** 4 - 1, 14);
    expect(trailingReturn(one, { years: 1.25 })).toBeCloseTo(1.5 * 1.1 ** 4 - 1, 14);
  });

  it('of an S&P 500 fund over 2022 is −18.2 %, and of a Russell 2000 fund over 2020 +20.0 %', () => {
    const funds = usFunds();
    const upTo = (fund: 'SPY' | 'IWM', months: number): number => {
      const { calendar, values } = funds.returns(fund);
      return trailingReturn(
        fromReturns({
          frequency: 'monthly',
          dates: Array.from({ length: months }, (_, row) => calendar.date(row)),
          returns: { A: Array.from(values).slice(0, months) },
        }).returns('A'),
        { months: 12 },
      );
    };
    const rowOf = (date: string): number => funds.calendar.toJSON().dates.indexOf(date as never) + 1;
    expect(upTo('SPY', rowOf('2022-12-31'))).toBeCloseTo(-0.182, 3);
    expect(upTo('IWM', rowOf('2020-12-31'))).toBeCloseTo(0.2, 3);
  });

  it('takes the days of the whole months: Friday 2022-12-30 to Friday 2023-12-29 is a year', () => {
    expect(trailingReturn(dailyUntil('2022-12-30', '2023-12-29', 0.1), { years: 1 })).toBeCloseTo(0.1, 14);
    expect(trailingReturn(dailyUntil('2023-01-03', '2023-12-29', 0.1), { years: 1 })).toBeNaN();
    // In the middle of a month the same day a year ago, or the close before where that is a Sunday (2022-05-15).
    expect(trailingReturn(dailyUntil('2022-05-13', '2023-05-15', 0.1), { years: 1 })).toBeCloseTo(0.1, 14);
    expect(trailingReturn(dailyUntil('2022-05-16', '2023-05-15', 0.1), { years: 1 })).toBeNaN();
    // 29 February and its month's end: from the end of a February to the end of another.
    expect(trailingReturn(dailyUntil('2023-02-28', '2024-02-29', 0.1), { months: 12 })).toBeCloseTo(0.1, 14);
    expect(trailingReturn(dailyUntil('2024-02-29', '2025-02-28', 0.1), { months: 12 })).toBeCloseTo(0.1, 14);
  });

  it('is NaN where the series is shorter or a hole is inside, not where the hole lies before', () => {
    expect(trailingReturn(one, { periods: 6 })).toBeNaN();
    expect(trailingReturn(one, { years: 2 })).toBeNaN();
    expect(trailingReturn(series('annual', [0.1, NaN, 0.2]), { years: 2 })).toBeNaN();
    expect(trailingReturn(series('annual', [0.1, NaN, 0.2]), { years: 1 })).toBeCloseTo(0.2, 14);
    expect(trailingReturn(series('annual', [NaN]), { years: 1 })).toBeNaN();
    expect(trailingReturn(series('annual', [0.1, 0.2, NaN]), { years: 1 })).toBeCloseTo(0.2, 14);
  });

  it('does not pass thirteen rows with a part of a month for a year', () => {
    const dates = weekdaysAfter('2022-12-30', '2024-01-12');
    const days = fromReturns({
      frequency: 'daily',
      base: '2022-12-30',
      dates,
      returns: { A: dates.map(() => 0.001) },
    });
    const months = resample(days, 'monthly').returns('A');
    expect(trailingReturn(months, { years: 1 })).toBeNaN();
    expect(trailingReturn(months, { periods: 2 })).toBeCloseTo(
      (1 + months.values[12]!) * (1 + months.values[11]!) - 1,
      14,
    );
  });

  it('over all periods is the total return', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const all = series('monthly', values);
          expect(trailingReturn(all, { periods: values.length })).toBe(totalReturn(all));
          expect(trailingReturn(all, { months: values.length })).toBe(totalReturn(all));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses no length, two lengths, parts of a period and misspelt units', () => {
    expectInputError('option.missing', ['trailingReturn', '{ years: 3 }'], () => trailingReturn(one, {}));
    expectInputError('option.range', ['months and years'], () => trailingReturn(one, { months: 12, years: 1 }));
    expectInputError('option.range', ['4 months', '1.3333 periods', 'quarterly', '3 months'], () =>
      trailingReturn(one, { months: 4 }),
    );
    expectInputError('option.range', ['"years" is 0.1', 'whole months'], () => trailingReturn(one, { years: 0.1 }));
    expectInputError('option.range', ['"periods" is 0'], () => trailingReturn(one, { periods: 0 }));
    expectInputError('option.type', ['"months" is "12"'], () => trailingReturn(one, { months: '12' as never }));
    expectInputError('option.unknown', ['year', 'years'], () => trailingReturn(one, { year: 1 } as never));
    expectInputError('option.type', ['trailingReturn'], () => trailingReturn(one, 12 as never));
  });

  it.skipIf(!hasReference)('of HAM1 is what numpy computes', () => {
    const ham = reference('managers.csv', 'HAM1');
    expect(trailingReturn(ham, { years: 1 })).toBeCloseTo(0.2051081676098352, 13);
    expect(trailingReturn(ham, { months: 36 })).toBeCloseTo(0.49268519716156245, 13);
    expect(trailingReturn(ham, { periods: 60 })).toBeCloseTo(0.697665672690156, 13);
    expect(trailingReturn(ham, { years: 10 })).toBeCloseTo(2.6320520136599286, 12);
  });
});
