import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/core/index.js';
import { xirr } from '../../src/stats/index.js';
import { isoDate, parseIsoDate } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';

interface Flow {
  readonly date: string;
  readonly amount: number;
}

const flow = (date: string, amount: number): Flow => ({ date, amount });
const START = parseIsoDate('2021-01-01', 'test');
/** Flows a whole number of 365-day years apart. */
const yearly = (amounts: readonly number[]): Flow[] =>
  amounts.map((amount, year) => flow(isoDate(START + 365 * year), amount));

/** The present value at a rate, over the sum of what moved: 0 where the rate solves. */
function presentValue(flows: readonly Flow[], rate: number): number {
  const days = flows.map(({ date }) => parseIsoDate(date, 'test'));
  const first = Math.min(...days);
  const parts = flows.map(({ amount }, k) => amount * (1 + rate) ** (-(days[k]! - first) / 365));
  const moved = parts.reduce((sum, part) => sum + Math.abs(part), 0);
  return parts.reduce((sum, part) => sum + part, 0) / moved;
}

const excel = [
  flow('2008-01-01', -10000),
  flow('2008-03-01', 2750),
  flow('2008-10-30', 4250),
  flow('2009-02-15', 3250),
  flow('2009-04-01', 2750),
];

describe('xirr', () => {
  it('is the rate of the example in Microsoft’s documentation of XIRR', () => {
    const { rate, unique, roots, signChanges } = xirr(excel);
    // The page prints 0.373362535; the search behind it stops at 0.000001 %.
    expect(rate).toBeCloseTo(0.373362535, 7);
    expect(Math.abs(presentValue(excel, rate))).toBeLessThan(1e-15);
    expect({ unique, roots, signChanges }).toEqual({ unique: true, roots: [rate], signChanges: 1 });
  });

  it('counts actual days over 365, so a leap year is a little more than a year', () => {
    expect(xirr([flow('2021-01-01', -100), flow('2022-01-01', 110)]).rate).toBeCloseTo(0.1, 14);
    expect(xirr([flow('2020-01-01', -100), flow('2021-01-01', 110)]).rate).toBeCloseTo(1.1 ** (365 / 366) - 1, 14);
  });

  it('takes the earliest day for the first one, whatever the order', () => {
    expect(xirr([...excel].reverse())).toEqual(xirr(excel));
  });

  it('lists both rates where two solve, and calls neither the return', () => {
    // −100 + 230 v − 132 v² with v = 1/(1 + ρ): v = (230 ± √(230² − 4·100·132)) / 264 = 240/264 and 220/264, so ρ = 10 % and 20 %.
    const { rate, unique, roots, signChanges } = xirr(yearly([-100, 230, -132]));
    expect(rate).toBeNaN();
    expect({ unique, signChanges }).toEqual({ unique: false, signChanges: 2 });
    expect(roots).toHaveLength(2);
    expect(roots[0]).toBeCloseTo(0.1, 10);
    expect(roots[1]).toBeCloseTo(0.2, 10);
  });

  it('has one root where the curve only touches zero', () => {
    // −100 (1 − 1.1 v)² = −100 + 220 v − 121 v².
    const { rate, unique } = xirr(yearly([-100, 220, -121]));
    expect(unique).toBe(true);
    expect(rate).toBeCloseTo(0.1, 7);
  });

  it('finds that two changes of sign may have no root', () => {
    // −1 + v − v²: the discriminant is 1 − 4 < 0.
    expect(xirr(yearly([-1, 1, -1]))).toEqual({ rate: NaN, unique: false, roots: [], signChanges: 2 });
  });

  it('is the one rate where more than one change of sign still leaves one', () => {
    // (1 − 1.1 v)(1 + v²)·(−1) = −1 + 1.1 v − v² + 1.1 v³: three changes, and v = 1/1.1 the only real root.
    const { rate, unique, signChanges } = xirr(yearly([-1, 1.1, -1, 1.1]));
    expect({ unique, signChanges }).toEqual({ unique: true, signChanges: 3 });
    expect(rate).toBeCloseTo(0.1, 12);
  });

  it('is NaN, without roots, where nothing came back', () => {
    expect(xirr([flow('2021-01-01', -100)])).toEqual({ rate: NaN, unique: false, roots: [], signChanges: 0 });
    expect(xirr([flow('2021-01-01', -100), flow('2022-01-01', 0)]).rate).toBeNaN();
    expect(xirr([flow('2021-01-01', 0.1), flow('2021-01-01', 0.2), flow('2021-01-01', -0.3)]).signChanges).toBe(0);
  });

  it('solves for losses and gains beyond what a guess reaches', () => {
    // One per mille is left after ten days: 0.001^36.5 − 1; a millionfold after a year.
    expect(xirr([flow('2021-01-01', -1000), flow('2021-01-11', 1)]).rate).toBe(-1);
    expect(xirr(yearly([-100, 1])).rate).toBeCloseTo(-0.99, 14);
    expect(xirr(yearly([-1, 1e6])).rate / 999999).toBeCloseTo(1, 12);
    expect(xirr(yearly([-100, 100])).rate).toBe(0);
  });

  it('is the yearly growth of savings that grew by one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 2, noNaN: true }),
        fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 60 }),
        (growth, days) => {
          const saved = days.map((day) => flow(isoDate(START + day), -100));
          const end = days.reduce((sum, day) => sum + 100 * (1 + growth) ** ((3100 - day) / 365), 0);
          const { rate, unique } = xirr([...saved, flow(isoDate(START + 3100), end)]);
          expect(unique).toBe(true);
          expect(rate).toBeCloseTo(growth, 10);
        },
      ),
    );
  });

  it('finds every root of a polynomial made from its roots, and the present value is 0 at each', () => {
    const rates = fc.uniqueArray(fc.integer({ min: -8, max: 20 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rates, (tenths) => {
        const chosen = tenths.map((tenth) => tenth / 20).sort((a, b) => a - b);
        // Π (1 − (1 + ρ) v), multiplied out.
        const amounts = chosen.reduce(
          (product, rate) => [...product, 0].map((value, k) => value - (k === 0 ? 0 : product[k - 1]! * (1 + rate))),
          [-1000],
        );
        const flows = yearly(amounts);
        const { roots, unique, signChanges } = xirr(flows);
        expect(signChanges).toBe(chosen.length);
        expect(unique).toBe(chosen.length === 1);
        expect(roots).toHaveLength(chosen.length);
        roots.forEach((root, k) => {
          expect(root).toBeCloseTo(chosen[k]!, 7);
          expect(Math.abs(presentValue(flows, root))).toBeLessThan(1e-12);
        });
      }),
    );
  });

  it('finds as many roots as a fine scan, where hundreds of flows change their sign', () => {
    for (let seed = 0; seed < 6; seed++) {
      const random = seededRandom(seed);
      const amounts = Array.from({ length: 200 }, () => random.normal());
      const flows = amounts.map((amount, month) => flow(isoDate(START + 30 * month), amount));
      const { roots, signChanges } = xirr(flows);
      // Rates from −99.75 % to 5 million percent in steps of 0.4 %, by the sign of Σ C v^k with v = (1 + ρ)^(−30/365).
      let crossings = 0;
      let before = 0;
      for (let x = -6; x < 11; x += 0.004) {
        const v = Math.exp((-30 / 365) * x);
        const side = Math.sign(amounts.reduceRight((sum, amount) => sum * v + amount, 0));
        if (before !== 0 && side !== before) crossings++;
        before = side;
      }
      expect(signChanges).toBeGreaterThan(80);
      expect(roots.filter((rate) => Math.log1p(rate) > -6 && Math.log1p(rate) < 11)).toHaveLength(crossings);
    }
  });

  it('does not depend on the unit of money', () => {
    const [once, twice] = [xirr(excel), xirr(excel.map(({ date, amount }) => flow(date, 1e6 * amount)))];
    expect(twice.rate).toBeCloseTo(once.rate, 13);
  });

  it('is frozen', () => {
    expect(Object.isFrozen(xirr(excel)) && Object.isFrozen(xirr(excel).roots)).toBe(true);
  });

  it('refuses what is no flow, naming it', () => {
    expectInputError('option.type', ['xirr', 'at least one'], () => xirr([]));
    expectInputError('option.type', ['flow 1', 'amount', 'NaN'], () => xirr([excel[0]!, flow('2009-01-01', NaN)]));
    expectInputError('date.impossible', ['flow 0', '2009-02-30'], () => xirr([flow('2009-02-30', 1)]));
    expectInputError('date.format', ['flow 0', '2009-02'], () => xirr([flow('2009-02', 1)]));
    expectInputError('option.type', ['flow 0', '5'], () => xirr([5 as never]));
  });
});
