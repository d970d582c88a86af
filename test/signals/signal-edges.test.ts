import {
  easingCycles,
  firstCuts,
  fromReturns,
  momentum,
  monthsSince,
  rateRegime,
  recessionLinked,
  recessions,
  relativeStrength,
  runLengths,
  trend,
  turningPoints,
  zScore,
  type IsoDate,
  type Observation,
  type RateObservation,
  type RecessionDates,
  type ReturnSeries,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const rate = (...moves: readonly (readonly [IsoDate, number])[]): RateObservation[] =>
  moves.map(([knownOn, percent]) => ({ knownOn, value: percent / 100 }));
const yearly = (...values: readonly number[]): Observation[] =>
  values.map((value, index) => ({ knownOn: `${2000 + index}-12-31` as IsoDate, value }));
const valuesOf = ({ observations }: { readonly observations: readonly Observation[] }): number[] =>
  observations.map(({ value }) => value);
const on = (date: IsoDate) => ({ date, knownOn: date });

describe('a rate', () => {
  it('that differs by the rounding of binary fractions alone has not moved', () => {
    // 0.1 + 0.2 is 0.30000000000000004.
    const still: RateObservation[] = [
      { knownOn: '2000-01-10', value: 0.3 },
      { knownOn: '2000-02-10', value: 0.1 + 0.2 },
      { knownOn: '2000-03-10', value: 0.3 },
    ];
    const regime = rateRegime(still, { minMoveBps: 0 });
    expect([regime.regimeOn('2000-03-10'), regime.spells]).toEqual(['unknown', []]);
    const cuts = [...rate(['1999-01-10', 5], ['1999-02-10', 30]), ...still, ...rate(['2001-02-10', 5])];
    const [cycle] = easingCycles(cuts, { minCutBps: 0, minGapMonths: 0 }).events;
    expect([cycle!.peak.date, cycle!.firstCut.date]).toEqual(['1999-02-10', '2001-02-10']);
  });

  it('of just below 1 is one, and so is a negative one', () => {
    expect(rateRegime(rate(['2000-01-10', 99.75], ['2000-02-10', 99.5])).regimeOn('2000-02-10')).toBe('cutting');
    expect(rateRegime(rate(['2000-01-10', -0.5], ['2000-02-10', -0.75])).regimeOn('2000-02-10')).toBe('cutting');
  });

  it('that moves twice on one day has two moves, in their order', () => {
    const twice = rate(['2000-01-10', 5], ['2001-01-10', 5.5], ['2001-01-10', 5]);
    expect(firstCuts(twice).events.map(({ date, from, to }) => [date, from, to])).toEqual([
      ['2001-01-10', 0.055, 0.05],
    ]);
    expect(easingCycles(twice).events[0]).toMatchObject({ peak: { date: '2001-01-10', rate: 0.055 }, cuts: 1 });
  });

  it('ends a cycle by an increase of exactly minHikeBps, which then counts', () => {
    const moves = rate(['2000-01-10', 5], ['2000-02-10', 5.25], ['2001-01-10', 4.75], ['2001-06-10', 5]);
    const endedBy = (minHikeBps: number) => easingCycles(moves, { minHikeBps }).events[0]!.endedBy;
    expect([endedBy(24), endedBy(25)]).toEqual(['2001-06-10', '2001-06-10']);
    expect(easingCycles(moves, { minHikeBps: 26 }).length).toBe(0);
  });

  it('in a cycle that has no recessions beside it and no increase after it is frozen all the same', () => {
    const cycles = easingCycles(rate(['2000-01-10', 5], ['2000-02-10', 5.25], ['2001-01-10', 4.75]));
    expect([...cycles]).toEqual([
      {
        ...on('2001-01-10'),
        peak: { date: '2000-02-10', rate: 0.0525 },
        firstCut: { date: '2001-01-10', rate: 0.0475 },
        lastCut: { date: '2001-01-10', rate: 0.0475 },
        cuts: 1,
        totalBps: -50,
        endedBy: null,
        recession: null,
      },
    ]);
  });
});

describe('events', () => {
  it('known on the same day are in order, and the later of them counts', () => {
    const since = monthsSince([on('2020-01-31'), { date: '2020-02-03', knownOn: '2020-01-31' }]);
    expect(since.valueOn('2020-03-31')).toBe(2);
  });

  const dates: RecessionDates = {
    turningPoints: [
      { month: '2000-01', type: 'trough', announced: null },
      { month: '2002-06', type: 'peak', announced: '2002-12-10' },
      { month: '2003-02', type: 'trough', announced: '2004-01-20' },
    ],
    spanEnd: '2006-12',
  };
  const none = { peak: null, monthsToPeak: null };
  const linked = { linked: true, peak: '2002-06' };
  it.each([
    ['hindsight', '2000-01-31', 12, { ...none, linked: null, why: 'before the first turning point' }],
    ['hindsight', '2001-06-01', 12, { ...linked, monthsToPeak: 12, why: '12 months before the peak of 2002-06' }],
    ['hindsight', '2002-06-30', 0, { ...linked, monthsToPeak: 0, why: '0 months before the peak of 2002-06' }],
    ['hindsight', '2002-07-01', 12, { ...linked, monthsToPeak: -1, why: 'in the recession after 2002-06' }],
    ['hindsight', '2005-12-31', 12, { ...none, linked: false, why: 'no recession within 12 months' }],
    ['hindsight', '2006-12-31', 0, { ...none, linked: false, why: 'no recession within 0 months' }],
    ['hindsight', '2006-01-01', 12, { ...none, linked: null, why: 'open: the window reaches beyond the data' }],
    ['hindsight', '2007-01-01', 12, { ...none, linked: null, why: 'after the end of the data' }],
    ['announced', '2002-12-09', undefined, { ...none, linked: null, why: 'nothing had been announced' }],
    // From 2002-12 back to 2002-06.
    [
      'announced',
      '2002-12-10',
      undefined,
      { ...linked, monthsToPeak: -6, why: 'peak of 2002-06 announced on 2002-12-10' },
    ],
    [
      'announced',
      '2006-12-31',
      undefined,
      { ...none, linked: false, why: 'trough of 2003-02 announced on 2004-01-20' },
    ],
    ['announced', '2007-01-01', undefined, { ...none, linked: null, why: 'after the end of the data' }],
  ] as const)('%s, on %s with the window %s: %j', (known, date, windowMonths, recession) => {
    const { events } = recessionLinked([on(date)], dates, { known, windowMonths });
    expect(events).toEqual([{ ...on(date), recession }]);
    expect(Object.isFrozen(events[0]) && Object.isFrozen(events[0]!.recession)).toBe(true);
  });

  it('keep the name of their list while all of them stay', () => {
    const cuts = firstCuts([]);
    const nameOf = (keep?: 'all' | 'linked') => recessionLinked(cuts, dates, { known: 'hindsight', keep }).name;
    expect([nameOf(), nameOf('all'), nameOf('linked')]).toEqual([
      'first cuts',
      'first cuts',
      'first cuts, recession-linked',
    ]);
  });
});

describe('a turning point of the economy', () => {
  const peak = { month: '2020-02', type: 'peak', announced: '2020-06-08' } as const;
  const trough = { month: '2020-04', type: 'trough', announced: '2020-06-08' } as const;

  it('may be announced on the day of the one before: then the later one counts', () => {
    const both = recessions({ turningPoints: [peak, trough] }, { known: 'announced' });
    expect([both.valueOn('2020-06-07'), both.valueOn('2020-06-08')]).toEqual([NaN, 0]);
  });

  it('may be announced on the first day after its month, on no day, or without saying so', () => {
    const early = { ...peak, announced: '2020-03-01' } as const;
    expect(recessions({ turningPoints: [early] }, { known: 'announced' }).valueOn('2020-03-01')).toBe(1);
    for (const silent of [{ ...trough, announced: null }, { month: '2020-04', type: 'trough' } as never]) {
      const dates = { turningPoints: [peak, silent] };
      expect(recessions(dates, { known: 'announced' }).valueOn('2021-01-01')).toBe(1);
      expect(recessions(dates, { known: 'hindsight' }).valueOn('2021-01-01')).toBe(0);
    }
  });

  it('that was never announced is nothing that was known, wherever it stands', () => {
    const old = { month: '2019-04', type: 'trough', announced: null } as const;
    expect(recessions({ turningPoints: [old] }, { known: 'announced' }).valueOn('2021-01-01')).toBeNaN();
    expect(recessions({ turningPoints: [old] }, { known: 'hindsight' }).valueOn('2021-01-01')).toBe(0);
  });
});

describe('turns', () => {
  it.each([
    ['a rise', [1, 2, 3], 'difference'],
    ['a fall', [3, 2, 1], 'difference'],
    ['a rise', [1, 2, 3], 'ratio'],
    ['a fall', [3, 2, 1], 'ratio'],
  ] as const)('%s of %j by %s has none, however small the threshold', (_, levels, by) => {
    expect(turningPoints(yearly(...levels), { threshold: 1e-15, by }).events).toEqual([]);
  });

  it('of one observation are none; it is the first and the last', () => {
    const { events, first, last } = turningPoints(yearly(7), { threshold: 1 });
    expect([events, first, last]).toEqual([[], { date: '2000-12-31', level: 7 }, { date: '2000-12-31', level: 7 }]);
  });

  it('that begin with a trough begin with a run down', () => {
    const { runs } = runLengths(turningPoints(yearly(100, 50, 100), { threshold: 0.5 }));
    expect(runs.map(({ direction }) => direction)).toEqual(['down', 'up']);
  });

  it('name an observation that is refused by its place', () => {
    expectInputError('date.impossible', ['turningPoints, observation 1'], () =>
      turningPoints([...yearly(1), { month: '2001-13', knownOn: '2002-01-01', value: 1 } as Observation], {
        threshold: 1,
      }),
    );
  });
});

describe('figures of levels', () => {
  it('a mean of 0 or less has no trend', () => {
    expect(valuesOf(trend(yearly(-3, 1), { periods: 2 }))).toEqual([NaN]);
    expect(valuesOf(trend(yearly(-1, 1), { periods: 2 }))).toEqual([NaN]);
    expect(valuesOf(trend(yearly(-1, 3), { periods: 2 }))).toEqual([2]);
  });

  it('a spread whose square is too small for a number has no score, and never an infinite one', () => {
    // (10⁻²⁰⁰)² is 0 in binary fractions.
    expect(valuesOf(zScore(yearly(0, 1e-200), { window: 2 }))).toEqual([NaN]);
    expect(valuesOf(zScore(yearly(0, 1e-200), { window: 'expanding', minObservations: 2 }))).toEqual([NaN]);
  });
});

describe('what a series of returns is, its signals are', () => {
  const panel = fromReturns({
    frequency: 'annual',
    dates: ['2001-12', '2002-12'],
    returns: { A: [0.1, NaN], B: [NaN, 0.1], C: [0.1, 0.2] },
  });
  const returns = (asset: 'A' | 'B' | 'C') => panel.returns(asset);
  const marked = (series: ReturnSeries): ReturnSeries => ({ ...series, meta: { ...series.meta, usesHindsight: true } });

  it('with hindsight', () => {
    expect(momentum(marked(returns('C')), { periods: 1 }).usesHindsight).toBe(true);
    expect(momentum(returns('C'), { periods: 1 }).usesHindsight).toBe(false);
  });

  it('with hindsight where one of two has it; a series without a row has nothing to know', () => {
    const [a, b, c] = [returns('A'), returns('B'), returns('C')];
    expect(relativeStrength(a, c).usesHindsight).toBe(false);
    expect(relativeStrength(marked(a), c).usesHindsight).toBe(true);
    expect(relativeStrength(a, marked(c)).usesHindsight).toBe(true);
    expect(relativeStrength(marked(a), marked(b))).toMatchObject({ observations: [], usesHindsight: false });
  });

  it('with their source, where it is given, and their vintage', () => {
    const sourced = fromReturns({
      frequency: 'annual',
      dates: ['2001-12'],
      returns: { A: [0.1] },
      source: 'made',
    });
    expect(momentum(sourced.returns('A'), { periods: 1 }).source).toBe('made');
    expect(Object.keys(momentum(returns('C'), { periods: 1 }))).not.toContain('source');
    const series = { name: 'x', unit: '', usesHindsight: false, observations: yearly(1, 2) };
    const whole = { ...series, source: 'made', vintage: '2001-12' };
    expect(trend(whole, { periods: 2 })).toMatchObject({ source: 'made', vintage: '2001-12' });
    expect(Object.keys(trend(series, { periods: 2 }))).toEqual(['name', 'unit', 'usesHindsight', 'observations']);
  });
});
