import { addField, annually, backtest, monthly, sectorTilt, type Observation } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

const base = { Tech: 0.4, Health: 0.2, Banks: 0.3, Power: 0.1 };
const returns = { Tech: [0.01, 0.02], Health: [0, 0.01], Banks: [0.02, 0], Power: [-0.01, 0.01] };
const target = (tilt: ReturnType<typeof sectorTilt<keyof typeof base>>) =>
  backtest(months(returns), tilt).decisions[0]!.target;
const near = (weights: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(weights).map(([asset, weight]) => [asset, expect.closeTo(weight, 14) as number]));

describe('a sector tilt on fixed weights', () => {
  it('adds the points to the base, and the underweights pay', () => {
    expect(target(sectorTilt({ base, tilts: { Health: 0.05, Banks: -0.05 } }))).toEqual(
      near({ Tech: 0.4, Health: 0.25, Banks: 0.25, Power: 0.1 }),
    );
  });

  it('pro rata: the assets without a tilt pay in proportion to their base', () => {
    // +5 and +5 points; Tech and Power have 0.5 together and keep 0.4/0.5 of it.
    expect(target(sectorTilt({ base, tilts: { Health: 0.05, Banks: 0.05 }, funding: 'proRata' }))).toEqual(
      near({ Tech: 0.4 * 0.8, Health: 0.25, Banks: 0.35, Power: 0.1 * 0.8 }),
    );
  });

  it('pro rata: what is underweighted is given to the others, and a tilt of 0 keeps an asset out of it', () => {
    // −10 points of Banks: Tech and Health have 0.6 together and get 0.7; Power is named and stays.
    expect(target(sectorTilt({ base, tilts: { Banks: -0.1, Power: 0 }, funding: 'proRata' }))).toEqual(
      near({ Tech: (0.4 * 0.7) / 0.6, Health: (0.2 * 0.7) / 0.6, Banks: 0.2, Power: 0.1 }),
    );
  });

  it('may give up an asset as a whole', () => {
    expect(target(sectorTilt({ base, tilts: { Power: -0.1, Tech: 0.1 } }))).toEqual(
      near({ Tech: 0.5, Health: 0.2, Banks: 0.3 }),
    );
  });

  it('takes names that every object inherits as names', () => {
    const odd = { constructor: 0.4, toString: 0.2, ['__proto__']: 0.1, Power: 0.3 };
    const tilt = sectorTilt<string>({ base: odd, tilts: { Power: 0.06 }, funding: 'proRata' });
    // The three without a tilt, 0.7 together, pay 0.06 in proportion.
    const share = 1 - 0.06 / 0.7;
    expect(Object.entries(tilt.params!['weights'] as object)).toEqual([
      ['constructor', expect.closeTo(0.4 * share, 14)],
      ['toString', expect.closeTo(0.2 * share, 14)],
      ['__proto__', expect.closeTo(0.1 * share, 14)],
      ['Power', expect.closeTo(0.36, 14)],
    ]);
  });

  it('always sums to what the base sums to', () => {
    const half = { Tech: 0.2, Health: 0.1, Banks: 0.15, Power: 0.05 };
    const weights = target(sectorTilt({ base: half, tilts: { Health: 0.03 }, funding: 'proRata' }));
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0.5, 14);
  });

  it('is plain data with its figures', () => {
    const tilt = sectorTilt({ base, tilts: { Health: 0.05, Banks: -0.05 } });
    expect(tilt).toMatchObject({ name: 'Sector tilt +5 % Health, −5 % Banks', schedule: annually({ month: 12 }) });
    expect(tilt.params).toMatchObject({ base, tilts: { Health: 0.05, Banks: -0.05 }, funding: 'balanced' });
    expect(sectorTilt({ base, tilts: {}, name: 'Mine' }).name).toBe('Mine');
  });

  it.each([
    [{ tilts: { Health: 0.05 } }, 'option.range', ['sum to 0.05', 'must be paid for', "funding: 'proRata'"]],
    [{ tilts: { Helth: 0.05 } }, 'asset.unknown', ['"Helth"', 'Did you mean Health?']],
    [{ tilts: { Power: -0.2, Tech: 0.2 } }, 'option.range', ['"Power"', '0.1 in the base', '-0.1', 'below 0']],
    [
      { tilts: { Health: 0.6 }, funding: 'proRata', base: { Health: 0.2, Banks: 0.3 } },
      'option.range',
      ['"Banks"', 'below 0'],
    ],
    [
      { tilts: { Health: 0.1 }, funding: 'proRata', base: { Health: 0.2, Banks: 0 } },
      'option.range',
      ['sum to 0.1', 'no weight'],
    ],
    [{ tilts: { Health: 5, Banks: -5 } }, 'option.range', ['tilts.Health', '5', 'weight points']],
    [{ tilts: { Health: '5' } }, 'option.type', ['tilts.Health', '"5"']],
    [{ tilts: [0.1] }, 'option.type', ['"tilts"', 'an array']],
    [{ tilts: {}, funding: 'cash' }, 'option.range', ['"funding"', '"cash"', "'proRata'"]],
    [{ tilts: {}, assets: ['Tech'] }, 'option.unknown', ['"assets"']],
    [{ tilts: {}, base: { Tech: 0.9, Health: 0.2 } }, 'option.range', ['sum to 1.1']],
    [{ tilts: {}, base: 'marketCap' }, 'option.type', ['"base"', '"marketCap"']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => sectorTilt({ base, ...part } as never));
  });
});

