import { recessions, type IsoDate, type RecessionDates } from 'backtilt';
import { usRecessions } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

/** Turning month, type, day of announcement: NBER Business Cycle Dating Committee; Diebold (2020), "Real-Time Real Economic Activity". */
const ANNOUNCED = [
  ['1980-01', 'peak', '1980-06-03'],
  ['1980-07', 'trough', '1981-07-08'],
  ['1981-07', 'peak', '1982-01-06'],
  ['1982-11', 'trough', '1983-07-08'],
  ['1990-07', 'peak', '1991-04-25'],
  ['1991-03', 'trough', '1992-12-22'],
  ['2001-03', 'peak', '2001-11-26'],
  ['2001-11', 'trough', '2003-07-17'],
  ['2007-12', 'peak', '2008-12-01'],
  ['2009-06', 'trough', '2010-09-20'],
  ['2020-02', 'peak', '2020-06-08'],
  ['2020-04', 'trough', '2021-07-19'],
] as const;
/** Peak, trough and months of contraction: NBER, "US Business Cycle Expansions and Contractions". */
const CONTRACTIONS = [
  ['1945-02', '1945-10', 8],
  ['1948-11', '1949-10', 11],
  ['1953-07', '1954-05', 10],
  ['1957-08', '1958-04', 8],
  ['1960-04', '1961-02', 10],
  ['1969-12', '1970-11', 11],
  ['1973-11', '1975-03', 16],
  ['1980-01', '1980-07', 6],
  ['1981-07', '1982-11', 16],
  ['1990-07', '1991-03', 8],
  ['2001-03', '2001-11', 8],
  ['2007-12', '2009-06', 18],
  ['2020-02', '2020-04', 2],
] as const;
const dayBefore = (date: string): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 864e5).toISOString().slice(0, 10) as IsoDate;

describe('recessions as they were announced', () => {
  const announced = () => recessions(usRecessions(), { known: 'announced' });

  it.each(ANNOUNCED)('the %s %s is known from %s on, and not the day before', (_, type, day) => {
    const now = type === 'peak' ? 1 : 0;
    expect(announced().valueOn(day)).toBe(now);
    expect(announced().valueOn(dayBefore(day))).toBe(day === '1980-06-03' ? NaN : 1 - now);
  });

  it('nothing is known before the first announcement, nor after the data end', () => {
    expect(announced().valueOn('1975-01-31')).toBeNaN();
    expect([announced().valueOn('2025-12-31'), announced().valueOn('2026-01-01')]).toEqual([0, NaN]);
    expect(announced()).toMatchObject({ name: 'announced recession', usesHindsight: false, known: 'announced' });
  });

  it('the recession of 2020 was over before it was announced', () => {
    const hindsight = recessions(usRecessions(), { known: 'hindsight' });
    const months = ['2020-02-29', '2020-03-31', '2020-04-30', '2020-05-31', '2020-06-30'] as const;
    expect(months.map((date) => hindsight.valueOn(date))).toEqual([0, 1, 1, 0, 0]);
    expect(months.map((date) => announced().valueOn(date))).toEqual([0, 0, 0, 0, 1]);
  });
});

describe('recessions with hindsight', () => {
  const hindsight = () => recessions(usRecessions(), { known: 'hindsight' });
  const nameOf = (month: number): IsoDate =>
    `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15` as IsoDate;
  const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

  it.each(CONTRACTIONS)('after the peak of %s up to the trough of %s: %d months', (peak, trough, length) => {
    const around = Array.from({ length: length + 4 }, (_, index) => indexOf(peak) - 1 + index);
    expect(around.map((month) => hindsight().valueOn(nameOf(month)))).toEqual([
      0,
      0,
      ...Array<number>(length).fill(1),
      0,
      0,
    ]);
    expect(indexOf(trough) - indexOf(peak)).toBe(length);
  });

  it('uses hindsight and says so; NaN up to the first turning point and after the data', () => {
    expect(hindsight()).toMatchObject({ name: 'recession', usesHindsight: true, known: 'hindsight' });
    expect([hindsight().valueOn('1854-12-31'), hindsight().valueOn('1855-01-31')]).toEqual([NaN, 0]);
    expect([hindsight().valueOn('2025-12-31'), hindsight().valueOn('2026-01-31')]).toEqual([0, NaN]);
  });

  it('without an end of the data the last state stays', () => {
    const { turningPoints } = usRecessions();
    expect(recessions({ turningPoints }, { known: 'hindsight' }).valueOn('2030-01-31')).toBe(0);
    expect(recessions({ turningPoints: [] }, { known: 'announced' }).valueOn('2030-01-31')).toBeNaN();
  });
});

describe('recessions refuses', () => {
  const peak = { month: '2020-02', type: 'peak', announced: '2020-06-08' };
  const trough = { month: '2020-04', type: 'trough', announced: '2021-07-19' };
  it.each([
    ['no knowledge', [peak], {}, 'option.range', ['"known"', "'announced'", "'hindsight'"]],
    ['another knowledge', [peak], { known: 'pit' }, 'option.range', ['"known"', '"pit"']],
    ['another option', [peak], { known: 'announced', lag: 1 }, 'option.unknown', ['"lag"']],
    [
      'two peaks',
      [peak, { ...peak, month: '2020-05' }],
      { known: 'hindsight' },
      'observation.order',
      ['turning point 1', '2020-05', '2020-02'],
    ],
    ['months that descend', [trough, peak], { known: 'hindsight' }, 'observation.order', ['2020-02', '2020-04']],
    [
      'an announcement in its month',
      [{ ...peak, announced: '2020-02-28' }],
      { known: 'announced' },
      'observation.order',
      ['2020-02', '2020-02-28'],
    ],
    [
      'announcements out of order',
      [peak, { ...trough, announced: '2020-06-01' }],
      { known: 'announced' },
      'observation.order',
      ['2020-06-01'],
    ],
    ['another type', [{ ...peak, type: 'top' }], { known: 'announced' }, 'observation.invalid', ['"top"', "'peak'"]],
    [
      'a day for a month',
      [{ ...peak, month: '2020-02-01' }],
      { known: 'announced' },
      'date.format',
      ['2020-02-01', 'YYYY-MM'],
    ],
    ['an impossible month', [{ ...peak, month: '2020-13' }], { known: 'announced' }, 'date.impossible', ['2020-13']],
    ['null', [null], { known: 'announced' }, 'observation.invalid', ['turning point 0', 'undefined']],
  ] as const)('%s', (_, turningPoints, options, code, facts) => {
    expectInputError(code, facts, () => recessions({ turningPoints } as unknown as RecessionDates, options as never));
  });

  it('what has no turning points', () => {
    expectInputError('observation.invalid', ['recessions', 'usRecessions()'], () =>
      recessions([] as never, { known: 'announced' }),
    );
    expectInputError('date.format', ['spanEnd', '"2025"'], () =>
      recessions({ turningPoints: [], spanEnd: '2025' }, { known: 'announced' }),
    );
  });
});
