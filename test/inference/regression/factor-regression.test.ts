import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frenchFactors, usFunds, usTreasuryBill } from '../../../src/data/index.js';
import { factorRegression } from '../../../src/inference/index.js';
import { fromReturns, fromSeries, joinPanels, type ReturnSeries } from '../../../src/panel/index.js';
import { alpha, beta, excessReturns, rSquared, specificRisk } from '../../../src/stats/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { datesOf, series } from '../../stats/support.js';

const { three, five, momentum, riskFree } = frenchFactors();
const funds = usFunds();
const avuv = funds.returns('AVUV');

/** A factor: a difference of two returns. */
const factor = (values: readonly number[], name: string): ReturnSeries =>
  fromReturns({
    frequency: 'monthly',
    dates: datesOf('monthly', values.length),
    returns: { [name]: values },
    kind: 'excess',
    units: 'fraction',
  }).returns(name);

const x = [0.01, 0.03, -0.02, 0.04, 0, -0.01, 0.02, 0.05];
const y = [0.02, 0.01, -0.01, 0.06, 0.01, -0.03, 0.02, 0.04];

describe('factorRegression on the bundled funds and factors', () => {
  it('in one line has the figures that numpy and scipy compute from the files: AVUV on five factors, three lags', () => {
    const result = factorRegression(avuv, five);
    expect(result).toMatchObject({
      n: 75,
      independent: 75,
      lags: 3,
      degreesOfFreedom: 69,
      from: '2019-10-31',
      to: '2025-12-31',
    });
    const figures = result.factors.map((name) => result.loadings[name]);
    // numpy 2.4.6 and scipy 1.17.1: lstsq, the sandwich with Bartlett weights, and t with 69 degrees of freedom.
    const expected = [
      [1.068261833104227, 0.035530447885794, 2.2248991e-41],
      [0.894909214916999, 0.056357123354175, 9.7868148e-25],
      [0.540831927278734, 0.048912617634577, 6.2953348e-17],
      [0.277462560798794, 0.076052858985867, 5.0854837e-4],
      [-0.076611253699474, 0.083522580949652, 0.36220563],
    ];
    figures.forEach(({ estimate, standardError, p }, index) => {
      expect(estimate).toBeCloseTo(expected[index]![0]!, 11);
      expect(standardError).toBeCloseTo(expected[index]![1]!, 11);
      expect(p / expected[index]![2]!).toBeCloseTo(1, 6);
    });
    expect(result.alphaPerPeriod.estimate).toBeCloseTo(0.000105957138389, 12);
    expect(result.alphaPerPeriod.standardError).toBeCloseTo(0.00121651581799, 12);
    expect(result.alpha.estimate).toBeCloseTo(12 * result.alphaPerPeriod.estimate, 15);
    expect(result.alpha.p).toBeCloseTo(0.930845207279391, 9);
  });

  it('takes periods as independent, warns where residuals are correlated, and has no interval where nothing varies', () => {
    expect(factorRegression(avuv, five).notes[0]).toContain('n = 75, taken as independent.');
    expect(factorRegression(avuv, five).notes.join(' ')).not.toContain('neighbouring residuals');
    const wave = Array.from({ length: 100 }, (_, row) => (row % 20 < 10 ? 0.02 : -0.01));
    const other = Array.from({ length: 100 }, (_, row) => (row % 3) / 100);
    const slow = factorRegression(series('monthly', wave, 'Slow'), series('monthly', other, 'F'));
    // Durbin–Watson is about 2(1 − r), r about 0.8 of runs of ten; chance gives ±2/√100.
    expect(slow.notes.join(' ')).toMatch(
      /neighbouring residuals are correlated \(0\.\d+, more than the ±0\.20 of chance/,
    );
    const flat = factorRegression(
      series('monthly', new Array<number>(100).fill(0.01), 'Flat'),
      series('monthly', other, 'F'),
    );
    expect(flat.alphaPerPeriod).toMatchObject({ standardError: 0, t: NaN, p: NaN, low: NaN, high: NaN });
    expect(flat.alphaPerPeriod.estimate).toBeCloseTo(0.01, 14);
  });

  it('the same for IWM: five lags, an alpha of −1.3 % a year that is no accident', () => {
    const { loadings, alphaPerPeriod, n } = factorRegression(funds.returns('IWM'), five, { lags: 5 });
    expect(n).toBe(307);
    expect(loadings.SMB.estimate).toBeCloseTo(0.817390479473565, 11);
    expect(loadings.RMW.standardError).toBeCloseTo(0.020078685178082, 11);
    expect(alphaPerPeriod.estimate).toBeCloseTo(-0.001109887290765, 12);
    expect(alphaPerPeriod.p).toBeCloseTo(0.002245893203, 9);
  });

  it('takes cash from the panel of factors, or from who gives it; both are the bill', () => {
    const given = factorRegression(avuv, [...five.assets.map((name) => five.returns(name))], { riskFree });
    expect(JSON.stringify(given)).toBe(JSON.stringify(factorRegression(avuv, five)));
    const bill = factorRegression(avuv, five, { riskFree: usTreasuryBill() });
    expect(bill.loadings.HML.estimate).toBeCloseTo(given.loadings['HML']!.estimate, 12);
    expect(bill.assumptions[0]).toBe('T-bill was taken off AVUV; what is a difference of two returns stays as it is.');
  });

  it('needs no cash for a fund that is an excess return already, and gets the same', () => {
    const over = factorRegression(excessReturns(avuv, riskFree), five);
    expect(over.alpha.estimate).toBeCloseTo(factorRegression(avuv, five).alpha.estimate, 14);
    expect(over.assumptions[0]).toContain('no cash was taken off');
  });

  it('takes several panels, and the window that all share, and names what limits it', () => {
    const result = factorRegression(avuv, [five, momentum]);
    expect(result.factors).toEqual(['Mkt-RF', 'SMB', 'HML', 'RMW', 'CMA', 'Mom']);
    expect(result.n).toBe(61);
    expect(result.notes[0]).toContain('2019-10 to 2024-10 (61 months; AVUV begins last; Mom ends first)');
    const joined = factorRegression(avuv, joinPanels(five, momentum), { riskFree });
    expect(joined.loadings.Mom.estimate).toBe(result.loadings.Mom.estimate);
  });

  it('of a factor on its own file finds itself: loading 1, alpha 0, nothing left to test with', () => {
    const result = factorRegression(five.returns('HML'), five);
    expect(result.loadings.HML.estimate).toBeCloseTo(1, 12);
    expect(result.alpha.estimate).toBeCloseTo(0, 12);
    expect(result.rSquared).toBe(1);
    expect(result.loadings.HML).toMatchObject({ standardError: 0, t: NaN, p: NaN });
    expect(result.durbinWatson).toBeNaN();
  });

  it('shows itself, is frozen, and is plain JSON', () => {
    const result = factorRegression(avuv, three);
    for (const words of [
      'AVUV on Mkt-RF, SMB, HML',
      'Alpha a year',
      'n = 75',
      'Newey–West',
      'Durbin–Watson',
      '95 % from',
    ]) {
      expect(String(result)).toContain(words);
    }
    expect(Object.isFrozen(result) && Object.isFrozen(result.loadings) && Object.isFrozen(result.loadings.SMB)).toBe(
      true,
    );
    const read = JSON.parse(JSON.stringify(result)) as typeof result;
    expect(read.loadings.SMB.estimate).toBe(result.loadings.SMB.estimate);
  });
});

describe('factorRegression', () => {
  it('on one factor is the regression of the statistics: beta, alpha, R² and specific risk', () => {
    const cash = series('monthly', [0.001, 0.002, 0.001, 0, 0.001, 0.002, 0.001, 0.002], 'Cash');
    const [fund, market] = [series('monthly', y, 'Fund'), series('monthly', x, 'Market')];
    const result = factorRegression(fund, market, { riskFree: cash });
    expect(result.loadings['Market']!.estimate).toBeCloseTo(beta(fund, market, { riskFree: cash }), 13);
    expect(result.alpha.estimate).toBeCloseTo(alpha(fund, market, { riskFree: cash }), 14);
    expect(result.rSquared).toBeCloseTo(rSquared(fund, market, { riskFree: cash }), 13);
    expect(result.residualVolatility).toBeCloseTo(specificRisk(fund, market, { riskFree: cash }), 13);
    expect(result.assumptions[0]).toBe(
      'Cash was taken off Fund, Market; what is a difference of two returns stays as it is.',
    );
  });

  it('of returns on returns without cash says that none was taken off', () => {
    const result = factorRegression(series('monthly', y, 'Fund'), series('monthly', x, 'Market'));
    expect(result.assumptions[0]).toBe('No cash was taken off Fund, Market: returns, not excess returns.');
  });

  it('gives wider intervals from Student’s t than from the normal distribution, around the same figure', () => {
    const [fund, one] = [factor(y, 'Fund'), factor(x, 'F')];
    const student = factorRegression(fund, one).loadings['F']!;
    const normal = factorRegression(fund, one, { distribution: 'normal' }).loadings['F']!;
    expect(student.t).toBe(normal.t);
    // 2.4469 and 1.9600 standard errors: t with 6 degrees of freedom from a printed table.
    expect((student.high - student.estimate) / student.standardError).toBeCloseTo(2.4469, 4);
    expect((normal.high - normal.estimate) / normal.standardError).toBeCloseTo(1.96, 4);
    expect(student.p).toBeGreaterThan(normal.p);
    const corrected = factorRegression(fund, one, { correction: 'degreesOfFreedom' }).loadings['F']!;
    expect(corrected.standardError).toBeCloseTo(student.standardError * Math.sqrt(8 / 6), 14);
  });

  it('skips periods without a return, counts them, and is moved by no missing value before or after', () => {
    const hole = [...y];
    hole[3] = NaN;
    const result = factorRegression(factor(hole, 'Fund'), factor(x, 'F'));
    expect(result.n).toBe(7);
    expect(String(result)).toContain('1 period inside left out');
    const longer = factorRegression(factor([NaN, NaN, ...y, NaN], 'Fund'), factor([NaN, 0.5, ...x, 0.9], 'F'));
    const plain = factorRegression(factor(y, 'Fund'), factor(x, 'F'));
    expect(longer.loadings['F']).toEqual(plain.loadings['F']);
  });

  it('scales: half the exposure has half the alpha and loadings, and the same t; the order of factors does not matter', () => {
    const value = fc.integer({ min: -90, max: 90 }).map((thousandths) => thousandths / 1000);
    const row = fc.tuple(value, value, value);
    fc.assert(
      fc.property(fc.array(row, { minLength: 12, maxLength: 30 }), (rows) => {
        const columns = [0, 1, 2].map((column) =>
          rows.map((one, index) => one[column]! + 0.03 * Math.sin((index + 1) * (column + 2))),
        );
        const [a, b] = [factor(columns[0]!, 'a'), factor(columns[1]!, 'b')];
        const full = factorRegression(factor(columns[2]!, 'Fund'), [a, b]);
        const half = factorRegression(
          factor(
            columns[2]!.map((one) => one / 2),
            'Half',
          ),
          [b, a],
        );
        expect(half.loadings['a']!.estimate).toBeCloseTo(full.loadings['a']!.estimate / 2, 9);
        expect(half.alpha.t).toBeCloseTo(full.alpha.t, 6);
        expect(half.rSquared).toBeCloseTo(full.rSquared, 9);
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  it('refuses returns beside differences of returns without cash', () => {
    const error = expectInputError('option.missing', ['factorRegression', '"AVUV"', '"Mkt-RF"', 'riskFree'], () =>
      factorRegression(avuv, joinPanels(five, momentum)),
    );
    expect(error.details).toMatchObject({ option: 'riskFree', returns: ['AVUV'] });
  });

  it('refuses to take cash off SMB that is marked as a return', () => {
    const wrong = series('monthly', x, 'SMB');
    expectInputError('series.invalid', ['"SMB"', "kind 'total'", "kind: 'excess'"], () =>
      factorRegression(series('monthly', y), wrong, {
        riskFree: series(
          'monthly',
          x.map(() => 0.001),
          'Cash',
        ),
      }),
    );
  });

  it('refuses a factor that the others make up, by name, and factors of one name', () => {
    const [a, b] = [factor(x, 'a'), factor(y, 'b')];
    const sum = factor(
      x.map((value, row) => value + y[row]!),
      'sum',
    );
    const fund = factor([...y].reverse(), 'Fund');
    expectInputError('regression.collinear', ['factorRegression', '"sum"', 'a, b'], () =>
      factorRegression(fund, [a, b, sum]),
    );
    expectInputError('panel.name', ['"a"', 'once'], () => factorRegression(fund, [a, a]));
  });

  it('refuses too short a window, none, and what is no factor', () => {
    const short = factor([0.01, 0.02, 0.03], 'Fund');
    const columns = [factor([0.01, 0.03, 0.02], 'a'), factor([0.02, 0.01, 0.05], 'b')];
    expectInputError('regression.too-short', ['3 periods for 3 coefficients', 'a, b'], () =>
      factorRegression(short, columns),
    );
    expectInputError('panel.empty-window', ['factorRegression', 'Fund', 'F'], () =>
      factorRegression(factor([0.1, NaN], 'Fund'), factor([NaN, 0.1], 'F')),
    );
    expectInputError('option.type', ['.three', '.five', '.momentum'], () =>
      factorRegression(avuv, frenchFactors() as never),
    );
    expectInputError('option.type', ['empty'], () => factorRegression(avuv, []));
    expectInputError('series.invalid', ['a factor', '3'], () => factorRegression(avuv, 3 as never));
    expectInputError('series.invalid', ['the fund'], () => factorRegression(funds as never, five));
    expectInputError('calendar.mismatch', ['daily', 'monthly'], () =>
      factorRegression(avuv, series('daily', [0.1, 0.2])),
    );
    const far = factorRegression(avuv, five, { errors: 'hansenHodrick', lags: 40 });
    expect([far.alpha.t, far.loadings.SMB.standardError, far.jointTest.p]).toEqual([NaN, NaN, NaN]);
    expect(far.notes.join(' ')).toContain('too long for 75 rows, and there are no such errors');
    expectInputError('option.range', ['75 periods apart', 'only 75 rows'], () =>
      factorRegression(avuv, five, { lags: 75 }),
    );
    expectInputError('option.unknown', ['lag', 'lags'], () => factorRegression(avuv, five, { lag: 3 } as never));
    expectInputError('series.invalid', ['"riskFree"', "'excess'"], () =>
      factorRegression(avuv, five, { riskFree: five.returns('SMB') }),
    );
  });

  it('takes a panel made of series', () => {
    const panel = fromSeries(factor(x, 'a'));
    expect(factorRegression(factor(y, 'Fund'), panel).loadings['a']!.estimate).toBe(
      factorRegression(factor(y, 'Fund'), factor(x, 'a')).loadings['a']!.estimate,
    );
  });
});

describe('the factor panels', () => {
  it('bring the bill return with them, a copy of its own for everybody, and are panels still', () => {
    expect(five.riskFree.name).toBe('RF');
    expect(Array.from(five.riskFree.values)).toEqual(Array.from(riskFree.values));
    expect(five.riskFree.values).not.toBe(five.riskFree.values);
    expect(joinPanels(three, momentum).assets).toEqual(['Mkt-RF', 'SMB', 'HML', 'Mom']);
    expect(String(five)).toContain('5 assets');
    expect((JSON.parse(JSON.stringify(five)) as { returns: object }).returns).toHaveProperty('CMA');
  });
});