describe('a sector tilt on market capitalisation', () => {
  const known = (...values: readonly number[]): Observation[] =>
    values.map((value, index) => ({ knownOn: (['2019-12-31', '2020-01-31'] as const)[index]!, value }));
  const capped = addField(months({ A: [0.01, 0.02], B: [0, 0.01], C: [0.02, 0] }), 'marketCap', {
    A: known(60, 20),
    B: known(30, 20),
    C: known(10, 60),
  });
  const assets = ['A', 'B', 'C'] as const;

  it('tilts the shares of the day', () => {
    const tilt = sectorTilt({ base: { field: 'marketCap' }, assets, tilts: { A: -0.1, B: 0.1 }, schedule: monthly() });
    const { decisions } = backtest(capped, tilt);
    expect(decisions.map(({ target: weights }) => weights)).toEqual([
      near({ A: 0.5, B: 0.4, C: 0.1 }),
      near({ A: 0.1, B: 0.3, C: 0.6 }),
    ]);
    expect(tilt.fields).toEqual(['marketCap']);
  });

  it('pro rata on the shares of the day', () => {
    const tilt = sectorTilt({ base: { field: 'marketCap' }, assets, tilts: { C: 0.18 }, funding: 'proRata' });
    // A and B have 0.9 and pay 0.18, a fifth of it.
    expect(backtest(capped, tilt).decisions[0]!.target).toEqual(near({ A: 0.48, B: 0.24, C: 0.28 }));
  });

  it('refuses on the day on which a weight would fall below 0', () => {
    const tilt = sectorTilt({ base: { field: 'marketCap' }, assets, tilts: { A: -0.3, C: 0.3 }, schedule: monthly() });
    expectInputError('weights.negative', ['sectorTilt on 2020-01-31', '"A"', '0.2 in the base'], () =>
      backtest(capped, tilt),
    );
  });

  it('is all cash where nothing has a capitalisation', () => {
    const empty = addField(months({ A: [0.01, 0.02], B: [0, 0.01] }), 'marketCap', { A: known(0), B: known(0) });
    const tilt = sectorTilt({ base: { field: 'marketCap' }, assets: ['A', 'B'], tilts: { A: 0.1, B: -0.1 } });
    expect(backtest(empty, tilt).decisions[0]!.target).toEqual({});
  });

  it.each([
    [{ assets: undefined }, 'option.type', ['"assets"']],
    [{ tilts: { D: 0 } }, 'asset.unknown', ['"D"']],
    [{ base: { field: 'marketCap', sum: 1 } }, 'option.unknown', ['sectorTilt, base', '"sum"']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () =>
      sectorTilt({ base: { field: 'marketCap' }, assets, tilts: {}, ...part } as never),
    );
  });
});
