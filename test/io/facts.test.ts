import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseFacts, readFacts } from '../../src/io/index.js';
import { addField, fromReturns } from '../../src/panel/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const folder = mkdtempSync(join(tmpdir(), 'backtilt-facts-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('parseFacts', () => {
  const text = 'yyyymm,Small,Big\n196307,49,81\n196308,50,\n196309,49,82\n';

  it('knows what describes the beginning of a month on the last day of the month before', () => {
    const firms = parseFacts(text, { dateFormat: 'YYYYMM', describes: 'beginning' });
    expect(firms).toEqual({
      knownOn: ['1963-06-30', '1963-07-31', '1963-08-31'],
      values: { Small: [49, 50, 49], Big: [81, null, 82] },
    });
    const panel = fromReturns({
      frequency: 'monthly',
      dates: ['1963-07', '1963-08'],
      returns: { Small: [0.1, 0.1], Big: [0.1, 0.1] },
    });
    // The first figure is known on the base, so the first decision may use it; the empty cell is known to be missing.
    expect(addField(panel, 'firms', firms).toJSON().fields['firms']).toEqual({
      Small: [49, 50, 49],
      Big: [81, null, 82],
    });
  });

  it('knows what was published later later', () => {
    expect(parseFacts(text, { dateFormat: 'YYYYMM', knownAfter: { months: 4 } }).knownOn).toEqual([
      '1963-11-30',
      '1963-12-31',
      '1964-01-31',
    ]);
    writeFileSync(join(folder, 'facts.csv'), text);
    expect(
      readFacts(join(folder, 'facts.csv'), { dateFormat: 'YYYYMM', knownAfter: { days: 0 }, columns: ['Big'] }).values,
    ).toEqual({ Big: [81, null, 82] });
  });

  it('demands one word on when the figures were known, and dates in order', () => {
    expectInputError('option.missing', ['knownAfter'], () => parseFacts(text, { dateFormat: 'YYYYMM' }));
    expectInputError('option.range', ['knownAfter', 'describes'], () =>
      parseFacts(text, { dateFormat: 'YYYYMM', describes: 'beginning', knownAfter: { days: 0 } }),
    );
    expectInputError('option.range', ['describes', "'beginning'"], () =>
      parseFacts(text, { dateFormat: 'YYYYMM', describes: 'end' as never }),
    );
    expectInputError('observation.order', ['line 3', '1963-07-31'], () =>
      parseFacts('d,A\n196307,1\n196307,1\n', { dateFormat: 'YYYYMM', knownAfter: { days: 0 } }),
    );
    expectInputError('observation.order', ['line 3', 'oldest first'], () =>
      parseFacts('d,A\n196308,1\n196307,1\n', { dateFormat: 'YYYYMM', knownAfter: { days: 0 } }),
    );
    expectInputError('file.missing', ['nowhere.csv'], () => readFacts('nowhere.csv', { knownAfter: { days: 0 } }));
  });
});
