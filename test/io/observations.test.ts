import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseObservations, readObservations, type ObservationsTextOptions } from '../../src/io/index.js';
import { addIndicator, fromReturns } from '../../src/panel/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { extracted, raw } from './raw.js';

const average = { knownAfter: { months: 1 }, units: 'percent' } as const;

describe('parseObservations', () => {
  const text = 'DATE,FEDFUNDS\n2020-02-01,1.5\n2020-03-01,0.75\n2020-04-01,.\n2020-05-01,0.5\n';

  it('makes the average of March, labelled 2020-03-01, known in April and not before', () => {
    const rate = parseObservations(text, average);
    const panel = addIndicator(
      fromReturns({ frequency: 'monthly', dates: ['2020-03', '2020-04'], returns: { A: [0.01, 0.01] } }),
      'rate',
      rate,
    );
    // Known at the end of February: nothing; of March: February's average; of April: March's.
    expect(panel.toJSON().indicators['rate']).toEqual([null, 0.015, 0.0075]);
  });

  it('adds months first, then days, and does not spill over a short month', () => {
    const known = (date: string, knownAfter: ObservationsTextOptions['knownAfter']): string | undefined =>
      parseObservations(`d,x\n${date},1\n`, { knownAfter, units: 'number' })[0]?.knownOn;
    expect(known('2020-03-01', { months: 1 })).toBe('2020-04-01');
    expect(known('2020-12-01', { months: 1, days: 14 })).toBe('2021-01-15');
    expect(known('2024-01-31', { months: 1 })).toBe('2024-02-29');
    expect(known('2024-01-31', { days: 0 })).toBe('2024-01-31');
    expect(known('2024-02-28', { days: 2 })).toBe('2024-03-01');
  });

  it('makes no observation of a line without a figure, and keeps numbers as written where that is said', () => {
    const rate = parseObservations(text, { ...average, units: 'number' });
    expect(rate).toEqual([
      { knownOn: '2020-03-01', value: 1.5 },
      { knownOn: '2020-04-01', value: 0.75 },
      { knownOn: '2020-06-01', value: 0.5 },
    ]);
    expect(Object.isFrozen(rate) && Object.isFrozen(rate[0])).toBe(true);
  });

  it('reads one column of several, by name', () => {
    const wide = 'date,cpi,pe10\n2020-01-01,258.9,31\n';
    expect(parseObservations(wide, { ...average, column: 'pe10', units: 'number' })[0]?.value).toBe(31);
    expectInputError('option.missing', ['cpi, pe10', 'column'], () => parseObservations(wide, average));
    expectInputError('file.format', ['"pe"', 'pe10'], () => parseObservations(wide, { ...average, column: 'pe' }));
  });

  it('demands the lag: without it a label would be taken for the day of publication', () => {
    expectInputError('option.missing', ['knownAfter', 'months: 1'], () =>
      parseObservations(text, { units: 'percent' } as ObservationsTextOptions),
    );
    expectInputError('option.missing', ['knownAfter'], () => parseObservations(text, { ...average, knownAfter: {} }));
    expectInputError('option.range', ['knownAfter.days', '-1'], () =>
      parseObservations(text, { ...average, knownAfter: { days: -1 } }),
    );
    expectInputError('option.type', ['knownAfter', '30'], () =>
      parseObservations(text, { ...average, knownAfter: 30 as unknown as { days: number } }),
    );
    expectInputError('option.unknown', ['"day"'], () =>
      parseObservations(text, { ...average, knownAfter: { day: 1 } as object }),
    );
    expectInputError('option.range', ['units', 'percent', 'number'], () =>
      parseObservations(text, { knownAfter: { days: 0 } } as ObservationsTextOptions),
    );
    expectInputError('option.unknown', ['"columns"', 'column'], () =>
      parseObservations(text, { ...average, columns: ['FEDFUNDS'] } as ObservationsTextOptions),
    );
  });

  it('refuses dates that repeat or descend, naming the line', () => {
    expectInputError('observation.order', ['line 3', '2020-02-01'], () =>
      parseObservations('d,x\n2020-02-01,1\n2020-02-01,2\n', average),
    );
    expectInputError('observation.order', ['line 3', '2020-01-01', 'oldest first'], () =>
      parseObservations('d,x\n2020-02-01,1\n2020-01-01,2\n', average),
    );
    expectInputError('file.value', ['line 2', 'column "x"', 'abc'], () =>
      parseObservations('d,x\n2020-02-01,abc\n', average),
    );
  });
});

describe.skipIf(!existsSync(raw('DFEDTAR.csv')))(
  'files of the Federal Reserve as published (skipped where they are absent)',
  () => {
    const daily = { knownAfter: { days: 0 }, units: 'number' } as const;

    it('with dates as M/D/YYYY and Windows line ends, and as YYYY-MM-DD', () => {
      const old = readObservations(raw('DFEDTAR.csv'), { ...daily, dateFormat: 'M/D/YYYY' });
      // 1982-09-27 to 2008-12-15 is 9577 days, both counted.
      expect([old.length, old[0], old.at(-1)]).toEqual([
        9577,
        { knownOn: '1982-09-27', value: 10.25 },
        { knownOn: '2008-12-15', value: 1 },
      ]);
      const upper = readObservations(raw('DFEDTARU.csv'), daily);
      expect([upper[0], upper.at(-1)]).toEqual([
        { knownOn: '2008-12-16', value: 0.25 },
        { knownOn: '2024-01-31', value: 5.5 },
      ]);
      expectInputError('date.format', ['DFEDTAR.csv', 'line 2', '9/27/1982', 'M/D/YYYY'], () =>
        readObservations(raw('DFEDTAR.csv'), daily),
      );
    });

    it('of monthly averages, known the month after', () => {
      const rate = readObservations(extracted('fedfunds_monthly_average.csv'), average);
      expect(rate[0]).toEqual({ knownOn: '1954-08-01', value: 0.008 });
    });
  },
);

describe('a lag of months', () => {
  it.each([
    // The end of a month stays the end of a month; other days keep their number, or the end of a shorter month.
    ['2020-02-29', 1, '2020-03-31'],
    ['2020-04-30', 2, '2020-06-30'],
    ['2021-02-28', 12, '2022-02-28'],
    ['2020-02-28', 1, '2020-03-28'],
    ['2020-01-30', 1, '2020-02-29'],
    ['2020-03-01', 1, '2020-04-01'],
  ])('%s and %i months are %s', (date, months, knownOn) => {
    const [one] = parseObservations(`d,x\n${date},1\n`, { knownAfter: { months }, units: 'number' });
    expect(one?.knownOn).toBe(knownOn);
  });

  it('after a month written as YYYY-MM is the end of a month too', () => {
    const [one] = parseObservations('d,x\n2020-02,1\n', {
      dateFormat: 'YYYY-MM',
      knownAfter: { months: 1 },
      units: 'number',
    });
    expect(one?.knownOn).toBe('2020-03-31');
  });
});
