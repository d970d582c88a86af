import {
  addField,
  annually,
  arithmeticMean,
  backtest,
  correlation,
  factorReturns,
  monthly,
  portfolioSorts,
  sortedPortfolio,
  weighBy,
  whenDrifted,
} from 'backtilt';
import { frenchFactors, frenchSizeValueProfitability } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../../support/expect-input-error.js';
import { near } from '../by-hand.js';
import { months } from '../made-panel.js';

const known = (value: number) => [{ knownOn: '2019-12-31' as const, value }];
const facts = (values: readonly number[]) =>
  Object.fromEntries(['A', 'B', 'C', 'D'].map((asset, index) => [asset, known(values[index]!)]));
const returns = { A: [0.1, 0], B: [0.2, 0.1], C: [0, 0.3], D: [0.1, -0.1] };
const four = addField(addField(months(returns), 'value', facts([1, 2, 3, 4])), 'cap', facts([1, 3, 2, 2]));
const byValue = {
  by: [{ field: 'value', breakpoints: [0.5] }],
  weighting: weighBy('cap'),
  schedule: monthly(),
} as const;
const inDecember = { ...byValue, schedule: annually() };

describe('the portfolios of a sort', () => {
  it('are weighted at formation and drift until the next', () => {
    const sorts = portfolioSorts(four, inDecember);
    // low: A 1/4, B 3/4. Month 1: .1/4 + .2 × 3/4 = .175; then A 1.1/4, B 3.6/4 of 4.7/4: .36/4.7. high: C and D a half each, then 1 and 1.1 of 2.1.
    near(sorts.returns('low').values, [0.175, 0.36 / 4.7]);
    near(sorts.returns('high').values, [0.05, (0.3 - 0.11) / 2.1]);
    expect(sorts.counts).toEqual([{ date: '2019-12-31', names: { low: 2, high: 2 } }]);
  });

  it('formed every month go back to the weights', () => {
    const sorts = portfolioSorts(four, byValue);
    near(sorts.returns('low').values, [0.175, 0.075]);
    expect(sorts.counts.map(({ date }) => date)).toEqual(['2019-12-31', '2020-01-31']);
  });

  it('differ by high less low, of zero investment', () => {
    const sorts = portfolioSorts(four, byValue);
    expect(sorts.differences.map(({ by, within, returns: { name } }) => [by, within, name])).toEqual([
      ['value', null, 'high less low by value'],
    ]);
    near(sorts.differences[0]!.returns.values, [0.05 - 0.175, 0.1 - 0.075]);
    expect(sorts.differences[0]!.returns.meta.kind).toBe('excess');
  });

  it('by two characteristics: the mean difference, and that within each group of the other', () => {
    // cap 1 and 2 are small (median 2), 3 is big: A, C, D and B.
    const sorts = portfolioSorts(addField(four, 'size', facts([1, 9, 1, 9])), {
      by: [{ field: 'size', breakpoints: [0.5], groups: ['small', 'big'] }, ...byValue.by],
      weighting: weighBy('equal'),
      schedule: monthly(),
    });
    expect(sorts.cells.map(({ name, groups }) => [name, groups])).toEqual([
      ['small low', ['small', 'low']],
      ['small high', ['small', 'high']],
      ['big low', ['big', 'low']],
      ['big high', ['big', 'high']],
    ]);
    const [A, C, B, D] = sorts.cells.map((cell) => Array.from(cell.returns.values));
    near(A!, returns.A);
    near(B!, returns.B);
    const differences = Object.fromEntries(
      sorts.differences.map((one) => [one.returns.name, Array.from(one.returns.values)]),
    );
    near(differences['big less small by size']!, [(0.2 + 0.1) / 2 - (0.1 + 0) / 2, (0.1 - 0.1) / 2 - (0 + 0.3) / 2]);
    near(differences['small high less small low']!, [0 - 0.1, 0.3]);
    near(differences['big high less big low']!, [0.1 - 0.2, -0.2]);
    near(differences['high less low by value']!, [(-0.1 - 0.1) / 2, (0.3 - 0.2) / 2]);
    near([...C!, ...D!], [...returns.C, ...returns.D]);
  });

  it('without a name have no return, and neither have their differences: cash is none of their returns', () => {
    const empty = addField(months(returns), 'value', facts([1, 1, 1, 1]));
    const sorts = portfolioSorts(empty, { ...byValue, weighting: weighBy('equal') });
    expect(Array.from(sorts.returns('high').values)).toEqual([NaN, NaN]);
    expect(Array.from(sorts.differences[0]!.returns.values)).toEqual([NaN, NaN]);
    near(sorts.returns('low').values, [0.1, 0.075]);
    expect(sorts.notes.join(' ')).toContain('without a name at times, and without returns then: high');
  });

  it('that become empty lose their returns from the row after on', () => {
    const later = {
      A: known(1),
      B: known(1),
      C: known(1),
      D: [...known(4), { knownOn: '2020-01-31' as const, value: 1 }],
    };
    const sorts = portfolioSorts(addField(months(returns), 'value', later), {
      ...byValue,
      weighting: weighBy('equal'),
    });
    expect(Array.from(sorts.returns('high').values)).toEqual([expect.closeTo(0.1, 12), NaN]);
    expect(sorts.counts.map(({ names }) => names['high'])).toEqual([1, 0]);
  });

  it('have no return before their first formation is traded', () => {
    const sorts = portfolioSorts(four, { ...byValue, backtest: { executionLag: 1 } });
    // Decided at the base, traded at the end of January: only February is earned.
    expect(Array.from(sorts.returns('low').values)).toEqual([NaN, expect.closeTo(0.075, 12)]);
  });

  it('follow the rules of the engine for what leaves the panel', () => {
    const gone = months({ A: [0.1, 0], B: [0.2, 0.1], C: [0, 0.3], D: [0.1, null] });
    const valued = addField(gone, 'value', facts([1, 2, 3, 4]));
    const run = (delisting: object) =>
      portfolioSorts(valued, {
        ...inDecember,
        weighting: weighBy('equal'),
        backtest: { rules: { missing: 'cash', delisting } },
      }).returns('high').values;
    // C 0.5, D 0.55 of 1.05: D loses 30 %.
    near(run({ return: -0.3 }), [0.05, (0.5 * 0.3 - 0.55 * 0.3) / 1.05]);
    near(run({}), [0.05, (0.5 * 0.3) / 1.05]);
  });

  it('are each what sortedPortfolio gives, with the costs that are asked for', () => {
    const options = { costs: { tradingBps: 50 } };
    const sorts = portfolioSorts(four, { ...byValue, backtest: options });
    const alone = backtest(four, sortedPortfolio({ ...byValue, groups: ['high'] }), options);
    expect(Array.from(sorts.returns('high').values)).toEqual(Array.from(alone.values));
    expect(sorts.cells[1]!.result.digest).toBe(alone.digest);
  });

  it('show themselves as a table that says how they were made', () => {
    const text = portfolioSorts(four, { ...byValue, dependent: true }).toString();
    for (const words of [
      'Portfolios by value',
      'high less low by value',
      'Dependent sorts',
      'formed monthly',
      'value at 50 %',
    ])
      expect(text).toContain(words);
  });

  it('have names, and a wrong one is refused', () => {
    expectInputError('asset.unknown', ['"hihg"', 'high'], () => portfolioSorts(four, byValue).returns('hihg'));
  });

  it.each([
    [{ schedule: whenDrifted({ band: 0.1 }) }, 'schedule.invalid', ['portfolioSorts', 'schedule']],
    [{ weights: 1 }, 'option.unknown', ['weights']],
    [{ by: [{ field: 'vlaue', breakpoints: [0.5] }] }, 'field.unknown', ['vlaue', 'value']],
    [{ by: undefined }, 'option.type', ['"by"']],
  ] as const)('refuses %j', (part, code, facts_) => {
    expectInputError(code, facts_, () => portfolioSorts(four, { ...byValue, ...part } as never));
  });
});

describe('on the 32 portfolios of French', () => {
  it('two by three groups of cells give factors that move with his: correlations above 0.95', () => {
    const sorts = portfolioSorts(frenchSizeValueProfitability(), {
      by: [
        { field: 'sizeRank', breakpoints: [0.5], groups: ['small', 'big'] },
        { field: 'valueRank', breakpoints: [0.3, 0.7] },
      ],
      weighting: weighBy('marketCap'),
      schedule: annually({ month: 6 }),
    });
    const made = factorReturns({ HML: sorts });
    const { three } = frenchFactors();
    expect(correlation(made.returns('HML'), three.returns('HML'))).toBeGreaterThan(0.95);
    expect(correlation(made.returns('SMB'), three.returns('SMB'))).toBeGreaterThan(0.95);
    // Two of four quartiles of value are the middle, so the ends are nearer to each other than his 30 and 70 %.
    expect(arithmeticMean(made.returns('HML'))).toBeGreaterThan(0.02);
  });
});
