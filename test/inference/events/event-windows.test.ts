import { describe, expect, it } from 'vitest';
import { eventStudy, type EventStudyOptions, type StudyEvent, type StudyEvents } from '../../../src/inference/index.js';
import { fromReturns, type ReturnSeries } from '../../../src/panel/index.js';
import type { Frequency } from '../../../src/time/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { dated, datesOf, series, weekdaysAfter } from '../../stats/support.js';

const flat = (frequency: Frequency, count: number): ReturnSeries =>
  series(frequency, new Array<number>(count).fill(0), 'B');
const rising = (frequency: Frequency, count: number): ReturnSeries =>
  series(
    frequency,
    Array.from({ length: count }, (_, row) => (row + 1) / 100),
  );

/** The window of one event, as from … to and the sum of its returns. */
function windowOf(own: ReturnSeries, event: string | StudyEvent, options: Partial<EventStudyOptions>): unknown {
  const benchmark = dated(
    own.calendar.frequency,
    Array.from(own.values, (_, row) => own.calendar.date(row)),
    new Array<number>(own.values.length).fill(0),
    'B',
  );
  const study = eventStudy(own, [event], {
    benchmark,
    measure: 'cumulative',
    seed: 1,
    draws: 10,
    ...options,
  });
  const { events, excluded } = study.horizons[0]!;
  const [found] = events;
  return found === undefined ? excluded[0]!.why : `${found.from} to ${found.to}: ${found.value.toFixed(2)}`;
}

