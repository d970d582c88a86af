import { describe, expect, it } from 'vitest';
import { compareLoadings, factorRegression, rollingLoadings } from '../../../src/inference/index.js';
import type { ErrorRule } from '../../../src/inference/regression/error-options.js';
import { errorWords } from '../../../src/inference/regression/error-words.js';
import { pCell } from '../../../src/inference/regression/factor-regression-table.js';
import { regressionWindow } from '../../../src/inference/regression/regression-window.js';
import { fromReturns, fromSeries, type ReturnSeries } from '../../../src/panel/index.js';
import { datesOf, series } from '../../stats/support.js';
import { shownBy } from '../whole.js';

const yearly = (percents: readonly number[], name: string): ReturnSeries =>
  fromReturns({
    frequency: 'annual',
    dates: datesOf('annual', percents.length),
    returns: { [name]: percents.map((value) => value / 100) },
    kind: 'excess',
    units: 'fraction',
  }).returns(name);
const three = '2020-12 to 2022-12 (3 years): n = 3, taken as independent.';
const excess = 'Everything is a difference of two returns: no cash was taken off.';
const ols = [
  'Standard errors suppose residuals of one variance without autocorrelation.',
  "p-values and 95 % intervals are from Student's t with 1 degrees of freedom.",
];

describe('what is printed of a regression on factors', () => {
  // 1, 3, 2 on 0, 1, 2: 1.5 + 0.5 x, residuals −½, 1, −½, s² = 1.5; errors √(1.5 × 5/6) and √(1.5/2); the interval of t with one degree is 12.7062 errors.
  const fund = (): ReturnSeries => yearly([1, 3, 2], 'Fund');
  const factor = (): ReturnSeries => yearly([0, 1, 2], 'F');

  it('is whole, by hand', () => {
    // p = 1 − (2/π) arctan t. R² = 1 − 1.5/2, adjusted 1 − 0.75 × 2/1; Durbin–Watson (1.5² + 1.5²)/1.5.
    expect(shownBy(factorRegression(fund(), factor(), { errors: 'ols' }))).toEqual({
      title: 'Fund on F',
      labels: ['', 'Estimate', 'Std. error', 't', 'p', '95 % from', 'to'],
      left: ['term'],
      texts: [
        ['Alpha a year', '1.50 %', '1.12 %', '1.34', '0.408', '-12.71 %', '15.71 %'],
        ['F', '0.50', '0.87', '0.58', '0.667', '-10.50', '11.50'],
      ],
      notes: [
        three,
        'R² 0.25, adjusted -0.50; residual volatility 1.22 % a year; Durbin–Watson 3.00.',
        excess,
        'Loadings are the same all the time.',
        ...ols,
      ],
    });
  });

  it('is whole for two funds and their difference, by hand', () => {
    // 2, 2, 5: 1.5 + 1.5 x. The difference −1, 1, −3: −x, residuals −1, 2, −1, s² = 6, error √3, R² = 1 − 6/8, Durbin–Watson 18/6.
    expect(shownBy(compareLoadings(fund(), yearly([2, 2, 5], 'G'), factor(), { errors: 'ols' }))).toEqual({
      title: 'Fund less G on F',
      labels: ['', 'Fund', 'G', 'Difference', 't', 'p'],
      left: ['term'],
      texts: [
        ['Alpha a year', '1.50 %', '1.50 %', '0.00 %', '0.00', '1.000'],
        ['F', '0.50', '1.50', '-1.00', '-0.58', '0.667'],
      ],
      notes: [
        "That all 1 loadings are the same: Wald's test 0.33, p 0.667.",
        three,
        'Of the difference: R² 0.25, Durbin–Watson 3.00.',
        excess,
        'Loadings are the same all the time.',
        ...ols,
      ],
    });
  });

  it('warns where the residuals of a difference are correlated', () => {
    const wave = Array.from({ length: 60 }, (_, row) => (row % 20 < 10 ? 2 : -1) + (row % 3) / 10);
    const other = Array.from({ length: 60 }, (_, row) => (row * 7) % 5);
    const found = compareLoadings(
      yearly(wave, 'Slow'),
      yearly(
        other.map((v) => v / 2),
        'G',
      ),
      yearly(other, 'F'),
    );
    expect(found.notes.at(-1)).toMatch(
      /^Warning: neighbouring residuals are correlated \(0\.[78]\d, more than the ±0\.26 of chance\): they are not 60 independent observations\.$/,
    );
    expect(compareLoadings(fund(), yearly([2, 2, 5], 'G'), factor()).notes.join(' ')).not.toContain('neighbouring');
  });

  it('names each fund once where it limits the window', () => {
    const late = yearly([NaN, NaN, 1, 3, 2, 4], 'Late');
    const [other, one] = [yearly([3, 1, 2, 2, 5, 1], 'Other'), yearly([2, 5, 0, 1, 2, 4], 'F')];
    expect(compareLoadings(late, other, one).notes[1]).toBe(
      '2022-12 to 2025-12 (4 years; Late begins last): n = 4, taken as independent.',
    );
  });

  it('is whole over moving windows, by hand', () => {
    // The second window 3, 2, 5 on 1, 2, 3: 4/3 + x, R² = 2/(14/3).
    const rolled = rollingLoadings(yearly([1, 3, 2, 5], 'Fund'), yearly([0, 1, 2, 3], 'F'), { periods: 3 });
    const notes = [
      '2020-12 to 2023-12 (4 years)',
      'Windows overlap: 1 of 2 have no period in common.',
      excess,
      'Loadings are the same all through a window.',
    ];
    expect(shownBy(rolled)).toEqual({
      title: 'Fund on F, last 3 periods',
      labels: ['', 'Lowest', 'Highest', 'Last'],
      left: ['term'],
      texts: [
        ['Alpha a year', '1.33 %', '1.50 %', '1.33 %'],
        ['F', '0.50', '1.00', '1.00'],
        ['R²', '0.25', '0.43', '0.43'],
      ],
      notes,
    });
    expect([rolled.alpha, rolled.loadings['F']!, rolled.rSquared].map(({ name }) => name)).toEqual([
      'Fund: alpha a year, last 3 periods',
      'Fund: loading on F, last 3 periods',
      'Fund: R², last 3 periods',
    ]);
    expect(rolled.alpha.notes).toEqual([notes[1]]);
    expect(rolled.alpha.dates).toEqual(['2022-12-31', '2023-12-31']);
  });

  it('is dashes where no whole window fits', () => {
    const rolled = rollingLoadings(yearly([1, 3, 2, 5], 'Fund'), yearly([0, 1, 2, 3], 'F'), { periods: 5 });
    expect(rolled.table.texts).toEqual([
      ['Alpha a year', '–', '–', '–'],
      ['F', '–', '–', '–'],
      ['R²', '–', '–', '–'],
    ]);
    expect(rolled.n).toBe(0);
    const factors = [yearly([0, 1, 2, 3], 'F'), yearly([1, 0, 2, 0], 'G')];
    expect(rollingLoadings(yearly([1, 3, 2, 5], 'Fund'), factors, { years: 4 }).table.title).toBe(
      'Fund on F, G, last 4 years',
    );
  });
});

