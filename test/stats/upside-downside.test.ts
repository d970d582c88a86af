import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  downsideDeviation,
  downsideFrequency,
  downsidePotential,
  gainLossRatio,
  omegaRatio,
  omegaSharpeRatio,
  sortinoRatio,
  upsidePotential,
  upsidePotentialRatio,
  upsideRisk,
  volatilitySkewness,
} from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { empyrical, hasReference, reference, series } from './support.js';

const one = series('quarterly', [0.1, -0.06, 0, 0.02]);
const atTwo = { minimumAcceptableReturn: 0.02 };
const partial = { upsideRisk, upsidePotential, downsidePotential, downsideFrequency };
const ratios = { omegaRatio, omegaSharpeRatio, upsidePotentialRatio, volatilitySkewness };
const all = { ...partial, ...ratios };

describe('what lies above and below a target', () => {
  it('is averaged over all returns, not over those on one side', () => {
    // Above 0: 10, 0, 0, 2 %: mean 3 %, root mean square √(104/4) %. Below: 0, −6, 0, 0 %: mean −1.5 %; one of four.
    expect(upsidePotential(one)).toBeCloseTo(0.03, 15);
    expect(upsideRisk(one)).toBeCloseTo(Math.sqrt(26) / 100, 15);
    expect(downsidePotential(one)).toBeCloseTo(-0.015, 15);
    expect(downsideFrequency(one)).toBe(0.25);
  });

  it('moves with the target, 0 being a target like any other', () => {
    // Over 2 %: 8 once; under it: −8 and −2; the last return is at the target and in neither.
    expect(upsidePotential(one, atTwo)).toBeCloseTo(0.02, 15);
    expect(upsideRisk(one, atTwo)).toBeCloseTo(0.04, 15);
    expect(downsidePotential(one, atTwo)).toBeCloseTo(-0.025, 15);
    expect(downsideFrequency(one, atTwo)).toBe(0.5);
    for (const statistic of Object.values(all))
      expect(statistic(one, { minimumAcceptableReturn: 0 })).toBe(statistic(one));
  });

  it('counts no return as short that is at the target but for rounding', () => {
    const close = series('monthly', [0.3, 0.1 + 0.2, 0.2]);
    expect(downsideFrequency(close, { minimumAcceptableReturn: 0.1 + 0.2 })).toBe(1 / 3);
  });

  it('adds up to the mean over the target, and is mirrored by the opposite returns', () => {
    const values = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), (thousandths, goal) => {
        const [minimumAcceptableReturn, returns] = [goal / 1000, thousandths.map((value) => value / 1000)];
        const [plain, mirrored] = [
          series('monthly', returns),
          series(
            'monthly',
            returns.map((value) => -value),
          ),
        ];
        const [options, opposite] = [
          { minimumAcceptableReturn },
          { minimumAcceptableReturn: -minimumAcceptableReturn },
        ];
        const mean = returns.reduce((sum, value) => sum + value, 0) / returns.length;
        expect(upsidePotential(plain, options) + downsidePotential(plain, options)).toBeCloseTo(mean - goal / 1000, 12);
        expect(upsidePotential(mirrored, opposite)).toBeCloseTo(-downsidePotential(plain, options), 14);
        expect(upsideRisk(mirrored, opposite)).toBeCloseTo(downsideDeviation(plain, options), 14);
        // Jensen: a root mean square is no smaller than a mean.
        expect(upsideRisk(plain, options)).toBeGreaterThanOrEqual(upsidePotential(plain, options) - 1e-15);
      }),
      { numRuns: 60 },
    );
  });

  it.skipIf(!hasReference)(
    'of Bacon’s portfolio at 0.5 % is what PerformanceAnalytics prints, its losses positive',
    () => {
      const portfolio = reference('portfolio_bacon.csv', 'portfolio');
      const options = { minimumAcceptableReturn: 0.005 };
      expect(upsideRisk(portfolio, options)).toBeCloseTo(0.02937332, 8);
      expect(upsidePotential(portfolio, options)).toBeCloseTo(0.01770833, 8);
      expect(downsidePotential(portfolio, options)).toBeCloseTo(-0.01370833, 8);
      expect(downsidePotential(portfolio, { minimumAcceptableReturn: 0.5 })).toBeCloseTo(-0.491, 3);
      expect(downsideFrequency(portfolio, options)).toBeCloseTo(0.4583333, 7);
    },
  );
});

