import {
  addIndicator,
  backtest,
  cagr,
  defineStrategy,
  fixedMix,
  fromReturns,
  joinPanels,
  maxDrawdown,
  monthly,
  monthsSince,
  postFirstCutRotation,
  smallCapTilt,
  wealth,
  type BacktestResultJson,
} from 'backtilt';
import { randomPanel } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { months, monthsFrom } from './made-panel.js';

const panel = randomPanel({ assets: ['A', 'B'], rows: 36, seed: 2 });
const result = backtest(panel, smallCapTilt({ core: 'A', smallCap: 'B', weight: 0.3 }), { costs: { tradingBps: 25 } });

describe('a result', () => {
  it('is a return series: every statistic takes it as it is', () => {
    expect(result.name).toBe('Small-cap tilt, 30 % B on A');
    expect(cagr(result)).toBeCloseTo(wealth(result).at(-1)! ** (1 / 3) - 1, 14);
    expect(maxDrawdown(result)).toBeLessThan(0);
  });

  it('keeps its meaning through JSON: wealth, weights, decisions and assumptions can be rebuilt from the text', () => {
    const json = JSON.parse(JSON.stringify(result)) as BacktestResultJson;
    const again = fromReturns({
      ...{ frequency: json.calendar.frequency, base: json.calendar.base, dates: json.calendar.dates },
      returns: { again: json.values, gross: json.gross },
    });
    expect(Array.from(wealth(again.returns('again')))).toEqual(Array.from(wealth(result)));
    expect(again.returns('again').calendar.toJSON()).toEqual(result.calendar.toJSON());
    // Gross wealth times what each row's trading left is net wealth.
    let kept = 1;
    json.gross.forEach((gross, row) => {
      kept *= (1 + gross!) * (1 - json.costs.trading[row]!);
    });
    expect(kept).toBeCloseTo(wealth(result).at(-1)!, 12);
    expect(json.decisions).toEqual(result.decisions);
    expect(json.nextTarget).toEqual(result.nextTarget);
    expect(json.weights).toEqual({ A: Array.from(result.weights('A')), B: Array.from(result.weights('B')) });
    expect(json.settings).toEqual(result.settings);
    expect(json.assumptions).toEqual(result.assumptions);
    expect(json.usesHindsight).toBe(false);
    expect(json.turnover).toEqual({ ...result.turnover });
  });

  it('writes what is undefined as null: no annual drag under one year', () => {
    const short = backtest(months({ A: [0.01, 0.02] }), fixedMix({ weights: { A: 1 } }), { costs: { tradingBps: 10 } });
    expect(short.costs.dragPerYear).toBeNaN();
    const json = JSON.parse(JSON.stringify(short)) as BacktestResultJson;
    expect(json.costs.dragPerYear).toBeNull();
    expect(json.costs.total).toBeCloseTo(0.001, 15);
  });

  it('is frozen, its decisions, settings and sentences too', () => {
    const frozen: readonly unknown[] = [
      result,
      result.decisions,
      result.decisions[0],
      result.decisions[0]?.target,
      result.decisions[1]?.drifted,
      result.nextTarget.weights,
      result.settings,
      result.settings.params,
      result.assumptions,
      result.warnings,
      result.costs,
      result.turnover,
      result.assets,
    ];
    expect(frozen.map((part) => Object.isFrozen(part))).toEqual(frozen.map(() => true));
  });

  it('does not freeze or keep what the user gave', () => {
    const tradingBps = { A: 1, B: 2 };
    const weights = { A: 0.5, B: 0.5 };
    const strategy = {
      name: 'mine',
      assets: ['A', 'B'] as const,
      schedule: monthly(),
      params: { weights },
      decide: () => weights,
    };
    const kept = backtest(panel, strategy, { costs: { tradingBps } });
    expect([tradingBps, weights, strategy, strategy.params].map((given) => Object.isFrozen(given))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    tradingBps.A = 99;
    weights.A = 0;
    expect(kept.settings.params).toEqual({ weights: { A: 0.5, B: 0.5 } });
    expect(kept.settings.tradingBps).toEqual({ A: 1, B: 2 });
    expect(kept.decisions[0]?.target).toEqual({ A: 0.5, B: 0.5 });
  });

  it('answers weights with a fresh copy, and names the near assets of an unknown one', () => {
    result.weights('A').fill(9);
    expect(result.weights('A').at(0)).toBeCloseTo(0.7, 15);
    expectInputError('asset.unknown', ['no asset "b"', 'Did you mean B'], () => result.weights('b' as 'B'));
  });

  it('says what was assumed: window, timing, costs, cash, fees, taxes', () => {
    expect(result.assumptions).toEqual([
      'Window: 2000-01 to 2002-12 (36 months).',
      'Decides annually in December; trades at the close that it saw and earns from the next row on (execution lag 0).',
      'Trading costs: 25 bp of what is bought and of what is sold; the first purchase is charged too.',
      'Uninvested wealth earns nothing.',
      'Returns bear no fund fees; none is deducted here.',
      'No taxes.',
    ]);
    const late = backtest(panel, fixedMix({ weights: { A: 1 } }), { executionLag: 2, costs: { tradingBps: { A: 3 } } });
    expect(late.assumptions[1]).toBe(
      'Decides monthly; trades 2 months later and earns from the row after that on (execution lag 2); until the first trade all is cash.',
    );
    expect(late.assumptions[2]).toContain('3 bp for A');
    expect(backtest(panel, fixedMix({ weights: { A: 1 } })).assumptions).toContain('Trading is free (no costs given).');
  });

  it('says whether returns are net of fees, and warns where kinds of returns are mixed', () => {
    const dates = monthsFrom('2020-01', 2);
    const total = fromReturns({
      frequency: 'monthly',
      dates,
      returns: { Fund: [0.1, 0.1] },
      net: true,
      source: 'Vendor',
      vintage: '2024-01',
    });
    const price = fromReturns({ frequency: 'monthly', dates, returns: { Index: [0.1, 0.1] }, kind: 'price' });
    const both = backtest(joinPanels(total, price), fixedMix({ weights: { Fund: 0.5, Index: 0.5 } }));
    expect(both.warnings).toEqual([
      'Mixes total and price returns: their difference is partly dividends or cash, not skill.',
    ]);
    expect(both.assumptions).toContain('Some returns are net of fund fees, some bear none; none is deducted here.');
    expect(both.assumptions.at(-1)).toBe('Data: Vendor, 2024-01.');
    expect(both.meta).toMatchObject({ kind: 'price', net: false });
    const fund = backtest(total, fixedMix({ weights: { Fund: 1 } }));
    expect(fund.assumptions).toContain('Returns are net of fund fees; none is deducted again.');
    expect(fund.meta).toMatchObject({ kind: 'total', net: true });
    expect(fund.warnings).toEqual([]);
  });

  it('carries the mark of an indicator that uses hindsight, but only if the strategy declares it', () => {
    const signal = { ...monthsSince([{ date: '2020-01-15', knownOn: '2020-01-15' }]), usesHindsight: true };
    const marked = addIndicator(months({ A: [0, 0, 0], B: [0, 0, 0] }), 'since', signal);
    const rotated = backtest(marked, postFirstCutRotation({ base: 'A', into: 'B', since: 'since' }));
    expect(rotated.usesHindsight).toBe(true);
    expect(rotated.warnings[0]).toBe('Uses hindsight (indicator "since"): nobody could have traded this at the time.');
    expect(backtest(marked, fixedMix({ weights: { A: 1 } })).usesHindsight).toBe(false);
  });

  it('warns where a screen let nothing pass', () => {
    const nothing = defineStrategy({ name: 'nothing', assets: 'all', schedule: monthly(), decide: () => ({}) });
    expect(backtest(months({ A: [0.1, 0.1] }), nothing).warnings).toEqual([
      'Nothing passed on 2019-12-31, 2020-01-31: all in cash until the next decision.',
    ]);
  });

  it('prints itself with its figures after and before costs, and everything it assumed', () => {
    const shown: { toString: () => string } = result;
    const text = shown.toString();
    expect(text).toContain('Small-cap tilt, 30 % B on A, 2000-01 to 2002-12');
    for (const word of [
      'After costs',
      'Before costs',
      'CAGR',
      'Volatility',
      'Max drawdown',
      'Turnover',
      'Decisions',
      'No taxes.',
    ]) {
      expect(text).toContain(word);
    }
    expect(text).toContain(`${(cagr(result) * 100).toFixed(2)} %`.replace('-', text.includes('−') ? '−' : '-'));
  });
});

describe('options that cannot be used are refused by name', () => {
  const mix = fixedMix({ weights: { A: 0.5, B: 0.5 } });
  const bad = (options: object) => () => backtest(panel, mix, options);

  it.each([
    ['a misspelt option', { cost: { tradingBps: 5 } }, 'option.unknown', ['"cost"', 'Did you mean costs']],
    ['a misspelt cost', { costs: { tradingBp: 5 } }, 'option.unknown', ['"tradingBp"', 'Did you mean tradingBps?']],
    ['a cost below 0', { costs: { tradingBps: -1 } }, 'option.range', ['costs.tradingBps', '-1', 'from 0 to 5000']],
    ['a cost that is no number', { costs: { tradingBps: '5' } }, 'option.type', ['costs.tradingBps', '"5"']],
    ['a cost of NaN', { costs: { tradingBps: NaN } }, 'option.type', ['costs.tradingBps', 'NaN']],
    [
      'a cost below 0 for one asset',
      { costs: { tradingBps: { A: 1, B: -2 } } },
      'option.range',
      ['tradingBps.B', '-2'],
    ],
    ['no cost for one asset', { costs: { tradingBps: { A: 1 } } }, 'option.missing', ['"B"', 'Give one for each']],
    [
      'a cost for another asset',
      { costs: { tradingBps: { A: 1, B: 1, Bb: 1 } } },
      'asset.unknown',
      ['"Bb"', 'Did you mean B'],
    ],
    ['a lag below 0', { executionLag: -1 }, 'option.range', ['executionLag', '-1', '0 or more']],
    ['half a lag', { executionLag: 0.5 }, 'option.range', ['executionLag', '0.5', 'whole number']],
    ['unknown cash', { cash: 'a' }, 'asset.unknown', ['cash', '"a"', 'Did you mean A']],
    ['cash that is a number', { cash: 0.02 }, 'series.invalid', ['"cash"', '0.02', 'return series']],
    ['a window that is a text', { window: '2020' }, 'option.type', ['window', '"2020"']],
    ['a misspelt window', { window: { start: '2001-01' } }, 'option.unknown', ['"start"']],
    [
      'a window outside the data',
      { window: { from: '2010-01' } },
      'panel.empty-window',
      ['2010-01', '2000-01-31', '2002-12-31'],
    ],
    [
      'a window that ends before it begins',
      { window: { from: '2001-05', to: '2001-04' } },
      'panel.empty-window',
      ['2001-05', '2001-04'],
    ],
    ['an impossible day', { window: { from: '2001-02-29' } }, 'date.impossible', ['2001-02-29']],
  ] as const)('%s', (_, options, code, facts) => {
    expectInputError(code, facts, bad(options));
  });

  it('cash of another frequency', () => {
    const daily = randomPanel({ assets: ['bill'], rows: 9, seed: 1, frequency: 'daily' }).returns('bill');
    expectInputError('calendar.mismatch', ['daily', 'monthly', 'resample'], () =>
      backtest(panel, mix, { cash: daily }),
    );
  });

  it('what is no panel', () => {
    expectInputError('panel.invalid', ['backtest', 'fromReturns'], () => backtest({} as typeof panel, mix));
    expectInputError('panel.invalid', ['backtest'], () =>
      backtest(JSON.parse(JSON.stringify(panel)) as typeof panel, mix),
    );
  });
});