describe('the window of an event', () => {
  const months = rising('monthly', 12);

  it('begins with the month after the one in which it became known, also for the first and the last day of a month', () => {
    // Returns 1 % in January 2020, 2 % in February, …: three months from March are 3 + 4 + 5.
    for (const day of ['2020-02-01', '2020-02-14', '2020-02-29']) {
      expect(windowOf(months, day, { months: 3 })).toBe('2020-02-29 to 2020-05-31: 0.12');
    }
  });

  it('counts from the day on which the event was known, not from the day on which it happened', () => {
    const event = { date: '2020-02-26', knownOn: '2020-03-04' } as const;
    expect(windowOf(months, event, { months: 3 })).toBe('2020-03-31 to 2020-06-30: 0.15');
  });

  it('may begin at the base and end on the last row; beyond both it is left out with the reason', () => {
    expect(windowOf(months, '2019-12-31', { months: 12 })).toBe('2019-12-31 to 2020-12-31: 0.78');
    expect(windowOf(months, '2019-11-30', { months: 3 })).toBe('before the data');
    expect(windowOf(months, '2020-01-10', { months: 12 })).toBe('truncated');
    expect(windowOf(months, '2020-12-01', { months: 1 })).toBe('truncated');
    expect(windowOf(months, '2021-06-01', { months: 1 })).toBe('truncated');
  });

  it('with a return missing inside is left out, before and after the hole it is not', () => {
    const holed = series('monthly', [0.01, 0.02, NaN, 0.04, 0.05, 0.06]);
    expect(windowOf(holed, '2020-01-10', { months: 1 })).toBe('2020-01-31 to 2020-02-29: 0.02');
    expect(windowOf(holed, '2020-01-10', { months: 2 })).toBe('incomplete');
    expect(windowOf(holed, '2020-03-10', { months: 2 })).toBe('2020-03-31 to 2020-05-31: 0.09');
  });

  it('on quarters and years takes whole periods', () => {
    expect(windowOf(rising('quarterly', 6), '2020-01-02', { months: 6 })).toBe('2020-03-31 to 2020-09-30: 0.05');
    expect(windowOf(rising('annual', 3), '2020-06-30', { months: 24 })).toBe('2020-12-31 to 2022-12-31: 0.05');
    expectInputError('option.range', ['4 months', 'quarterly', 'multiple of 3'], () =>
      windowOf(rising('quarterly', 6), '2020-01-02', { months: 4 }),
    );
  });

  it('on days begins with the next row: a Saturday counts as the Friday before', () => {
    const dates = weekdaysAfter('2020-01-01', '2020-06-30');
    const days = dated(
      'daily',
      dates,
      dates.map((_, row) => (row + 1) / 10000),
    );
    // 2020-01-03 is the Friday of row 1; the next rows are 3, 4 and 5 hundredths of a percent.
    for (const day of ['2020-01-03', '2020-01-04', '2020-01-05']) {
      expect(windowOf(days, day, { periods: 3 })).toBe('2020-01-03 to 2020-01-08: 0.00');
    }
    expect(windowOf(days, '2020-01-06', { periods: 3 })).toContain('2020-01-06 to 2020-01-09');
  });

  it('of months on days ends on the last close up to that day of the month, or with the month when it began at a month end', () => {
    const dates = weekdaysAfter('2020-01-01', '2020-12-31');
    const days = dated(
      'daily',
      dates,
      dates.map(() => 0.001),
    );
    expect(windowOf(days, '2020-01-15', { months: 2 })).toContain('2020-01-15 to 2020-03-13');
    expect(windowOf(days, '2020-02-28', { months: 1 })).toContain('2020-02-28 to 2020-03-31');
    expect(windowOf(days, '2020-11-30', { months: 1 })).toContain('2020-11-30 to 2020-12-31');
    expect(windowOf(days, '2020-12-15', { months: 1 })).toBe('truncated');
  });

  it('of months on days ends with the month also where exchanges were closed on its last weekday (Good Friday, 2018-03-30)', () => {
    const open = (from: string, to: string): ReturnSeries => {
      const dates = weekdaysAfter(from, to).filter((date) => date !== '2018-03-30');
      return dated(
        'daily',
        dates,
        dates.map(() => 0.001),
      );
    };
    const days = open('2018-01-31', '2018-06-29');
    // The close of March was that of Thursday the 29th: two months from it end with May, not on the 29th of May.
    expect(windowOf(days, '2018-03-29', { months: 2 })).toContain('2018-03-29 to 2018-05-31');
    expect(windowOf(days, '2018-02-28', { months: 1 })).toContain('2018-02-28 to 2018-03-29');
    // Data that end on that Thursday hold the whole of March; a day earlier they do not.
    expect(windowOf(open('2018-01-31', '2018-03-29'), '2018-02-28', { months: 1 })).toContain('to 2018-03-29');
    expect(windowOf(open('2018-01-31', '2018-03-28'), '2018-02-28', { months: 1 })).toBe('truncated');
  });

  it('on weeks begins with the next week', () => {
    const weeks = rising('weekly', 20);
    // Weeks end on Fridays from 2020-01-03 on; Tuesday 2020-01-07 lies in the week of row 1.
    expect(windowOf(weeks, '2020-01-07', { periods: 2 })).toBe('2020-01-10 to 2020-01-24: 0.07');
    expect(windowOf(weeks, '2020-01-07', { months: 1 })).toBe('2020-01-10 to 2020-02-07: 0.18');
  });

  it('with a month that is not whole is left out', () => {
    const dates = datesOf('monthly', 6);
    const values = dates.map(() => 0.01);
    const panel = fromReturns({ frequency: 'monthly', dates, returns: { A: values, B: values }, units: 'fraction' });
    const own = panel.returns('A');
    const ended = { ...own, meta: { ...own.meta, endsOn: '2020-06-10' as const } };
    const study = eventStudy(ended, ['2020-03-10', '2020-04-10'], {
      benchmark: panel.returns('B'),
      months: 2,
      seed: 1,
    });
    expect(study.horizons[0]!.events.map(({ date }) => date)).toEqual(['2020-03-10']);
    expect(study.horizons[0]!.excluded.map(({ why }) => why)).toEqual(['incomplete']);
  });
});

