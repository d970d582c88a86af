import { describe, expect, it } from 'vitest';
import type { ReturnSeries } from '../../src/panel/index.js';
import { makeReturnSeries } from '../../src/panel/index.js';
import {
  alpha,
  autocorrelation,
  beta,
  cagrByPeriods,
  correlation,
  downsideDeviation,
  excessKurtosis,
  painIndex,
  skewness,
  totalReturn,
  trackingError,
  ulcerIndex,
  volatility,
} from '../../src/stats/index.js';
import { assembleCalendar } from '../../src/time/index.js';

const MILLION = 1_000_000;
const days = Int32Array.from({ length: MILLION }, (_, row) => row);
const calendar = assembleCalendar('daily', -1, days);
const perYear = Math.sqrt(252);

/** A million daily returns. */
const aMillion = (valueAt: (row: number) => number, name = 'A'): ReturnSeries =>
  makeReturnSeries(
    name,
    calendar,
    Float64Array.from({ length: MILLION }, (_, row) => valueAt(row)),
  );

/** Within some units of the last of sixteen digits. */
function expectDigits(found: number, exact: number, digits = 1e-15): void {
  expect(Math.abs(found - exact)).toBeLessThanOrEqual(digits * Math.abs(exact));
}

/** A double as an exact whole number of 2^−120: no return that the tests use has a finer bit. */
function exactly(value: number): bigint {
  let [shift, whole] = [0, value];
  while (!Number.isInteger(whole)) {
    whole *= 2;
    shift++;
  }
  return BigInt(whole) << BigInt(120 - shift);
}

/** A quotient of big whole numbers, rounded to a double by way of 30 digits. */
const quotient = (numerator: bigint, denominator: bigint): number =>
  Number((numerator * 10n ** 60n) / denominator) / 1e60;

/** Σx, Σxy and their like in whole numbers, and the covariance that follows without a rounding before the last. */
function exactCovariance(a: ReturnSeries, b: ReturnSeries): number {
  let [sumA, sumB, products] = [0n, 0n, 0n];
  const known = new Map<number, bigint>();
  const at = (value: number): bigint => {
    const found = known.get(value) ?? exactly(value);
    known.set(value, found);
    return found;
  };
  for (let row = 0; row < MILLION; row++) {
    const [x, y] = [at(a.values[row]!), at(b.values[row]!)];
    sumA += x;
    sumB += y;
    products += x * y;
  }
  const n = BigInt(MILLION);
  return quotient(n * products - sumA * sumB, (n * (n - 1n)) << 240n);
}

describe('a million returns of ±a', () => {
  // Half are 0.01 and half −0.01, as the double that stands for 0.01: the mean is 0, every square the same.
  const a = 0.01;
  const turns = aMillion((row) => (row % 2 === 0 ? a : -a));

  it('have the volatility a·√(n / (n − 1))·√252 to the last digit', () => {
    expectDigits(volatility(turns), a * Math.sqrt(MILLION / (MILLION - 1)) * perYear);
  });

  it('fall short of 0 by a/√2, are not skewed, and have the kurtosis 1', () => {
    expectDigits(downsideDeviation(turns), a * Math.SQRT1_2);
    expect(Math.abs(skewness(turns))).toBeLessThan(1e-15);
    expectDigits(excessKurtosis(turns), -2);
  });

  it('are followed by their opposites: −(n − 1)/n at lag 1, (n − 2)/n at lag 2', () => {
    expectDigits(autocorrelation(turns), -(MILLION - 1) / MILLION, 1e-14);
    expectDigits(autocorrelation(turns, { lag: 2 }), (MILLION - 2) / MILLION, 1e-14);
  });

  it('leave (1 − a²)^(n/2) of wealth, but for the roundings of a million factors and products', () => {
    const leftOf = (size: number): number => 1 + totalReturn(aMillion((row) => (row % 2 === 0 ? size : -size)));
    const exact = (size: number): number => Math.exp((MILLION / 2) * Math.log1p(-size * size));
    // Of 2^−10 the factors 1 ± a are exact, and the roundings of the products go up and down.
    expectDigits(leftOf(2 ** -10), exact(2 ** -10), 1e-12);
    // Of 0.001 each factor is off by up to 2^−53, always the same way: 1.1e-10 for a million at the very worst.
    expectDigits(leftOf(0.001), exact(0.001), 1.1e-10);
  });

  it('grow by (1 − a²)^126 − 1 a year', () => {
    // The root of degree 3,968 takes the roundings of wealth down to those of one product, beside a growth of −1.2e-4.
    const some = aMillion((row) => (row % 2 === 0 ? 2 ** -10 : -(2 ** -10)));
    expectDigits(cagrByPeriods(some), Math.expm1(126 * Math.log1p(-(2 ** -20))), 1e-11);
  });
});

