import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStockPanel, type StockPanelOptions } from '../../src/io/index.js';
import { assertNoLookAhead } from '../../src/testing/index.js';
import { fixedMix } from '../../src/strategy/index.js';
import { backtest } from '../../src/engine/index.js';
import { monthly } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const options = {
  frequency: 'monthly',
  units: 'fraction',
  dateFormat: 'YYYYMM',
  asset: 'permno',
  returns: 'ret',
} as const satisfies StockPanelOptions;
const read =
  (text: string, changes: object = {}) =>
  (): unknown =>
    parseStockPanel(text, { ...options, ...changes });

/** Three stocks: one lives on, one is delisted in February, one comes in March. Lines in no order, codes of the publisher for "no return". */
const text = [
  'permno,date,ret,dlret,me,be,filed',
  '10001,202402,0.02,,51,21,2024-02-20',
  '10001,202401,0.01,,50,20,2023-11-15',
  '10002,202401,-0.10,,5,9,2023-12-01',
  '10002,202402,-0.20,-0.30,4,,',
  '10001,202403,C,,52,21,2024-02-20',
  '10003,202403,0.05,,7,3,2024-03-31',
  '',
].join('\r\n');

describe('parseStockPanel', () => {
  const panel = parseStockPanel(text, {
    ...options,
    date: 'date',
    missing: ['B', 'C'],
    delisting: 'dlret',
    fields: {
      me: { column: 'me', knownAfter: { days: 0 } },
      be: { column: 'be', knownAfter: { months: 1 } },
      filedBe: { column: 'be', knownOn: 'filed', dateFormat: 'YYYY-MM-DD' },
    },
  });

  it('makes the days of the table the calendar; stocks come and go', () => {
    expect(panel.assets).toEqual(['10001', '10002', '10003']);
    expect(panel.calendar.toJSON().dates).toEqual(['2024-01-31', '2024-02-29', '2024-03-31']);
    expect([...panel.returns('10001').values]).toEqual([0.01, 0.02, NaN]);
    expect([...panel.returns('10003').values]).toEqual([NaN, NaN, 0.05]);
  });

  it('compounds the return of a delisting with that of its month', () => {
    // (1 − 0.2)(1 − 0.3) − 1 = −0.44; written as r + d + r·d.
    expect([...panel.returns('10002').values]).toEqual([-0.1, -0.2 + -0.3 + -0.2 * -0.3, NaN]);
    expect(panel.returns('10002').values[1]).toBeCloseTo(-0.44, 15);
    const alone = 'permno,date,ret,dlret\n1,202401,1.5,\n1,202402,,-30\n';
    const percent = parseStockPanel(alone, { ...options, date: 'date', units: 'percent', delisting: 'dlret' });
    expect([...percent.returns('1').values]).toEqual([0.015, -0.3]);
    const both = parseStockPanel('permno,date,ret,dlret\n1,202401,-20,-30\n', {
      ...options,
      date: 'date',
      units: 'percent',
      delisting: 'dlret',
    });
    expect(both.returns('1').values[0]).toBeCloseTo(-0.44, 15);
  });

  it('knows a figure from the day on that its field says, and not a day before', () => {
    const { fields } = panel.toJSON();
    // Base 2023-12-31, then January to March. Sizes are known on the day; the second stock has no line in March.
    expect(fields['me']).toEqual({
      '10001': [null, 50, 51, 52],
      '10002': [null, 5, 4, null],
      '10003': [null, null, null, 7],
    });
    // A month later: January's 20 at the end of February. The empty cell of February is known to be missing at the end of March.
    expect(fields['be']).toEqual({
      '10001': [null, null, 20, 21],
      '10002': [null, null, 9, null],
      '10003': [null, null, null, null],
    });
    // By its day of filing: the 20 of November was known on the base, the 21 from 2024-02-20 on.
    expect(fields['filedBe']).toEqual({
      '10001': [20, 20, 21, 21],
      '10002': [9, 9, 9, 9],
      '10003': [null, null, null, 3],
    });
  });

  it('keeps the latest figure over empty cells only where these are said to be no news', () => {
    const sparse = 'date,permno,ret,eps\n202401,1,0.01,5\n202402,1,0.01,\n202403,1,0.01,6\n202404,1,0.01,\n';
    const eps = (empty?: 'missing' | 'no news'): unknown =>
      parseStockPanel(sparse, {
        ...options,
        fields: { eps: { column: 'eps', knownAfter: { days: 0 }, ...(empty === undefined ? {} : { empty }) } },
      }).toJSON().fields['eps'];
    expect(eps()).toEqual({ '1': [null, 5, null, 6, null] });
    expect(eps('missing')).toEqual(eps());
    expect(eps('no news')).toEqual({ '1': [null, 5, 5, 6, 6] });
  });

  it('is a panel that can be backtested, without look-ahead', () => {
    const strategy = fixedMix({ name: 'Half', weights: { '10001': 0.5 }, schedule: monthly() });
    const two = parseStockPanel(text.replace('10001,202403,C', '10001,202403,0.03'), { ...options, date: 'date' });
    expect(backtest(two, strategy).values.length).toBe(3);
    assertNoLookAhead(two, () => strategy);
  });

  it('reads the lines in any order to the same panel but for the order of the assets', () => {
    const [header, ...lines] = text.trim().split('\r\n');
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        const other = parseStockPanel([header, ...shuffled].join('\n'), {
          ...options,
          date: 'date',
          missing: ['C'],
          delisting: 'dlret',
          fields: { me: { column: 'me', knownAfter: { days: 0 } } },
        }).toJSON();
        expect(other.returns).toEqual(panel.toJSON().returns);
        expect(other.fields['me']).toEqual(panel.toJSON().fields['me']);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a stock panel that cannot be right is refused', () => {
  const head = 'date,permno,ret,dlret,be,filed\n';

  it('when the lag of a field is not said, or said twice', () => {
    expectInputError(
      'option.missing',
      ['fields.me', 'knownAfter'],
      read(text, { date: 'date', fields: { me: { column: 'me' } } }),
    );
    expectInputError(
      'option.range',
      ['fields.be', 'knownAfter', 'knownOn'],
      read(text, { date: 'date', fields: { be: { column: 'be', knownAfter: { days: 0 }, knownOn: 'filed' } } }),
    );
    expectInputError(
      'option.unknown',
      ['fields.me', '"lag"'],
      read(text, { date: 'date', fields: { me: { column: 'me', lag: 1 } } }),
    );
    expectInputError(
      'option.range',
      ['empty', 'no news'],
      read(text, { date: 'date', fields: { me: { column: 'me', knownAfter: { days: 0 }, empty: 'zero' } } }),
    );
    expectInputError('option.type', ['fields.me'], read(text, { date: 'date', fields: { me: 'me' } }));
    expectInputError('option.type', ['"fields"'], read(text, { date: 'date', fields: ['me'] }));
  });

  it('when a stock has two lines of one month', () => {
    const twice = `${head}202401,1,0.01,,,\n202401,1,0.02,,,\n`;
    expectInputError('calendar.duplicate', ['line 3', '"1"', '2024-01-31', 'line 2'], read(twice));
  });

  it('when a stock earns something after its delisting', () => {
    const after = `${head}202401,1,0.01,-0.5,,\n202402,2,0.01,,,\n202402,1,0.02,,,\n`;
    const error = expectInputError(
      'panel.value',
      ['line 4', '"1"', '2024-02-29', '2024-01-31', 'line 2', 'delisting'],
      read(after, { delisting: 'dlret' }),
    );
    expect(error.details).toMatchObject({ asset: '1', found: '2024-02-29' });
    // A line without any return is no life after death.
    const silent = `${head}202401,1,0.01,-0.5,,\n202402,2,0.01,,,\n202402,1,,,,\n`;
    expect(read(silent, { delisting: 'dlret' })).not.toThrow();
  });

  it('when an older figure becomes known after a newer one, or a figure has no day', () => {
    const fields = { be: { column: 'be', knownOn: 'filed', dateFormat: 'YYYY-MM-DD' } };
    const order = `${head}202401,1,0.01,,10,2024-03-20\n202402,1,0.01,,11,2024-02-20\n`;
    expectInputError(
      'observation.order',
      ['line 3', '"be"', '"1"', '2024-02-20', '2024-03-20'],
      read(order, { fields }),
    );
    const dayless = `${head}202401,1,0.01,,10,\n`;
    expectInputError('observation.invalid', ['line 2', 'is 10'], read(dayless, { fields }));
    expectInputError(
      'date.impossible',
      ['line 2', 'column "filed"'],
      read(`${head}202401,1,0.01,,10,2024-02-30\n`, { fields }),
    );
  });

  it('when a column is not there, or a cell is no number', () => {
    expectInputError('file.format', ['line 1', '"retx"', 'ret'], read(text, { date: 'date', returns: 'retx' }));
    expectInputError('file.value', ['line 6', 'column "ret"', '"C"', 'missing'], read(text, { date: 'date' }));
    expectInputError('option.unknown', ['"columns"'], read(text, { columns: ['10001'] }));
    expectInputError('option.type', ['asset'], read(text, { date: 'date', asset: undefined }));
    expectInputError('option.range', ['units'], read(text, { date: 'date', missing: ['C'], units: undefined }));
    expectInputError('file.format', ['empty'], read(''));
    expectInputError('file.format', ['no rows'], read(head));
    expectInputError('file.format', ['line 1', '"permno"', 'column of the dates', '"date"'], read(text));
  });

  it('when a stock loses more than everything, with its own line', () => {
    const loss = expectInputError(
      'panel.value',
      ['line 4', '"2"', '-1.2'],
      read(`${head}202401,1,0.01,,,\n202402,1,0,,,\n202402,2,-1.2,,,\n`),
    );
    expect(loss.details).toMatchObject({ line: 4 });
  });
});

describe('JSON records of stocks', () => {
  it('are read by the same rules', () => {
    const records = [
      { date: '202401', permno: 10001, ret: 0.01, me: 50 },
      { date: '202402', permno: 10001, ret: null, me: null },
    ];
    const panel = parseStockPanel(JSON.stringify(records), {
      ...options,
      fields: { me: { column: 'me', knownAfter: { days: 0 } } },
    });
    expect([...panel.returns('10001').values]).toEqual([0.01, NaN]);
    expect(panel.toJSON().fields['me']).toEqual({ '10001': [null, 50, null] });
  });
});
