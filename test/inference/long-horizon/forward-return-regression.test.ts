import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { usFunds, usPolicyRate } from '../../../src/data/index.js';
import { factorRegression, forwardReturnRegression } from '../../../src/inference/index.js';
import type { Observation } from '../../../src/panel/index.js';
import { rolling, totalReturn } from '../../../src/stats/index.js';
import { isoDate } from '../../../src/time/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';

/** The values known at the close of the base, then of each row. */
function knownAt(one: ReturnType<typeof series>, values: readonly number[]): Observation[] {
  const { calendar } = one;
  return values.map((value, index) => ({
    knownOn: isoDate(index === 0 ? calendar.base : calendar.days[index - 1]!),
    value,
  }));
}

const returns = [0.01, 0.03, -0.02, 0.04, 0, -0.01, 0.02, 0.05];
const fund = series('monthly', returns, 'Fund');
const figures = [3, 1, 4, 1, 5, 9, 2, 6, 5];

describe('forwardReturnRegression', () => {
  it('sets what was known at a close beside the compounded return of the periods after it, and nothing earlier', () => {
    const result = forwardReturnRegression(fund, knownAt(fund, figures), { horizon: 3 });
    const y = [0, 1, 2, 3, 4, 5].map(
      (from) => returns.slice(from, from + 3).reduce((growth, one) => growth * (1 + one), 1) - 1,
    );
    const x = figures.slice(0, 6);
    const [mx, my] = [x.reduce((a, b) => a + b) / 6, y.reduce((a, b) => a + b) / 6];
    const slope =
      x.reduce((sum, one, i) => sum + (one - mx) * (y[i]! - my), 0) / x.reduce((sum, one) => sum + (one - mx) ** 2, 0);
    expect(result.slope.estimate).toBeCloseTo(slope, 13);
    expect(result.intercept.estimate).toBeCloseTo(my - slope * mx, 13);
    // Windows of rows 0–2, 3–5 are apart; 6–8 would be the third.
    expect(result).toMatchObject({ n: 6, independent: 2, horizon: 3, lags: 2, from: '2019-12-31', to: '2020-08-31' });
  });

  it('has two sets of errors with horizon − 1 lags: Bartlett and equal weights, written out', () => {
    const { slope, slopeByHansenHodrick, intercept } = forwardReturnRegression(fund, knownAt(fund, figures), {
      horizon: 2,
      distribution: 'normal',
    });
    const y = [0, 1, 2, 3, 4, 5, 6].map((from) => (1 + returns[from]!) * (1 + returns[from + 1]!) - 1);
    const x = figures.slice(0, 7);
    const u = y.map((one, row) => one - intercept.estimate - slope.estimate * x[row]!);
    const mx = x.reduce((a, b) => a + b) / 7;
    const score = x.map((one, row) => (one - mx) * u[row]!);
    const squares = x.reduce((sum, one) => sum + (one - mx) ** 2, 0);
    const gamma = (lag: number): number => score.slice(lag).reduce((sum, one, row) => sum + one * score[row]!, 0);
    expect(slope.standardError).toBeCloseTo(Math.sqrt(gamma(0) + gamma(1)) / squares, 13);
    const equal = gamma(0) + 2 * gamma(1);
    if (equal >= 0) expect(slopeByHansenHodrick.standardError).toBeCloseTo(Math.sqrt(equal) / squares, 13);
    else expect(slopeByHansenHodrick.standardError).toBeNaN();
    expect(slopeByHansenHodrick.estimate).toBe(slope.estimate);
  });

  it('at a horizon of one period is the plain regression on the figure of the period before', () => {
    const { slope, rSquared } = forwardReturnRegression(fund, knownAt(fund, figures), { horizon: 1 });
    const known = series(
      'monthly',
      figures.slice(0, 8).map((one) => one / 100),
      'Known',
    );
    const plain = factorRegression(fund, known, { lags: 0 });
    expect(slope.estimate * 100).toBeCloseTo(plain.loadings['Known']!.estimate, 11);
    expect(slope.standardError * 100).toBeCloseTo(plain.loadings['Known']!.standardError, 11);
    expect(rSquared).toBeCloseTo(plain.rSquared, 12);
  });

  it('counts few cases where there are few: monthly five-year returns of 26 years are five', () => {
    const result = forwardReturnRegression(usFunds().returns('IWM'), usPolicyRate(), { horizon: 60 });
    expect(result.independent).toBe(5);
    expect(result.n).toBeGreaterThan(250);
    expect(String(result)).toMatch(/255 overlapping returns of 60 periods; only 5 have no\s+period in common/);
    expect(String(result)).toContain('Warning: 5 independent cases');
    expect(String(result)).toContain('moves slowly');
    // Student’s t with 5 − 2 degrees of freedom, not with 250: 3.1824 errors to either side (printed table).
    expect((result.slope.high - result.slope.estimate) / result.slope.standardError).toBeCloseTo(3.1824, 4);
  });

  it('answers no Hansen–Hodrick error where the horizon is too long for the rows, and refuses lags over all of them', () => {
    const [avuv, iwm] = [usFunds().returns('AVUV'), usFunds().returns('IWM')];
    // AVUV has 82 returns: 82 − 30 + 1 = 53 windows of 30, with 29 lags: 2 × 29 ≥ 53.
    const long = forwardReturnRegression(avuv, usPolicyRate(), { horizon: 30 });
    expect(long.n).toBe(53);
    expect([long.slopeByHansenHodrick.standardError, long.slopeByHansenHodrick.t]).toEqual([NaN, NaN]);
    expect(long.notes.join(' ')).toContain('horizon is too long for 53 rows');
    // 41 windows of 42, and 41 lags.
    expectInputError('option.range', ['41 periods apart', 'only 41 rows', 'horizon'], () =>
      forwardReturnRegression(avuv, usPolicyRate(), { horizon: 42 }),
    );
    expect(forwardReturnRegression(iwm, usPolicyRate(), { horizon: 60 }).notes.join(' ')).not.toContain('too long');
  });

  it('under three independent returns infers nothing, whatever the distribution', () => {
    for (const distribution of ['student', 'normal'] as const) {
      const result = forwardReturnRegression(fund, knownAt(fund, figures), { horizon: 3, distribution });
      expect(result.independent).toBe(2);
      expect(result.slope).toMatchObject({ t: NaN, p: NaN, low: NaN, high: NaN });
      expect(result.slope.standardError).toBeGreaterThan(0);
      expect(result.assumptions).toEqual([
        'No inference under 3 independent returns: there is no t, no p and no interval.',
      ]);
      expect(String(result)).not.toContain('degrees of freedom');
    }
  });

  it('leaves out windows with a hole and dates before the figure is known', () => {
    const hole = series('monthly', [0.01, NaN, 0.02, 0.03, 0.01, -0.02, 0.05, 0.01, 0.02], 'Hole');
    const late = knownAt(hole, [NaN, NaN, NaN, 3, 1, 4, 1, 5, 9, 2]).slice(3);
    const result = forwardReturnRegression(hole, late, { horizon: 2 });
    // Known from row 2 on: windows 3–4 to 7–8.
    expect([result.n, result.from]).toEqual([5, '2020-03-31']);
  });

  it('takes figures by date, such as a rolling statistic, as known on their date', () => {
    const trailing = rolling(totalReturn, { periods: 2 })(fund);
    const result = forwardReturnRegression(fund, trailing, { horizon: 1 });
    expect(result.predictor).toContain('totalReturn');
    // Known from row 1 on; the return of row 2 is the first that follows.
    expect([result.n, result.from]).toEqual([6, '2020-02-29']);
  });

  it('would find a forecast that is not there with plain errors, and does so far less often with its own (100 samples)', () => {
    let [plain, own] = [0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const random = seededRandom(seed);
      const made = series(
        'monthly',
        Array.from({ length: 240 }, () => 0.04 * random.normal()),
        'Made',
      );
      let level = 0;
      const slow = Array.from({ length: 241 }, () => (level = 0.9 * level + random.normal()));
      const found = forwardReturnRegression(made, knownAt(made, slow), { horizon: 12 });
      if (found.slope.p < 0.05) own++;
      // The t that ignores the overlap: r √(n − 2)/√(1 − r²).
      if (Math.sqrt((found.rSquared * (found.n - 2)) / (1 - found.rSquared)) > 1.96) plain++;
    }
    expect(plain).toBeGreaterThan(35);
    expect(own).toBeLessThan(plain / 2);
  });

  it('carries hindsight, is frozen and is plain JSON', () => {
    const hindsight = { name: 'Known later', usesHindsight: true, unit: 'ratio', observations: knownAt(fund, figures) };
    const result = forwardReturnRegression(fund, hindsight, { horizon: 2 });
    expect(String(result)).toContain('uses hindsight');
    expect(Object.isFrozen(result)).toBe(true);
    expect((JSON.parse(JSON.stringify(result)) as typeof result).slope.estimate).toBe(result.slope.estimate);
  });

  it('refuses what cannot be', () => {
    const known = knownAt(fund, figures);
    const run = (options: object): unknown => forwardReturnRegression(fund, known, options as never);
    expectInputError('option.type', ['forwardReturnRegression', '"horizon"', 'undefined'], () => run({}));
    expectInputError('option.range', ['"horizon" is 0'], () => run({ horizon: 0 }));
    expectInputError('option.range', ['"lags" is 1', '2 or more'], () => run({ horizon: 3, lags: 1 }));
    expectInputError('option.unknown', ['errors'], () => run({ horizon: 3, errors: 'ols' }));
    expectInputError('regression.too-short', ['2 periods for 2 coefficients'], () => run({ horizon: 7 }));
    const flat = knownAt(
      fund,
      figures.map(() => 2),
    );
    expectInputError('regression.collinear', ['"predictor"', 'the constant'], () =>
      forwardReturnRegression(fund, flat, { horizon: 2 }),
    );
    expectInputError('observation.invalid', ['observations'], () =>
      forwardReturnRegression(fund, 3 as never, { horizon: 2 }),
    );
    expectInputError('series.invalid', ['the series'], () =>
      forwardReturnRegression([0.1] as never, known, { horizon: 2 }),
    );
  });
});
