import {
  addIndicator,
  backtest,
  leadershipAgeRotation,
  regimeAge,
  sectorRotation,
  sectorTilt,
  turningPoints,
  valuationReversion,
  whenTargetChanges,
  monthly,
  type IsoDate,
  type Observation,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months, monthsFrom } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

/** One value known in the middle of each month from December 2019 on. */
const monthlyValues = (values: readonly number[]): Observation[] =>
  monthsFrom('2019-12', values.length).map((month, index) => ({
    knownOn: `${month}-15` as IsoDate,
    value: values[index]!,
  }));
const flat = (count: number): number[] => Array.from({ length: count }, () => 0);
/** One letter for each decision: S where small caps are held. */
const letters = (decisions: readonly { readonly target: Readonly<Partial<Record<'Small', number>>> }[]): string =>
  decisions.map(({ target }) => ((target.Small ?? 0) > 0 ? 'S' : '.')).join('');

describe('a valuation reversion', () => {
  const run = (values: readonly number[], more: object = {}, options: object = {}) =>
    backtest(
      addIndicator(months({ Big: flat(values.length), Small: flat(values.length) }), 'dearness', monthlyValues(values)),
      valuationReversion({
        core: 'Big',
        satellite: 'Small',
        valuation: 'dearness',
        enterAt: 0.2,
        exitAt: 0.5,
        ...more,
      }),
      options,
    );

  it('enters at or below one value, keeps what it has in between, and leaves at or above the other', () => {
    //                       dear mid  at    mid  mid  at   mid  below
    expect(letters(run([0.9, 0.3, 0.2, 0.3, 0.49, 0.5, 0.3, 0.1]).decisions)).toBe('..SSS..S');
  });

  it('runs the other way where high values are cheap', () => {
    const turned = [0.1, 0.7, 0.8, 0.7, 0.51, 0.5, 0.7, 0.9];
    expect(letters(run(turned, { enterAt: 0.8, exitAt: 0.5 }).decisions)).toBe('..SSS..S');
  });

  it('holds the core only while nothing is known', () => {
    expect(letters(run([NaN, 0.1, NaN, 0.3]).decisions)).toBe('.S..');
  });

  it('holds the weight that it is told to, and the rest in the core', () => {
    const { decisions } = run([0.1, 0.9], { weight: 0.25 });
    expect(decisions.map(({ target }) => target)).toEqual([{ Big: 0.75, Small: 0.25 }, { Big: 1 }]);
  });

  it('does not count a trade that is still on its way', () => {
    // Bought at the close of the third month's end; at the second the engine holds none yet, and the order is taken back.
    expect(letters(run([0.1, 0.3, 0.3, 0.3], {}, { executionLag: 1 }).decisions)).toBe('SSSS');
    expect(letters(run([0.1, 0.3, 0.3, 0.3], {}, { executionLag: 2 }).decisions).slice(0, 2)).toBe('S.');
  });

  it.each([
    [{ enterAt: 0.5 }, 'option.range', ['both 0.5', 'Leave a distance']],
    [{ enterAt: NaN }, 'option.type', ['"enterAt"', 'NaN']],
    [{ weight: 0 }, 'option.range', ['"weight"']],
    [{ weight: 1.5 }, 'option.range', ['"weight"', '1.5']],
    [{ satellite: 'Big' }, 'option.range', ['both "Big"']],
    [{ percentile: 'x' }, 'option.unknown', ['percentile']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, ['valuationReversion', ...facts], () => run([0.1], part));
  });
});

