import { easingCycles, type IsoDate, type RateObservation } from 'backtilt';
import { usPolicyRate, usRecessions } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const rate = (...moves: readonly (readonly [IsoDate, number])[]): RateObservation[] =>
  moves.map(([knownOn, percent]) => ({ knownOn, value: percent / 100 }));

describe('easing cycles of the federal funds target', () => {
  const cycles = () => easingCycles(usPolicyRate(), { recessions: usRecessions() });

  it('go from the peak over the first to the last cut', () => {
    // Levels in percent. To 1989: Thornton (2005), "A New Federal Funds Rate Target Series"; from 1994 on: FOMC statements.
    expect(
      cycles().events.map(({ peak, firstCut, lastCut, totalBps, cuts, endedBy }) => [
        peak.date,
        +(peak.rate * 100).toFixed(4),
        firstCut.date,
        lastCut.date,
        +(lastCut.rate * 100).toFixed(4),
        totalBps,
        cuts,
        endedBy,
      ]),
    ).toEqual([
      ['1984-08-09', 11.5, '1984-09-20', '1984-12-24', 8.125, -337.5, 9, '1985-01-24'],
      ['1987-09-24', 7.3125, '1987-11-04', '1988-02-11', 6.5, -81.25, 3, '1988-03-30'],
      ['1989-05-17', 9.8125, '1989-06-06', '1992-09-04', 3, -681.25, 24, '1994-02-04'],
      ['1995-02-01', 6, '1995-07-06', '1996-01-31', 5.25, -75, 3, '1997-03-25'],
      ['1997-03-25', 5.5, '1998-09-29', '1998-11-17', 4.75, -75, 3, '1999-06-30'],
      ['2000-05-16', 6.5, '2001-01-03', '2003-06-25', 1, -550, 13, '2004-06-30'],
      ['2006-06-29', 5.25, '2007-09-18', '2008-12-16', 0.25, -500, 10, '2015-12-16'],
      ['2018-12-19', 2.5, '2019-07-31', '2020-03-15', 0.25, -225, 5, '2022-03-16'],
      ['2023-07-26', 5.5, '2024-09-18', '2025-12-10', 3.75, -175, 6, '2026-09-16'],
    ]);
  });

  it('their size is the last rate less the peak', () => {
    for (const { peak, lastCut, totalBps } of cycles())
      expect(totalBps).toBeCloseTo((lastCut.rate - peak.rate) * 1e4, 6);
  });

  it('are linked with recessions by the window, and by none where none are given', () => {
    const linked = (windowMonths: number): readonly (boolean | null | undefined)[] =>
      easingCycles(usPolicyRate(), { recessions: usRecessions(), windowMonths }).events.map(
        ({ recession }) => recession?.linked,
      );
    expect(linked(12)).toEqual([false, false, false, false, false, true, true, true, false]);
    expect(linked(18)).toEqual([false, false, true, false, false, true, true, true, null]);
    expect(cycles().events[2]!.recession).toMatchObject({ linked: false, peak: null });
    expect(easingCycles(usPolicyRate()).events.map(({ recession }) => recession)).toEqual(Array(9).fill(null));
  });

  it('use hindsight and say so, and print peak, cuts and recession', () => {
    expect(cycles().usesHindsight).toBe(true);
    const text = String(cycles());
    expect(text).toContain('Easing cycles: 9');
    expect(text).toContain('uses hindsight');
    expect(text).toContain('3 months before the peak of 2007-12');
    expect(Object.isFrozen(cycles().events[0]!.peak)).toBe(true);
  });

  it('take the rule of first cuts: with resumptions fourteen, where a cycle may end without an increase', () => {
    const more = easingCycles(usPolicyRate(), { requireHike: false, minGapMonths: 6 });
    expect(more.length).toBe(14);
    const paused = more.events.find(({ date }) => date === '2001-01-03');
    expect([paused!.lastCut.date, paused!.totalBps, paused!.endedBy]).toEqual(['2001-12-11', -475, null]); // 6.5 to 1.75
  });
});

describe('a made cycle', () => {
  const moves = rate(['2000-01-10', 5], ['2000-03-10', 5.25], ['2002-01-10', 4.75], ['2002-03-10', 4.65]);

  it('is open until an increase comes, and small decreases belong to it', () => {
    const [cycle] = easingCycles(moves).events;
    expect(cycle).toMatchObject({ cuts: 2, totalBps: -60, endedBy: null, lastCut: { date: '2002-03-10' } });
    expect(String(easingCycles(moves))).toContain('(open)');
  });

  it('ends with any increase, or with one that is large enough', () => {
    const more = [...moves, ...rate(['2002-05-10', 4.7], ['2002-06-10', 4.4])];
    expect(easingCycles(more).events[0]).toMatchObject({ endedBy: '2002-05-10', totalBps: -60 });
    // −50 − 10 − 30; the increase of 5 bp between does not count, and is no cut.
    expect(easingCycles(more, { minHikeBps: 25 }).events[0]).toMatchObject({ endedBy: null, cuts: 3, totalBps: -90 });
  });
});

describe('easingCycles refuses', () => {
  it.each([
    [{ windowMonths: 1.5 }, 'option.range', ['"windowMonths"', '1.5']],
    [{ minCut: 25 }, 'option.unknown', ['"minCut"', 'minCutBps']],
    [{ recessions: [] }, 'observation.invalid', ['easingCycles', 'usRecessions()']],
    [null, 'option.type', ['easingCycles', 'null']],
  ] as const)('the options %j', (options, code, facts) => {
    expectInputError(code, facts, () => easingCycles([], options as never));
  });
});