describe('errorWords', () => {
  const rule: ErrorRule = {
    errors: 'neweyWest',
    lags: () => 0,
    correction: 'none',
    distribution: 'student',
    level: 0.95,
  };
  const newey = (apart: string): string =>
    `Standard errors by Newey–West: residuals may be correlated up to ${apart} apart`;
  const hansen = (apart: string): string =>
    `Standard errors by Hansen–Hodrick: residuals may be correlated up to ${apart} apart, with equal weights`;
  it.each<readonly [Partial<ErrorRule>, number, string]>([
    [{}, 1, `${newey('1 period')}.`],
    [{}, 12, `${newey('12 periods')}.`],
    [{ correction: 'degreesOfFreedom' }, 2, `${newey('2 periods')}, times n/(n − k).`],
    [{ errors: 'hansenHodrick' }, 9, `${hansen('9 periods')}.`],
    [
      { errors: 'hansenHodrick' },
      10,
      `${hansen('10 periods')}: the horizon is too long for 20 rows, and there are no such errors.`,
    ],
    [{ errors: 'hansenHodrick' }, 0, `${hansen('0 periods')}.`],
    [
      { errors: 'white' },
      0,
      'Standard errors by White (HC0): variances may differ, residuals are not correlated over time.',
    ],
    [
      { errors: 'white', correction: 'degreesOfFreedom' },
      0,
      'Standard errors by White (HC0): variances may differ, residuals are not correlated over time, times n/(n − k).',
    ],
    [
      { errors: 'ols', correction: 'degreesOfFreedom' },
      0,
      'Standard errors suppose residuals of one variance without autocorrelation.',
    ],
  ])('say of %j with %d lags what the errors suppose', (part, lags, words) => {
    expect(errorWords({ ...rule, ...part }, lags, 17, 20)[0]).toBe(words);
  });

  it('say from which distribution the p-values are', () => {
    expect(errorWords({ ...rule, level: 0.9 }, 1, 17, 20)[1]).toBe(
      "p-values and 90 % intervals are from Student's t with 17 degrees of freedom.",
    );
    expect(errorWords({ ...rule, distribution: 'normal' }, 1, 17, 20)[1]).toBe(
      'p-values and 95 % intervals are from the normal distribution.',
    );
  });
});

