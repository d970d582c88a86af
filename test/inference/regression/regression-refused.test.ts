import { describe, expect, it } from 'vitest';
import { frenchFactors, usFunds } from '../../../src/data/index.js';
import { compareLoadings, factorRegression, rollingLoadings } from '../../../src/inference/index.js';
import { fromReturns, type ReturnSeries } from '../../../src/panel/index.js';
import { excessReturns } from '../../../src/stats/index.js';
import { datesOf, series } from '../../stats/support.js';
import { saidBy } from '../whole.js';

const x = [0.01, 0.03, -0.02, 0.04, 0, -0.01, 0.02, 0.05];
const y = [0.02, 0.01, -0.01, 0.06, 0.01, -0.03, 0.02, 0.04];
const factor = (values: readonly number[], name: string): ReturnSeries =>
  fromReturns({
    frequency: 'monthly',
    dates: datesOf('monthly', values.length),
    returns: { [name]: values },
    kind: 'excess',
    units: 'fraction',
  }).returns(name);
const fund = factor(y, 'Fund');
const [a, b] = [factor(x, 'a'), factor(y, 'b')];
const cash = series(
  'monthly',
  x.map((_, row) => 0.001 + row / 10_000),
  'Cash',
);
const { five, riskFree } = frenchFactors();
const iwm = usFunds().returns('IWM');
const series3 = "must be a return series, such as panel.returns('SPY') or the result of a backtest; found 3.";

