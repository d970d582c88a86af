import { firstCutRules, firstCuts, type FirstCutOptions, type RateObservation } from 'backtilt';
import { usPolicyRate } from 'backtilt/data';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assertCausal } from '../../src/testing/index.js';
import { root } from '../support/source-files.js';

type Day = `${number}-${number}-${number}`;

/** A made rate in percent: [day, level]. */
const rate = (...moves: readonly (readonly [Day, number])[]): RateObservation[] =>
  moves.map(([knownOn, percent]) => ({ knownOn, value: percent / 100 }));
const dates = (moves: readonly RateObservation[], options?: FirstCutOptions): string[] =>
  firstCuts(moves, options).events.map(({ date }) => date);

/**
 * Date, day known, rate before and after in percent. Dates to 1989: Thornton (2005), "A New Federal Funds Rate Target Series"; from
 * 1994 on: the statements of the Federal Open Market Committee. Unannounced decisions are known seven days later.
 */
const NINE = [
  ['1984-09-20', '1984-09-27', 11.5, 11.25],
  ['1987-11-04', '1987-11-11', 7.3125, 6.8125],
  ['1989-06-06', '1989-06-13', 9.8125, 9.5625],
  ['1995-07-06', '1995-07-06', 6, 5.75],
  ['1998-09-29', '1998-09-29', 5.5, 5.25],
  ['2001-01-03', '2001-01-03', 6.5, 6],
  ['2007-09-18', '2007-09-18', 5.25, 4.75],
  ['2019-07-31', '2019-07-31', 2.5, 2.25],
  ['2024-09-18', '2024-09-18', 5.5, 5],
] as const;

