import {
  fromReturns,
  regimeAge,
  relativeStrength,
  runLengths,
  turningPoints,
  type IsoDate,
  type Observation,
  type Turns,
} from 'backtilt';
import { usEffectiveRate } from 'backtilt/data';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const yearly = (...values: readonly number[]): Observation[] =>
  values.map((value, index) => ({ knownOn: `${2000 + index}-12-31` as IsoDate, value }));
const brief = ({ events }: Turns): string[] =>
  events.map(({ type, date, knownOn }) => `${type} ${date.slice(0, 4)} ${knownOn.slice(0, 4)}`);

describe('turning points of made levels', () => {
  it('count once the level has moved back: a peak of 150 at 120, a trough of 80 at 100', () => {
    // 0.25: a peak is confirmed at 150 / 1.25 = 120 or below, a trough at 80 · 1.25 = 100 or above.
    const turns = turningPoints(yearly(100, 150, 121, 120, 80, 99, 100), { threshold: 0.25 });
    expect(brief(turns)).toEqual(['peak 2001 2003', 'trough 2004 2006']);
    expect(turns.events.map(({ level }) => level)).toEqual([150, 80]);
    expect(turns).toMatchObject({ by: 'ratio', only: null, length: 2, usesHindsight: false });
  });

  it('a move of exactly the threshold is one, whatever rounding makes of it', () => {
    // 0.1 + 0.2 is a little more than 0.3, and 0.5 − 0.3 a little more than 0.2.
    expect(brief(turningPoints(yearly(0.1, 0.1 + 0.2, 0.1), { threshold: 0.2, by: 'difference' }))).toEqual([
      'peak 2001 2002',
    ]);
    expect(brief(turningPoints(yearly(1, 1.1, 1.1 / 1.1), { threshold: 0.1 }))).toEqual(['peak 2001 2002']);
  });

  it('the first observation is never a turn, and of equal extremes the latest counts', () => {
    expect(brief(turningPoints(yearly(100, 50, 100), { threshold: 0.25 }))).toEqual(['trough 2001 2002']);
    expect(brief(turningPoints(yearly(100, 150, 140, 150, 100), { threshold: 0.25 }))).toEqual(['peak 2003 2004']);
  });

  it('missing values are passed over', () => {
    expect(brief(turningPoints(yearly(NaN, 100, NaN, 150, 100, NaN), { threshold: 0.25 }))).toEqual(['peak 2003 2004']);
    expect(turningPoints([], { threshold: 0.25 })).toMatchObject({ length: 0, first: null, last: null });
  });

  it('are dated by the month that a figure is about, and known when the figure is', () => {
    const about = [1, 3, 2].map((value, index) => ({
      month: `2000-0${index + 1}`,
      knownOn: `2000-0${index + 2}-01` as IsoDate,
      value,
    }));
    expect(turningPoints(about, { threshold: 1, by: 'difference' }).events).toEqual([
      { date: '2000-02-29', knownOn: '2000-04-01', type: 'peak', level: 3 },
    ]);
  });

  it('can be only peaks or only troughs', () => {
    const levels = yearly(100, 150, 80, 150, 80);
    expect(brief(turningPoints(levels, { threshold: 0.25, only: 'peaks' }))).toEqual([
      'peak 2001 2002',
      'peak 2003 2004',
    ]);
    expect(brief(turningPoints(levels, { threshold: 0.25, only: 'troughs' }))).toEqual(['trough 2002 2003']);
  });

  const levels = fc.array(fc.integer({ min: 50, max: 200 }), { minLength: 1, maxLength: 30 });
  it('take turns, are the extremes between their neighbours, and are far enough from them', () => {
    fc.assert(
      fc.property(levels, (made) => {
        const { events } = turningPoints(yearly(...made), { threshold: 40, by: 'difference' });
        const at = events.map(({ date }) => Number(date.slice(0, 4)) - 2000);
        events.forEach(({ type, level }, index) => {
          const sign = type === 'peak' ? 1 : -1;
          const between = made.slice(at[index - 1] ?? 0, (at[index + 1] ?? made.length - 1) + 1);
          expect(Math.max(...between.map((one) => sign * one))).toBe(sign * level);
          if (index === 0) return;
          expect(events[index - 1]!.type).not.toBe(type);
          expect(sign * (level - events[index - 1]!.level)).toBeGreaterThanOrEqual(40);
        });
      }),
    );
  });

  it('of A over B are those of B over A, peaks for troughs', () => {
    fc.assert(
      fc.property(levels, (made) => {
        const inverse = turningPoints(yearly(...made.map((one) => 1 / one)), { threshold: 0.3 });
        const own = turningPoints(yearly(...made), { threshold: 0.3 });
        expect(inverse.events.map(({ date, knownOn }) => date + knownOn)).toEqual(
          own.events.map(({ date, knownOn }) => date + knownOn),
        );
        expect(inverse.events.map(({ type }) => type)).toEqual(
          own.events.map(({ type }) => (type === 'peak' ? 'trough' : 'peak')),
        );
      }),
    );
  });
});

