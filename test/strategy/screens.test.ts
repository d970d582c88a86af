import {
  addField,
  annually,
  atLeast,
  atMost,
  backtest,
  bottomFraction,
  dropBottomFraction,
  monthly,
  screenedPortfolio,
  topFraction,
  weighBy,
  type Screen,
  type ScreenedPortfolioOptions,
  type Weighting,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

/** What a screen holds of stocks S0, S1, … whose characteristics are known at the base. */
function held(
  characteristics: Readonly<Record<string, readonly (number | null)[]>>,
  screens: readonly Screen[],
  weighting: Weighting = weighBy('equal'),
): Readonly<Record<string, number | undefined>> {
  const count = Object.values(characteristics)[0]!.length;
  const names = Array.from({ length: count }, (_, index) => `S${index}`);
  let panel = months(Object.fromEntries(names.map((name) => [name, [0.01, 0.01]])));
  for (const [field, values] of Object.entries(characteristics)) {
    const facts = names.map(
      (name, index) => [name, [{ knownOn: '2019-12-31' as const, value: values[index] ?? NaN }]] as const,
    );
    panel = addField(panel, field, Object.fromEntries(facts)) as typeof panel;
  }
  const strategy = screenedPortfolio({ name: 'screen', screens, weighting, schedule: monthly() });
  return backtest(panel as never, strategy).decisions[0]!.target;
}
const names = (target: object): string => Object.keys(target).join(' ');

describe('rule 8: screens keep or drop by R type-7 quantiles of what is left', () => {
  // Of 1 … 5: q(0.5) = 3, q(0.25) = 2, q(0.75) = 4; of 1 … 4: q(0.5) = 2.5, q(0.25) = 1.75.
  it.each([
    ['bottomFraction 0.5 of five keeps ≤ 3', [1, 2, 3, 4, 5], bottomFraction('x', 0.5), 'S0 S1 S2'],
    ['bottomFraction 0.5 of four keeps ≤ 2.5', [4, 3, 2, 1], bottomFraction('x', 0.5), 'S2 S3'],
    ['topFraction 0.25 of five keeps ≥ q(0.75) = 4', [1, 2, 3, 4, 5], topFraction('x', 0.25), 'S3 S4'],
    ['topFraction 0.3 of four keeps ≥ q(0.7) = 3.1', [1, 2, 3, 4], topFraction('x', 0.3), 'S3'],
    ['dropBottomFraction 0.25 of five drops ≤ 2', [1, 2, 3, 4, 5], dropBottomFraction('x', 0.25), 'S2 S3 S4'],
    ['dropBottomFraction 0.25 of four drops ≤ 1.75', [1, 2, 3, 4], dropBottomFraction('x', 0.25), 'S1 S2 S3'],
    ['ties at the bound are kept by bottomFraction', [1, 2, 2, 2, 3], bottomFraction('x', 0.5), 'S0 S1 S2 S3'],
    ['ties at the bound are kept by topFraction', [1, 2, 2, 2, 3], topFraction('x', 0.5), 'S1 S2 S3 S4'],
    ['ties at the bound are dropped by dropBottomFraction', [1, 2, 2, 2, 3], dropBottomFraction('x', 0.5), 'S4'],
    ['all alike: bottomFraction keeps all', [7, 7, 7], bottomFraction('x', 0.1), 'S0 S1 S2'],
    ['all alike: dropBottomFraction drops all', [7, 7, 7], dropBottomFraction('x', 0.1), ''],
    ['fraction 0 keeps the smallest alone', [3, 1, 2], bottomFraction('x', 0), 'S1'],
    ['fraction 1 keeps all', [3, 1, 2], bottomFraction('x', 1), 'S0 S1 S2'],
    ['fraction 0 of the top keeps the largest alone', [3, 1, 2], topFraction('x', 0), 'S0'],
    ['dropping 0 of the bottom still drops ≤ the minimum', [3, 1, 2], dropBottomFraction('x', 0), 'S0 S2'],
    [
      'negative and tiny numbers are ordered as numbers',
      [-0.1, 1e-7, -0.05, 10, 9],
      bottomFraction('x', 0.5),
      'S0 S1 S2',
    ],
    ['atLeast keeps its bound', [1, 2, 3], atLeast('x', 2), 'S1 S2'],
    ['atMost keeps its bound', [1, 2, 3], atMost('x', 2), 'S0 S1'],
    ['a bound of 0 is a bound', [-1, 0, 1], atLeast('x', 0), 'S1 S2'],
    ['a name whose field is unknown is not eligible', [null, 1, 2, 3, null], bottomFraction('x', 0.5), 'S1 S2'],
  ] as const)('%s', (_, values, screen, expected) => {
    expect(names(held({ x: values }, [screen]))).toBe(expected);
  });

  it('run one after the other: the second sees only what the first has left', () => {
    const size = [1, 2, 3, 4, 5, 6, 7, 8];
    const value = [9, 1, 8, 2, 100, 101, 102, 103];
    // Size ≤ 4.5 leaves S0 to S3 with values 9, 1, 8, 2: their q(0.5) is 5. Of all eight it would be 54.5 and leave none.
    expect(names(held({ size, value }, [bottomFraction('size', 0.5), topFraction('value', 0.5)]))).toBe('S0 S2');
    // The other way round: value ≥ 54.5 leaves S4 to S7, and the smaller half of those is S4 and S5.
    expect(names(held({ size, value }, [topFraction('value', 0.5), bottomFraction('size', 0.5)]))).toBe('S4 S5');
  });

  it('a name without the weighting’s field is not eligible, even though no screen reads it', () => {
    expect(held({ x: [1, 2, 3], cap: [10, null, 30] }, [atLeast('x', 0)], weighBy('cap'))).toEqual({
      S0: 0.25,
      S2: 0.75,
    });
  });

  it('weights are equal, or in proportion to a field', () => {
    expect(held({ x: [1, 2, 3, 4] }, [atLeast('x', 1)])).toEqual({ S0: 0.25, S1: 0.25, S2: 0.25, S3: 0.25 });
    expect(held({ x: [1, 2, 5] }, [], weighBy('x'))).toEqual({ S0: 0.125, S1: 0.25, S2: 0.625 });
    expect(held({ x: [1, 0, 3] }, [], weighBy('x'))).toEqual({ S0: 0.25, S2: 0.75 });
  });

  it('nothing left, or nothing but zeros, is all cash', () => {
    expect(held({ x: [1, 2] }, [atLeast('x', 5), bottomFraction('x', 0.5)])).toEqual({});
    expect(held({ x: [1, 2] }, [atLeast('x', 5)], weighBy('x'))).toEqual({});
    expect(held({ x: [0, 0] }, [], weighBy('x'))).toEqual({});
  });

  it('a negative weight is refused, with the asset, the value and the day', () => {
    expectInputError('screen.invalid', ['weighBy("x")', '"S1"', '-2', '2019-12-31', 'zero or more'], () =>
      held({ x: [1, -2] }, [], weighBy('x')),
    );
  });

  it('only listed assets are eligible', () => {
    const panel = addField(months({ A: [0.1, 0.1, 0.1], B: [null, null, 0.1], C: [0.1, null, null] }), 'x', {
      A: [{ knownOn: '2019-12-31', value: 1 }],
      B: [{ knownOn: '2019-12-31', value: 2 }],
      C: [{ knownOn: '2019-12-31', value: 3 }],
    });
    const strategy = screenedPortfolio({ name: 'all', screens: [], weighting: weighBy('x'), schedule: monthly() });
    expect(backtest(panel, strategy).decisions.map(({ target }) => names(target))).toEqual(['A C', 'A C', 'A B']);
  });
});

describe('a screened portfolio is plain data', () => {
  const screens = [bottomFraction('size', 0.5), topFraction('value', 0.3)] as const;
  const portfolio = screenedPortfolio({
    name: 'small value',
    screens,
    weighting: weighBy('size'),
    schedule: annually({ month: 6 }),
  });

  it('declares every field that it reads, once, and prints its steps', () => {
    expect(portfolio.assets).toBe('all');
    expect(portfolio.fields).toEqual(['size', 'value']);
    expect(JSON.parse(JSON.stringify(portfolio.params))).toEqual({
      screens: [
        { kind: 'bottomFraction', field: 'size', fraction: 0.5 },
        { kind: 'topFraction', field: 'value', fraction: 0.3 },
      ],
      weighting: { kind: 'field', field: 'size' },
    });
    expect(screens.every((screen) => Object.isFrozen(screen))).toBe(true);
  });

  it.each([
    ['a fraction over 1', () => bottomFraction('x', 1.5), 'option.range', ['bottomFraction', '1.5', 'from 0 to 1']],
    ['a fraction below 0', () => topFraction('x', -0.1), 'option.range', ['topFraction', '-0.1']],
    [
      'a fraction in percent',
      () => dropBottomFraction('x', 25),
      'option.range',
      ['dropBottomFraction', '25', 'such as 0.5'],
    ],
    ['a fraction of NaN', () => dropBottomFraction('x', NaN), 'option.type', ['NaN']],
    ['a bound of Infinity', () => atLeast('x', Infinity), 'option.type', ['Infinity']],
    ['a bound that is a text', () => atMost('x', '5' as unknown as number), 'option.type', ['"5"']],
    ['no field', () => atMost('', 5), 'option.type', ['"field"']],
    ['no field to weigh by', () => weighBy(undefined as unknown as string), 'option.type', ['weighBy', 'undefined']],
    [
      'a screen that is a function',
      () => bad({ screens: [topFraction] }),
      'screen.invalid',
      ['a function', 'topFraction(…)'],
    ],
    ['screens that are no array', () => bad({ screens: topFraction('x', 0.5) }), 'screen.invalid', ['array']],
    [
      'an unknown kind of screen',
      () => bad({ screens: [{ kind: 'middle', field: 'x', fraction: 0.5 }] }),
      'screen.invalid',
      ['middle'],
    ],
    [
      'a screen without its fraction',
      () => bad({ screens: [{ kind: 'topFraction', field: 'x' }] }),
      'option.type',
      ['fraction', 'undefined'],
    ],
    [
      'a hand-made fraction over 1',
      () => bad({ screens: [{ kind: 'topFraction', field: 'x', fraction: 2 }] }),
      'option.range',
      ['2'],
    ],
    ['a weighting that is a text', () => bad({ weighting: 'equal' }), 'screen.invalid', ['"equal"', 'weighBy']],
    ['an unknown weighting', () => bad({ weighting: { kind: 'inverse' } }), 'screen.invalid', ['inverse']],
    ['a misspelt option', () => bad({ weights: 1 }), 'option.unknown', ['"weights"', 'weighting']],
    ['no name', () => bad({ name: undefined }), 'option.type', ['"name"']],
    ['a schedule that was not called', () => bad({ schedule: monthly }), 'schedule.invalid', ['monthly()']],
  ] as const)('refuses %s', (_, act, code, facts) => {
    expectInputError(code, facts, act);
  });
});

function bad(part: object): unknown {
  const good = { name: 'bad', screens: [topFraction('x', 0.5)], weighting: weighBy('x'), schedule: monthly() };
  return screenedPortfolio({ ...good, ...part } as unknown as ScreenedPortfolioOptions<'x'>);
}
