import { annually, backtest, profitabilityScreenedValue, type ProfitabilityScreenedValueOptions } from 'backtilt';
import { frenchSizeValueProfitability } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const panel = frenchSizeValueProfitability();
const half = { smallest: 0.5, cheapest: 0.5, schedule: annually({ month: 6 }) };
const screened = backtest(panel, profitabilityScreenedValue({ ...half, dropLeastProfitable: 0.25 }));
const unscreened = backtest(panel, profitabilityScreenedValue({ ...half, dropLeastProfitable: 0 }));

/** Ranks of the 32 cells: median size 1.5; of the 16 small ones the median value is 2.5; of the 8 cheap ones q(0.25) of profitability is 1.75. */
const SIX = ['ME1 BM3 OP2', 'ME1 BM3 OP3', 'ME1 BM3 OP4', 'ME1 BM4 OP2', 'ME1 BM4 OP3', 'SMALL HiBM HiOP'];
const EIGHT = [...SIX, 'ME1 BM3 OP1', 'SMALL HiBM LoOP'];

describe('profitability-screened value on the 32 research portfolios', () => {
  it('holds the six small, cheap, not unprofitable cells at every June decision, and eight without the screen', () => {
    expect(screened.decisions.length).toBe(63);
    for (const { target } of screened.decisions) expect(Object.keys(target).sort()).toEqual([...SIX].sort());
    for (const { target } of unscreened.decisions) expect(Object.keys(target).sort()).toEqual([...EIGHT].sort());
  });

  it('decides first at the base, the end of June 1963, and every June after it', () => {
    expect(screened.decisions[0]?.decidedOn).toBe('1963-06-30');
    expect(screened.calendar.date(0)).toBe('1963-07-31');
    expect(screened.decisions.map(({ decidedOn }) => decidedOn)).toEqual(
      Array.from({ length: 63 }, (_, index) => `${1963 + index}-06-30`),
    );
  });

  // Firms × average size in $ million, from the publisher's rows of July 1963 and July 2000 (known at the June before).
  it.each([
    ['1963-06-30', [59 * 24.28, 21 * 26.24, 13 * 23.78, 23 * 19.21, 4 * 10.13, 5 * 9.85]],
    ['2000-06-30', [305 * 134.67, 183 * 148.07, 89 * 130.05, 210 * 87.03, 90 * 69.99, 57 * 85.15]],
  ])('on %s the weights are firms × average size of July’s row over their sum', (decidedOn, caps) => {
    const total = caps.reduce((sum, cap) => sum + cap, 0);
    const target = screened.decisions.find((decision) => decision.decidedOn === decidedOn)!.target;
    SIX.forEach((cell, index) => {
      expect(target[cell as keyof typeof target]).toBeCloseTo(caps[index]! / total, 12);
    });
  });

  it('earns the hand-computed return of its first month', () => {
    // July 1963, percent: −1.9502, 2.408, −2.076, −0.2083, 13.4953, 2.7106, weighted by the caps above.
    const caps = [59 * 24.28, 21 * 26.24, 13 * 23.78, 23 * 19.21, 4 * 10.13, 5 * 9.85];
    const returns = [-1.9502, 2.408, -2.076, -0.2083, 13.4953, 2.7106];
    const total = caps.reduce((sum, cap) => sum + cap, 0);
    const expected = caps.reduce((sum, cap, index) => sum + (cap / total) * (returns[index]! / 100), 0);
    expect(screened.values.at(0)).toBeCloseTo(expected, 12);
  });

  it('says that research portfolios do not see the trades inside a cell', () => {
    expect(screened.assumptions.join(' ')).toContain('Research portfolios');
    expect(screened.warnings).toEqual([]);
  });

  it('is the screen’s own benchmark with dropLeastProfitable 0, and says so in its name', () => {
    expect(screened.name).toBe('Value: smallest 50 %, cheapest 50 %, without the least profitable 25 %');
    expect(unscreened.name).toBe('Value: smallest 50 %, cheapest 50 %, no profitability screen');
  });

  it('weighs equally if told to, and reads other fields if named', () => {
    const equal = backtest(panel, profitabilityScreenedValue({ ...half, dropLeastProfitable: 0.25, weighBy: 'equal' }));
    expect(Object.values(equal.decisions[5]!.target)).toEqual(new Array(6).fill(1 / 6));
    const other = profitabilityScreenedValue({
      ...half,
      dropLeastProfitable: 0.25,
      weighBy: 'firms',
      fields: { size: 'marketCap', value: 'valueRank' },
    });
    expect(other.fields).toEqual(['marketCap', 'valueRank', 'profitabilityRank', 'firms']);
  });
});

describe('its options are checked', () => {
  it.each([
    [{ smallest: 50 }, 'option.range', ['smallest', '50', 'such as 0.5']],
    [{ cheapest: -0.1 }, 'option.range', ['cheapest', '-0.1']],
    [{ dropLeastProfitable: NaN }, 'option.type', ['dropLeastProfitable', 'NaN']],
    [{ dropLeastProfitable: undefined }, 'option.type', ['dropLeastProfitable', 'undefined']],
    [{ dropUnprofitable: 0.3 }, 'option.unknown', ['"dropUnprofitable"']],
    [{ fields: { cheapness: 'x' } }, 'option.unknown', ['"cheapness"', 'value']],
    [{ fields: 'x' }, 'option.type', ['"fields"']],
    [{ schedule: 'annually' }, 'schedule.invalid', ['"annually"']],
  ] as const)('%j', (part, code, facts) => {
    const options = { ...half, dropLeastProfitable: 0.25, ...part };
    expectInputError(code, facts, () =>
      profitabilityScreenedValue(options as unknown as ProfitabilityScreenedValueOptions),
    );
  });
});