describe('eventStudy', () => {
  const own = rising('monthly', 24);
  const benchmark = flat('monthly', 24);
  const options = { benchmark, months: 3, seed: 1, draws: 50 } as const;

  it('takes first cuts, observations and days alike, and passes on the mark of hindsight', () => {
    const days = eventStudy(own, ['2020-05-10'], options);
    const observed = eventStudy(own, [{ knownOn: '2020-05-10', value: 0.05 }], options);
    const list = {
      name: 'peaks',
      unit: 'x',
      usesHindsight: true,
      observations: [{ knownOn: '2020-05-10' as const, value: 1 }],
    };
    const marked = eventStudy(own, list, options);
    expect(observed.horizons[0]!.values).toEqual(days.horizons[0]!.values);
    expect(marked.horizons[0]!.values).toEqual(days.horizons[0]!.values);
    expect(marked).toMatchObject({ events: 'peaks', usesHindsight: true });
    expect(marked.notes.join(' ')).toContain('Warning: uses hindsight');
    expect(days.usesHindsight).toBe(false);
  });

  it('without events, without common rows or with one event has NaN, not zeros', () => {
    const none = eventStudy(own, [], options).horizons[0]!;
    expect(none).toMatchObject({ n: 0, mean: NaN, t: NaN, hitRate: NaN, median: NaN, path: [] });
    expect(none.placebo.meanPValue).toBeNaN();
    expect(eventStudy(own, [], options).notes[0]).toContain('n = 0 (3 months): no inference');
    const apart = dated('monthly', ['2030-01'], [0.1], 'B');
    expect(eventStudy(own, ['2020-05-10'], { ...options, benchmark: apart })).toMatchObject({ from: null, to: null });
    const one = eventStudy(own, ['2020-05-10'], options).horizons[0]!;
    expect(one).toMatchObject({ n: 1, t: NaN, interval: { low: NaN, high: NaN }, bootstrap: { low: NaN } });
    expect(one.mean).toBeGreaterThan(0);
  });

  it('warns when price returns are held against total ones, and when rows are of a proxy', () => {
    const price = { ...own, meta: { ...own.meta, kind: 'price' as const } };
    expect(eventStudy(price, ['2020-05-10'], options).notes.join(' ')).toContain(
      'price returns are held against total returns',
    );
    const meta = { ...own.meta, proxyRows: [{ from: '2020-01-31', to: '2020-06-30', source: 'an index' }] as const };
    expect(eventStudy({ ...own, meta }, ['2020-05-10'], options).notes.join(' ')).toContain(
      '6 of 24 rows are of a proxy',
    );
  });

  it('leaves what it is given as it was', () => {
    const before = [own.values.slice(), benchmark.values.slice()];
    eventStudy(own, ['2020-05-10', '2020-09-10'], options);
    expect([own.values.slice(), benchmark.values.slice()]).toEqual(before);
  });

  it('refuses what it cannot use, with the place and the remedy', () => {
    const run = (events: unknown, more: object = {}): unknown =>
      eventStudy(own, events as StudyEvents, { ...options, ...more });
    expectInputError('option.missing', ['no length', '{ months: 12 }'], () => run([], { months: undefined }));
    expectInputError('option.range', ['both "months" and "periods"'], () => run([], { periods: 3 }));
    expectInputError('option.range', ['"months" is 3, 3'], () => run([], { months: [3, 3] }));
    expectInputError('option.range', ['"months" is 0'], () => run([], { months: 0 }));
    expectInputError('option.type', ['"seed" is "a"'], () => run([], { seed: 'a' }));
    expectInputError('option.range', ["'relativeWealth'"], () => run([], { measure: 'alpha' }));
    expectInputError('option.unknown', ['"horizon"', 'eventStudy'], () => run([], { horizon: 3 }));
    expectInputError('series.invalid', ['"benchmark"'], () => run([], { benchmark: undefined }));
    expectInputError('calendar.mismatch', ['"B" is annual'], () => run([], { benchmark: flat('annual', 3) }));
    expectInputError('observation.invalid', ['where the events belong', '7'], () => run(7));
    expectInputError('observation.invalid', ['event 1', 'an event is a day'], () => run(['2020-01-01', {}]));
    expectInputError('observation.order', ['event 1', '2020-01-01', '2020-02-01'], () =>
      run(['2020-02-01', '2020-01-01']),
    );
    expectInputError('observation.order', ['event 0', 'before it happened on 2020-03-01'], () =>
      run([{ date: '2020-03-01', knownOn: '2020-02-01' }]),
    );
    expectInputError('date.impossible', ['2020-02-30'], () => run(['2020-02-30']));
  });
});