describe('a million returns with a variance that is next to nothing beside them', () => {
  // 1,000,000 is the mean, ε the unit in its last place: half of the numbers lie one unit above it, half one below.
  const epsilon = 2 ** -33;
  const offset = aMillion((row) => 1e6 + (row % 2 === 0 ? epsilon : -epsilon));

  it('keep their deviation where the mean is 1e16 times larger, up to the floor under which all is rounding', () => {
    // 2^−33 over 1e6 is 1.2e-16: rounding, by the rule of the library. 2^−20 over 1e6 is 9.5e-13, and is not.
    expect(volatility(offset)).toBe(0);
    const wider = aMillion((row) => 1e6 + (row % 2 === 0 ? 2 ** -20 : -(2 ** -20)));
    expectDigits(volatility(wider), 2 ** -20 * Math.sqrt(MILLION / (MILLION - 1)) * perYear);
    expectDigits(excessKurtosis(wider), -2);
    expect(Math.abs(skewness(wider))).toBeLessThan(1e-15);
    expectDigits(autocorrelation(wider), -(MILLION - 1) / MILLION, 1e-14);
  });

  it('have the covariance, beta, correlation and alpha of the same numbers without their mean', () => {
    // 1 + x and 1 + y in multiples of 2^−40, so nothing is rounded when 1 is added: x takes 1, 0, −1, 0 and y 1, 1, −1, −1 of them.
    const unit = 2 ** -40;
    const [one, other] = [
      aMillion((row) => 1 + [1, 0, -1, 0][row % 4]! * unit),
      aMillion((row) => 1 + [1, 1, -1, -1][row % 4]! * unit, 'B'),
    ];
    // Σxy = n/2, Σx² = n/2, Σy² = n in units of 2^−80.
    expectDigits(beta(one, other), 0.5);
    expectDigits(beta(other, one), 1);
    expectDigits(correlation(one, other), Math.SQRT1_2);
    expectDigits(alpha(one, other), 252 * (1 - 0.5));
    expectDigits(trackingError(one, other), unit * Math.sqrt(0.5 * (MILLION / (MILLION - 1))) * perYear);
  });
});

describe('a million returns of many sizes', () => {
  // A deterministic mixture: small steps, rare large ones, a drift; all of them doubles with their own roundings.
  const sizes = [0.0137, -0.0083, 0.00021, -0.00017, 0.0003, -0.21, 0.000001, 0.019, -0.0141, 0.11, 0.0007];
  const one = aMillion((row) => sizes[(row * 7 + (row >> 5)) % 11]!);
  const other = aMillion((row) => sizes[(row * 3 + (row >> 7)) % 11]! / 2 + 0.0001, 'B');

  it('have the variance and covariance of exact whole-number arithmetic', () => {
    const [own, theirs] = [exactCovariance(one, one), exactCovariance(other, other)];
    const both = exactCovariance(one, other);
    expectDigits(volatility(one), Math.sqrt(own) * perYear);
    expectDigits(volatility(other), Math.sqrt(theirs) * perYear);
    // Products of both signs cancel: what is lost is a share of √(var·var), not of the covariance.
    const slack = (1e-15 * Math.sqrt(own * theirs)) / Math.abs(both);
    expectDigits(beta(one, other), both / theirs, 1e-15 + slack);
    expectDigits(correlation(one, other), both / Math.sqrt(own * theirs), 1e-15 + slack);
  });
});

describe('a million days under water', () => {
  it('have the pain and the ulcer of their two depths', () => {
    // −1/2, then up and down between 1/2 and 1/4 of the peak for ever: all of it is exact in binary.
    const falls = aMillion((row) => (row === 0 ? -0.5 : row % 2 === 1 ? -0.5 : 1));
    // Row 0 and every even one ends 1/2 under the peak, every odd one 3/4.
    expectDigits(painIndex(falls), (0.5 + 0.75) / 2);
    expectDigits(ulcerIndex(falls), Math.sqrt((0.25 + 0.5625) / 2));
  });
});
