import { describe, expect, it } from 'vitest';
import { volatility } from '../../src/stats/index.js';
import { cars, empyrical, hasReference, reference, series } from './support.js';

describe('volatility', () => {
  it('is the sample standard deviation times the root of the periods per year', () => {
    // sd of 1 %, 2 %, 3 % is 1 %; √4 = 2.
    expect(volatility(series('quarterly', [0.01, 0.02, 0.03]))).toBeCloseTo(0.02, 15);
    // R: sd(mtcars$mpg) = 6.026948; annual, so times 1.
    const hundredths = cars.mpg.map((value) => value / 100);
    expect(volatility(series('annual', hundredths))).toBeCloseTo(0.06026948, 8);
  });

  it('is what empyrical computes for its own examples, daily, weekly and monthly', () => {
    const values = [0, ...empyrical.mixed.slice(1)];
    expect(volatility(series('daily', empyrical.mixed))).toBeCloseTo(0.9136465399704637, 12);
    expect(volatility(series('weekly', values))).toBeCloseTo(0.38851569394870583, 12);
    expect(volatility(series('monthly', values))).toBeCloseTo(0.18663690238892558, 12);
  });

  it('is exactly 0 of constant returns', () => {
    expect(volatility(series('monthly', [0.01, 0.01, 0.01]))).toBe(0);
    expect(volatility(series('monthly', [0.1 + 0.2, 0.3, 0.3]))).toBe(0);
  });

  it('is NaN of fewer than two returns', () => {
    expect(volatility(series('monthly', [NaN, 0.01]))).toBeNaN();
    expect(volatility(series('monthly', [NaN]))).toBeNaN();
  });

  it('skips holes', () => {
    expect(volatility(series('quarterly', [0.01, NaN, 0.02, NaN, 0.03]))).toBeCloseTo(0.02, 15);
  });

  it.skipIf(!hasReference).each([
    ['HAM1', 0.02562881],
    ['HAM2', 0.03671623],
    ['HAM5', 0.04573149],
    ['HAM6', 0.02381247],
  ])('of %s in managers is √12 times %d, the sd that R prints', (name, sd) => {
    expect(volatility(reference('managers.csv', name)) / Math.sqrt(12)).toBeCloseTo(sd, 8);
  });
});
