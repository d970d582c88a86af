import {
  addField,
  annually,
  backtest,
  bottomFraction,
  compositeRank,
  dropBottomFraction,
  profitabilityScreenedValue,
  screenedPortfolio,
  topFraction,
  weighBy,
  type QuantileOptions,
  type Screen,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';
import { chosen } from './chosen.js';
import { madeView, twelve } from './made-view.js';

const nyse = { breakpoints: 'exchange' } as const;

describe('with breakpoints the quantile is that of the names for which the field is 1, applied to all', () => {
  it('the median of the large sets what is small, however many micro-caps there are', () => {
    // Of all seven the median is 4: S0 … S3 are small. Of the three listed there (100, 300, 500) it is 300: six of seven.
    const view = madeView({ size: [1, 2, 3, 4, 100, 300, 500], exchange: [0, 0, 0, 0, 1, 1, 1] });
    expect(chosen(view, bottomFraction('size', 0.5))).toBe('S0 S1 S2 S3');
    expect(chosen(view, bottomFraction('size', 0.5, nyse))).toBe('S0 S1 S2 S3 S4 S5');
  });

  it('agrees with numpy on twelve stocks: quantile(marketCap[exchange == 1], .5) = 655, of all 70', () => {
    expect(chosen(madeView(twelve), bottomFraction('marketCap', 0.5, nyse))).toBe('S0 S1 S2 S4 S6 S7 S8 S10 S11');
    expect(chosen(madeView(twelve), bottomFraction('marketCap', 0.5))).toBe('S2 S4 S6 S7 S8 S10');
    // quantile(value[exchange == 1], .7) = 0.8, of all 1.52.
    expect(chosen(madeView(twelve), topFraction('value', 0.3, nyse))).toBe('S0 S2 S4 S6 S7 S8 S10');
    expect(chosen(madeView(twelve), topFraction('value', 0.3))).toBe('S2 S4 S8 S10');
  });

  it('dropBottomFraction drops what is at or below that quantile', () => {
    // Of the listed 10, 20, 30: q(0.5) = 20 drops 1, 2, 10 and 20.
    const view = madeView({ x: [1, 2, 10, 20, 30, 25], exchange: [0, 0, 1, 1, 1, 0] });
    expect(chosen(view, dropBottomFraction('x', 0.5, nyse))).toBe('S4 S5');
  });

  it('only 1 counts: other codes of exchanges mean no', () => {
    const view = madeView({ x: [1, 2, 3, 4], exchange: [2, 3, 1, 1.5] });
    expect(chosen(view, bottomFraction('x', 0.5, nyse))).toBe('S0 S1 S2');
  });

  it('a single name of that kind is its own quantile', () => {
    const view = madeView({ x: [1, 5, 3], exchange: [0, 0, 1] });
    expect(chosen(view, bottomFraction('x', 0.1, nyse))).toBe('S0 S2');
    expect(chosen(view, topFraction('x', 0.1, nyse))).toBe('S1 S2');
  });

  it('a fraction of 1 keeps all, also those beyond the last of that kind, and so does a buffer of 1', () => {
    const fields = { x: [1, 2, 3, 4], exchange: [0, 1, 1, 0] };
    expect(chosen(madeView(fields), bottomFraction('x', 1, nyse))).toBe('S0 S1 S2 S3');
    expect(chosen(madeView(fields), topFraction('x', 1, nyse))).toBe('S0 S1 S2 S3');
    expect(chosen(madeView(fields, { S0: 1 }), topFraction('x', 0, { ...nyse, keep: 1 }))).toBe('S0 S2 S3');
  });

  it('all of that kind is no breakpoints at all', () => {
    const all = { ...twelve, exchange: twelve.exchange.map(() => 1) };
    for (const fraction of [0, 0.1, 0.3, 0.5, 0.9, 1]) {
      for (const make of [topFraction, bottomFraction, dropBottomFraction]) {
        const [plain, over] = [make('value', fraction), make('value', fraction, nyse)] as const;
        expect(chosen(madeView(all), over)).toBe(chosen(madeView(all), plain));
      }
    }
  });

  it('a name of which the field is unknown is not eligible', () => {
    const view = madeView({ x: [1, 2, 3], exchange: [null, 1, 1] });
    expect(chosen(view, bottomFraction('x', 1, nyse))).toBe('S1 S2');
  });

  it('the quantile is that of the names of that kind that are left', () => {
    const view = madeView({ size: [1, 2, 3, 100], x: [1, 2, 3, 100], exchange: [1, 0, 1, 1] });
    // Without S3 the listed are S0 and S2: q(0.5) of 1 and 3 is 2. With it, of 1, 3 and 100, it would be 3.
    expect(chosen(view, bottomFraction('size', 0.9), bottomFraction('x', 0.5, nyse))).toBe('S0 S1');
  });

  it('of a composite rank the scores are those among all, the quantile that of the names of that kind', () => {
    const view = madeView({ x: [1, 2, 3, 4, 5], exchange: [0, 0, 1, 0, 1] });
    // Scores .1 .3 .5 .7 .9; of the listed .5 and .9 the q(0.5) is .7.
    expect(chosen(view, topFraction(compositeRank([{ field: 'x', best: 'largest' }]), 0.5, nyse))).toBe('S3 S4');
  });

  it('with a buffer both doors are quantiles of those names', () => {
    // Of the listed 2, 4, 6, 8, 10: q(0.75) = 8 to enter, q(0.5) = 6 to stay.
    const fields = { x: [2, 4, 6, 8, 10, 7, 5, 9], exchange: [1, 1, 1, 1, 1, 0, 0, 0] };
    const screen = topFraction('x', 0.25, { ...nyse, keep: 0.5 });
    expect(chosen(madeView(fields), screen)).toBe('S3 S4 S7');
    expect(chosen(madeView(fields, { S5: 0.5, S6: 0.5 }), screen)).toBe('S3 S4 S5 S7');
  });
});

describe('names without a breakpoint', () => {
  const view = madeView({ x: [1, 2, 3], exchange: [0, 2, 0] });

  it('are an error that names the day, the field and how many are left: all cash would be silent', () => {
    const error = expectInputError(
      'screen.no-breakpoints',
      ['topFraction', '"exchange"', '2024-06-28', 'none of the 3 names', 'leave "breakpoints" out'],
      () => chosen(view, topFraction('x', 0.5, nyse)),
    );
    expect(error.details).toMatchObject({ field: 'exchange', date: '2024-06-28', left: 3 });
  });

  it('are no error where no name is left either', () => {
    const none = madeView({ x: [null, null], exchange: [0, 0] });
    expect(chosen(none, topFraction('x', 0.5, nyse))).toBe('');
  });
});

describe('breakpoints are the name of a field', () => {
  const screened = (screen: object) => () =>
    screenedPortfolio({
      name: 'p',
      screens: [screen as Screen<'x'>],
      weighting: weighBy('equal'),
      schedule: annually({ month: 6 }),
    });
  it.each([
    [
      'a flag',
      () => topFraction('x', 0.5, { breakpoints: true as unknown as string }),
      'option.type',
      ['"breakpoints"', 'true'],
    ],
    ['an empty name', () => bottomFraction('x', 0.5, { breakpoints: '' }), 'option.type', ['"breakpoints"']],
    [
      'a misspelt option',
      () => bottomFraction('x', 0.5, { breakpoint: 'nyse' } as QuantileOptions),
      'option.unknown',
      ['"breakpoint"', 'breakpoints'],
    ],
    [
      'a name in place of the options',
      () => topFraction('x', 0.5, 'nyse' as QuantileOptions),
      'option.type',
      ['"nyse"', 'breakpoints'],
    ],
    [
      'a hand-made flag',
      screened({ kind: 'topFraction', field: 'x', fraction: 0.5, breakpoints: 1 }),
      'option.type',
      ['breakpoints'],
    ],
    [
      'a hand-made misspelling',
      screened({ kind: 'topFraction', field: 'x', fraction: 0.5, breakpoint: 'nyse' }),
      'option.unknown',
      ['"breakpoint"'],
    ],
    [
      'one of a bound',
      screened({ kind: 'atLeast', field: 'x', value: 5, breakpoints: 'nyse' }),
      'option.unknown',
      ['"breakpoints"'],
    ],
  ] as const)('refuses %s', (_, act, code, facts) => {
    expectInputError(code, facts, act);
  });
});

describe('profitabilityScreenedValue takes the field of its breakpoints', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
  const fact = (values: readonly number[]) =>
    Object.fromEntries(names.map((name, index) => [name, [{ knownOn: '2019-12-31' as const, value: values[index]! }]]));
  const zeros = [0, 0, 0] as const;
  const bare = months({ A: zeros, B: zeros, C: zeros, D: zeros, E: zeros, F: zeros });
  const sized = addField(addField(bare, 'sizeRank', fact([1, 2, 3, 4, 5, 6])), 'valueRank', fact([1, 2, 3, 4, 5, 6]));
  const panel = addField(
    addField(addField(sized, 'profitabilityRank', fact([6, 5, 4, 3, 2, 1])), 'marketCap', fact([1, 1, 1, 1, 1, 1])),
    'nyse',
    fact([0, 0, 0, 1, 1, 1]),
  );
  const rule = { smallest: 0.5, cheapest: 1, dropLeastProfitable: 0 } as const;

  it('and every quantile is that of those names', () => {
    // Size: of all the median is 3.5 (A B C); of D E F it is 5 (A … E).
    const all = profitabilityScreenedValue(rule);
    const listed = profitabilityScreenedValue({ ...rule, fields: { breakpoints: 'nyse' } });
    expect(Object.keys(backtest(panel, all).decisions[0]!.target)).toEqual(['A', 'B', 'C']);
    expect(Object.keys(backtest(panel, listed).decisions[0]!.target)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(listed.fields).toContain('nyse');
    expect(all.fields).not.toContain('nyse');
  });

  it('in all three steps', () => {
    const screens = profitabilityScreenedValue({
      smallest: 0.5,
      cheapest: 0.5,
      dropLeastProfitable: 0.25,
      fields: { breakpoints: 'nyse' },
    }).params!['screens'] as readonly { breakpoints?: string }[];
    expect(screens.map(({ breakpoints }) => breakpoints)).toEqual(['nyse', 'nyse', 'nyse']);
  });
});
