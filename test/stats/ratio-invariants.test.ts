import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appraisalRatio,
  downsideFrequency,
  downsidePotential,
  gainLossRatio,
  geometricInformationRatio,
  geometricSharpeRatio,
  kellyFraction,
  martinRatio,
  mSquared,
  mSquaredExcess,
  omegaRatio,
  omegaSharpeRatio,
  painRatio,
  sharpeStandardError,
  stability,
  tailRatio,
  treynorRatio,
  upsidePotential,
  upsidePotentialRatio,
  upsideRisk,
  volatilitySkewness,
} from '../../src/stats/index.js';
import type { Frequency } from '../../src/time/index.js';
import { dated, datesOf, series } from './support.js';

const single = {
  downsideFrequency,
  downsidePotential,
  gainLossRatio,
  geometricSharpeRatio,
  kellyFraction,
  martinRatio,
  omegaRatio,
  omegaSharpeRatio,
  painRatio,
  sharpeStandardError,
  stability,
  tailRatio,
  upsidePotential,
  upsidePotentialRatio,
  upsideRisk,
  volatilitySkewness,
};
const paired = { appraisalRatio, geometricInformationRatio, mSquared, mSquaredExcess, treynorRatio };
const overCash = { gainLossRatio, geometricSharpeRatio, kellyFraction, martinRatio, painRatio, sharpeStandardError };

const aReturn = fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000);
const returns = fc.array(aReturn, { minLength: 1, maxLength: 50 });
const two = fc.array(fc.tuple(aReturn, aReturn), { minLength: 1, maxLength: 40 });
const frequency = fc.constantFrom<Frequency>('daily', 'weekly', 'monthly', 'quarterly', 'annual');
const gap = fc.integer({ min: 0, max: 15 });
const missing = (count: number): number[] => new Array<number>(count).fill(NaN);
const runs = { numRuns: 60 };

describe('what must not matter does not', () => {
  it('missing rows before the first and after the last return change none of the ratios', () => {
    fc.assert(
      fc.property(frequency, returns, gap, gap, (often, values, before, after) => {
        const padded = series(often, [...missing(before), ...values, ...missing(after)]);
        const bare = dated(often, datesOf(often, before + values.length).slice(before), values);
        for (const [name, statistic] of Object.entries(single)) expect(statistic(padded), name).toBe(statistic(bare));
      }),
      runs,
    );
  });

  it('what one of two series did while the other was not there changes none of the ratios', () => {
    fc.assert(
      fc.property(two, gap, (given, before) => {
        const [a, b] = [given.map(([one]) => one), given.map(([, other]) => other)];
        const dates = datesOf('quarterly', before + a.length);
        const bare = dates.slice(before);
        const longer = dated('quarterly', dates, [...new Array<number>(before).fill(-0.3), ...b], 'B');
        const [own, other] = [dated('quarterly', bare, a), dated('quarterly', bare, b, 'B')];
        for (const [name, statistic] of Object.entries(paired)) {
          expect(statistic(own, longer), name).toBe(statistic(own, other));
          expect(statistic(longer, own), name).toBe(statistic(other, own));
        }
        for (const [name, statistic] of Object.entries(overCash))
          expect(statistic(own, { riskFree: longer }), name).toBe(statistic(own, { riskFree: other }));
      }),
      runs,
    );
  });

  it('cash that earns nothing is no cash', () => {
    fc.assert(
      fc.property(returns, (values) => {
        const [one, riskFree] = [
          series('monthly', values),
          series(
            'monthly',
            values.map(() => 0),
            'Cash',
          ),
        ];
        for (const [name, statistic] of Object.entries(overCash))
          expect(statistic(one, { riskFree }), name).toBe(statistic(one));
      }),
      runs,
    );
  });

  it('no ratio writes into its input', () => {
    const one = series('monthly', [0.01, 0.02, NaN, 0.03, -0.2, 0.5]);
    const before = [...one.values];
    for (const statistic of Object.values(single)) statistic(one);
    for (const statistic of Object.values(paired)) statistic(one, one);
    expect([...one.values]).toEqual(before);
  });
});

describe('what is undefined is NaN', () => {
  it('never ±Infinity, on any series', () => {
    const value = fc.oneof(aReturn, fc.constantFrom(0, 0.01, -1, NaN, 1e-16, 0.01 + 1e-17));
    fc.assert(
      fc.property(frequency, fc.array(value, { minLength: 1, maxLength: 40 }), (often, values) => {
        const [one, other] = [series(often, values), series(often, values.toReversed(), 'B')];
        for (const [name, statistic] of Object.entries(single))
          expect(Math.abs(statistic(one)), name).not.toBe(Infinity);
        for (const [name, statistic] of Object.entries(paired)) {
          expect(Math.abs(statistic(one, one)), name).not.toBe(Infinity);
          expect(Math.abs(statistic(one, other)), name).not.toBe(Infinity);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('and of one return, or the same in every period, a ratio to its variation is none', () => {
    for (const values of [[0.01], [0.01, 0.01, 0.01], [0.1 + 0.2, 0.3, 0.3], missing(3)]) {
      const one = series('annual', values);
      for (const [name, statistic] of Object.entries({ ...overCash, tailRatio, omegaRatio, volatilitySkewness }))
        expect(statistic(one), name).toBeNaN();
      for (const [name, statistic] of Object.entries(paired)) expect(statistic(one, one), name).toBeNaN();
    }
  });
});
