import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/core/index.js';
import {
  addField,
  addIndicator,
  type FieldSource,
  fromReturns,
  type IndicatorSource,
  joinPanels,
  type Observation,
  resample,
  slice,
  storeOf,
} from '../../src/panel/index.js';
import { isoDate, type IsoDate } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { HOLIDAYS_2020, weekdays } from '../support/weekdays.js';

const months = fromReturns({
  frequency: 'monthly',
  dates: ['2020-01', '2020-02', '2020-03', '2020-04', '2020-05'],
  returns: { A: [0, 0, 0, 0, 0], B: [0, 0, 0, 0, 0] },
});
const trading = fromReturns({
  frequency: 'daily',
  base: '2019-12-31',
  dates: weekdays('2020-01-02', '2020-04-30', HOLIDAYS_2020),
  returns: { A: weekdays('2020-01-02', '2020-04-30', HOLIDAYS_2020).map(() => 0) },
});

/** What the strategy may know at the base and at each row. */
const joined = (source: IndicatorSource, panel = months): number[] =>
  Array.from(storeOf(addIndicator(panel, 'x', source), 'here').indicatorRows('x'));
const at = (knownOn: IsoDate, value: number): Observation => ({ knownOn, value });

describe('as-of join of indicators', () => {
  it('a March average is not usable before April: rows know a figure only from its knownOn on', () => {
    // The average of the federal funds rate over March 2020, 0.65 %, is labelled 2020-03-01 by its publisher, and known in April.
    expect(joined([at('2020-03-02', 0.0158), at('2020-04-01', 0.0065)])).toEqual([
      NaN,
      NaN,
      NaN,
      0.0158,
      0.0065,
      0.0065,
    ]);
  });

  it('what is known on the very day of a row is known at its close; a day later is the next row', () => {
    expect(joined([at('2020-02-29', 1)])).toEqual([NaN, NaN, 1, 1, 1, 1]);
    expect(joined([at('2020-03-01', 1)])).toEqual([NaN, NaN, NaN, 1, 1, 1]);
    expect(joined([at('2019-12-31', 1)])).toEqual([1, 1, 1, 1, 1, 1]);
    expect(joined([at('2020-06-01', 1)])).toEqual([NaN, NaN, NaN, NaN, NaN, NaN]);
  });

  it('on a daily calendar a figure of Saturday 2020-02-29 is known on Monday, not on Friday the 28th', () => {
    const rows = joined([at('2020-02-29', 1)], trading);
    const row = (date: string): number =>
      Array.from({ length: trading.calendar.length }, (_, t) => t).findIndex((t) => trading.calendar.date(t) === date);
    expect([rows[row('2020-02-28') + 1], rows[row('2020-03-02') + 1]]).toEqual([NaN, 1]);
  });

  it('of two figures of one day the later in the list is the restatement that counts', () => {
    expect(joined([at('2020-02-10', 1), at('2020-02-10', 2)])).toEqual([NaN, NaN, 2, 2, 2, 2]);
  });

  it('a restatement never changes what was known before it', () => {
    expect(joined([at('2020-01-10', 1), at('2020-03-15', 5)])).toEqual([NaN, 1, 1, 5, 5, 5]);
  });

  it('NaN means known to be missing from then on, and is not bridged', () => {
    expect(joined([at('2020-01-10', 1), at('2020-03-15', NaN), at('2020-05-01', 3)])).toEqual([NaN, 1, 1, NaN, NaN, 3]);
  });

  it('no observation at all is NaN everywhere', () => {
    expect(joined([])).toEqual([NaN, NaN, NaN, NaN, NaN, NaN]);
  });

  it('agrees with a search through all observations for every row, and later observations change no earlier row', () => {
    const observation = fc.record({
      day: fc.integer({ min: 18_200, max: 18_400 }),
      value: fc.oneof(fc.double(), fc.constant(NaN)).filter((v) => Math.abs(v) !== Infinity),
    });
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 20 }), (unsorted) => {
        const list = [...unsorted].sort((a, b) => a.day - b.day);
        const observations = list.map(({ day, value }) => at(isoDate(day), value));
        const { base, days } = trading.calendar;
        const slow = [base, ...days].map((day) => list.filter((one) => one.day <= day).at(-1)?.value ?? NaN);
        const rows = joined(observations, trading);
        expect(rows).toEqual(slow);
        const half = observations.slice(0, Math.floor(list.length / 2));
        const next = list[half.length]?.day ?? Infinity;
        const early = [base, ...days].filter((day) => day < next).length;
        expect(joined(half, trading).slice(0, early)).toEqual(rows.slice(0, early));
      }),
    );
  });

  it('a signal is asked on the day of every row, the base first', () => {
    const asked: string[] = [];
    const valueOn = (date: IsoDate): number => asked.push(date);
    expect(joined({ name: 'count', usesHindsight: false, valueOn })).toEqual([1, 2, 3, 4, 5, 6]);
    expect(asked).toEqual(['2019-12-31', '2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30', '2020-05-31']);
  });

  it('a signal that answers null is refused: it must not become 0', () => {
    const signal = { name: 's', usesHindsight: false, valueOn: () => null as unknown as number };
    expectInputError('observation.invalid', ['addIndicator "x"', "valueOn('2019-12-31')", 'null', 'NaN'], () =>
      joined(signal),
    );
  });

  it('hindsight travels with the indicator, through slices, joins and resampling', () => {
    const marked = addIndicator(trading, 'x', {
      name: 'x',
      unit: 'ratio',
      observations: [at('2020-01-10', 1)],
      usesHindsight: true,
    });
    const plain = addIndicator(trading, 'x', {
      name: 'x',
      unit: 'ratio',
      observations: [at('2020-01-10', 1)],
      usesHindsight: false,
    });
    const other = fromReturns({ frequency: 'daily', dates: ['2020-01-02', '2020-01-03'], returns: { Z: [0, 0] } });
    const uses = (panel: unknown): boolean | undefined => storeOf(panel, 'here').indicators.get('x')?.usesHindsight;
    for (const change of [
      slice(marked, { from: '2020-02' }),
      joinPanels(other, marked),
      resample(marked, 'monthly'),
      marked,
    ])
      expect(uses(change)).toBe(true);
    expect(uses(plain)).toBe(false);
  });

  it('after a slice a figure from before it is still known, and joined anew by its day after resampling', () => {
    const known = addIndicator(trading, 'x', [at('2020-01-10', 1), at('2020-03-20', 2)]);
    expect(
      storeOf(slice(known, { from: '2020-03-18' }), 'here')
        .indicatorRows('x')
        .slice(0, 4),
    ).toEqual(Float64Array.of(1, 1, 1, 2));
    expect(Array.from(storeOf(resample(known, 'monthly'), 'here').indicatorRows('x'))).toEqual([NaN, 1, 1, 2, 2]);
  });

  it.each<[string, unknown, ErrorCode, string[]]>([
    ['no knownOn', [{ value: 1 }], 'observation.invalid', ['observation 0', 'knownOn']],
    ['nothing', [at('2020-01-01', 1), null], 'observation.invalid', ['observation 1', 'null']],
    ['a text', [{ knownOn: '2020-01-01', value: '5' }], 'observation.invalid', ['2020-01-01', '"5"']],
    ['null', [{ knownOn: '2020-01-01', value: null }], 'observation.invalid', ['2020-01-01', 'null']],
    ['infinity', [at('2020-01-01', Infinity)], 'observation.invalid', ['Infinity']],
    ['a month', [{ knownOn: '2020-01', value: 1 }], 'date.format', ['observation 0', '"2020-01"']],
    ['a Date', [{ knownOn: new Date(0), value: 1 }], 'date.format', ['a Date', 'time zone']],
    ['a day that does not exist', [at('2020-02-30', 1)], 'date.impossible', ['2020-02-30']],
    [
      'disorder',
      [at('2020-02-01', 1), at('2020-01-01', 2)],
      'observation.order',
      ['observation 1', '2020-01-01', '2020-02-01'],
    ],
    ['a number', 5, 'observation.invalid', ['found 5', 'monthsSince(cuts)']],
  ])('%s is a named error with place and value', (_, source, code, facts) => {
    expectInputError(code, ['addIndicator "x"', ...facts], () => joined(source as IndicatorSource));
  });

  it('a name is used once, and is a name', () => {
    const once = addIndicator(months, 'x', []);
    expectInputError('panel.name', ['"x"'], () => addIndicator(once, 'x', []));
    expectInputError('option.type', ['name'], () => addIndicator(months, '', []));
    expect([once.indicators, months.indicators]).toEqual([['x'], []]);
  });

  it('observations are copied in', () => {
    const observations = [{ knownOn: '2020-01-10' as IsoDate, value: 1 }];
    const panel = addIndicator(months, 'x', observations);
    observations[0]!.value = 9;
    observations.push(at('2020-02-01', 8));
    expect(storeOf(panel, 'here').indicatorRows('x')[2]).toBe(1);
  });
});

