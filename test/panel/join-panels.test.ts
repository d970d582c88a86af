import { describe, expect, it } from 'vitest';
import {
  addField,
  addIndicator,
  alignTo,
  commonRows,
  fromReturns,
  joinPanels,
  resample,
  storeOf,
} from '../../src/panel/index.js';
import type { Frequency } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { HOLIDAYS_2020, weekdays } from '../support/weekdays.js';

const monthly = <Name extends string>(
  name: Name,
  dates: string[],
  values: number[],
): ReturnType<typeof fromReturns<Name>> =>
  fromReturns({ frequency: 'monthly', dates, returns: { [name]: values } as Record<Name, number[]> });

const byCalendar = monthly('A', ['2020-01-31', '2020-02-29', '2020-03-31'], [0.1, 0.2, 0.3]);
const byTrading = monthly('B', ['2020-02-28', '2020-03-31', '2020-04-30'], [0.4, 0.5, 0.6]);

describe('joinPanels', () => {
  it('the month that ends on 2020-02-28 in one source and on 2020-02-29 in the other is one row, dated by the first panel', () => {
    const joined = joinPanels(byCalendar, byTrading);
    expect(joined.toJSON()).toMatchObject({
      calendar: { base: '2019-12-31', dates: ['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30'] },
      returns: { A: [0.1, 0.2, 0.3, null], B: [null, 0.4, 0.5, 0.6] },
    });
    expect(joinPanels(byTrading, byCalendar).calendar.date(1)).toBe('2020-02-28');
    expect(joinPanels(byTrading, byCalendar).assets).toEqual(['B', 'A']);
  });

  it('daily rows are matched by the very day', () => {
    const daily = (name: string, dates: string[]): ReturnType<typeof fromReturns> =>
      fromReturns({ frequency: 'daily', dates, returns: { [name]: dates.map((_, row) => row / 100) } });
    const joined = joinPanels(
      daily('US', ['2020-01-02', '2020-01-03', '2020-01-07']),
      daily('UK', ['2020-01-03', '2020-01-06', '2020-01-07']),
    );
    expect(joined.calendar.toJSON().dates).toEqual(['2020-01-02', '2020-01-03', '2020-01-06', '2020-01-07']);
    expect(joined.toJSON().returns).toEqual({ US: [0, 0.01, null, 0.02], UK: [null, 0, 0.01, 0.02] });
  });

  it('fields and indicators of both are there, joined anew by knownOn', () => {
    const a = addIndicator(addField(byCalendar, 'size', { A: [{ knownOn: '2020-01-31', value: 1 }] }), 'rate', [
      { knownOn: '2020-04-15', value: 5 },
    ]);
    const b = addField(byTrading, 'rank', { B: [{ knownOn: '2020-01-15', value: 2 }] });
    const { fields, indicators } = joinPanels(a, b).toJSON();
    expect(fields).toEqual({
      size: { A: [null, 1, 1, 1, 1], B: [null, null, null, null, null] },
      rank: { A: [null, null, null, null, null], B: [null, 2, 2, 2, 2] },
    });
    expect(indicators).toEqual({ rate: [null, null, null, null, 5] });
  });

  it('a partial period of either is one of the whole', () => {
    const dates = weekdays('2020-02-03', '2020-04-15', HOLIDAYS_2020);
    const partial = resample(
      fromReturns({ frequency: 'daily', dates, base: '2020-01-31', returns: { D: dates.map(() => 0.001) } }),
      'monthly',
    );
    expect(partial.calendar.partialRows).toEqual([2]);
    expect(joinPanels(byCalendar, partial).calendar.partialRows).toEqual([3]);
    expect(joinPanels(partial, byCalendar).calendar.partialRows).toEqual([3]);
  });

  it('refuses a name in both, other frequencies and spans that do not touch', () => {
    expectInputError('panel.name', ['joinPanels', 'asset A'], () => joinPanels(byCalendar, byCalendar));
    const rated = addIndicator(byCalendar, 'rate', []);
    expectInputError('panel.name', ['indicator rate'], () => joinPanels(rated, addIndicator(byTrading, 'rate', [])));
    expectInputError('panel.name', ['field size'], () =>
      joinPanels(addField(byCalendar, 'size', {}), addField(byTrading, 'size', {})),
    );
    expectInputError('calendar.mismatch', ['monthly', 'quarterly', 'Resample'], () =>
      joinPanels(byCalendar, resample(byTrading, 'quarterly')),
    );
    expectInputError('calendar.gap', ['joinPanels', '2020-03-31', '2020-06-30'], () =>
      joinPanels(byCalendar, monthly('C', ['2020-06'], [0.1])),
    );
  });

  it('leaves both panels as they were', () => {
    const before = [JSON.stringify(byCalendar), JSON.stringify(byTrading)];
    const joined = joinPanels(byCalendar, byTrading);
    storeOf(joined, 'here').values.fill(9);
    expect([JSON.stringify(byCalendar), JSON.stringify(byTrading)]).toEqual(before);
  });
});

describe('alignTo and commonRows', () => {
  const a = byCalendar.returns('A');
  const b = byTrading.returns('B');

  it('lays a series on the rows of another calendar by period; NaN where it has none', () => {
    expect(Array.from(alignTo(a.calendar, b, 'here'))).toEqual([NaN, 0.4, 0.5]);
    expect(Array.from(alignTo(b.calendar, a, 'here'))).toEqual([0.2, 0.3, NaN]);
  });

  it('answers with a copy', () => {
    alignTo(a.calendar, a, 'here').fill(9);
    expect(Array.from(a.values)).toEqual([0.1, 0.2, 0.3]);
  });

  it('refuses another frequency: nothing is resampled in silence', () => {
    const quarters = resample(byTrading, 'quarterly').returns('B');
    expectInputError('calendar.mismatch', ['here', '"B" is quarterly', 'monthly returns', 'resample'], () =>
      alignTo(a.calendar, quarters, 'here'),
    );
  });

  it('pairs two series on the rows where both have a return', () => {
    const gappy = monthly('G', ['2020-01', '2020-02', '2020-03'], [0.7, NaN, 0.9]).returns('G');
    const { a: left, b: right, rows } = commonRows(a, gappy, 'here');
    expect([Array.from(left), Array.from(right), Array.from(rows)]).toEqual([
      [0.1, 0.3],
      [0.7, 0.9],
      [0, 2],
    ]);
    expect(commonRows(a, monthly('F', ['2021-01'], [0]).returns('F'), 'here').rows.length).toBe(0);
  });

  it.each<[Frequency, string[], string[]]>([
    ['weekly', ['2020-01-03', '2020-01-10'], ['2020-01-02', '2020-01-09']],
    ['quarterly', ['2020-03-31', '2020-06-30'], ['2020-03-30', '2020-06-30']],
    ['annual', ['2019-12-31', '2020-12-31'], ['2019-12-30', '2020-12-30']],
  ])('%s rows are matched by their period, not by their day', (frequency, dates, others) => {
    const one = fromReturns({ frequency, dates, returns: { X: [0.1, 0.2] } });
    const two = fromReturns({ frequency, dates: others, returns: { Y: [0.3, 0.4] } });
    expect(joinPanels(one, two).toJSON().returns).toEqual({ X: [0.1, 0.2], Y: [0.3, 0.4] });
  });
});