describe('a leadership-age rotation', () => {
  // Level of small over big: up to 2, down to 1, up to 1.5; turns of a half and more. Each figure is known at its month's end.
  const levels = [1, 1.5, 2, 1.3, 1.1, 1, 1.2, 1.5, 1.5];
  const strength = monthsFrom('2020-01', levels.length).map((month, index) => ({
    knownOn: `${month}-28` as IsoDate,
    value: levels[index]!,
  }));
  const age = (only: 'peaks' | 'troughs') => regimeAge(turningPoints(strength, { threshold: 0.5, only }));
  const panel = addIndicator(
    addIndicator(months({ Big: flat(9), Small: flat(9) }), 'rise', age('troughs')),
    'fall',
    age('peaks'),
  );
  const run = (maxAgeMonths: number): string =>
    letters(
      backtest(
        panel,
        leadershipAgeRotation({
          asset: 'Small',
          benchmark: 'Big',
          sinceTrough: 'rise',
          sincePeak: 'fall',
          maxAgeMonths,
        }),
      ).decisions,
    );

  it('holds the leader by the latest known turn, and the benchmark before any', () => {
    // The peak of March is known in April (1.3 is below 2/1.5), the trough of June in August: small caps at the ends of August only,
    // the decision of September being that of the last row.
    expect(run(100)).toBe('........S');
  });

  it('holds the other one once the run is old', () => {
    // From the fourth month after the peak of March, July, on; after the trough of June the leader is two months old in August.
    expect(run(4)).toBe('.......SS');
    // Two months: from May on the other one, small caps; in August the new leader is old at once, and the other one is large caps.
    expect(run(2)).toBe('.....SSS.');
  });

  it.each([
    [{ maxAgeMonths: 0 }, 'option.range', ['"maxAgeMonths"', '0']],
    [{ sincePeak: 'rise' }, 'option.range', ['both "rise"']],
    [{ sinceTrough: '' }, 'option.type', ['"sinceTrough"']],
    [{ benchmark: 'Small' }, 'option.range', ['both "Small"']],
    [{ maxAge: 3 }, 'option.unknown', ['maxAge', 'maxAgeMonths']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, ['leadershipAgeRotation', ...facts], () =>
      leadershipAgeRotation({
        asset: 'Small',
        benchmark: 'Big',
        sinceTrough: 'rise',
        sincePeak: 'fall',
        maxAgeMonths: 9,
        ...part,
      }),
    );
  });
});

describe('a sector rotation', () => {
  const base = { Tech: 0.3, Health: 0.2, Banks: 0.5 };
  const tilts = { Health: 0.05, Banks: -0.05 };
  const onlyWhile = { indicator: 'cutting', above: 0.5 } as const;
  const panel = addIndicator(
    months({ Tech: [0.1, 0, 0, 0], Health: flat(4), Banks: flat(4) }),
    'cutting',
    monthlyValues([NaN, 1, 1, 0]),
  );

  it('holds the tilt while the condition is true, and the base otherwise', () => {
    const { decisions } = backtest(panel, sectorRotation({ base, tilts, onlyWhile }));
    const tilted = { Tech: 0.3, Health: 0.25, Banks: 0.45 };
    expect(decisions.map(({ target }) => target)).toEqual([base, tilted, tilted, base]);
  });

  it('trades only when the tilt comes or goes, if told to', () => {
    const schedule = whenTargetChanges({ check: monthly() });
    const { decisions } = backtest(panel, sectorRotation({ base, tilts, onlyWhile, schedule }));
    expect(decisions.filter(({ turnover }) => turnover > 0).map(({ decidedOn }) => decidedOn)).toEqual([
      '2019-12-31',
      '2020-01-31',
      '2020-03-31',
    ]);
  });

  it('is named after both, and its tilt is that of sectorTilt', () => {
    const rotation = sectorRotation({ base, tilts, onlyWhile });
    expect(rotation.name).toBe('Sector tilt +5 % Health, −5 % Banks, only while cutting above 0.5');
    expect(rotation.params?.['weights']).toEqual(sectorTilt({ base, tilts }).params?.['weights']);
    expect(sectorRotation({ base, tilts, onlyWhile, name: 'Mine' }).name).toBe('Mine');
  });

  it.each([
    [{ tilts: { Health: 0.05 } }, 'option.range', ['sum to 0.05']],
    [{ tilts: { Helth: 0.05 } }, 'asset.unknown', ['Helth', 'Health']],
    [{ onlyWhile: undefined }, 'option.type', ['onlyWhile']],
    [{ onlyWhile: { indicator: 'cutting' } }, 'option.missing', ['onlyWhile']],
    [{ name: '' }, 'option.type', ['"name"']],
    [{ until: 1 }, 'option.unknown', ['until']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => sectorRotation({ base, tilts, onlyWhile, ...part } as never));
  });
});
