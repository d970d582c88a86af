import { describe, expect, it } from 'vitest';
import { eventStudy, hitRateInterval } from '../../../src/inference/index.js';
import { makeReturnSeries, type ReturnSeries } from '../../../src/panel/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { dated, series } from '../../stats/support.js';

/** 1 %, 2 %, … a month, against nothing. */
const own = () =>
  series(
    'monthly',
    Array.from({ length: 12 }, (_, row) => (row + 1) / 100),
  );
const flat = () => series('monthly', new Array<number>(12).fill(0), 'B');
const options = () => ({ benchmark: flat(), measure: 'cumulative', seed: 7, draws: 40 }) as const;
const marked = (one: ReturnSeries, meta: object): ReturnSeries =>
  makeReturnSeries(one.name, one.calendar, one.values.slice(), { ...one.meta, ...meta });

const assumptions = [
  'Per event: cumulative abnormal return, Σ(r − b), from the close of the month in which it became known: the window begins with the next one.',
  'The t and the intervals take the events for independent draws of one distribution; the mean of compounded returns is skewed to the right.',
  'Placebo: 40 calendars (seed 7) with the same distances between events, in random order from a random start; p = (k + 1)/(40 + 1), k of them at least as good: one-sided, small where the events did better.',
];

describe('eventStudy: what it says', () => {
  it('has a row for each event, the overlapping ones starred and the others with the reason, then what they come to', () => {
    const study = eventStudy(own(), ['2019-11-30', '2020-01-10', '2020-02-10', '2020-06-10', '2020-11-10'], {
      ...options(),
      months: [2, 1],
    });
    expect(study.table.title).toBe('A against B after events: cumulative abnormal return, 2020-01 to 2020-12');
    expect(study.table.layout.map(({ label, align }) => [label, align])).toEqual([
      ['Event', 'left'],
      ['2 months', 'right'],
      ['1 month', 'right'],
    ]);
    // Two months after January: 2 % + 3 %; after February: 3 % + 4 %; after June: 7 % + 8 %; after November there is one, of 12 %.
    expect(study.table.texts.slice(0, 7)).toEqual([
      ['2019-11-30', 'before the data', 'before the data'],
      ['2020-01-10', '5.00 %*', '2.00 %'],
      ['2020-02-10', '7.00 %*', '3.00 %'],
      ['2020-06-10', '15.00 %', '7.00 %'],
      ['2020-11-10', 'truncated', '12.00 %'],
      ['Events', '3', '4'],
      ['Mean', '9.00 %', '6.00 %'],
    ]);
    expect(study.table.texts.slice(7).map(([label]) => label)).toEqual([
      'Median',
      't (events − 1 df)',
      'p of t, two-sided',
      'Mean, 95 % by t',
      'Mean, 95 % by bootstrap of events',
      'Won',
      'Share won',
      'Share won, 95 % Wilson',
      'Share won, 95 % Clopper–Pearson',
      'All windows: share won',
      'All windows: mean',
      'Placebo p of the mean, one-sided',
      'Placebo p of the share won, one-sided',
    ]);
    const line = (label: string) => study.table.texts.find(([first]) => first === label)!.slice(1);
    expect(line('Median')).toEqual(['7.00 %', '5.00 %']);
    expect(line('Won')).toEqual(['3 of 3', '4 of 4']);
    // All twelve months have a window of one, eleven one of two: 1 % to 12 %, and 3 % to 23 % in steps of 2.
    expect(line('All windows: mean')).toEqual(['13.00 %', '6.50 %']);
    expect(line('All windows: share won')).toEqual(['100.00 %', '100.00 %']);
    // Every window is a hit: 40 + 1 of 40 + 1.
    expect(line('Placebo p of the share won, one-sided')).toEqual(['1.000', '1.000']);
    expect(study.notes).toEqual([
      'n = 3 (2 months; 2 of them without a row in common), 4 (1 month): no inference. So few events describe themselves and prove nothing, whatever t and p say.',
      'Warning: 2 months: windows overlap (*): 2020-01-10, 2020-02-10. They are no independent draws: t, p, the bootstrap, Wilson and Clopper–Pearson are not valid here; only the placebo stands, whose windows overlap alike.',
      '2 months: left out: 2019-11-30 (before the data), 2020-11-10 (truncated).',
      '1 month: left out: 2019-11-30 (before the data).',
      ...assumptions,
      'All windows: every complete window of the length, event or not; they overlap, 6 of 11, 12 of 12 have no row in common. Intervals at 95 %.',
    ]);
  });

  it('says n alone from ten independent events on, and both where one length has enough and one has not', () => {
    const events = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((month) => `2020-${month}-10`);
    const { notes } = eventStudy(own(), events, { ...options(), months: [1, 2], level: 0.9 });
    expect(notes.slice(0, 2)).toEqual([
      'n = 10 (2 months; 5 of them without a row in common): no inference. So few events describe themselves and prove nothing, whatever t and p say.',
      'n = 10 (1 month).',
    ]);
    expect(notes.at(-1)).toContain('Intervals at 90 %.');
    const alone = eventStudy(own(), events, { ...options(), months: 1 }).notes;
    expect(alone[0]).toBe('n = 10 (1 month).');
    expect(alone[1]).toBe(assumptions[0]);
  });

  it('warns of several events on one day, and counts them as overlapping', () => {
    const { notes } = eventStudy(own(), ['2020-01-10', '2020-01-10', '2020-03-10', '2020-05-10', '2020-05-10'], {
      ...options(),
      months: 1,
    });
    expect(notes).toContain(
      'Warning: several events became known on 2020-01-10, 2020-05-10: their windows are the same, and count several times.',
    );
    expect(notes.find((note) => note.includes('windows overlap'))).toContain(
      '1 month: windows overlap (*): 2020-01-10, 2020-01-10, 2020-05-10, 2020-05-10. They',
    );
  });

  it('names repeated days in order, also those without a window', () => {
    const days = ['2019-10-10', '2019-10-10', '2020-05-10', '2020-05-10'];
    expect(eventStudy(own(), days, { ...options(), months: 1 }).notes).toContain(
      'Warning: several events became known on 2019-10-10, 2020-05-10: their windows are the same, and count several times.',
    );
  });

  it('warns of hindsight, different kinds and research portfolios, of either series', () => {
    const hindsight = 'Warning: uses hindsight: the events or the returns were chosen with what was known only later.';
    const research = 'Returns of research portfolios: reconstitution inside them is not charged.';
    const notesOf = (mine: object, other: object) =>
      eventStudy(marked(own(), mine), ['2020-01-10'], {
        ...options(),
        benchmark: marked(flat(), other),
        months: 1,
      }).notes;
    expect(notesOf({}, {})).toHaveLength(5);
    expect(notesOf({ usesHindsight: true }, {}).slice(5)).toEqual([hindsight]);
    expect(notesOf({}, { usesHindsight: true }).slice(5)).toEqual([hindsight]);
    expect(notesOf({ researchPortfolio: true }, {}).slice(5)).toEqual([research]);
    expect(notesOf({}, { researchPortfolio: true }).slice(5)).toEqual([research]);
    expect(notesOf({ kind: 'price' }, {}).slice(5)).toEqual(['Warning: price returns are held against total returns.']);
    const proxyRows = [{ from: '2020-01-31', to: '2020-06-30', source: 'an index' }] as const;
    expect(notesOf({}, { proxyRows })[5]).toMatch(/^Warning: B: .*6 of 12 rows are of a proxy/);
  });

  it('without an event or a common row shows a table all the same', () => {
    const none = eventStudy(own(), [], { ...options(), months: 1 });
    expect(none.table.texts[0]).toEqual(['Events', '0']);
    expect(none.table.texts[5]).toEqual(['Mean, 95 % by t', '–']);
    expect(none.table.title).toBe('A against B after events: cumulative abnormal return, 2020-01 to 2020-12');
    const apart = eventStudy(own(), ['2020-01-10'], {
      ...options(),
      benchmark: dated('monthly', ['2030-01'], [0.1], 'B'),
      months: 1,
    });
    expect([apart.from, apart.to]).toEqual([null, null]);
    expect(apart.table.title).toBe('A against B after events: cumulative abnormal return');
    expect(apart.table.texts[0]).toEqual(['2020-01-10', 'before the data']);
  });

  it('counts what is level, and windows held against a benchmark of the same returns are', () => {
    const study = eventStudy(own(), ['2020-01-10', '2020-03-10'], { ...options(), benchmark: own(), months: 1 });
    const line = (label: string) => study.table.texts.find(([first]) => first === label)![1];
    expect(line('Won')).toBe('0 of 2, 2 level');
    expect(study.horizons[0]).toMatchObject({ hits: 0, ties: 2, losses: 0, t: NaN, degreesOfFreedom: 1 });
    expect(study.horizons[0]!.interval).toEqual({ low: NaN, high: NaN });
    expect(study.horizons[0]!.bootstrap).toMatchObject({ low: NaN, high: NaN });
  });

  it.each([
    [{ measure: 'x' }, 'option.range', /^eventStudy: "measure" is "x"; it must be .*'buyAndHold'.*'relativeWealth'/],
    [{ seed: 0.5 }, 'option.range', /^eventStudy: "seed" is 0\.5; it must be a whole number\.$/],
    [{ draws: 0 }, 'option.range', /^eventStudy: "draws" is 0; it must be a whole number from 1 to 10000000\.$/],
    [{ draws: 1.5 }, 'option.range', /^eventStudy: "draws" is 1\.5;/],
    [{ level: 0 }, 'option.range', /^eventStudy: "level" is 0;/],
    [{ benchmark: 3 }, 'series.invalid', /^eventStudy: "benchmark" must be a return series/],
  ] as const)('refuses %o', (more, code, message) => {
    expectInputError(code, [message], () => eventStudy(own(), [], { ...options(), months: 1, ...more } as never));
  });

  it('refuses what is no series and what are no options', () => {
    expectInputError('series.invalid', [/^eventStudy: the series must be a return series/], () =>
      eventStudy(3 as never, [], { ...options(), months: 1 }),
    );
    expectInputError('option.type', ['eventStudy: the options must be an object, found 3.'], () =>
      eventStudy(own(), [], 3 as never),
    );
  });
});