describe('pCell', () => {
  it('rounds, and says "<" only of what would round to 0', () => {
    expect([0.0004, 0.0005, 0.0009, 0.04].map((p) => pCell(p).text)).toEqual(['< 0.001', '0.001', '0.001', '0.040']);
    expect(pCell(0.00004, 4)).toEqual({ value: 0.00004, text: '< 0.0001' });
  });
});

describe('regressionWindow', () => {
  const rows = (one: ReturnSeries): Int32Array =>
    Int32Array.from(one.values, (_, row) => row).filter((row) => !Number.isNaN(one.values[row]!));
  const late = series('annual', [NaN, NaN, 0.1, 0.2, 0.3], 'Late');
  const whole = series('annual', [0.1, 0.2, 0.1, 0.2, 0.3], 'Whole');

  it('names who begins last and who ends first, unless all do', () => {
    const early = series('annual', [0.1, 0.2, 0.1, 0.2, NaN], 'Early');
    expect(regressionWindow(late, Int32Array.of(2, 3), [late, early], 'here')).toEqual({
      from: '2022-12-31',
      to: '2023-12-31',
      window: '2022-12 to 2023-12 (2 years; Late begins last; Early ends first)',
      marks: [],
    });
    expect(regressionWindow(late, rows(late), [late, whole], 'here').window).toBe(
      '2022-12 to 2024-12 (3 years; Late begins last)',
    );
    expect(regressionWindow(whole, rows(whole), [whole, whole], 'here').window).toBe('2020-12 to 2024-12 (5 years)');
  });

  it('counts the periods that are left out inside', () => {
    const mark = (...at: number[]): readonly string[] =>
      regressionWindow(whole, Int32Array.from(at), [whole], 'here').marks;
    expect(mark(1, 2, 3)).toEqual([]);
    expect(mark(1, 3)).toEqual(['Warning: 1 period inside left out: a return is missing.']);
    expect(mark(1, 4)).toEqual(['Warning: 2 periods inside left out: a return is missing.']);
  });

  it('marks hindsight of any of them, and the rows of a proxy inside the window', () => {
    const hindsight = { ...whole, meta: { ...whole.meta, usesHindsight: true } };
    const plain = { ...late, meta: { ...late.meta, usesHindsight: false } };
    expect(regressionWindow(late, rows(late), [plain, hindsight], 'here').marks).toEqual([
      'Warning: uses hindsight: something in it was known only later.',
    ]);
    expect(regressionWindow(late, rows(late), [plain, late], 'here').marks).toEqual([]);
    const proxy = {
      ...whole,
      meta: { ...whole.meta, proxyRows: [{ from: '2020-12-31', to: '2022-12-31', source: 'an index' }] },
    } as ReturnSeries;
    expect(regressionWindow(late, rows(late), [late, proxy], 'here').marks).toEqual([
      'Warning: Whole: 1 of 3 rows are of a proxy: an index, 2022-12-31 to 2022-12-31.',
    ]);
    expect(regressionWindow(late, Int32Array.of(3, 4), [late, proxy], 'here').marks).toEqual([]);
  });
});

describe('cash', () => {
  const bill = (): ReturnSeries => series('annual', [NaN, NaN, 0.01, 0.02, 0.01, 0.03], 'Bill');
  const factor = (): ReturnSeries => yearly([2, 5, 0, 1, 2, 4], 'F');

  it('is named where it limits the window, and not where none is taken off', () => {
    const gross = series('annual', [0.03, 0.01, 0.02, 0.02, 0.05, 0.01], 'Gross');
    expect(factorRegression(gross, factor(), { riskFree: bill() }).notes[0]).toBe(
      '2022-12 to 2025-12 (4 years; Bill begins last): n = 4, taken as independent.',
    );
    const over = factorRegression(yearly([3, 1, 2, 2, 5, 1], 'Over'), factor(), { riskFree: bill() });
    expect(over.notes[0]).toBe('2020-12 to 2025-12 (6 years): n = 6, taken as independent.');
  });

  it('comes from the first panel that brings some', () => {
    const gross = series('annual', [0.03, 0.01, 0.02, 0.02, 0.05, 0.01], 'Gross');
    const bare = fromSeries(factor());
    const other = { ...fromSeries(yearly([1, 0, 2, 0, 3, 1], 'G')), riskFree: bill() };
    expect(factorRegression<string>(gross, [bare, other]).assumptions[0]).toBe(
      'Bill was taken off Gross; what is a difference of two returns stays as it is.',
    );
  });
});