describe('first cuts of the federal funds target, 1982 to 2026', () => {
  const cuts = () => firstCuts(usPolicyRate());

  it('are exactly nine, with their days, the days on which they were known, and the rates before and after', () => {
    expect(
      cuts().events.map(({ date, knownOn, from, to }) => [
        date,
        knownOn,
        +(from * 100).toFixed(6),
        +(to * 100).toFixed(6),
      ]),
    ).toEqual(NINE);
    expect(cuts().length).toBe(9);
    expect([...cuts()]).toEqual(cuts().events);
    expect(cuts().events.map(({ changeBps }) => changeBps)).toEqual([-25, -50, -25, -25, -25, -50, -50, -25, -50]);
    expect(cuts().usesHindsight).toBe(false);
  });

  it('the naive rule, any decrease after any increase, gives fifteen', () => {
    const naive = firstCuts(usPolicyRate(), { minCutBps: 0, minGapMonths: 0 });
    expect(naive.length).toBe(15);
    // The six that the default leaves out are the technical steps and wiggles of 1983 to 1987.
    const nine = new Set<string>(NINE.map(([date]) => date));
    const more = naive.events.filter(({ date }) => !nine.has(date)).map(({ date }) => date.slice(0, 4));
    expect(more).toEqual(['1983', '1985', '1985', '1986', '1986', '1987']);
  });

  it('every event says under which other rules the same cut would be a first one', () => {
    const names = (date: string, rule: keyof typeof firstCutRules): string[] => {
      const { events } = firstCuts(usPolicyRate(), firstCutRules[rule]);
      const { under } = events.find((event) => event.date === date)!;
      return Object.entries(under).flatMap(([name, counts]) => (counts ? [name] : []));
    };
    expect(names('2019-07-31', 'standard')).toEqual(['standard', 'anyDecrease', 'resumptions']);
    expect(names('2024-09-18', 'standard')).toEqual(['standard', 'anyDecrease', 'resumptions']);
    expect(names('2025-09-17', 'resumptions')).toEqual(['resumptions']);
    expect(cuts().otherRules).toEqual({ standard: 9, anyDecrease: 15, resumptions: 14 });
    expect((cuts() as { toString: () => string }).toString()).toMatch(/standard 9, anyDecrease 15,\s+resumptions 14/);
  });

  it('the rules that are in use are the ones described, and asking by them gives what "under" says', () => {
    expect(firstCutRules.standard).toEqual(firstCuts([]).rule);
    for (const [name, rule] of Object.entries(firstCutRules)) {
      const { events } = firstCuts(usPolicyRate(), rule);
      const dates = new Set(events.map(({ date }) => date));
      for (const event of firstCuts(usPolicyRate(), firstCutRules.anyDecrease)) {
        expect(event.under[name as keyof typeof firstCutRules], `${event.date} under ${name}`).toBe(
          dates.has(event.date),
        );
      }
      expect(events.every(({ under }) => under[name as keyof typeof firstCutRules])).toBe(true);
    }
  });

  it('with resumptions after a pause of six months five more count', () => {
    const more = firstCuts(usPolicyRate(), { requireHike: false, minGapMonths: 6 });
    const nine = new Set<string>(NINE.map(([date]) => date));
    expect(more.events.map(({ date }) => date).filter((date) => !nine.has(date))).toEqual([
      '1985-12-18',
      '1990-07-13',
      '2002-11-06',
      '2003-06-25',
      '2025-09-17',
    ]);
    expect(more.length).toBe(14);
  });

  it('2020-03-03 is none: four months after the cut of 2019-10-30', () => {
    expect(cuts().events.filter(({ date }) => date.startsWith('2020'))).toEqual([]);
  });

  it('truncated after each change, the events so far never change', () => {
    for (const options of [
      {},
      { minCutBps: 0, minGapMonths: 0 },
      { requireHike: false, minGapMonths: 6 },
      { minHikeBps: 25 },
    ]) {
      expect(assertCausal(usPolicyRate(), (rates) => firstCuts(rates, options))).toBe(
        usPolicyRate().observations.length,
      );
    }
  });

  const table = new URL('../shared/data/fed_target_changes.csv', `file://${root}`);
  describe.skipIf(!existsSync(table))('on the table of changes as the source gives it', () => {
    it('the rule by hand gives the same nine dates', () => {
      const changes = readFileSync(table, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
        .map(([day = '', , before, after]) => ({
          day,
          bps: before === '' ? 0 : Math.round((Number(after) - Number(before)) * 1e6) / 1e4,
        }));
      const found: string[] = [];
      let lastCut = '0000-00-00';
      let risen = false;
      let everRisen = false;
      for (const { day, bps } of changes) {
        if (bps > 0) risen = everRisen = true;
        if (bps > -25) continue;
        const yearLater = `${String(Number(lastCut.slice(0, 4)) + 1).padStart(4, '0')}${lastCut.slice(4)}`;
        if (risen && everRisen && day >= yearLater) found.push(day);
        lastCut = day;
        risen = false;
      }
      expect(found).toEqual(NINE.map(([date]) => date));
    });
  });
});

describe('the rule on made rates', () => {
  it('before an increase has been seen the state is unknown, not "first"', () => {
    expect(dates(rate(['2000-01-10', 5], ['2001-01-10', 4]))).toEqual([]);
    expect(dates(rate(['2000-01-10', 5], ['2001-01-10', 4]), { requireHike: false, minGapMonths: 0 })).toEqual([]);
    expect(dates(rate(['2000-01-10', 5], ['2000-02-10', 5.25], ['2001-01-10', 4]))).toEqual(['2001-01-10']);
  });

  it('the gap is counted in calendar months: the same day a year later is enough, the day before is not', () => {
    const before = [
      ['2000-01-10', 5],
      ['2000-02-10', 5.25],
      ['2000-03-15', 5],
      ['2000-06-01', 5.25],
    ] as const;
    expect(dates(rate(...before, ['2001-03-14', 5]))).toEqual(['2000-03-15']);
    expect(dates(rate(...before, ['2001-03-15', 5]))).toEqual(['2000-03-15', '2001-03-15']);
  });

  it('months are clamped to the end of a shorter month: twelve after 29 February is 28 February', () => {
    const leap = [
      ['1999-01-10', 5],
      ['1999-02-10', 5.25],
      ['2000-02-29', 5],
      ['2000-06-01', 5.25],
    ] as const;
    expect(dates(rate(...leap, ['2001-02-27', 5]))).toEqual(['2000-02-29']);
    expect(dates(rate(...leap, ['2001-02-28', 5]))).toEqual(['2000-02-29', '2001-02-28']);
  });

  it('a cut that comes too soon is no first cut, but restarts the gap', () => {
    const moves = rate(
      ['2000-01-10', 5],
      ['2000-02-10', 5.25],
      ['2000-03-15', 5],
      ['2000-06-01', 5.25],
      ['2000-12-01', 5],
      ['2001-01-05', 5.25],
      ['2001-06-01', 5],
    );
    expect(dates(moves)).toEqual(['2000-03-15']);
    expect(dates(moves, { minGapMonths: 6 })).toEqual(['2000-03-15', '2000-12-01', '2001-06-01']);
  });

  it('a decrease below the smallest size neither counts nor restarts anything', () => {
    const moves = rate(['2000-01-10', 5], ['2000-02-10', 5.25], ['2000-03-15', 5.125], ['2000-04-15', 4.875]);
    expect(dates(moves)).toEqual(['2000-04-15']);
    expect(dates(moves, { minCutBps: 12.5 })).toEqual(['2000-03-15']);
    expect(dates(moves, { minCutBps: 26 })).toEqual([]);
  });

  it('25 basis points are 25, whatever binary fractions make of 0.0575 − 0.055', () => {
    for (let percent = 0.25; percent < 20; percent += 0.25) {
      expect(
        dates(rate(['2000-01-10', percent - 0.25], ['2000-02-10', percent], ['2001-03-10', percent - 0.25])),
      ).toEqual(['2001-03-10']);
    }
  });

  it('an increase below minHikeBps does not count as one', () => {
    const moves = rate(['2000-01-10', 5], ['2000-02-10', 5.125], ['2001-03-10', 4.875]);
    expect(dates(moves)).toEqual(['2001-03-10']);
    expect(dates(moves, { minHikeBps: 25 })).toEqual([]);
    expect(dates(moves, { minHikeBps: 12.5 })).toEqual(['2001-03-10']);
  });

  it('options of 0 are what they say: every decrease counts, and no gap is needed', () => {
    const moves = rate(
      ['2000-01-10', 5],
      ['2000-02-10', 5.25],
      ['2000-03-10', 5.24],
      ['2000-04-10', 5.25],
      ['2000-05-10', 5.24],
    );
    expect(dates(moves, { minCutBps: 0, minGapMonths: 0, minHikeBps: 0 })).toEqual(['2000-03-10', '2000-05-10']);
    expect(firstCuts(moves, { minCutBps: 0, minGapMonths: 0 }).rule).toEqual({
      minCutBps: 0,
      minGapMonths: 0,
      requireHike: true,
      minHikeBps: 0,
    });
  });

  it('an unchanged level is no move, and no history gives no events', () => {
    expect(dates(rate(['2000-01-10', 5], ['2000-02-10', 5], ['2000-03-10', 5]))).toEqual([]);
    expect(firstCuts([]).length).toBe(0);
  });

  it('prints each event with its rates and the reason, and the rule', () => {
    const shown: { toString: () => string } = firstCuts(usPolicyRate());
    const text = shown.toString();
    expect(text).toContain('First rate cuts: 9 events');
    expect(text).toContain('2019-07-31');
    expect(text).toMatch(/2\.50\s*%/);
    expect(text).toContain('25 bp after 9 increases');
    expect(text).toContain('a decrease of at least 25 bp, after an increase, at least 12 months');
  });
});