describe('omegaRatio, omegaSharpeRatio and gainLossRatio', () => {
  it('are what was won over the target by what was missed of it, the second less 1', () => {
    // 12 % won, 6 % lost. Over 2 %: 8 won, 10 missed.
    expect(omegaRatio(one)).toBeCloseTo(2, 14);
    expect(omegaSharpeRatio(one)).toBeCloseTo(1, 14);
    expect(omegaRatio(one, atTwo)).toBeCloseTo(0.8, 14);
    expect(omegaSharpeRatio(one, atTwo)).toBeCloseTo(-0.2, 14);
    expect(gainLossRatio(one)).toBe(omegaRatio(one));
  });

  it('are what empyrical computes for its own examples', () => {
    // Its required return of 1000 % a year is compounded to a day.
    const daily = { minimumAcceptableReturn: 11 ** (1 / 252) - 1 };
    expect(omegaRatio(series('daily', empyrical.mixed), daily)).toBeCloseTo(0.83354263497557934, 12);
    const [positive, mixed] = [series('daily', empyrical.positive), series('daily', empyrical.mixed)];
    expect(omegaRatio(positive, { minimumAcceptableReturn: 0.011 })).toBeCloseTo(1.125, 12);
    expect(omegaRatio(positive, { minimumAcceptableReturn: 0.02 })).toBe(0);
    expect(omegaRatio(series('daily', empyrical.negative))).toBe(0);
    const flat = series('daily', new Array<number>(9).fill(0.01), 'Flat');
    expect(gainLossRatio(mixed, { riskFree: flat })).toBeCloseTo(0.8125, 12);
    expect(omegaRatio(mixed, { minimumAcceptableReturn: 0.01 })).toBeCloseTo(0.8125, 12);
  });

  it('at the mean is 1, and 1 at 0 for a series as often up as down by as much', () => {
    expect(omegaRatio(series('monthly', [0.05, -0.05, 0.01, -0.01]))).toBe(1);
    expect(omegaRatio(one, { minimumAcceptableReturn: 0.015 })).toBeCloseTo(1, 13);
    expect(omegaSharpeRatio(one, { minimumAcceptableReturn: 0.015 })).toBeCloseTo(0, 14);
  });

  it('take cash off, on the rows where both have a return', () => {
    // Over cash: 2, −1, 3 %: 5 won, 1 lost.
    const riskFree = series('quarterly', [0.01, 0.01, NaN, 0.02, 0.01], 'Cash');
    expect(gainLossRatio(series('quarterly', [0.03, 0, 0.5, 0.05, NaN]), { riskFree })).toBeCloseTo(5, 12);
    expectInputError('option.unknown', ['gainLossRatio', 'minimumAcceptableReturn', 'riskFree'], () =>
      gainLossRatio(one, atTwo as never),
    );
  });

  it.skipIf(!hasReference)('are what PerformanceAnalytics prints for Bacon’s portfolio and EDHEC’s indices', () => {
    const portfolio = reference('portfolio_bacon.csv', 'portfolio');
    expect(omegaSharpeRatio(portfolio, { minimumAcceptableReturn: 0.005 })).toBeCloseTo(0.2917933, 7);
    expect(gainLossRatio(portfolio)).toBeCloseTo(1.779783, 6);
    for (const [name, omega] of [
      ['Convertible Arbitrage', 2.848491],
      ['Event Driven', 2.630127],
      ['Short Selling', 0.9247907],
    ] as const)
      expect(omegaRatio(reference('edhec_1997_2021.csv', name))).toBeCloseTo(omega, 6);
    // numpy: winnings over cash of HAM1 by its losses to it.
    const [ham, riskFree] = [reference('managers.csv', 'HAM1'), reference('managers.csv', 'US 3m TR')];
    expect(gainLossRatio(ham, { riskFree })).toBeCloseTo(2.328189510168714, 12);
  });
});