/** Month of the peak, its level in percent, month whose average confirmed it: FEDFUNDS, Federal Reserve Board, H.15. */
const EFFECTIVE_PEAKS = [
  ['1957-10', 3.5, '1958-02'], // 1.67: more than 100 bp lower
  ['1959-11', 4.0, '1960-08'], // 2.98
  ['1961-02', 2.54, '1961-04'], // 1.49, a wiggle of three months
  ['1966-11', 5.76, '1967-03'], // 4.53
  ['1969-08', 9.19, '1970-03'], // 7.76
  ['1971-08', 5.57, '1971-12'], // 4.14
  ['1973-09', 10.78, '1974-01'], // 9.65
  ['1974-07', 12.92, '1974-09'], // 11.34
  ['1975-09', 6.24, '1975-11'], // 5.22
  ['1980-04', 17.61, '1980-05'], // 10.98
  ['1981-01', 19.08, '1981-02'], // 15.93
  ['1981-06', 19.1, '1981-08'], // 17.82
] as const;

describe('peaks of the effective federal funds rate', () => {
  const peaks = () => turningPoints(usEffectiveRate(), { threshold: 0.01, by: 'difference', only: 'peaks' });

  it('by a fall of 100 bp are twelve up to 1981, known months later', () => {
    const found = peaks().events.filter(({ date }) => date < '1982');
    expect(found.map(({ date, level }) => [date.slice(0, 7), +(level * 100).toFixed(2)])).toEqual(
      EFFECTIVE_PEAKS.map(([month, level]) => [month, level]),
    );
    // The average of a month is known on the first day of the next.
    const confirmed = found.map(
      ({ knownOn }) => usEffectiveRate().observations.find((one) => one.knownOn === knownOn)!.month,
    );
    expect(confirmed).toEqual(EFFECTIVE_PEAKS.map(([, , month]) => month));
  });

  it('print their dates and the day on which each was known', () => {
    const text = String(peaks());
    expect(text).toContain('peaks of US effective federal funds rate: 19');
    expect(text).toContain('2007-07-31');
    expect(String(turningPoints(yearly(1, 2, 1), { threshold: 0.25 }))).toContain('25.00 %');
  });
});

