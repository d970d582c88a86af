import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromReturns, resample, type ReturnSeries, slice } from '../../src/panel/index.js';
import { cagr, excessReturns, realReturns, totalReturn } from '../../src/stats/index.js';
import { shiller, usFunds } from '../../src/data/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dated, series, weekdaysAfter } from './support.js';

const level = (
  month: string,
  value: number,
  knownOn = `${month}-28`,
): { month: string; knownOn: never; value: number } => ({
  month,
  knownOn: knownOn as never,
  value,
});
const plain = (one: ReturnSeries): number[] => [...one.values];

describe('realReturns', () => {
  it('is Fisher’s: 21 % of money at 10 % inflation buys 10 % more, not 11 %', () => {
    const real = realReturns(series('annual', [0.21]), series('annual', [0.1], 'Inflation'));
    expect(real.values[0]).toBeCloseTo(0.1, 14);
    expect(real.name).toBe('A (real)');
    expect(real.meta.usesHindsight).toBeUndefined();
  });

  it('takes the index of the months themselves: December over December for a year, month over month for a month', () => {
    const index = [level('2019-12', 100), level('2020-01', 102), level('2020-02', 102), level('2020-12', 110)];
    expect(plain(realReturns(series('monthly', [0.02, 0.01]), index)).map((x) => x.toFixed(12))).toEqual([
      '0.000000000000',
      '0.010000000000',
    ]);
    expect(realReturns(series('annual', [0.21]), index).values[0]).toBeCloseTo(0.1, 14);
  });

  it('is marked as hindsight where a level was published after the row, and only there', () => {
    const one = series('monthly', [0.02]);
    const late = [level('2019-12', 100, '2020-01-15'), level('2020-01', 102, '2020-02-14')];
    expect(realReturns(one, late).meta.usesHindsight).toBe(true);
    expect(realReturns(one, [level('2019-12', 100), level('2020-01', 102)]).meta.usesHindsight).toBeUndefined();
    const marked = { name: 'i', unit: 'index', usesHindsight: true, observations: [level('2019-12', 100)] };
    expect(realReturns(one, marked).meta.usesHindsight).toBe(true);
  });

  it('in 2022 takes the published 6.5 % rise of US consumer prices off a fund (BLS, release of 12 January 2023)', () => {
    const spy = slice(usFunds().returns('SPY'), { from: '2022-01', to: '2022-12' });
    const real = realReturns(spy, shiller().cpi);
    const inflation = (1 + totalReturn(spy)) / (1 + totalReturn(real)) - 1;
    expect(inflation).toBeCloseTo(0.065, 3);
    // −18.2 % at 6.5 %: 0.818 / 1.065 − 1.
    expect(totalReturn(real)).toBeCloseTo(0.818 / 1.065 - 1, 2);
    expect(real.meta.usesHindsight).toBe(true);
  });

  it('of years is what the real months of them compound to', () => {
    const funds = slice(usFunds(), { from: '1994-01', to: '2022-12' });
    const { cpi } = shiller();
    const years = realReturns(resample(funds, 'annual').returns('SPY'), cpi);
    expect(cagr(years)).toBeCloseTo(cagr(realReturns(funds.returns('SPY'), cpi)), 13);
  });

  it('uses the latest figure of a month that was restated', () => {
    const index = [level('2019-12', 100), level('2020-01', 105), level('2020-01', 102, '2020-03-01')];
    expect(realReturns(series('monthly', [0.02]), index).values[0]).toBeCloseTo(0, 14);
  });

  it('is NaN where a month is missing, so that it ends where the index does, and on a part of a period', () => {
    const index = [level('2019-12', 100), level('2020-01', 100), level('2020-03', 100), level('2020-04', 100)];
    const real = plain(realReturns(series('monthly', [0.1, 0.1, 0.1, 0.1, 0.1]), index));
    expect(real.map((value) => !Number.isNaN(value))).toEqual([true, false, false, true, false]);
    const part = fromReturns({ frequency: 'monthly', base: '2020-01-15', dates: ['2020-01'], returns: { A: [0.1] } });
    expect(realReturns(part.returns('A'), index).values[0]).toBeNaN();
  });

  it('with constant prices changes nothing, and inflation at the return’s own rate leaves nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (values) => {
          const one = series('monthly', values);
          const none = series(
            'monthly',
            values.map(() => 0),
            'I',
          );
          realReturns(one, none).values.forEach((value, row) => {
            expect(value).toBeCloseTo(values[row]!, 14);
          });
          expect(plain(realReturns(one, one)).every((value) => value === 0)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses daily returns with a monthly index, an excess return, and what is no index', () => {
    const days = dated('daily', weekdaysAfter('2024-01-01', '2024-01-05'), [0.01, 0.01, 0.01, 0.01]);
    expectInputError('calendar.mismatch', ['realReturns', 'daily', "resample(panel, 'monthly')"], () =>
      realReturns(days, [level('2024-01', 100)]),
    );
    const one = series('monthly', [0.01]);
    expectInputError('calendar.mismatch', ['realReturns', 'annual', 'monthly'], () =>
      realReturns(one, series('annual', [0.02])),
    );
    expectInputError('series.invalid', ['A less B', "'excess'"], () =>
      realReturns(excessReturns(one, series('monthly', [0], 'B')), [level('2020-01', 100)]),
    );
    expectInputError('observation.invalid', ['realReturns', '0.02'], () => realReturns(one, 0.02 as never));
    expectInputError('observation.invalid', ['realReturns', 'null'], () => realReturns(one, null as never));
    expectInputError('observation.invalid', ['observation 0', '"month"', 'undefined'], () =>
      realReturns(one, [{ knownOn: '2020-01-31', value: 100 }] as never),
    );
    expectInputError('observation.invalid', ['2020-01', 'is 0', 'above 0'], () =>
      realReturns(one, [level('2020-01', 0)]),
    );
  });
});