describe('upsidePotentialRatio and volatilitySkewness', () => {
  it('are upside potential by downside deviation, and upside variance by downside variance', () => {
    // 3 % by √(36/4) = 3 %; 104 by 36. Over 2 %: 2 by √(68/4), 64 by 68.
    expect(upsidePotentialRatio(one)).toBeCloseTo(1, 14);
    expect(volatilitySkewness(one)).toBeCloseTo(104 / 36, 13);
    expect(upsidePotentialRatio(one, atTwo)).toBeCloseTo(2 / Math.sqrt(17), 14);
    expect(volatilitySkewness(one, atTwo)).toBeCloseTo(64 / 68, 13);
  });

  it('stand to the Sortino ratio as the upside to the whole', () => {
    // Sortino per period: 1.5 by 3; with the 1.5 % lost added, 3 by 3.
    expect(upsidePotentialRatio(one)).toBeCloseTo(sortinoRatio(one) / 2 - downsidePotential(one) / 0.03, 14);
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio at 0.5 % are his 1.32 and, by numpy, 0.6934', () => {
    const [portfolio, options] = [reference('portfolio_bacon.csv', 'portfolio'), { minimumAcceptableReturn: 0.005 }];
    expect(volatilitySkewness(portfolio, options)).toBeCloseTo(1.323046, 6);
    expect(Math.sqrt(volatilitySkewness(portfolio, options))).toBeCloseTo(1.150238, 6);
    expect(upsidePotentialRatio(portfolio, options)).toBeCloseTo(0.6934453870368416, 12);
  });

  it.skipIf(!hasReference).each([
    ['Event Driven', 0.05 / 12, 0.5448414, 0.5553810032888157],
    ['Event Driven', 0, 0.5938243, 0.8352651855099216],
    ['Convertible Arbitrage', 0, 0.4988543, 0.7556076962406211],
  ])(
    'of %s at %d: PerformanceAnalytics divides by the returns of each side (%d), we by all (%d)',
    (name, target, theirs, ours) => {
      const index = reference('edhec_1997_2021.csv', name);
      expect(upsidePotentialRatio(index, { minimumAcceptableReturn: target })).toBeCloseTo(ours, 12);
      const [above, below] = [1, -1].map((side) => [...index.values].filter((value) => side * (value - target) > 0));
      const upside = above!.reduce((sum, value) => sum + value - target, 0) / above!.length;
      const squares = below!.reduce((sum, value) => sum + (value - target) ** 2, 0) / below!.length;
      expect(upside / Math.sqrt(squares)).toBeCloseTo(theirs, 7);
    },
  );
});

describe('all of them', () => {
  it.each(Object.entries(ratios))('%s is NaN where nothing falls short by more than rounding', (_, statistic) => {
    expect(statistic(series('daily', empyrical.positive))).toBeNaN();
    expect(statistic(series('monthly', [0.3, 0.1 + 0.2]), { minimumAcceptableReturn: 0.1 + 0.2 })).toBeNaN();
  });

  it.each(Object.entries({ ...all, gainLossRatio }))('%s is NaN of nothing, and skips holes', (_, statistic) => {
    expect(statistic(series('monthly', [NaN, NaN]))).toBeNaN();
    expect(statistic(series('quarterly', [NaN, 0.1, NaN, -0.06, 0, 0.02, NaN]))).toBe(statistic(one));
  });

  it.each(Object.entries({ ...ratios, gainLossRatio }))(
    '%s does not change with leverage at a target of 0',
    (_, statistic) => {
      const values = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 2, maxLength: 40 });
      fc.assert(
        fc.property(values, fc.double({ min: 0.1, max: 4, noNaN: true }), (thousandths, leverage) => {
          const plain = statistic(
            series(
              'monthly',
              thousandths.map((value) => value / 1000),
            ),
          );
          const levered = statistic(
            series(
              'monthly',
              thousandths.map((value) => (value * leverage) / 1000),
            ),
          );
          if (Number.isNaN(plain)) expect(levered).toBeNaN();
          else expect(Math.abs(levered - plain)).toBeLessThan(1e-9 * Math.max(1, Math.abs(plain)));
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(Object.entries(all))('%s refuses a target that is no return per period', (name, statistic) => {
    expectInputError('option.range', [name, 'minimumAcceptableReturn', '4', 'per period'], () =>
      statistic(one, { minimumAcceptableReturn: 4 }),
    );
    expectInputError('option.unknown', [name, '"mar"'], () => statistic(one, { mar: 0 } as never));
    expectInputError('series.invalid', [name, 'the series'], () => statistic(undefined as never));
  });

  it('lose no digits over a hundred thousand tiny returns', () => {
    // A third each of +1, −1 and +3 millionths: 4 won for 1 lost, squares 1 + 9 for 1.
    const values = Array.from({ length: 99_999 }, (_, row) => [1e-6, -1e-6, 3e-6][row % 3]!);
    const long = series('daily', values);
    expect(Math.abs(omegaRatio(long) / 4 - 1)).toBeLessThan(1e-13);
    expect(Math.abs(upsidePotential(long) / (4e-6 / 3) - 1)).toBeLessThan(1e-13);
    expect(Math.abs(volatilitySkewness(long) / 10 - 1)).toBeLessThan(1e-12);
  });
});
