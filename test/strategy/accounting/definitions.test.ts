import { bookEquity, bookToMarket, juneRule, operatingProfitability, type AccountingReport } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../../support/expect-input-error.js';

/*
 * Definitions: Kenneth R. French Data Library, "Variable Definitions" and "Detail for Operating Profitability Breakpoints"; Davis, Fama and
 * French (2000). The arithmetic stands in each row.
 */

const report = (items: object, fiscalYearEnd = '1985-12-31'): AccountingReport =>
  ({ asset: 'A', fiscalYearEnd, ...items }) as AccountingReport;

describe('book equity', () => {
  it.each([
    ['reported equity comes first', { seq: 100, ceq: 1, pstk: 2, at: 3, lt: 4 }, 100 - 2],
    ['without it common equity and preferred stock at par', { ceq: 90, pstk: 10, at: 500, lt: 100 }, 90 + 10 - 10],
    ['without both items of that, assets less liabilities', { ceq: 90, at: 500, lt: 380 }, 500 - 380],
    ['without anything it is undefined', { at: 500, txditc: 5, pstk: 3 }, NaN],
    ['preferred stock: redemption before liquidating before par', { seq: 100, pstkrv: 7, pstkl: 8, pstk: 9 }, 93],
    ['preferred stock: liquidating before par', { seq: 100, pstkl: 8, pstk: 9 }, 92],
    ['preferred stock: par at last', { seq: 100, pstk: 9 }, 91],
    ['a redemption value of 0 is a value, not a missing one', { seq: 100, pstkrv: 0, pstk: 9 }, 100],
    ['deferred taxes and credit are added', { seq: 100, txditc: 12 }, 112],
    ['their two parts stand in for the sum', { seq: 100, txdb: 8, itcb: 3 }, 111],
    ['one part alone will do', { seq: 100, itcb: 3 }, 103],
    ['null and NaN are missing, not 0', { seq: null, ceq: NaN, at: 50, lt: 20, pstkrv: null, pstkl: 4 }, 26],
    ['it may be negative', { seq: -20 }, -20],
  ])('%s', (_, items, expected) => {
    expect(bookEquity(report(items))).toBe(expected);
  });

  it('adds deferred taxes for fiscal years to the end of 1992 and no longer, unless told to', () => {
    const items = { seq: 100, txditc: 12 };
    expect(bookEquity(report(items, '1992-12-31'))).toBe(112);
    expect(bookEquity(report(items, '1993-01-31'))).toBe(100);
    expect(bookEquity(report(items, '1993-01-31'), { deferredTaxes: 'always' })).toBe(112);
  });

  it('refuses items that are no numbers, naming the firm and the year', () => {
    expectInputError('observation.invalid', ['bookEquity', '"seq"', '"A"', '1985-12-31', '"100"', 'null'], () =>
      bookEquity(report({ seq: '100' })),
    );
    expectInputError('observation.invalid', ['Infinity'], () => bookEquity(report({ seq: Infinity })));
    expectInputError('option.unknown', ['deferredTaxes'], () => bookEquity(report({}), { deferred: 1 } as never));
    expectInputError('option.range', ["'until1992'", "'always'"], () =>
      bookEquity(report({}), { deferredTaxes: 'never' } as never),
    );
    expectInputError('date.format', ['"A"', '"1985"'], () => bookEquity(report({ seq: 1 }, '1985')));
  });
});

describe('operating profitability', () => {
  it.each([
    ['revenues less three expenses over book equity', { revt: 150, cogs: 80, xsga: 20, xint: 10, seq: 200 }, 40 / 200],
    ['a missing expense counts as 0', { revt: 150, cogs: 80, seq: 200 }, 70 / 200],
    ['one expense of any kind will do', { revt: 150, xint: 10, seq: 200 }, 140 / 200],
    ['without any expense it is undefined', { revt: 150, seq: 200 }, NaN],
    ['without revenues it is undefined', { cogs: 80, seq: 200 }, NaN],
    ['without book equity it is undefined', { revt: 150, cogs: 80 }, NaN],
    ['on negative book equity it is undefined, not negative', { revt: 150, cogs: 80, seq: -5 }, NaN],
    ['on book equity of 0 it is undefined, not infinite', { revt: 150, cogs: 80, seq: 0 }, NaN],
    ['book equity is the defined one', { revt: 150, cogs: 80, seq: 95, txditc: 8, pstk: 3 }, 70 / 100],
  ])('%s', (_, items, expected) => {
    expect(operatingProfitability(report(items))).toBe(expected);
  });

  it('adds minority interest to the divisor only when asked: the newer files of French', () => {
    const items = report({ revt: 150, cogs: 80, seq: 100, mib: 40 });
    expect(operatingProfitability(items)).toBe(70 / 100);
    expect(operatingProfitability(items, { minorityInterest: true })).toBe(70 / 140);
    expect(operatingProfitability(report({ revt: 150, cogs: 80, seq: 100 }), { minorityInterest: true })).toBe(0.7);
    expectInputError('option.type', ['"minorityInterest"', '1'], () =>
      operatingProfitability(items, { minorityInterest: 1 } as never),
    );
  });
});

describe('book-to-market', () => {
  it('is book equity over market equity of December, and undefined unless both are above 0', () => {
    const of = (seq: number | null, decemberMarketEquity: number | null): number =>
      bookToMarket({ asset: 'A', fiscalYearEnd: '2019-06-30', seq, decemberMarketEquity });
    expect(of(50, 200)).toBe(0.25);
    expect([of(-50, 200), of(0, 200), of(50, 0), of(50, null), of(null, 200)]).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });
});

describe('the June rule', () => {
  it.each([
    // The pitfall of January year ends: used only seventeen months later.
    ['2019-01-31', '2020-06-30', 'a Tuesday'],
    ['2019-12-31', '2020-06-30', 'six months'],
    ['2018-12-31', '2019-06-28', '30 June 2019 is a Sunday: the last close is on Friday'],
    ['2023-09-30', '2024-06-28', '30 June 2024 is a Sunday'],
    ['2017-12-31', '2018-06-29', '30 June 2018 is a Saturday'],
  ] as const)('accounts to %s may be used from %s on: %s', (end, expected, why) => {
    expect(juneRule(end), why).toBe(expected);
  });

  it('refuses what is no day', () => {
    expectInputError('date.format', ['juneRule', '"2019"'], () => juneRule('2019' as never));
    expectInputError('date.impossible', ['2019-02-29'], () => juneRule('2019-02-29'));
  });
});