describe('hitRateInterval: what it says', () => {
  it.each([
    ['wilson', 'Wilson', '31.27 %', '83.18 %'],
    // R: binom.test(6, 10): 0.2623781 to 0.8784477.
    ['clopperPearson', 'Clopper–Pearson', '26.24 %', '87.84 %'],
  ] as const)('is one line with the method in words: %s', (method, name, low, high) => {
    const found = hitRateInterval(6, 10, { method });
    expect(found.table.columns).toEqual(['Hits', 'Cases', 'Share', `95 % ${name}: from`, 'to']);
    expect(found.table.texts).toEqual([['6', '10', '60.00 %', low, high]]);
    expect(found.notes).toEqual(['The cases are independent, each a hit with the same probability.']);
    expect(found.assumptions).toEqual(found.notes);
    expect(found.independent).toBe(10);
  });

  it.each([
    [1, 2.5, 'hitRateInterval: "n" is 2.5; it must be a whole number, 0 or more.'],
    [0.5, 2, 'hitRateInterval: "hits" is 0.5; it must be a whole number from 0 to 2.'],
    [-1, 2, 'hitRateInterval: "hits" is -1; it must be a whole number from 0 to 2.'],
  ])('refuses %d of %d in one sentence', (hits, n, message) => {
    expect(expectInputError('option.range', [], () => hitRateInterval(hits, n)).message).toBe(message);
  });

  it('at its ends is 0 and 1 exactly', () => {
    for (const method of ['wilson', 'clopperPearson'] as const) {
      expect(hitRateInterval(0, 7, { method }).low).toBe(0);
      expect(hitRateInterval(7, 7, { method }).high).toBe(1);
    }
  });
});
