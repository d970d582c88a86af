import { describe, expect, it } from 'vitest';
import {
  addField,
  addIndicator,
  fromReturns,
  fromSeries,
  overlap,
  type Panel,
  type ReturnSeries,
  storeOf,
} from '../../src/panel/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const dates = ['2024-01', '2024-02', '2024-03'];
const make = (): Panel<'SPY' | 'IWM'> =>
  fromReturns({ frequency: 'monthly', dates, returns: { SPY: [0.01, 0.02, 0.03], IWM: [NaN, 0.05, -0.01] } });

describe('Panel', () => {
  it('an unknown asset is an error that names the near one', () => {
    expectInputError('asset.unknown', ['panel.returns', '"IMW"', 'Did you mean IWM?'], () =>
      make().returns('IMW' as 'IWM'),
    );
    expectInputError('asset.unknown', ['"AVUV"', 'Known: SPY, IWM.'], () => make().returns('AVUV' as 'IWM'));
  });

  it('gives an equal series with numbers of its own whenever asked', () => {
    const panel = make();
    const [one, other] = [panel.returns('SPY'), panel.returns('SPY')];
    expect(one).toEqual(other);
    expect(one.values).not.toBe(other.values);
    expect(panel.returns('SPY').calendar).toBe(panel.calendar);
  });

  it('is frozen', () => {
    const panel = make();
    for (const part of [
      panel,
      panel.assets,
      panel.holes,
      panel.calendar,
      panel.returns('SPY'),
      panel.returns('SPY').meta,
    ])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it('its numbers are a copy: what is written to the inputs afterwards changes nothing', () => {
    const column = Float64Array.of(0.01, 0.02, 0.03);
    const days = [...dates];
    const returns = { A: column };
    const panel = fromReturns({ frequency: 'monthly', dates: days, returns });
    const before = JSON.stringify(panel);
    column.fill(9);
    days[0] = '1999-01';
    Object.assign(returns, { B: column });
    expect(JSON.stringify(panel)).toBe(before);
    expect(panel.assets).toEqual(['A']);
  });

  it('a series is a copy too: what is forced into it reaches no other panel', () => {
    const panel = make();
    (panel.returns('SPY').values as Float64Array).fill(9);
    expect(Array.from(overlap(panel, ['SPY']).returns('SPY').values)).toEqual([0.01, 0.02, 0.03]);
  });

  it('a list of names that is changed afterwards changes nothing', () => {
    const names: ('SPY' | 'IWM')[] = ['SPY', 'IWM'];
    const chosen = overlap(make(), names);
    names.reverse();
    names.pop();
    expect(chosen.assets).toEqual(['SPY', 'IWM']);
    expect(Array.from(chosen.returns('IWM').values)).toEqual([0.05, -0.01]);
  });

  it('the details of an error cannot be used to write into the panel', () => {
    const error = expectInputError('asset.unknown', [], () => make().returns('X' as 'SPY'));
    expect(Object.isFrozen(error.details['known'])).toBe(true);
  });

  it('JSON makes the same panel again', () => {
    const panel = make();
    const json = JSON.parse(JSON.stringify(panel)) as ReturnType<typeof panel.toJSON>;
    const { frequency, base, dates: days } = json.calendar;
    const again = fromReturns({ frequency, base, dates: days, returns: json.returns, ...json.meta['SPY']! });
    expect(again.toJSON()).toEqual(panel.toJSON());
    expect(again.returns('IWM').values[0]).toBeNaN();
    expect(json.returns).toEqual({ SPY: [0.01, 0.02, 0.03], IWM: [null, 0.05, -0.01] });
  });

  it('JSON holds facts per row, from the base on', () => {
    const facts = addField(addIndicator(make(), 'rate', [{ knownOn: '2024-02-29', value: 0.05 }]), 'size', {
      IWM: [{ knownOn: '2023-12-31', value: 7 }],
    });
    const { indicators, fields } = JSON.parse(JSON.stringify(facts)) as ReturnType<typeof facts.toJSON>;
    expect(indicators).toEqual({ rate: [null, null, 0.05, 0.05] });
    expect(fields).toEqual({ size: { SPY: [null, null, null, null], IWM: [7, 7, 7, 7] } });
    expect([facts.fields, facts.indicators]).toEqual([['size'], ['rate']]);
  });

  it.each([null, undefined, {}, [[0.1]], 'SPY'])(
    '%o is no panel, and the message says where one comes from',
    (value) => {
      expectInputError('panel.invalid', ['here: found', 'fromReturns'], () => storeOf(value, 'here'));
    },
  );

  it('a panel of another copy of the package is one: it is known by a registered symbol', () => {
    const panel = make();
    const foreign = { [Symbol.for('backtilt.panel.store')]: storeOf(panel, 'here') };
    expect(storeOf(foreign, 'here').assets).toEqual(['SPY', 'IWM']);
  });
});

describe('fromSeries', () => {
  it('sets series beside each other over the span of all', () => {
    const one = fromReturns({
      frequency: 'monthly',
      dates: ['2024-01', '2024-02'],
      returns: { A: [0.1, 0.2] },
      kind: 'price',
    });
    const two = fromReturns({
      frequency: 'monthly',
      dates: ['2024-02', '2024-03'],
      returns: { B: [0.3, 0.4] },
      net: true,
    });
    const both = fromSeries(one.returns('A'), two.returns('B'));
    expect(both.toJSON().returns).toEqual({ A: [0.1, 0.2, null], B: [null, 0.3, 0.4] });
    expect([both.returns('A').meta, both.returns('B').meta]).toEqual([
      { kind: 'price', net: false },
      { kind: 'total', net: true },
    ]);
    expect(both.calendar.date(-1)).toBe('2023-12-31');
  });

  it('refuses two of one name, other frequencies, and none', () => {
    const panel = make();
    const years = fromReturns({ frequency: 'annual', dates: ['2023-12'], returns: { Y: [0.1] } });
    expectInputError('panel.name', ['SPY'], () => fromSeries(panel.returns('SPY'), panel.returns('SPY')));
    expectInputError('calendar.mismatch', ['monthly', 'annual'], () =>
      fromSeries(panel.returns('SPY'), years.returns('Y')),
    );
    expectInputError('panel.name', ['no series'], () => fromSeries());
  });

  it.each<[unknown, string]>([
    [[0.1, 0.2], 'fromReturns'],
    [make(), 'an object'],
    [JSON.parse(JSON.stringify(make().returns('SPY'))), 'fromReturns'],
    [null, 'null'],
    [5, '5'],
  ])('%o is no series', (value, fact) => {
    expectInputError('series.invalid', ['fromSeries: argument 0', "panel.returns('SPY')", fact], () =>
      fromSeries(value as ReturnSeries),
    );
  });
});
