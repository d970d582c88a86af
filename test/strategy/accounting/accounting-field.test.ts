import { accountingField, addField, bookEquity, fromReturns, type AccountingReport, type IsoDate } from 'backtilt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../../support/expect-input-error.js';

const row = (asset: string, fiscalYearEnd: string, seq: number): AccountingReport => ({
  asset,
  fiscalYearEnd: fiscalYearEnd as IsoDate,
  seq,
});
const told = (rows: readonly AccountingReport[], asset: string): string[] =>
  accountingField(rows, bookEquity)[asset]!.map(({ knownOn, value }) => `${knownOn} ${value}`);

describe('a table of accounts as a field', () => {
  it('uses each figure from the June after its year on, and none after the June in which the next is missing', () => {
    const rows = [row('A', '2018-12-31', 50), row('A', '2019-12-31', 60), row('A', '2021-12-31', 80)];
    expect(told(rows, 'A')).toEqual([
      '2019-06-28 50',
      '2020-06-30 60',
      // 2020 is missing, so in June 2021 nothing is known.
      '2021-06-30 NaN',
      '2022-06-30 80',
      '2023-06-30 NaN',
    ]);
  });

  it('of two fiscal years that end in one calendar year the later counts', () => {
    expect(told([row('A', '2019-09-30', 1), row('A', '2019-03-31', 2)], 'A')).toEqual([
      '2020-06-30 1',
      '2021-06-30 NaN',
    ]);
  });

  it('a firm that moves its year end from December to January skips a June', () => {
    // No fiscal year ends in 2019: June 2020 has none to use.
    expect(told([row('A', '2018-12-31', 1), row('A', '2020-01-31', 2)], 'A')).toEqual([
      '2019-06-28 1',
      '2020-06-30 NaN',
      '2021-06-30 2',
      '2022-06-30 NaN',
    ]);
  });

  it('takes a lag of one’s own, and keeps firms apart', () => {
    const rows = [row('B', '2019-12-31', 7), row('A', '2019-06-30', 5)];
    // The first day of April of the year after.
    const april = (end: IsoDate): IsoDate => `${Number(end.slice(0, 4)) + 1}-04-01` as IsoDate;
    const field = accountingField(rows, bookEquity, { knownOn: april });
    expect(field).toEqual({
      B: [
        { knownOn: '2020-04-01', value: 7 },
        { knownOn: '2021-04-01', value: NaN },
      ],
      A: [
        { knownOn: '2020-04-01', value: 5 },
        { knownOn: '2021-04-01', value: NaN },
      ],
    });
  });

  it('is what addField takes: seen at the end of June on trading days and on calendar days', () => {
    const field = accountingField([row('A', '2018-12-31', 50)], bookEquity);
    for (const june of ['2019-06-28', '2019-06-30']) {
      const panel = fromReturns({
        frequency: 'monthly',
        dates: ['2019-05-31', june, '2019-07-31'],
        returns: { A: [0, 0, 0] },
      });
      expect(addField(panel, 'book', field).toJSON().fields['book']!['A']).toEqual([null, null, 50, 50]);
    }
  });

  it('does not mind the order of rows, and leaves them as they are', () => {
    const rows = [2012, 2013, 2014, 2016].flatMap((year) =>
      ['A', 'B'].map((asset) => row(asset, `${year}-12-31`, year)),
    );
    const straight = accountingField(rows, bookEquity);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const before = JSON.stringify(shuffled);
        expect(accountingField(shuffled, bookEquity)).toEqual(straight);
        expect(JSON.stringify(shuffled)).toBe(before);
      }),
      { numRuns: 20 },
    );
  });

  it('what is known on a day never depends on later rows', () => {
    const rows = [2012, 2013, 2015, 2016, 2019].map((year) => row('A', `${year}-12-31`, year));
    const known = (upTo: number, day: string): number | undefined =>
      accountingField(rows.slice(0, upTo), bookEquity)['A']!.findLast(({ knownOn }) => knownOn <= day)?.value;
    rows.forEach((_, index) => {
      const day = `${rows[index]!.fiscalYearEnd.slice(0, 3)}${Number(rows[index]!.fiscalYearEnd.slice(3, 4)) + 1}-07-01`;
      if (day < '2020') expect(known(index + 1, day)).toEqual(known(rows.length, day));
    });
  });

  it.each([
    ['nothing', null, 'observation.invalid', ['null', 'asset, fiscalYearEnd']],
    ['a row that is none', [3], 'observation.invalid', ['row 0', '3']],
    ['a row without a name', [{ fiscalYearEnd: '2019-12-31' }], 'option.type', ['row 0', '"asset"']],
    ['a row without a year end', [{ asset: 'A' }], 'date.format', ['row 0', '"A"']],
    [
      'a fiscal year twice',
      [row('A', '2019-12-31', 1), row('A', '2019-12-31', 2)],
      'observation.invalid',
      ['row 1', '"A"', '2019-12-31'],
    ],
  ] as const)('refuses %s', (_, rows, code, facts) => {
    expectInputError(code, ['accountingField', ...facts], () => accountingField(rows as never, bookEquity));
  });

  it('refuses a figure that is none, and a day before the year has ended', () => {
    const rows = [row('A', '2019-12-31', 1)];
    expectInputError('option.type', ['function of a row'], () => accountingField(rows, 'seq' as never));
    expectInputError('observation.invalid', ['"A"', '2019-12-31', 'undefined'], () =>
      accountingField(rows, (() => undefined) as never),
    );
    expectInputError('observation.invalid', ['"A"', '2019-12-31', '2019-11-30', 'before'], () =>
      accountingField(rows, bookEquity, { knownOn: () => '2019-11-30' }),
    );
    expectInputError('option.unknown', ['knownOn'], () => accountingField(rows, bookEquity, { lag: 6 } as never));
  });
});
