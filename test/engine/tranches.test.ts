import { backtest, fixedMix, fromReturns, totalReturn, tranches, wealth, type ReturnSeries } from 'backtilt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
import { months } from './made-panel.js';

const series = (name: string, values: readonly (number | null)[]): ReturnSeries =>
  months({ [name]: values }).returns(name);
const year = (values: readonly number[]): ReturnSeries =>
  fromReturns({
    frequency: 'annual',
    dates: values.map((_, index) => `${2001 + index}-12`),
    returns: { A: values },
    units: 'fraction',
  }).returns('A');

describe('tranches', () => {
  it('grow with the mean of their wealths: (2 + 1)/2, then (3 + 1)/2', () => {
    const both = tranches([year([1, 0.5]), year([0, 0])]);
    expect(Array.from(both.values)).toEqual([about(0.5), about(2 / 1.5 - 1)]);
    expect(both.name).toBe('A, 2 tranches');
    expect(both.calendar.date(-1)).toBe('2000-12-31');
  });

  it('are not traded back to equal parts: monthly rebalancing of the same two would give 1.5 × 1.25', () => {
    expect(totalReturn(tranches([year([1, 0.5]), year([0, 0])]))).toBeCloseTo(1, 15);
    expect(1.5 * 1.25 - 1).not.toBeCloseTo(1, 2);
  });

  const returns = fc.array(
    fc.double({ min: -0.9, max: 1, noNaN: true }).map((value) => value + 0),
    { minLength: 6, maxLength: 6 },
  );

  it('one tranche is the thing itself, to the last bit', () => {
    fc.assert(
      fc.property(returns, (values) => {
        const alone = series('A', values);
        expect(Array.from(tranches([alone]).values)).toEqual(Array.from(alone.values));
      }),
      { numRuns: 50 },
    );
  });

  it('end between the best and the worst of them, wherever the money went in between, in any order', () => {
    fc.assert(
      fc.property(fc.array(returns, { minLength: 2, maxLength: 5 }), (columns) => {
        const parts = columns.map((values, index) => series(`A${index}`, values));
        const ends = parts.map((part) => wealth(part).at(-1)!);
        const end = wealth(tranches(parts)).at(-1)!;
        expect(end).toBeCloseTo(ends.reduce((sum, one) => sum + one, 0) / ends.length, 12);
        expect(end).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-12);
        expect(end).toBeLessThanOrEqual(Math.max(...ends) + 1e-12);
        expect(wealth(tranches(parts.reverse())).at(-1)!).toBeCloseTo(end, 12);
      }),
      { numRuns: 50 },
    );
  });

  it('a part that lost everything stays at 0 while the others go on: (0 + 1.1)/2, then 1.21/2', () => {
    const lost = series('lost', [-1]);
    const going = series('going', [0.1, 0.1]);
    expect(Array.from(tranches([lost, going]).values)).toEqual([about(-0.45), about(0.1)]);
  });

  it('once all is lost, it ends there', () => {
    const both = tranches([series('A', [-1]), series('B', [0.1, -1])]);
    expect(Array.from(both.values)).toEqual([about(-0.45), -1]);
    expect(tranches([series('A', [-1, 0]), series('B', [-1, 0])]).values.length).toBe(1);
  });

  it('takes results as they are: what each part paid for trading is in it', () => {
    const panel = months({ A: [0.1, 0], B: [0, 0.1] });
    const costs = { tradingBps: 100 };
    const parts = [
      backtest(panel, fixedMix({ weights: { A: 1 } }), { costs }),
      backtest(panel, fixedMix({ weights: { B: 1 } }), { costs }),
    ];
    // 0.99 × 1.1 each after two rows; after one row 0.99 × 1.1 and 0.99.
    expect(Array.from(wealth(tranches(parts)))).toEqual([1, about((0.99 * 1.1 + 0.99) / 2), about(0.99 * 1.1)]);
  });

  it('keeps hindsight, and takes a name', () => {
    const marked = fixedMix({ weights: { A: 1 } });
    const panel = months({ A: [0.1, 0] });
    const result = backtest(panel, { ...marked, usesHindsight: true });
    const both = tranches([result, panel.returns('A')], { name: 'half known' });
    expect(both.meta.usesHindsight).toBe(true);
    expect(both.name).toBe('half known');
  });

  it('refuses what does not belong together, with both spans', () => {
    expectInputError('calendar.mismatch', ['"A" runs from 2019-12-31 to 2020-01-31', 'to 2020-02-29'], () =>
      tranches([series('A', [0.1]), series('B', [0.1, 0.2])]),
    );
    expectInputError('returns.hole', ['"A"', 'row 0 (2020-01-31)'], () => tranches([series('A', [null, 0.1])]));
    expectInputError('option.type', ['at least one'], () => tranches([]));
    expectInputError('series.invalid', ['every part'], () => tranches([1 as unknown as ReturnSeries]));
    expectInputError('option.unknown', ['"nme"', 'name'], () => tranches([series('A', [0.1])], { nme: 'x' } as object));
  });
});
