import { rateRegime, regimeMask, type IsoDate, type RateObservation } from 'backtilt';
import { usPolicyRate } from 'backtilt/data';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

/** A made rate in percent: [day, level]. */
const rate = (...moves: readonly (readonly [IsoDate, number])[]): RateObservation[] =>
  moves.map(([knownOn, percent]) => ({ knownOn, value: percent / 100 }));

describe('the regime of a made rate', () => {
  const regime = () =>
    rateRegime(rate(['2000-01-10', 5], ['2000-02-10', 5.25], ['2001-02-10', 5.5], ['2002-06-30', 5.25]));

  it.each([
    ['2000-01-10', 'unknown', 'the first observation is a level, not a move'],
    ['2000-02-09', 'unknown', 'the day before the first move'],
    ['2000-02-10', 'hiking', 'the day of the first move'],
    ['2001-02-10', 'hiking', 'a move on the very day on which a hold would begin: 12 months'],
    ['2002-02-09', 'hiking', 'a day short of 12 months'],
    ['2002-02-10', 'holding', '12 months without a move'],
    ['2002-06-29', 'holding', 'the day before the cut'],
    ['2002-06-30', 'cutting', 'the cut'],
    ['2003-06-29', 'cutting', 'a day short of 12 months'],
    ['2003-06-30', 'holding', '12 months without a move, after the last observation'],
  ] as const)('on %s is %s: %s', (date, expected, reason) => {
    expect(regime().regimeOn(date), reason).toBe(expected);
    expect(regime().valueOn(date)).toBe({ unknown: NaN, hiking: 1, holding: 0, cutting: -1 }[expected]);
    for (const which of ['hiking', 'holding', 'cutting'] as const) {
      expect(regimeMask(regime(), which).valueOn(date)).toBe(expected === 'unknown' ? NaN : which === expected ? 1 : 0);
    }
  });

  it('lists its spells, and no hold that only begins after the data', () => {
    expect(regime().spells).toEqual([
      { regime: 'hiking', from: '2000-02-10', to: '2002-02-09', moves: 2, changeBps: 50 },
      { regime: 'holding', from: '2002-02-10', to: '2002-06-29', moves: 0, changeBps: 0 },
      { regime: 'cutting', from: '2002-06-30', to: null, moves: 1, changeBps: -25 },
    ]);
  });

  it('counts from the day on which a move was known', () => {
    const late = rateRegime([
      { knownOn: '1990-01-02', value: 0.08 },
      { date: '1990-07-13', knownOn: '1990-07-20', value: 0.0775 },
    ]);
    expect([late.regimeOn('1990-07-19'), late.regimeOn('1990-07-20')]).toEqual(['unknown', 'cutting']);
    expect([late.regimeOn('1991-07-19'), late.regimeOn('1991-07-20')]).toEqual(['cutting', 'holding']);
  });

  it('clamps the end of a short month: twelve months after 29 February begin a hold on 28 February', () => {
    const leap = rateRegime(rate(['2019-01-10', 1], ['2020-02-29', 1.25]));
    expect([leap.regimeOn('2021-02-27'), leap.regimeOn('2021-02-28')]).toEqual(['hiking', 'holding']);
  });

  it('passes over moves smaller than the least, neither beginning nor ending a regime by them', () => {
    const small = rate(['2000-01-10', 5], ['2000-02-10', 5.25], ['2000-08-10', 5.125], ['2001-03-10', 5]);
    expect(rateRegime(small).regimeOn('2000-09-10')).toBe('hiking');
    expect(rateRegime(small).regimeOn('2001-03-10')).toBe('holding');
    expect(rateRegime(small, { minMoveBps: 12.5 }).regimeOn('2000-09-10')).toBe('cutting');
    expect(rateRegime(small, { minMoveBps: 0, quietMonths: 6 }).spells.map((spell) => spell.regime)).toEqual([
      'hiking',
      // The half-year from 10 February ends on the day of the cut of 10 August: no day is left for a hold.
      'cutting',
      'holding',
      'cutting',
    ]);
  });

  it('an option of 0 is what it says, a history without moves is unknown for ever', () => {
    expect(rateRegime([], { minMoveBps: 0 }).rule).toEqual({ quietMonths: 12, minMoveBps: 0 });
    expect(rateRegime(rate(['2000-01-10', 5])).regimeOn('2020-01-10')).toBe('unknown');
    expect(regimeMask(rateRegime([]), 'holding').valueOn('2020-01-10')).toBeNaN();
  });

  it('spells and the answer of every day agree', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 700 }), fc.integer({ min: -3, max: 3 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 18 }), (moves, quietMonths) => {
        let [day, quarters] = [0, 20];
        const made = moves.map(([gap, change]): RateObservation => {
          day += gap;
          quarters += change;
          const knownOn = new Date(Date.UTC(2000, 0, 1) + day * 864e5).toISOString().slice(0, 10) as IsoDate;
          return { knownOn, value: quarters / 400 };
        });
        const whole = rateRegime(made, { quietMonths });
        const { spells } = whole;
        spells.forEach(({ regime: name, from, to }, index) => {
          expect(whole.regimeOn(from)).toBe(name);
          if (to === null) return;
          expect(whole.regimeOn(to)).toBe(name);
          expect(from <= to).toBe(true);
          expect(spells[index + 1]!.regime).not.toBe(name);
        });
      }),
    );
  });
});

