import {
  addField,
  addIndicator,
  annually,
  backtest,
  defineStrategy,
  fixedMix,
  fromReturns,
  joinPanels,
  once,
  type BacktestOptions,
} from 'backtilt';
import { parseFrench } from 'backtilt/io';
import { describe, expect, it } from 'vitest';
import { years } from './by-hand.js';
import { months } from './made-panel.js';

const flat = () => years({ A: [0, 0, 0], B: [0, 0, 0] });
const mix = () => fixedMix({ weights: { A: 0.3, B: 0.7 }, schedule: annually() });
const said = (options: BacktestOptions<'A' | 'B'>, panel = flat()): readonly string[] =>
  backtest(panel, mix(), options).assumptions;

describe('what a run assumed is told whole', () => {
  it('of a run without options in six sentences', () => {
    expect(said({})).toEqual([
      'Window: 2020-12 to 2022-12 (3 years).',
      'Decides annually in December; trades at the close that it saw and earns from the next row on (execution lag 0).',
      'Trading is free (no costs given).',
      'Uninvested wealth earns nothing.',
      'Returns bear no fund fees; none is deducted here.',
      'No taxes.',
    ]);
    expect(Object.isFrozen(said({}))).toBe(true);
  });

  it('of a lag of one period and of two', () => {
    expect(said({ executionLag: 1 })[1]).toBe(
      'Decides annually in December; trades 1 year later and earns from the row after that on (execution lag 1); until the first trade all is cash.',
    );
    expect(said({ executionLag: 2 })[1]).toBe(
      'Decides annually in December; trades 2 years later and earns from the row after that on (execution lag 2); until the first trade all is cash.',
    );
  });

  it.each([
    ['one number', 25, '25 bp'],
    ['a number for each asset', { A: 3, B: 0.5 }, '3 bp for A, 0.5 bp for B'],
    [
      'costs that change',
      [
        { from: '2001-01', bps: 40 },
        { from: '2021-06', bps: 5 },
      ],
      '40 bp from 2001-01 on, 5 bp from 2021-06 on',
    ],
    [
      'one asset with costs that change',
      { A: [{ from: '2001-01', bps: 40 }], B: 1 },
      '40 bp from 2001-01 on for A, 1 bp for B',
    ],
  ] as const)('of trading costs as %s', (_, tradingBps, size) => {
    expect(said({ costs: { tradingBps: tradingBps as never } })[2]).toBe(
      `Trading costs: ${size} of what is bought and of what is sold; the first purchase is charged too.`,
    );
  });

  it('of money per trade and of impact, which make trading dear without basis points', () => {
    const panel = addField(flat(), 'volume', {
      A: [{ knownOn: '2019-12-31', value: 2000 }],
      B: [{ knownOn: '2019-12-31', value: 2000 }],
    });
    const flows = { initial: 1000 };
    expect(said({ flows, costs: { perTrade: 2 } }).slice(2, 4)).toEqual([
      'No trading cost in basis points.',
      'Each trade in an asset costs 2 besides, in money.',
    ]);
    expect(
      backtest(panel, mix(), { flows, costs: { impact: { volume: 'volume', volatility: 0.02 } } }).assumptions.slice(
        2,
        5,
      ),
    ).toEqual([
      'No trading cost in basis points.',
      'Market impact by the square-root law: 1 × volatility (0.02) × √(trade / volume).',
      'Uninvested wealth earns nothing.',
    ]);
    const impact = { volume: 'volume', volatility: 0.02, coefficient: 0.6, maxParticipation: 0.9 };
    expect(backtest(panel, mix(), { flows, costs: { perTrade: 1, impact } }).assumptions.slice(3, 5)).toEqual([
      'Each trade in an asset costs 1 besides, in money.',
      'Market impact by the square-root law: 0.6 × volatility (0.02) × √(trade / volume); no trade of a decision above 90 % of the volume.',
    ]);
  });

  it('of costs that are solved on what they leave, and not of those that are not', () => {
    const solved = 'Costs are solved on the wealth that they leave (self-consistent).';
    expect(said({ costs: { tradingBps: 5, solution: 'selfConsistent' } })[3]).toBe(solved);
    expect(said({ costs: { tradingBps: 5, solution: 'linear' } })).not.toContain(solved);
    expect(said({ costs: { tradingBps: 5 } })).toHaveLength(6);
  });

  it('of the fees of funds and of the portfolio', () => {
    expect(said({ costs: { expenseRatios: { A: 0.0025, B: 0.01 }, portfolioFee: 0.005 } }).slice(4)).toEqual([
      'Expense ratios deducted, a year: 0.25 % of A, 1 % of B; of no other asset.',
      'A portfolio fee of 0.5 % a year.',
      'No taxes.',
    ]);
    expect(said({ costs: { portfolioFee: 0.005 } }).slice(4, 6)).toEqual([
      'Returns bear no fund fees; none is deducted here.',
      'A portfolio fee of 0.5 % a year.',
    ]);
  });

  it('of the sources of what is held and of declared indicators, each once, with the vintage where there is one', () => {
    const from = (asset: string, source?: string, vintage?: string) =>
      fromReturns({
        frequency: 'monthly',
        dates: ['2020-01', '2020-02'],
        returns: { [asset]: [0, 0] },
        ...(source === undefined ? {} : { source }),
        ...(vintage === undefined ? {} : { vintage }),
      });
    const two = joinPanels(from('A', 'Vendor', '2024-01'), from('B', 'Office'));
    const three = joinPanels(two, from('C', undefined, '2024-01'));
    const panel = addIndicator(three, 'cpi', {
      name: 'CPI',
      unit: 'index',
      usesHindsight: false,
      source: 'Office',
      observations: [{ knownOn: '2019-12-01', value: 100 }],
    });
    const bare = addIndicator(panel, 'rate', [{ knownOn: '2019-12-01', value: 0.01 }]);
    const told = (assets: readonly string[], indicators: readonly ('cpi' | 'rate')[] = []) =>
      backtest(
        bare,
        defineStrategy({ name: 'Held', assets, indicators, schedule: once(), decide: () => ({ [assets[0]!]: 1 }) }),
      ).assumptions.at(-1);
    expect(told(['A', 'B', 'C'])).toBe('Data: Vendor, 2024-01; Office.');
    expect(told(['B'], ['cpi'])).toBe('Data: Office.');
    expect(told(['C'], ['cpi', 'rate'])).toBe('Data: Office.');
    expect(told(['C'], ['rate'])).toBe('No taxes.');
  });

  it('of research portfolios, where one is held', () => {
    const research =
      'Research portfolios: the trading inside them, at their own reconstitution, is not charged, so a fund could not have earned this.';
    const french = parseFrench('Returns\n\n,Small,RF\n202001,1.0,0.1\n202002,1.0,0.1\n');
    const panel = joinPanels(french, months({ A: [0, 0] }));
    const held = (asset: string) =>
      backtest(panel, fixedMix({ weights: { [asset]: 0.5, A: 0.5 } })).assumptions.filter((one) => one === research);
    expect(held('Small')).toEqual([research]);
    expect(held('RF')).toEqual([]);
  });

  it('of rows that the lookback took, one and more', () => {
    const first = (lookback: number) =>
      backtest(
        months({ A: [0, 0, 0, 0] }),
        defineStrategy({ name: 'Late', assets: ['A'], lookback, schedule: once(), decide: () => ({ A: 1 }) }),
      ).assumptions[0];
    expect(first(1)).toBe(
      'Window: 2020-02 to 2020-04 (3 months). The row before it went into the lookback and the wait for fields.',
    );
    expect(first(2)).toBe(
      'Window: 2020-03 to 2020-04 (2 months). The 2 rows before it went into the lookback and the wait for fields.',
    );
  });
});
