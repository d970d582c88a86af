import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { panelFromJson, readPanel, writePanel } from '../../src/io/index.js';
import {
  addField,
  addIndicator,
  type AnyPanel,
  fromReturns,
  type PanelJson,
  resample,
  slice,
  storeOf,
} from '../../src/panel/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const folder = mkdtempSync(join(tmpdir(), 'backtilt-io-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const returns = fromReturns({
  frequency: 'monthly',
  dates: ['2024-01', '2024-02', '2024-03'],
  returns: { 'BRK.B': [0.1 + 0.2, NaN, -1], SPY: [3, 0, 0.25] },
  units: 'fraction',
  kind: 'price',
  net: true,
  source: 'S',
  vintage: '2024',
});
const facts = addField(returns, 'size', {
  SPY: [
    { knownOn: '2024-02-10', value: 5 },
    { knownOn: '2024-03-05', value: NaN },
  ],
});
const rate = addIndicator(facts, 'rate', [
  { knownOn: '2023-12-01', value: 0.05 },
  { knownOn: '2024-03-20', value: 0.04 },
]);
const panel: AnyPanel = addIndicator(rate, 'recession', {
  name: 'recession',
  unit: '',
  usesHindsight: true,
  observations: [{ knownOn: '2024-02-01', value: 1 }],
});
const json = (): PanelJson => JSON.parse(JSON.stringify(panel)) as never;
const hindsight = (of: AnyPanel): unknown[] =>
  [...storeOf(of, 'test').indicators].map(([name, one]) => [name, one.usesHindsight]);

describe('a panel as JSON', () => {
  it('is what panel.toJSON() says, and which indicators use hindsight', () => {
    expect(panel.toJSON().usesHindsight).toEqual(['recession']);
  });

  it('keeps its meaning on the way out and back: numbers bit by bit, facts by row, descriptions and marks', () => {
    const again = panelFromJson(json());
    expect(again.toJSON()).toEqual(panel.toJSON());
    expect([...again.returns('BRK.B').values]).toEqual([0.1 + 0.2, NaN, -1]);
    // By the facts above: nothing known at base and January, 5 at the end of February, known to be missing from March.
    expect(again.toJSON().fields['size']).toEqual({ 'BRK.B': [null, null, null, null], SPY: [null, null, 5, null] });
    expect(again.toJSON().indicators['rate']).toEqual([0.05, 0.05, 0.05, 0.04]);
    expect(hindsight(again)).toEqual([
      ['rate', false],
      ['recession', true],
    ]);
    expect(again.returns('SPY').meta).toEqual({ kind: 'price', net: true, source: 'S', vintage: '2024' });
  });

  it('keeps the marks of hindsight', () => {
    expect(hindsight(panelFromJson(json()))).toEqual([
      ['rate', false],
      ['recession', true],
    ]);
  });

  it('keeps base and partial periods of sliced and resampled panels', () => {
    const days = fromReturns({
      frequency: 'daily',
      dates: ['2024-01-30', '2024-01-31', '2024-02-01'],
      returns: { A: [0.1, 0.2, 0.3] },
    });
    for (const one of [resample(days, 'monthly'), slice(panel, { from: '2024-02' })] as AnyPanel[]) {
      const again = panelFromJson(JSON.parse(JSON.stringify(one)));
      expect(again.toJSON()).toEqual(one.toJSON());
    }
    expect(panelFromJson(resample(days, 'monthly').toJSON()).calendar.partialRows).toEqual([0, 1]);
  });

  it('written to a file and read again is the same panel', () => {
    const path = join(folder, 'panel.json');
    writePanel(path, panel);
    expect(readPanel(path).toJSON()).toEqual(panel.toJSON());
    writeFileSync(path, `\uFEFF${JSON.stringify(panel)}\r\n`);
    expect(readPanel(path).toJSON()).toEqual(panel.toJSON());
  });

  it('is the same panel for any numbers', () => {
    const value = fc.oneof(fc.double({ min: -1, max: 10, noNaN: true }), fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const dates = values.map((_, row) => `${2000 + row}`).map((year) => `${year}-12`);
        const one = fromReturns({ frequency: 'annual', dates, returns: { A: values }, units: 'fraction' });
        expect(JSON.stringify(panelFromJson(JSON.parse(JSON.stringify(one))))).toBe(JSON.stringify(one));
      }),
      { numRuns: 50 },
    );
  });
});

