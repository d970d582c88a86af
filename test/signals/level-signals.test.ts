import { fromReturns, momentum, regimeWhen, relativeStrength, trend, type IsoDate, type Observation } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const yearly = (...values: readonly number[]): Observation[] =>
  values.map((value, index) => ({ knownOn: `${2000 + index}-12-31` as IsoDate, value }));
const panelOf = (a: readonly number[], b: readonly number[] = a) =>
  fromReturns({ frequency: 'annual', dates: a.map((_, index) => `${2001 + index}-12`), returns: { A: a, B: b } });
const values = ({ observations }: { readonly observations: readonly Observation[] }): number[] =>
  observations.map(({ value }) => value);

describe('momentum', () => {
  it('is the growth over the periods, without the latest that are left out', () => {
    const panel = panelOf([0.1, 0.2, -0.5, 1]);
    const found = momentum(panel.returns('A'), { periods: 2 });
    // 1.1 · 1.2 − 1, 1.2 · 0.5 − 1, 0.5 · 2 − 1, known at the close of the second year and after.
    expect(found.observations.map(({ knownOn }) => knownOn)).toEqual(['2002-12-31', '2003-12-31', '2004-12-31']);
    [0.32, -0.4, 0].forEach((value, index) => {
      expect(values(found)[index]).toBeCloseTo(value, 14);
    });
    // Of two years the first: the returns of 2001, 2002 and 2003.
    [0.1, 0.2, -0.5].forEach((value, index) => {
      expect(values(momentum(panel.returns('A'), { periods: 2, skip: 1 }))[index]).toBeCloseTo(value, 14);
    });
  });

  it('of levels compares levels; nothing to compare gives nothing, a level of 0 or missing gives NaN', () => {
    expect(values(momentum(yearly(2, 3, 6), { periods: 1 }))).toEqual([0.5, 1]);
    expect(values(momentum(yearly(0, 3, NaN, 4), { periods: 1 }))).toEqual([NaN, NaN, NaN]);
    expect(values(momentum(yearly(2, 3), { periods: 2 }))).toEqual([]);
  });

  it('of SPY at the end of 2008 is its year: −36.8 %, dividends reinvested', () => {
    const found = momentum(usFunds().returns('SPY'), { periods: 12 });
    expect(found.observations.find(({ knownOn }) => knownOn === '2008-12-31')!.value).toBeCloseTo(-0.368, 3);
    expect(found).toMatchObject({ name: 'momentum of SPY', usesHindsight: false });
  });

  it.each([
    [{ periods: 0 }, 'option.range', ['"periods"', '0']],
    [{ periods: 3, skip: 3 }, 'option.range', ['"skip"', '3', '0 to 2']],
    [{ lookback: 3 }, 'option.unknown', ['"lookback"', 'periods']],
  ] as const)('refuses %j', (options, code, facts) => {
    expectInputError(code, facts, () => momentum(yearly(1, 2), options as never));
  });
});

describe('trend', () => {
  it('is the level over the mean of the latest ones, itself among them, less 1', () => {
    // 6 over (1 + 2 + 6) / 3; 1 over (2 + 6 + 1) / 3.
    expect(values(trend(yearly(1, 2, 6, 1), { periods: 3 }))).toEqual([1, 1 / 3 - 1]);
  });

  it('of returns begins with the starting wealth', () => {
    // 1, 1.5, 3: 1.5 over 1.25, 3 over 2.25.
    const found = trend(panelOf([0.5, 1]).returns('A'), { periods: 2 });
    expect(found.observations[0]!.knownOn).toBe('2001-12-31');
    expect(values(found)[0]).toBeCloseTo(0.2, 14);
    expect(values(found)[1]).toBeCloseTo(1 / 3, 14);
  });

  it('is NaN where a level is missing, and of one period is refused', () => {
    expect(values(trend(yearly(1, NaN, 2, 2), { periods: 2 }))).toEqual([NaN, NaN, 0]);
    expectInputError('option.range', ['"periods"', '1', '2 or more'], () => trend(yearly(1), { periods: 1 }));
    expectInputError('returns.hole', ['"A"', '2002-12-31'], () =>
      trend(panelOf([0.1, NaN, 0.1]).returns('A'), { periods: 2 }),
    );
  });
});