describe('run lengths', () => {
  it('go from turn to turn; the first and the last are cut off by the data', () => {
    const turns = turningPoints(yearly(100, 150, 80, 60, 90, 100), { threshold: 0.25 });
    const { runs, complete, usesHindsight } = runLengths(turns);
    expect(
      runs.map(({ direction, from, to, months, cutOff }) => [
        direction,
        from.slice(0, 4),
        to.slice(0, 4),
        months,
        cutOff,
      ]),
    ).toEqual([
      ['up', '2000', '2001', 12, 'beginning'],
      ['down', '2001', '2003', 24, null],
      ['up', '2003', '2005', 24, 'end'],
    ]);
    expect(runs.map(({ change }) => change)).toEqual([150 / 100 - 1, 60 / 150 - 1, 100 / 60 - 1]);
    expect([complete, usesHindsight]).toEqual([1, true]);
  });

  it('of differences change by differences, and without a turn there is no run', () => {
    const rates = runLengths(turningPoints(yearly(1, 3, 2), { threshold: 1, by: 'difference' }));
    expect(rates.runs.map(({ change }) => change)).toEqual([2, -1]);
    expect(runLengths(turningPoints(yearly(1, 1.1), { threshold: 0.5 })).runs).toEqual([]);
    expect(runLengths(turningPoints([], { threshold: 0.5 })).runs).toEqual([]);
  });

  it('compound to the whole way and last together as long as the data', () => {
    const panel = fromReturns({
      frequency: 'annual',
      dates: Array.from({ length: 8 }, (_, index) => `${2001 + index}-12`),
      returns: { A: [0.5, 0.4, -0.4, -0.2, 0.6, 0.3, -0.5, 0.1], B: [0, 0, 0, 0, 0, 0, 0, 0] },
    });
    const level = relativeStrength(panel.returns('A'), panel.returns('B'));
    const { runs } = runLengths(turningPoints(level, { threshold: 0.25 }));
    expect(runs.reduce((wealth, { change }) => wealth * (1 + change), 1)).toBeCloseTo(
      level.observations.at(-1)!.value,
      12,
    );
    expect(runs.reduce((sum, { months }) => sum + months, 0)).toBe(96);
  });

  it('print what is cut off as at least so long, and warn of hindsight', () => {
    const text = String(runLengths(turningPoints(yearly(100, 150, 80), { threshold: 0.25 })));
    expect(text).toContain('≥ 12');
    expect(text).toContain('0 whole of 2');
    expect(text).toContain('uses hindsight');
    expect(String(runLengths(turningPoints(yearly(1, 3, 2), { threshold: 1, by: 'difference' })))).toContain('-1.0000');
  });

  it('refuse what are no turns, and turns of one kind', () => {
    expectInputError('option.type', ['runLengths', 'turningPoints'], () => runLengths([] as never));
    expectInputError('option.range', ['only peaks'], () =>
      runLengths(turningPoints(yearly(1, 2, 1), { threshold: 0.5, only: 'peaks' })),
    );
  });
});

describe('the age of a regime', () => {
  it('counts from the turn, but only once the turn is known; a new turn restarts it', () => {
    const age = regimeAge([
      { date: '2000-03-31', knownOn: '2001-02-15' },
      { date: '2003-10-31', knownOn: '2004-01-31' },
    ]);
    // 11 = 12 · 1 + 2 − 3; 45 = 12 · 3 + 12 − 3; 3 = 12 · 1 + 1 − 10.
    expect(
      (['2001-02-14', '2001-02-15', '2003-12-31', '2004-01-31'] as const).map((date) => age.valueOn(date)),
    ).toEqual([NaN, 11, 45, 3]);
    expect(age).toMatchObject({ name: 'months of the regime since events', usesHindsight: false });
    expect(regimeAge([]).valueOn('2020-01-31')).toBeNaN();
  });

  it('refuses what is no list of events', () => {
    expectInputError('observation.invalid', ['regimeAge', 'null'], () => regimeAge(null as never));
    expectInputError('date.format', ['regimeAge', 'event 0'], () => regimeAge([{ knownOn: '2020-01-01' }] as never));
  });
});

describe('turningPoints refuses', () => {
  it.each([
    [yearly(1, 2), { threshold: 0 }, 'option.range', ['"threshold"', '0', 'above 0']],
    [yearly(1, 2), {}, 'option.type', ['"threshold"', 'undefined']],
    [yearly(1, 2), { threshold: 1, by: 'log' }, 'option.range', ['"by"', '"log"', "'ratio'"]],
    [yearly(1, 2), { threshold: 1, only: 'tops' }, 'option.range', ['"only"', '"tops"']],
    [yearly(1, 2), { treshold: 1 }, 'option.unknown', ['"treshold"', 'threshold']],
    [yearly(1, 0), { threshold: 1 }, 'observation.invalid', ['2001-12-31', 'is 0', "'difference'"]],
    [yearly(1, 2).reverse(), { threshold: 1 }, 'observation.order', ['observation 1']],
    [null, { threshold: 1 }, 'observation.invalid', ['turningPoints', 'null']],
    [[{ month: '2000-13', knownOn: '2001-01-01', value: 1 }], { threshold: 1 }, 'date.impossible', ['2000-13']],
  ] as const)('%j with %j', (source, options, code, facts) => {
    expectInputError(code, facts, () => turningPoints(source as never, options as never));
  });
});