const refusals: readonly (readonly [
  title: string,
  act: () => unknown,
  code: string,
  message: string,
  details: object,
])[] = [
  [
    'two factors of one name',
    () => factorRegression(fund, [a, a]),
    'panel.name',
    'factorRegression: two factors are called "a". Give each once.',
    { where: 'factorRegression', factor: 'a' },
  ],
  [
    'no factor',
    () => factorRegression(fund, []),
    'option.type',
    'factorRegression: the list of factors is empty. Give at least one.',
    { where: 'factorRegression' },
  ],
  [
    'a holder of panels',
    () => factorRegression(iwm, { five, text: 'a', momentum: five } as never),
    'option.type',
    'factorRegression: found an object with keys five, text, momentum where factors belong; choose one of its panels: .five, .momentum.',
    { where: 'factorRegression', panels: ['five', 'momentum'] },
  ],
  [
    'null',
    () => factorRegression(fund, null as never),
    'series.invalid',
    "factorRegression: a factor must be a return series, such as panel.returns('SPY') or the result of a backtest; found null.",
    { where: 'factorRegression', found: 'null' },
  ],
  [
    'nothing',
    () => factorRegression(fund, undefined as never),
    'series.invalid',
    "factorRegression: a factor must be a return series, such as panel.returns('SPY') or the result of a backtest; found undefined.",
    { where: 'factorRegression', found: 'undefined' },
  ],
  [
    'a return beside differences without cash',
    () => factorRegression(series('monthly', y, 'Fund'), [a, b]),
    'option.missing',
    'factorRegression: "Fund" is a return, "a" a difference of two returns; together they need "riskFree", the return of cash that is taken off the ' +
      'first. Give riskFree: frenchFactors().riskFree or usTreasuryBill().',
    { where: 'factorRegression', option: 'riskFree', returns: ['Fund'] },
  ],
  ...['Mkt-RF', 'MktRF', 'Rm-Rf', 'smb', 'HML', 'RMW', 'CMA', 'Mom', 'UMD', 'WML', 'QMJ', 'BAB'].map(
    (name) =>
      [
        `${name} that is marked as a return`,
        () => factorRegression(series('monthly', y, 'Fund'), series('monthly', x, name), { riskFree: cash }),
        'series.invalid',
        `factorRegression: "${name}" is marked as a return (kind 'total'), but its name is that of a difference of two returns, from which no cash is taken. ` +
          `Read it with kind: 'excess', or give it another name.`,
        { where: 'factorRegression', series: name, kind: 'total' },
      ] as const,
  ),
  [
    'cash that is no series',
    () => factorRegression(series('monthly', y, 'Fund'), a, { riskFree: 3 as never }),
    'series.invalid',
    `factorRegression: "riskFree" ${series3}`,
    { where: 'factorRegression', found: '3' },
  ],
  [
    'cash that is a difference',
    () => factorRegression(series('monthly', y, 'Fund'), a, { riskFree: b }),
    'series.invalid',
    `factorRegression: "riskFree" is "b", of kind 'excess', a difference of two returns; what cash earned is a total return. Give usTreasuryBill().`,
    { where: 'factorRegression', riskFree: 'b', kind: 'excess' },
  ],
  [
    'more coefficients than periods',
    () => factorRegression(factor(y.slice(0, 3), 'Fund'), [a, b]),
    'regression.too-short',
    'factorRegression: 3 periods for 3 coefficients (the constant and a, b); there must be more periods than coefficients. Take a longer window or fewer of them.',
    { where: 'factorRegression', rows: 3, coefficients: 3 },
  ],
  [
    'a factor that never moves',
    () => factorRegression(fund, factor(new Array<number>(8).fill(0.01), 'flat')),
    'regression.collinear',
    'factorRegression: "flat" is a combination of the constant on every row, so its coefficient cannot be told from theirs. Leave one of them out, or take a longer window.',
    { where: 'factorRegression', column: 'flat', others: ['the constant'] },
  ],
  [
    'a factor that is 0, beside another',
    () => factorRegression(fund, [a, factor(new Array<number>(8).fill(0), 'nothing')]),
    'regression.collinear',
    'factorRegression: "nothing" is 0 on every row, so its coefficient cannot be told from theirs. Leave one of them out, or take a longer window.',
    { where: 'factorRegression', column: 'nothing', others: [] },
  ],
  [
    'as many lags as rows',
    () => factorRegression(fund, a, { lags: 8 }),
    'option.range',
    'factorRegression: residuals are to be correlated up to 8 periods apart ("lags"), but there are only 8 rows, which are less than that apart: the horizon is too long ' +
      'for them. Give fewer lags, a shorter horizon or a longer series.',
    { where: 'factorRegression', option: 'lags', found: 8, rows: 8 },
  ],
  [
    'Hansen–Hodrick without lags',
    () => factorRegression(fund, a, { errors: 'hansenHodrick' }),
    'option.missing',
    `factorRegression: errors 'hansenHodrick' need "lags": the horizon of the overlapping returns less 1, such as 11 for yearly returns of every month.`,
    { where: 'factorRegression', option: 'lags' },
  ],
  ...(['ols', 'white'] as const).map(
    (errors) =>
      [
        `lags beside ${errors}`,
        () => factorRegression(fund, a, { errors, lags: 2 }),
        'option.range',
        `factorRegression: "lags" is 2, but errors '${errors}' take no autocorrelation into account. Leave it out, or use errors 'neweyWest'.`,
        { where: 'factorRegression', option: 'lags', found: 2 },
      ] as const,
  ),
  [
    'a window without a period',
    () => factorRegression(factor([0.1, NaN], 'Fund'), factor([NaN, 0.1], 'a')),
    'panel.empty-window',
    'factorRegression: there is no period in which Fund, a all have a return.',
    { where: 'factorRegression', series: ['Fund', 'a'] },
  ],
  [
    'a comparison with what is no fund',
    () => compareLoadings(3 as never, fund, a),
    'series.invalid',
    `compareLoadings: the first fund ${series3}`,
    { where: 'compareLoadings', found: '3' },
  ],
  [
    'a comparison of what is no fund',
    () => compareLoadings(fund, 3 as never, a),
    'series.invalid',
    `compareLoadings: the second fund ${series3}`,
    { where: 'compareLoadings', found: '3' },
  ],
  [
    'an option that a comparison has not',
    () => compareLoadings(fund, b, a, { cash } as never),
    'option.unknown',
    'compareLoadings: unknown option "cash". Known: errors, lags, correction, distribution, level, riskFree.',
    {
      where: 'compareLoadings',
      option: 'cash',
      known: ['errors', 'lags', 'correction', 'distribution', 'level', 'riskFree'],
    },
  ],
  [
    'a fund with cash beside one without',
    () => compareLoadings(iwm, excessReturns(iwm, riskFree), five),
    'series.invalid',
    `compareLoadings: "IWM" is of kind 'total', "IWM less RF" of kind 'excess': one of them holds cash, the other does not. Make excess returns of the former ` +
      'with excessReturns(series, riskFree).',
    { where: 'compareLoadings', kinds: ['total', 'excess'] },
  ],
  [
    'an option that moving loadings have not',
    () => rollingLoadings(fund, a, { weeks: 5 } as never),
    'option.unknown',
    'rollingLoadings: unknown option "weeks". Known: periods, months, years, riskFree.',
    { where: 'rollingLoadings', option: 'weeks', known: ['periods', 'months', 'years', 'riskFree'] },
  ],
];

describe('a regression on factors refuses, in whole sentences,', () => {
  it.each(refusals)('%s', (_, act, code, message, details) => {
    expect(saidBy(act)).toEqual({ code, message, details });
  });

  it('what only looks like a panel of factors', () => {
    for (const like of [{ assets: ['a'], returns: 3 }, { returns: () => a }, { assets: ['a'] }]) {
      expect(saidBy(() => factorRegression(fund, like as never)).code).toBe('series.invalid');
    }
  });

  it('nothing where a long-short name stands beside no cash: none is taken off', () => {
    const result = factorRegression(series('monthly', y, 'Fund'), series('monthly', x, 'SMB'));
    expect(result.assumptions[0]).toBe('No cash was taken off Fund, SMB: returns, not excess returns.');
  });
});