describe('relative strength', () => {
  it('is the wealth of one over that of the other, from the close before the first common row on', () => {
    const panel = panelOf([0.5, 0.25, 0.1], [NaN, 0.25, 0.5]);
    const found = relativeStrength(panel.returns('A'), panel.returns('B'));
    // The start is about the close before the first common row, and known with that row.
    expect(found.observations.map(({ date, knownOn }) => [date, knownOn])).toEqual([
      ['2001-12-31', '2002-12-31'],
      ['2002-12-31', '2002-12-31'],
      ['2003-12-31', '2003-12-31'],
    ]);
    expect(values(found)[0]).toBe(1);
    expect(values(found)[1]).toBe(1);
    expect(values(found)[2]).toBeCloseTo(1.1 / 1.5, 14);
    expect(found).toMatchObject({ name: 'A over B', unit: 'ratio of wealth' });
  });

  it('is 1 against itself, and inverts when the two change places', () => {
    const panel = panelOf([0.5, -0.25, 0.1], [0.2, 0.25, -0.5]);
    expect(values(relativeStrength(panel.returns('A'), panel.returns('A')))).toEqual([1, 1, 1, 1]);
    const [ahead, behind] = [
      relativeStrength(panel.returns('A'), panel.returns('B')),
      relativeStrength(panel.returns('B'), panel.returns('A')),
    ];
    values(ahead).forEach((value, index) => {
      expect(value * values(behind)[index]!).toBeCloseTo(1, 14);
    });
  });

  it('has no observation without a common row, none after a total loss, and no path over a hole', () => {
    const apart = panelOf([0.5, NaN], [NaN, 0.5]);
    expect(values(relativeStrength(apart.returns('A'), apart.returns('B')))).toEqual([]);
    const ruined = panelOf([0.1, 0.1], [-1, 0.1]);
    expect(values(relativeStrength(ruined.returns('A'), ruined.returns('B')))).toEqual([1, NaN, NaN]);
    const holed = panelOf([0.1, 0.1, 0.1], [0.1, NaN, 0.1]);
    expectInputError('returns.hole', ['"B"', '2002-12-31'], () =>
      relativeStrength(holed.returns('A'), holed.returns('B')),
    );
    expectInputError('series.invalid', ['the benchmark'], () =>
      relativeStrength(holed.returns('A'), yearly(1) as never),
    );
  });
});

describe('a regime of a figure', () => {
  const figure = [...yearly(1, 3, NaN), { knownOn: '2005-12-31', value: 5 } as const];

  it('is 1 between the bounds and 0 outside, as of the latest value; NaN before the first and where it is missing', () => {
    const high = regimeWhen(figure, { above: 2 });
    const days = [
      '2000-12-30',
      '2000-12-31',
      '2001-12-30',
      '2001-12-31',
      '2002-12-31',
      '2005-12-30',
      '2006-01-01',
    ] as const;
    expect(days.map((date) => high.valueOn(date))).toEqual([NaN, 0, 0, 1, NaN, NaN, 1]);
    expect(days.map((date) => regimeWhen(figure, { above: 2, below: 5 }).valueOn(date))).toEqual([
      NaN,
      0,
      0,
      1,
      NaN,
      NaN,
      0,
    ]);
    expect(regimeWhen(figure, { above: 0, below: 2 }).name).toBe('observations above 0 and below 2');
  });

  it('the bounds are outside, and 0 is a bound', () => {
    expect(regimeWhen(yearly(0), { above: 0 }).valueOn('2001-01-01')).toBe(0);
    expect(regimeWhen(yearly(0), { below: 0 }).valueOn('2001-01-01')).toBe(0);
  });

  it('passes on the mark of hindsight', () => {
    const marked = { name: 'x', unit: '', usesHindsight: true, observations: yearly(1) };
    expect(regimeWhen(marked, { above: 0 }).usesHindsight).toBe(true);
    expect(trend(marked, { periods: 2 }).usesHindsight).toBe(true);
  });

  it.each([
    [{}, 'option.missing', ['"above"', '"below"']],
    [{ above: 2, below: 2 }, 'option.range', ['above 2', 'below 2']],
    [{ above: NaN }, 'option.type', ['"above"', 'NaN']],
    [{ over: 2 }, 'option.unknown', ['"over"']],
  ] as const)('refuses %j', (bounds, code, facts) => {
    expectInputError(code, facts, () => regimeWhen(figure, bounds as never));
  });
});