describe('JSON that is not a panel', () => {
  const broken = (change: (copy: Record<string, never>) => void) => (): unknown => {
    const copy = json() as unknown as Record<string, never>;
    change(copy);
    return panelFromJson(copy);
  };
  const set = (path: readonly (string | number)[], value: unknown) =>
    broken((copy) => {
      const last = path.at(-1)!;
      let inside: Record<string | number, unknown> = copy;
      for (const key of path.slice(0, -1)) inside = inside[key] as Record<string | number, unknown>;
      inside[last] = value;
    });

  it.each([
    [['returns', 'SPY', 2], 'x', 'returns.SPY[2]', '"x"'],
    [['returns', 'BRK.B', 0], true, 'returns.BRK.B[0]', 'true'],
    [['returns'], null, 'returns', 'null'],
    [['meta', 'SPY', 'kind'], 'nett', 'meta.SPY.kind', '"nett"'],
    [['meta', 'SPY', 'proxy'], 1, 'meta.SPY', 'proxy'],
    [['calendar', 'frequency'], 'hourly', 'calendar.frequency', '"hourly"'],
    [['calendar', 'partialRows'], [9], 'calendar.partialRows[0]', 'beyond'],
    [['calendar', 'partialRows'], [-1], 'calendar.partialRows[0]', '-1'],
    [['meta', 'IWM'], { kind: 'total', net: true }, 'meta.IWM', 'no returns'],
    [['meta'], {}, 'meta.BRK.B', 'nothing'],
    [['usesHindsight'], ['rat'], 'usesHindsight', 'rat'],
    [['indicators', 'rate'], [1], 'indicators.rate', '1 values'],
    [['extra'], 1, 'the whole', 'extra'],
  ] as const)('%j = %j is refused with the path of the value', (path, value, shown, found) => {
    const error = expectInputError('file.format', ['panelFromJson', `${shown}: found`, found], set(path, value));
    expect(error.details).toHaveProperty('path');
  });

  it('with good shapes and bad values is refused as anywhere else', () => {
    expectInputError('calendar.order', ['panelFromJson', '2024-01-31'], set(['calendar', 'dates', 1], '2023-12-31'));
    expectInputError('panel.value', ['-1.5', '2024-01-31'], set(['returns', 'SPY', 0], -1.5));
    expectInputError('panel.ragged', ['SPY', '2 values'], set(['returns', 'SPY'], [0, 0]));
    expectInputError('panel.ragged', ['size', 'SPY'], set(['fields', 'size', 'SPY'], [1]));
    expectInputError('date.format', ['yesterday'], set(['calendar', 'dates', 1], 'yesterday'));
    expectInputError('file.format', ['the whole', 'an array of 0'], () => panelFromJson([]));
    expectInputError('file.format', ['the whole', 'undefined'], () => panelFromJson(undefined));
  });

  it('names the file', () => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, 'date,A\n');
    expectInputError('file.format', ['readPanel', 'bad.json', '"date,A', 'not JSON'], () => readPanel(path));
    writeFileSync(path, '{"calendar":1}');
    expectInputError('file.format', ['bad.json', 'calendar: found 1'], () => readPanel(path));
    expectInputError('file.missing', ['none.json'], () => readPanel(join(folder, 'none.json')));
    expectInputError('file.missing', ['writePanel', 'it is a folder'], () => {
      writePanel(folder, panel);
    });
  });
});

describe('marks of a series in JSON', () => {
  it('come back: hindsight, and the day on which it ended', () => {
    const json = JSON.parse(JSON.stringify(returns)) as { meta: Record<string, object> };
    json.meta['SPY'] = { ...json.meta['SPY'], usesHindsight: true, endsOn: '2024-03-12' };
    expect(panelFromJson(json).returns('SPY').meta).toMatchObject({ usesHindsight: true, endsOn: '2024-03-12' });
    json.meta['SPY'] = { ...json.meta['SPY'], endsOn: 'March' };
    expectInputError('file.format', ['meta.SPY.endsOn'], () => panelFromJson(json));
  });
});
