import { describe, expect, it } from 'vitest';
import { addField, addIndicator, resample, type AnyPanel } from 'backtilt';
import { randomPanel } from 'backtilt/testing';
import {
  assemblePanel,
  seriesFromParts,
  seriesToParts,
  storeFromParts,
  storeOf,
  storeToParts,
  type PanelStore,
} from '../../src/panel/index.js';

const bare = randomPanel({ assets: ['A', 'B'], rows: 30, seed: 9, frequency: 'monthly', listedAfter: { B: 4 } });
const day = (row: number): `${number}-${number}-${number}` => bare.calendar.date(row);
const sized = addField(bare, 'size', {
  A: [
    { knownOn: day(3), value: 5 },
    { knownOn: day(11), value: NaN },
    { knownOn: day(20), value: 7 },
  ],
});
const panel = addIndicator(sized, 'rate', {
  name: 'rate',
  unit: 'annual fraction',
  usesHindsight: true,
  source: 'somebody',
  observations: [
    { knownOn: day(-1), value: 0.02 },
    { knownOn: day(13), value: 0.03 },
  ],
});
const store = storeOf(panel, 'test');
const again = (given: PanelStore): PanelStore => storeFromParts(structuredClone(storeToParts(given)));
const panelOf = (parts: PanelStore): AnyPanel => assemblePanel<string, string, string>(parts);

describe('a panel taken apart', () => {
  it('can be handed to another thread, and put together again is the same panel', () => {
    expect(panelOf(again(store)).toJSON()).toEqual(panel.toJSON());
    expect([...again(store).first, ...again(store).last]).toEqual([0, 4, 29, 29]);
  });

  it('keeps what is said about its facts: hindsight, source, the last day known', () => {
    const { usesHindsight, source, lastKnown } = again(store).indicators.get('rate')!;
    expect({ usesHindsight, source, lastKnown }).toEqual({
      usesHindsight: true,
      source: 'somebody',
      lastKnown: bare.calendar.days[13],
    });
  });

  it('knows its facts on coarser calendars too', () => {
    expect(resample(panelOf(again(store)), 'quarterly').toJSON()).toEqual(resample(panel, 'quarterly').toJSON());
  });

  it('is taken apart once, into memory that threads share', () => {
    const parts = storeToParts(store);
    expect(storeToParts(store)).toBe(parts);
    for (const numbers of [parts.values, parts.fields[0]!.rows, parts.indicators[0]!.rows]) {
      expect(numbers.buffer).toBeInstanceOf(SharedArrayBuffer);
    }
    expect(parts.values.buffer.byteLength).toBe(2 * 30 * 8);
  });

  it('a page that may share no memory gets copies instead', () => {
    const scope = globalThis as { crossOriginIsolated?: boolean };
    scope.crossOriginIsolated = false;
    try {
      const apart = storeToParts(storeOf(addIndicator(bare, 'rate', []), 'test'));
      expect(apart.values.buffer).toBeInstanceOf(ArrayBuffer);
      expect(apart.values.buffer).not.toBe(store.values.buffer);
    } finally {
      delete scope.crossOriginIsolated;
    }
  });
});

describe('a series taken apart', () => {
  it('is the same series again', () => {
    const series = panel.returns('B');
    const found = seriesFromParts(structuredClone(seriesToParts(series)));
    expect(JSON.stringify(found)).toBe(JSON.stringify(series));
  });
});
