import {
  annually,
  asAsset,
  backtest,
  defineStrategy,
  fixedMix,
  fromReturns,
  fromSeries,
  joinPanels,
  monthly,
  profitabilityScreenedValue,
  proxyMask,
  splice,
} from 'backtilt';
import { frenchSizeValueProfitability } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
import { months } from './made-panel.js';

const panel = months({ Core: [0.01, 0.02, -0.03], A: [0.1, -0.1, 0.2], B: [0, 0.1, 0] });
const rotation = defineStrategy({
  name: 'Rotation',
  assets: ['A', 'B'],
  schedule: monthly(),
  // A in January, B in February, A in March.
  decide: ({ asOf }) => (asOf === '2020-01-31' ? { B: 1 } : { A: 1 }),
});

describe('a strategy as an asset', () => {
  it('core and satellite: 80 % of a fund and 20 % of a strategy after its own costs, by arithmetic', () => {
    const inner = backtest(panel, rotation, { costs: { tradingBps: 50 } });
    // The first purchase takes 0.5 % at the base, each full switch 2 × 0.5 % at its close.
    const net = [0.995 * 1.1 * 0.99 - 1, 1.1 * 0.99 - 1, 0.2];
    expect([...inner.values]).toEqual(net.map((value) => about(value)));
    const both = joinPanels(panel, fromSeries(asAsset(inner, 'Satellite')));
    const outer = backtest(both, fixedMix({ weights: { Core: 0.8, Satellite: 0.2 } }));
    const core = [0.01, 0.02, -0.03];
    expect([...outer.values]).toEqual(net.map((value, row) => about(0.8 * core[row]! + 0.2 * value)));
    expect([...outer.contributions('Satellite')]).toEqual(net.map((value) => about(0.2 * value)));
  });

  it('of funds net of their fees is net, so that a fund fee on top of it is refused unless it is meant', () => {
    const dates = ['2020-01', '2020-02', '2020-03'];
    const net = fromReturns({
      frequency: 'monthly',
      dates,
      returns: { A: [0.1, -0.1, 0.2], B: [0, 0.1, 0] },
      net: true,
    });
    const mix = fixedMix({ weights: { Rotation: 1 } });
    const costs = { expenseRatios: { Rotation: 0.01 } };
    const satellite = asAsset(backtest(net, rotation));
    expect(satellite.meta.net).toBe(true);
    expect(satellite.meta.source).toContain('after its own trading costs, net of fund fees');
    expectInputError('fee.twice', ['Rotation'], () => backtest(fromSeries(satellite), mix, { costs }));
    // What the run itself took off is not taken again either.
    const charged = asAsset(backtest(panel, rotation, { costs: { expenseRatios: { A: 0.01, B: 0.01 } } }));
    expectInputError('fee.twice', ['Rotation'], () => backtest(fromSeries(charged), mix, { costs }));
  });

  it('of what bears no fund fees is not net, whatever its trading cost: the outer run may take them', () => {
    const satellite = asAsset(backtest(panel, rotation, { costs: { tradingBps: 50 } }));
    expect(satellite.meta.net).toBe(false);
    expect(satellite.meta.source).toContain('after its own trading costs, not net of fund fees');
    const outer = backtest(fromSeries(satellite), fixedMix({ weights: { Rotation: 1 } }), {
      costs: { expenseRatios: { Rotation: 0.12 } },
    });
    // March: 20 %, nothing traded within, and a twelfth of a year's fee.
    expect(outer.values[2]).toBeCloseTo(1.2 * 0.88 ** (1 / 12) - 1, 13);
    const researched = backtest(
      frenchSizeValueProfitability(),
      profitabilityScreenedValue({
        ...{ smallest: 0.5, cheapest: 0.5, dropLeastProfitable: 0.25, weighBy: 'marketCap' },
        schedule: annually({ month: 6 }),
      }),
    );
    expect(asAsset(researched).meta).toMatchObject({ net: false, researchPortfolio: true });
  });

  it('says what it is, and bears the marks of what it was made of', () => {
    const annual = fromReturns({
      frequency: 'annual',
      dates: ['2021-12', '2022-12', '2023-12'],
      returns: { Index: [0.1, 0.2, 0.3], Fund: [NaN, NaN, 0.29] },
      source: 'A vendor',
    });
    const spliced = fromSeries(splice(annual.returns('Index'), annual.returns('Fund')));
    const strategy = { ...fixedMix({ weights: { 'Fund spliced': 1 } }), usesHindsight: true };
    const asset = asAsset(backtest(spliced, strategy), 'Late');
    expect(asset.name).toBe('Late');
    expect(asset.meta).toMatchObject({ net: false, usesHindsight: true });
    expect(asset.meta.source).toMatch(
      /^backtest of "Fixed mix.*", after its own trading costs, not net of fund fees \(.*A vendor.*\)$/,
    );
    expect([...proxyMask(asset)]).toEqual([1, 1, 0]);
    const outer = backtest(fromSeries(asset), fixedMix({ weights: { Late: 1 } }));
    expect(outer.usesHindsight).toBe(true);
    expect(outer.warnings.join(' ')).toContain('hindsight');
  });

  it('has the name of its strategy when none is given, and numbers of its own', () => {
    const run = backtest(panel, rotation);
    const asset = asAsset(run);
    expect(asset.name).toBe('Rotation');
    (asset.values as unknown as Float64Array)[0] = 9;
    expect(run.values[0]).toBeCloseTo(0.1, 15);
  });

  it('that was ruined ends there', () => {
    const ruined = asAsset(backtest(months({ X: [0.1, -1, 0.5] }), fixedMix({ weights: { X: 1 } })), 'Ruined');
    expect([...ruined.values]).toEqual([about(0.1), -1]);
    expect([...joinPanels(panel, fromSeries(ruined)).returns('Ruined').values]).toEqual([about(0.1), -1, NaN]);
  });

  it('refuses what is no result, and a name that is none', () => {
    expectInputError('series.invalid', ['asAsset'], () => asAsset(panel.returns('A') as never));
    expectInputError('option.type', ['asAsset', 'name'], () => asAsset(backtest(panel, rotation), ''));
  });
});
