import { describe, expect, it } from 'vitest';
import { annualReturns, calendarReturns, drawdowns } from '../../src/stats/index.js';
import { dated, series } from './support.js';

const monthEnds = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(
  (day, month) => `2021-${String(month + 1).padStart(2, '0')}-${day}`,
);
const returns = [0.1, -0.2, 0.01, 0.02, 0.03, 0.04, 0.05, -0.01, -0.02, -0.03, 0, 0.06, 0.07, -0.08, 0.5];
const months = dated('monthly', ['2020-11-30', '2020-12-31', ...monthEnds, '2022-01-31'], returns);

const shown = (list: { readonly toString: () => string }): string => list.toString();

describe('lists show themselves whole', () => {
  it('calendar months and years: 1.1 × 0.8 is −12 %, and the twelve months of 2021 multiply to 1.137868', () => {
    expect(shown(calendarReturns(months))).toBe(
      [
        'Monthly and yearly returns of A, in percent',
        'Year    Jan   Feb   Mar   Apr   May    Jun    Jul    Aug   Sep   Oct    Nov     Dec     Year',
        '----  -----  ----  ----  ----  ----  -----  -----  -----  ----  ----  -----  ------  -------',
        '2020      –     –     –     –     –      –      –      –     –     –  10.00  -20.00  -12.00*',
        '2021   1.00  2.00  3.00  4.00  5.00  -1.00  -2.00  -3.00  0.00  6.00   7.00   -8.00    13.79',
        '2022  50.00     –     –     –     –      –      –      –     –     –      –       –   50.00*',
        'A year or month with * is covered in part only.',
      ].join('\n'),
    );
  });

  it('a month that is covered in part has its mark, and a list of whole years has no note', () => {
    const days = dated('daily', ['2021-01-28', '2021-01-29', '2021-02-01'], [0.01, 0, 0.02]);
    const lines = shown(calendarReturns(days)).split('\n');
    expect(lines[3]).toMatch(/^2021 +1\.00\* +2\.00\* +– .* 3\.02\*$/);
    const years = shown(annualReturns(series('annual', [0.1, -0.2, 0.3])));
    expect(
      years
        .split('\n')
        .slice(3)
        .map((line) => line.slice(4)),
    ).toEqual(['   10.00 %', '  -20.00 %', '   30.00 %']);
  });

  it('calendar years', () => {
    expect(shown(annualReturns(months))).toBe(
      [
        'Calendar-year returns of A',
        'Year     Return',
        '----  ---------',
        '2020  -12.00 %*',
        '2021    13.79 %',
        '2022   50.00 %*',
        'A year or month with * is covered in part only.',
      ].join('\n'),
    );
    expect(shown(annualReturns(series('monthly', [NaN, NaN])))).not.toContain('%*');
  });

  it('drawdowns, in the periods of the series: from 1.1 to 0.88, and 0.88 × 1.1379 × 1.5 is above 1.1 again', () => {
    expect(shown(drawdowns(months))).toBe(
      [
        'Drawdowns of A',
        '   Depth  Peak        Trough      Recovery    Months',
        '--------  ----------  ----------  ----------  ------',
        '-20.00 %  2020-11-30  2020-12-31  2022-01-31      14',
      ].join('\n'),
    );
    for (const [frequency, unit] of [
      ['daily', 'Days'],
      ['weekly', 'Weeks'],
      ['quarterly', 'Quarters'],
      ['annual', 'Years'],
    ] as const)
      expect(shown(drawdowns(series(frequency, [0.1, -0.1])))).toMatch(new RegExp(`Recovery +${unit}\\n`));
  });

  it('says that wealth never fell, how many there are beyond ten, and until when an open one is counted', () => {
    expect(
      shown(drawdowns(series('monthly', [0.1, 0.2])))
        .split('\n')
        .slice(3),
    ).toEqual(['Wealth never fell.']);
    const falls = (count: number) => Array.from({ length: count }, (_, k) => [-0.01 * (k + 1), 0.5]).flat();
    expect(shown(drawdowns(series('monthly', falls(10))))).not.toContain('deepest');
    const many = shown(drawdowns(series('monthly', falls(11)))).split('\n');
    expect(many.slice(-1)).toEqual(['The 10 deepest of 11.']);
    expect(many[3]).toMatch(/^-11\.00 %/);
    expect(many).toHaveLength(14);
    const open = shown(drawdowns(series('monthly', [0.1, -0.1]))).split('\n');
    expect(open.slice(-1)).toEqual(['The one without a recovery is counted to the last day.']);
    // An open fall that is too small to be among the ten is not spoken of.
    expect(shown(drawdowns(series('monthly', [...falls(10), -0.001])))).not.toContain('without a recovery');
  });
});
