import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carinoLink } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';

describe('carinoLink', () => {
  it('scales each period by its logarithmic return over that of the whole', () => {
    // r = 10 %, 5 %; R = 1.1 · 1.05 − 1 = 15.5 %. k₁ = ln 1.1 / 0.1 = 0.953101798, k₂ = ln 1.05 / 0.05 = 0.975803283,
    // K = ln 1.155 / 0.155 = 0.929679639. a: 0.06 k₁/K − 0.01 k₂/K; b: 0.04 k₁/K + 0.06 k₂/K.
    const k = [Math.log(1.1) / 0.1, Math.log(1.05) / 0.05];
    const whole = Math.log(1.155) / 0.155;
    const { totalReturn, contributions, coefficients } = carinoLink({ a: [0.06, -0.01], b: [0.04, 0.06] });
    expect(totalReturn).toBeCloseTo(0.155, 14);
    expect(coefficients[0]).toBeCloseTo(1.0251938, 7);
    expect(coefficients[1]).toBeCloseTo(1.0496124, 7);
    expect(contributions.a).toBeCloseTo((0.06 * k[0]! - 0.01 * k[1]!) / whole, 14);
    expect(contributions.b).toBeCloseTo((0.04 * k[0]! + 0.06 * k[1]!) / whole, 14);
    expect(contributions.a + contributions.b).toBeCloseTo(0.155, 14);
  });

  it('has the limit 1 at a period of 0, and at a whole of 0', () => {
    // r = 10 %, 0: K = k₁, so the coefficients are 1 and 0.1 / ln 1.1.
    const one = carinoLink({ stocks: [0.1, -0.05], bonds: [0, 0.05] });
    expect(one.coefficients[0]).toBeCloseTo(1, 14);
    expect(one.coefficients[1]).toBeCloseTo(0.1 / Math.log(1.1), 14);
    // r = 25 %, −20 %: 1.25 · 0.8 = 1, so K = 1; the parts are ln 1.25 and ln 0.8 and cancel.
    const none = carinoLink({ up: [0.25, 0], down: [0, -0.2] });
    expect(none.totalReturn).toBeCloseTo(0, 15);
    expect(none.contributions.up).toBeCloseTo(Math.log(1.25), 14);
    expect(none.contributions.down).toBeCloseTo(Math.log(0.8), 14);
  });

  it('leaves the contributions of a single period as they are', () => {
    expect(carinoLink({ a: [0.03], b: [-0.01] }).contributions).toEqual({ a: 0.03, b: -0.01 });
  });

  it('adds up to the compounded return, whatever the order of periods', () => {
    const part = fc.double({ min: -0.3, max: 0.5, noNaN: true });
    const rows = fc.array(fc.tuple(part, part, part), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(rows, (periods) => {
        const column = (index: number): number[] => periods.map((row) => row[index]!);
        const all = { a: column(0), b: column(1), c: column(2) };
        const { totalReturn, contributions } = carinoLink(all);
        const whole = periods.reduce((growth, row) => growth * (1 + row[0] + row[1] + row[2]), 1) - 1;
        const scale = Math.max(1, Math.abs(whole));
        const sum = contributions.a + contributions.b + contributions.c;
        expect(Math.abs(totalReturn - whole) / scale).toBeLessThan(1e-11);
        expect(Math.abs(sum - totalReturn) / scale).toBeLessThan(1e-11);
        const back = carinoLink({ a: [...all.a].reverse(), b: [...all.b].reverse(), c: [...all.c].reverse() });
        expect(Math.abs(back.contributions.a - contributions.a) / scale).toBeLessThan(1e-11);
      }),
    );
  });

  it('is NaN over a total loss or an unknown contribution', () => {
    expect(carinoLink({ a: [0.1, -1] }).contributions.a).toBeNaN();
    expect(carinoLink({ a: [0.1, -1] }).totalReturn).toBe(-1);
    expect(carinoLink({ a: [0.1, NaN] }).contributions.a).toBeNaN();
  });

  it('checks the totals that it is given', () => {
    expect(carinoLink({ a: [0.1, 0.2] }, Float64Array.of(0.1, 0.2)).totalReturn).toBeCloseTo(0.32, 14);
    expectInputError('option.range', ['period 1', '0.3', '0.2'], () => carinoLink({ a: [0.1, 0.2] }, [0.1, 0.3]));
    expectInputError('panel.ragged', ['totals', '1', '2'], () => carinoLink({ a: [0.1, 0.2] }, [0.1]));
  });

  it('refuses parts of different lengths, what is no number, and a loss of more than all', () => {
    expectInputError('panel.ragged', ['"b"', '1', '2'], () => carinoLink({ a: [0.1, 0.2], b: [0.1] }));
    expectInputError('option.type', ['"a"', 'period 1', 'null'], () => carinoLink({ a: [0.1, null as never] }));
    expectInputError('option.type', ['"a"', '5'], () => carinoLink({ a: 5 as never }));
    expectInputError('option.type', ['at least one'], () => carinoLink({}));
    expectInputError('returns.ruin', ['period 0', '-1.5'], () => carinoLink({ a: [-1.5] }));
  });

  it('is frozen', () => {
    const linked = carinoLink({ a: [0.1] });
    expect([linked, linked.contributions, linked.coefficients].every((part) => Object.isFrozen(part))).toBe(true);
  });
});
