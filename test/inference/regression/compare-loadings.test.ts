import { describe, expect, it } from 'vitest';
import { frenchFactors, usFunds } from '../../../src/data/index.js';
import { compareLoadings, factorRegression, rollingLoadings } from '../../../src/inference/index.js';
import { excessReturns, longShortSpread } from '../../../src/stats/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';

const { five, momentum, riskFree } = frenchFactors();
const [avuv, iwm] = [usFunds().returns('AVUV'), usFunds().returns('IWM')];

describe('compareLoadings', () => {
  const result = compareLoadings(avuv, iwm, [five, momentum]);

  it('tests the difference by the regression of the one fund less the other', () => {
    const direct = factorRegression(longShortSpread(avuv, iwm), [five, momentum]);
    expect(result.difference.loadings).toEqual(direct.loadings);
    expect(result.difference.alpha).toEqual(direct.alpha);
  });

  it('is on one window: the difference of the loadings is the loading of the difference, exactly', () => {
    expect([result.a.n, result.b.n, result.difference.n, result.n]).toEqual([61, 61, 61, 61]);
    for (const name of result.difference.factors) {
      const { a, b, difference } = result;
      expect(a.loadings[name].estimate - b.loadings[name].estimate).toBeCloseTo(difference.loadings[name].estimate, 11);
    }
    expect(result.a.alpha.estimate - result.b.alpha.estimate).toBeCloseTo(result.difference.alpha.estimate, 12);
  });

  it('sees what two intervals do not: the error of the difference is not that of two independent loadings', () => {
    const { a, b, difference } = result;
    const apart = Math.hypot(a.loadings.HML.standardError, b.loadings.HML.standardError);
    expect(difference.loadings.HML.standardError).not.toBeCloseTo(apart, 4);
    expect(difference.loadings.HML.p).toBeLessThan(0.001);
    expect(difference.loadings.SMB.p).toBeGreaterThan(0.05);
  });

  it('shows both funds and the difference', () => {
    expect(String(result)).toContain('AVUV less IWM on Mkt-RF, SMB, HML, RMW, CMA, Mom');
    expect(String(result)).toMatch(/HML +0\.60 +0\.11 +0\.49/);
  });

  it('says what was taken off the two funds, and names the fund that limits the window', () => {
    const text = result.notes.join(' ');
    expect(result.assumptions[0]).toBe(
      `${riskFree.name} was taken off AVUV, IWM; what is a difference of two returns stays as it is.`,
    );
    expect(text).not.toContain('no cash was taken off');
    expect(text).toMatch(/AVUV begins last/);
    expect(text).not.toContain('AVUV less IWM begins');
    const excess = compareLoadings(excessReturns(avuv, riskFree), excessReturns(iwm, riskFree), five);
    expect(excess.assumptions[0]).toBe('Everything is a difference of two returns: no cash was taken off.');
  });

  it('of a fund with itself is 0 everywhere, with nothing to test', () => {
    const same = compareLoadings(iwm, iwm, five).difference;
    expect(same.loadings.SMB).toMatchObject({ estimate: 0, standardError: 0, t: NaN, low: NaN, high: NaN });
    expect(same.rSquared).toBeNaN();
  });

  it('refuses a fund with cash beside one without', () => {
    expectInputError('series.invalid', ['compareLoadings', "'total'", "'excess'", 'excessReturns'], () =>
      compareLoadings(avuv, excessReturns(iwm, riskFree), five),
    );
    expectInputError('option.unknown', ['compareLoadings', 'lag'], () =>
      compareLoadings(avuv, iwm, five, { lag: 2 } as never),
    );
  });
});

describe('rollingLoadings', () => {
  it('is the regression over each window: the first and the last one by hand', () => {
    const rolled = rollingLoadings(iwm, five, { years: 3 });
    // 2000-06 to 2025-12 are 307 months: 307 − 35 windows, 307/36 of them apart.
    expect([rolled.n, rolled.independent, rolled.dates[0], rolled.dates.at(-1)]).toEqual([
      272,
      8,
      '2003-05-31',
      '2025-12-31',
    ]);
    const last = (one: typeof iwm): typeof iwm => {
      const from = one.calendar.length - 43;
      return series('monthly', Array.from(one.values.slice(from, from + 36)), one.name);
    };
    // 2023-01 to 2025-12 of the fund, whose rows go on to 2026-07.
    const fund = last(iwm);
    const rows = five.calendar.length - 36;
    const columns = five.assets.map((name) =>
      excessReturns(
        series('monthly', Array.from(five.returns(name).values.slice(rows)), `f${name}`),
        series(
          'monthly',
          Array.from({ length: 36 }, () => 0),
          'Zero',
        ),
      ),
    );
    const cash = series('monthly', Array.from(riskFree.values.slice(riskFree.values.length - 36)), 'Bill');
    const direct = factorRegression(fund, columns, { riskFree: cash });
    expect(rolled.loadings.SMB.values[271]).toBeCloseTo(Object.values(direct.loadings)[1]!.estimate, 10);
    expect(rolled.alpha.values[271]).toBeCloseTo(direct.alpha.estimate, 11);
    expect(rolled.rSquared.values[271]).toBeCloseTo(direct.rSquared, 10);
  });

  it('of the whole time is the one regression', () => {
    const whole = rollingLoadings(avuv, five, { periods: 75 });
    expect(whole.n).toBe(1);
    expect(whole.loadings.RMW.values[0]).toBeCloseTo(factorRegression(avuv, five).loadings.RMW.estimate, 12);
  });

  it('is NaN in windows too short for their coefficients, and in windows in which factors make each other up', () => {
    const [a, b] = [
      series(
        'monthly',
        [1, 2, 3, 4, 6, 5].map((v) => v / 100),
        'a',
      ),
      series(
        'monthly',
        [2, 4, 6, 8, 1, 3].map((v) => v / 100),
        'b',
      ),
    ];
    const fund = series('monthly', [0.01, 0.03, 0.02, 0.05, 0.01, 0.02], 'Fund');
    const rolled = rollingLoadings(fund, [a, b], { periods: 4 });
    expect(rolled.loadings['a']!.values[0]).toBeNaN();
    expect(rolled.loadings['a']!.values[2]).not.toBeNaN();
    expect(Array.from(rollingLoadings(fund, [a, b], { periods: 3 }).alpha.values).every(Number.isNaN)).toBe(true);
  });

  it('shows its span and says how few windows are apart', () => {
    const rolled = rollingLoadings(iwm, five, { years: 3 });
    expect(String(rolled)).toContain('8 of 272 have no period in common');
    expect(String(rolled.loadings.HML)).toContain('IWM: loading on HML, last 3 years');
    expect(Object.isFrozen(rolled)).toBe(true);
  });

  it('asks for one length', () => {
    expectInputError('option.missing', ['rollingLoadings', '{ years: 3 }'], () => rollingLoadings(iwm, five, {}));
    expectInputError('option.unknown', ['rollingLoadings', 'window'], () =>
      rollingLoadings(iwm, five, { window: 36 } as never),
    );
  });
});