/** Levels in percent, target or upper limit: statements of the Federal Open Market Committee of the days named. */
describe('the regime of the federal funds target', () => {
  const regime = rateRegime(usPolicyRate());

  it('since 1994 hikes, holds and cuts as the committee announced', () => {
    expect(
      regime.spells
        .filter(({ from }) => from >= '1994')
        .map(({ regime: name, from, moves, changeBps }) => [name, from, moves, changeBps]),
    ).toEqual([
      ['hiking', '1994-02-04', 7, 300], // 3 to 6
      ['cutting', '1995-07-06', 3, -75], // to 5.25
      ['holding', '1997-01-31', 0, 0], // 12 months after 1996-01-31
      ['hiking', '1997-03-25', 1, 25], // to 5.5
      ['holding', '1998-03-25', 0, 0],
      ['cutting', '1998-09-29', 3, -75], // to 4.75
      ['hiking', '1999-06-30', 6, 175], // to 6.5
      ['cutting', '2001-01-03', 13, -550], // to 1
      ['holding', '2004-06-25', 0, 0], // 12 months after 2003-06-25: five days
      ['hiking', '2004-06-30', 17, 425], // to 5.25
      ['holding', '2007-06-29', 0, 0],
      ['cutting', '2007-09-18', 10, -500], // to 0.25
      ['holding', '2009-12-16', 0, 0],
      ['hiking', '2015-12-16', 9, 225], // to 2.5
      ['cutting', '2019-07-31', 5, -225], // to 0.25
      ['holding', '2021-03-15', 0, 0],
      ['hiking', '2022-03-16', 11, 525], // to 5.5
      ['holding', '2024-07-26', 0, 0],
      ['cutting', '2024-09-18', 6, -175], // to 3.75
      ['hiking', '2026-09-16', 1, 25],
    ]);
  });

  it('keeps the pauses of 2001–02 (eleven months) and 2015–16 (a year less two days) in their cycles; ten quiet months would not', () => {
    expect([regime.regimeOn('2002-11-05'), regime.regimeOn('2016-12-13')]).toEqual(['cutting', 'hiking']);
    const short = rateRegime(usPolicyRate(), { quietMonths: 10 });
    expect([short.regimeOn('2002-11-05'), short.regimeOn('2016-12-13')]).toEqual(['holding', 'holding']);
  });

  it('has seven spells before 1990, and with every move of a few basis points many more', () => {
    const before1990 = ({ spells }: ReturnType<typeof rateRegime>): number =>
      spells.filter(({ from }) => from < '1990').length;
    expect(before1990(regime)).toBe(7);
    // The sign of the moves as listed: cuts of 1982, then nine times up and down again from March 1983 to June 1989.
    expect(before1990(rateRegime(usPolicyRate(), { minMoveBps: 0 }))).toBe(1 + 2 * 9);
  });

  it('prints its spells and its rule, is frozen, and passes on the mark of hindsight', () => {
    const text = String(regime);
    expect(text).toContain('Rate regime: 28 spells');
    expect(text).toMatch(/Point in\s+time/);
    expect(Object.isFrozen(regime) && Object.isFrozen(regime.spells[0])).toBe(true);
    const marked = rateRegime({ ...usPolicyRate(), usesHindsight: true });
    expect([marked.usesHindsight, regimeMask(marked, 'cutting').usesHindsight]).toEqual([true, true]);
    expect(String(marked)).toMatch(/use\s+hindsight/);
  });
});

describe('rateRegime and regimeMask refuse', () => {
  it.each([
    [{ quietMonths: 0 }, 'option.range', ['"quietMonths"', '0', '1 or more']],
    [{ quietMonths: 1.5 }, 'option.range', ['"quietMonths"', '1.5']],
    [{ minMoveBps: -1 }, 'option.range', ['"minMoveBps"', '-1']],
    [{ quiet: 3 }, 'option.unknown', ['rateRegime', '"quiet"', 'quietMonths']],
    [null, 'option.type', ['rateRegime', 'null']],
  ] as const)('the options %j', (options, code, facts) => {
    expectInputError(code, facts, () => rateRegime([], options as never));
  });

  it('rates in percent, a thing without regimes, a regime that there is not, a day that there is not', () => {
    expectInputError('observation.invalid', ['rateRegime', '5.5', '0.055'], () =>
      rateRegime([{ knownOn: '2000-01-10', value: 5.5 }]),
    );
    expectInputError('option.type', ['regimeMask', 'rateRegime(usPolicyRate())'], () =>
      regimeMask(usPolicyRate() as never, 'cutting'),
    );
    expectInputError('option.range', ['"which"', '"easing"', "'cutting'"], () =>
      regimeMask(rateRegime([]), 'easing' as never),
    );
    expectInputError('date.impossible', ['2023-02-29'], () => rateRegime([]).valueOn('2023-02-29'));
  });
});