describe('fields', () => {
  const rows = (source: FieldSource): number[][] => {
    const store = storeOf(addField(months, 'size', source), 'here');
    const width = months.calendar.length + 1;
    return [0, 1].map((asset) => Array.from(store.fieldRows('size').slice(asset * width, (asset + 1) * width)));
  };
  const nothing = [NaN, NaN, NaN, NaN, NaN, NaN];

  it('are joined asset by asset; an asset without facts has NaN', () => {
    expect(rows({ B: [at('2020-01-10', 1), at('2020-04-01', 2)] })).toEqual([nothing, [NaN, 1, 1, 1, 2, 2]]);
  });

  it('columns mean the same as observations', () => {
    const columns = { knownOn: ['2020-01-10', '2020-04-01'], values: { A: [1, 2], B: Float64Array.of(NaN, 4) } };
    expect(rows(columns)).toEqual(
      rows({ A: [at('2020-01-10', 1), at('2020-04-01', 2)], B: [at('2020-01-10', NaN), at('2020-04-01', 4)] }),
    );
  });

  it('null in a column is NaN, never 0', () => {
    expect(rows({ knownOn: ['2020-01-10', '2020-04-01'], values: { A: [1, null] } })[0]).toEqual([
      NaN,
      1,
      1,
      1,
      NaN,
      NaN,
    ]);
  });

  it('no day at all is NaN everywhere', () => {
    expect(rows({ knownOn: [], values: { A: [] } })).toEqual([nothing, nothing]);
  });

  it.each<[string, unknown, ErrorCode, string[]]>([
    ['an unknown asset', { C: [] }, 'asset.unknown', ['"C"']],
    ['an unknown asset in columns', { knownOn: ['2020-01-10'], values: { C: [1] } }, 'asset.unknown', ['"C"']],
    ['a number instead of observations', { A: 5 }, 'observation.invalid', ['"A"', '5', 'knownOn']],
    [
      'a column too short',
      { knownOn: ['2020-01-10', '2020-02-10'], values: { A: [1] } },
      'panel.ragged',
      ['"A"', '1 values', '2 days'],
    ],
    [
      'days out of order',
      { knownOn: ['2020-02-10', '2020-01-10'], values: { A: [1, 2] } },
      'observation.order',
      ['2020-01-10', '2020-02-10'],
    ],
    [
      'a text in a column',
      { knownOn: ['2020-01-10'], values: { A: ['5'] } },
      'observation.invalid',
      ['"A"', '2020-01-10', '"5"'],
    ],
    ['true in a column', { knownOn: ['2020-01-10'], values: { A: [true] } }, 'observation.invalid', ['true']],
    [
      'infinity in a column',
      { knownOn: ['2020-01-10'], values: { A: [Infinity] } },
      'observation.invalid',
      ['2020-01-10', 'Infinity'],
    ],
    ['Dates for days', { knownOn: [new Date(0)], values: { A: [1] } }, 'date.format', ['knownOn 0', 'a Date']],
    ['a list', [], 'option.type', ['an array of 0']],
  ])('%s is a named error with place and value', (_, source, code, facts) => {
    expectInputError(code, ['addField "size"', ...facts], () => rows(source as FieldSource));
  });

  it('a name is used once', () => {
    expectInputError('panel.name', ['"size"'], () => addField(addField(months, 'size', {}), 'size', {}));
  });
});
