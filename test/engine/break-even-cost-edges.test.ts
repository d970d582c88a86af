import {
  breakEvenCost,
  defineStrategy,
  fixedMix,
  fromReturns,
  monthly,
  once,
  totalReturn,
  type Strategy,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { months } from './made-panel.js';

type Name = 'A' | 'B';
const all = (asset: Name, more: Partial<Strategy<Name>> = {}): Strategy<Name> => ({
  ...fixedMix<Name>({ weights: { [asset]: 1 } as Record<Name, number>, schedule: once() }),
  ...more,
});
const panel = () => months({ A: [0.1, 0.1], B: [0.1979, 0] });

describe('the break-even cost, at its edges', () => {
  it('bears the mark of hindsight of either side', () => {
    const marked = (one: boolean, other: boolean): boolean =>
      breakEvenCost(panel(), all('A', { usesHindsight: one }), {
        benchmark: all('B', { usesHindsight: other }),
        statistic: totalReturn,
      }).usesHindsight;
    expect([marked(false, false), marked(true, false), marked(false, true), marked(true, true)]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('says hindsight in a sentence of its own, and prints itself for a page as well', () => {
    const found = breakEvenCost(panel(), all('A', { usesHindsight: true }), { benchmark: 'B', statistic: totalReturn });
    expect(String(found).split('\n').at(-1)).toBe(
      'Warning: uses hindsight: nobody could have traded this at the time.',
    );
    const html = (found as unknown as Record<symbol, () => Readonly<Record<string, string>>>)[
      Symbol.for('Jupyter.display')
    ]!()['text/html']!;
    expect(html).toContain('<p>Warning: uses hindsight: nobody could have traded this at the time.</p>');
    expect(html).toContain('<p>B is taken as it is, without trading costs.</p>');
  });

  it('does not look at costs of which the first purchase leaves nothing: 99.9 % of (1 − its own cost) / what is bought', () => {
    const twice = defineStrategy<Name>({ name: 'Twice', assets: ['A'], schedule: once(), decide: () => ({ A: 2 }) });
    const rules = { leverage: { max: 2, borrowSpread: 0, shortFee: 0 } };
    const losing = months({ A: [0.1, 0.1], B: [-0.99, -0.99] });
    const highest = (costs: object) =>
      breakEvenCost(losing, twice, {
        benchmark: 'B',
        rules,
        statistic: totalReturn,
        flows: { initial: 100 },
        costs,
      }).highest;
    expect(highest({})).toBeCloseTo((1 / 2) * 9990, 8);
    // 10 of the 100 are paid for the trade whatever its size.
    expect(highest({ perTrade: 10 })).toBeCloseTo((0.9 / 2) * 9990, 8);
  });

  it('looks up to 5000 bp where nothing is ever bought', () => {
    const cash = defineStrategy<Name>({ name: 'Cash', assets: ['A'], schedule: monthly(), decide: () => ({}) });
    const found = breakEvenCost(months({ A: [0.1, 0.1], B: [-0.5, 0] }), cash, {
      benchmark: 'B',
      statistic: totalReturn,
    });
    expect([found.reason, found.highest, found.bps]).toEqual(['survives', 5000, NaN]);
  });

  it('takes an edge of 1e-14 of the benchmark’s figure for rounding, and at least of 1', () => {
    const edge = (strategyAtZero: number, benchmarkAtZero: number): string => {
      const figures = new Map([
        ['own', strategyAtZero],
        ['B', benchmarkAtZero],
      ]);
      return breakEvenCost(panel(), all('A', { name: 'own' }), {
        benchmark: 'B',
        statistic: ({ name }) => figures.get(name)!,
      }).reason;
    };
    expect(edge(1e-14, 0)).toBe('no-edge');
    expect(edge(1.1e-14, 0)).toBe('survives');
    expect(edge(1000 + 5e-12, 1000)).toBe('no-edge');
    expect(edge(1000 + 2e-11, 1000)).toBe('survives');
    expect(edge(-1000 + 5e-12, -1000)).toBe('no-edge');
    expect(edge(NaN, 0)).toBe('undefined');
    expect(edge(0, NaN)).toBe('undefined');
  });

  it('is found where the cost ruins, whatever the statistic says of a ruined run: at 50 % a side a full switch takes all', () => {
    const turns = defineStrategy<Name>({
      name: 'own',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: ({ asOf }) => (asOf === '2020-01-31' ? { B: 1 } : { A: 1 }),
    });
    const found = breakEvenCost(panel(), turns, { benchmark: 'B', statistic: ({ name }) => (name === 'B' ? 0 : 1) });
    expect(found.reason).toBe('found');
    expect(found.bps).toBeCloseTo(5000, 6);
  });

  it('is undefined where the statistic is at some cost', () => {
    const found = breakEvenCost(panel(), all('A', { name: 'own' }), {
      benchmark: 'B',
      // 0.21 without a cost, and less with one.
      statistic: (series) => (series.name === 'B' ? 0 : totalReturn(series) < 0.2 ? NaN : 1),
    });
    expect([found.reason, found.bps]).toEqual(['undefined', NaN]);
    expect(String(found).replaceAll(/\s+/g, ' ')).toContain('is undefined, so there is no saying what the edge is.');
  });

  it('refuses what is no strategy, no series and no record, with its place', () => {
    const refused = (facts: string[], code: 'series.invalid' | 'option.type', act: () => unknown) =>
      expectInputError(code, ['breakEvenCost', ...facts], act);
    refused([], 'option.type', () => breakEvenCost(panel(), { decide: 1 } as never, { benchmark: 'B' }));
    refused([], 'option.type', () => breakEvenCost(panel(), all('A'), { benchmark: { decide: 1 } as never }));
    refused(['the benchmark'], 'series.invalid', () => breakEvenCost(panel(), all('A'), { benchmark: null as never }));
    refused(['the benchmark'], 'series.invalid', () => breakEvenCost(panel(), all('A'), { benchmark: 5 as never }));
    refused(['the options'], 'option.type', () => breakEvenCost(panel(), all('A'), null as never));
    refused(['"costs"'], 'option.type', () => breakEvenCost(panel(), all('A'), { benchmark: 'B', costs: 5 as never }));
  });

  it('says where no row is common to both', () => {
    const late = fromReturns({ frequency: 'monthly', dates: ['2021-01'], returns: { L: [0.1] } }).returns('L');
    const error = expectInputError('panel.empty-window', [], () =>
      breakEvenCost(panel(), all('A', { name: 'own' }), { benchmark: late }),
    );
    expect(error.message).toBe(
      "breakEvenCost: no row on which everything has a return (own 2020-01-31 to 2020-02-29; L has no return on the panel's rows). Choose a benchmark, or a window, that overlaps.",
    );
    expect(error.details).toEqual({ where: 'breakEvenCost' });
  });
});
