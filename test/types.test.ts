import { describe, expect, expectTypeOf, it } from 'vitest';
import * as backtilt from 'backtilt';
import { addField, addIndicator, fromPrices, fromReturns, joinPanels, overlap, resample, slice } from 'backtilt';
import type { IsoDate, Observation, Panel, ReturnSeries, Schedule } from 'backtilt';

/*
 * Promises of the types. `npm run types` checks this file: an "@ts-expect-error" without an error is one, so every line that must
 * not compile stands under such a comment. The functions are written down, not called: what they would do is tested elsewhere. Promises of one room may stand in files of their own,
 * types-<room>.test.ts.
 */
const held: Record<string, (...values: never[]) => unknown> = {};

type Funds = Panel<'SPY' | 'IWM', 'size', 'rate'>;

held['names of assets travel in the type of a panel'] = (panel: Funds) => [
  panel.returns('IWM'),
  // @ts-expect-error misspelt
  panel.returns('IMW'),
  // @ts-expect-error an asset of a panel is never a field
  panel.returns('size'),
];

held['fromReturns and fromPrices take the names from the record'] = () => {
  const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { SPY: [0.01], IWM: [0.02] } });
  const prices = fromPrices({ frequency: 'monthly', dates: ['2024-01', '2024-02'], prices: { BIL: [1, 1.01] } });
  return [
    expectTypeOf(panel).toEqualTypeOf<Panel<'SPY' | 'IWM'>>(),
    expectTypeOf(prices).toEqualTypeOf<Panel<'BIL'>>(),
    // @ts-expect-error not in the record
    panel.returns('BIL'),
  ];
};

held['what changes a panel keeps its names and adds its own'] = (panel: Funds, observations: Observation[]) => {
  const cuts = addIndicator(panel, 'monthsSinceFirstCut', observations);
  const ranked = addField(panel, 'rank', {});
  const joined = joinPanels(panel, fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { BIL: [0] } }));
  return [
    expectTypeOf(cuts).toEqualTypeOf<Panel<'SPY' | 'IWM', 'size', 'rate' | 'monthsSinceFirstCut'>>(),
    expectTypeOf(ranked).toEqualTypeOf<Panel<'SPY' | 'IWM', 'size' | 'rank', 'rate'>>(),
    expectTypeOf(joined).toEqualTypeOf<Panel<'SPY' | 'IWM' | 'BIL', 'size', 'rate'>>(),
    slice(panel, { from: '2020-01' }).returns('IWM'),
    resample(panel, 'annual').returns('IWM'),
    overlap(panel, ['IWM']).returns('IWM'),
    // @ts-expect-error left out of the overlap
    overlap(panel, ['IWM']).returns('SPY'),
    // @ts-expect-error no asset of the panel
    overlap(panel, ['AVUV']),
  ];
};

held['an observation says when it was known'] = (panel: Funds) => [
  addIndicator(panel, 'a', [{ knownOn: '2020-01-01', value: 1 }]),
  // @ts-expect-error without knownOn
  addIndicator(panel, 'a', [{ value: 1 }]),
  // @ts-expect-error a Date never enters
  addIndicator(panel, 'a', [{ knownOn: new Date(0), value: 1 }]),
  // @ts-expect-error a day in words
  addIndicator(panel, 'a', [{ knownOn: 'March', value: 1 }]),
];

held['numbers and facts of a series cannot be written'] = (series: ReturnSeries, panel: Funds) => {
  // @ts-expect-error the numbers are read-only
  series.values[0] = 1;
  // @ts-expect-error there is no way to fill or sort them in place
  series.values.fill(0);
  // @ts-expect-error a subarray would share its memory
  series.values.subarray(1);
  // @ts-expect-error the memory itself is out of reach
  series.values.buffer.slice(0);
  // @ts-expect-error the name is read-only
  series.name = 'x';
  // @ts-expect-error the days are read-only
  panel.calendar.days[0] = 1;
  // @ts-expect-error the list of names is read-only
  panel.assets.push('SPY');
  const copy: Float64Array = series.values.slice();
  return copy;
};

held['frequencies, kinds and units are words, not any text'] = (panel: Funds) => [
  // @ts-expect-error no frequency
  resample(panel, 'yearly'),
  // @ts-expect-error no kind
  fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { A: [0] }, kind: 'net' }),
  // @ts-expect-error no unit
  fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { A: [0] }, units: 'bps' }),
  // @ts-expect-error a misspelt option
  fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { A: [0] }, unit: 'percent' }),
  // @ts-expect-error the frequency is declared, never guessed
  fromReturns({ dates: ['2024-01'], returns: { A: [0] } }),
];

held['schedules are data'] = (schedule: Schedule) => {
  // @ts-expect-error read-only
  schedule.kind = 'daily';
  // @ts-expect-error the function itself is no schedule
  const forgotten: Schedule = backtilt.monthly;
  return [schedule, forgotten];
};

held['days are texts of three numbers'] = () => {
  const day: IsoDate = '2020-02-29';
  // @ts-expect-error no day
  const words: IsoDate = 'yesterday';
  return [day, words];
};

describe('promises of the types', () => {
  it.each(Object.keys(held))('%s (checked by the compiler)', (promise) => {
    expect(held[promise]).toBeTypeOf('function');
  });
});
