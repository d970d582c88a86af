import { backtest, cagr, fixedMix, maxDrawdown, sweep, type Strategy } from 'backtilt';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../../support/expect-input-error.js';
import { months } from '../made-panel.js';

const panel = months({
  A: [0.1, -0.2, 0.3, 0.05, 0.02, -0.04, 0.01, 0.06, 0.02, 0.03, -0.01, 0.04],
  B: [0, 0.1, 0.02, -0.1, 0.03, 0.01, 0.01, -0.02, 0.05, 0.02, 0.03, 0.01],
});
const mix = ({ share }: { readonly share: number }): Strategy<'A' | 'B'> =>
  fixedMix({ weights: { A: share, B: 1 - share } });

/** A sweep whose figures are known: each variant brings its own. */
const told = (figures: readonly number[], keep?: { best: number; by: 'own'; lowest?: boolean }) => {
  const list = figures.map((figure) => ({ figure }));
  const strategy = ({ figure }: { readonly figure: number }): Strategy<'A' | 'B'> => ({
    ...mix({ share: 0.5 }),
    name: String(figure),
  });
  const metrics = { own: (result: { readonly name: string }) => Number(result.name) };
  return sweep(panel, { list, strategy, metrics, ...(keep === undefined ? {} : { keep }) });
};

const FIGURES = [0.3, NaN, 0.7, 0.1, 0.7, Infinity, -0.2, NaN, -Infinity, 0.3];

describe('best and top', () => {
  it('give the highest first, of equals the first, and leave undefined figures out', () => {
    const result = told(FIGURES);
    expect(result.top(9, 'own').map(({ index }) => index)).toEqual([5, 2, 4, 0, 9, 3, 6, 8]);
    expect(result.top(3, 'own').map(({ metrics }) => metrics.own)).toEqual([Infinity, 0.7, 0.7]);
    expect(result.best('own')).toEqual({ index: 5, params: { figure: Infinity }, metrics: { own: Infinity } });
  });

  it('give the lowest first where that is asked for', () => {
    const result = told(FIGURES);
    expect(result.top(9, 'own', { lowest: true }).map(({ index }) => index)).toEqual([8, 6, 3, 0, 9, 2, 4, 5]);
    expect(result.best('own', { lowest: true })?.index).toBe(8);
  });

  it('give nothing where every figure is undefined', () => {
    expect(told([NaN, NaN]).best('own')).toBeUndefined();
    expect(told([NaN]).top(3, 'own')).toEqual([]);
  });

  it('refuse names, counts and rows that are none', () => {
    const result = told(FIGURES);
    expectInputError('option.range', ['sweep.top', "'own'", 'owm'], () => result.best('owm' as 'own'));
    expectInputError('option.range', ['sweep.top', 'count', '0'], () => result.top(0, 'own'));
    expectInputError('option.range', ['sweep.variant', 'row', '10', '9'], () => result.variant(10));
    expectInputError('option.range', ['sweep.variant', 'row', '-1'], () => result.run(-1));
    expectInputError('option.range', ['sweep.quantile', 'share', '1.5'], () => result.quantile('own', 1.5));
    expectInputError('option.range', ['sweep.quantile', 'metric'], () => result.quantile('x' as 'own', 0.5));
  });
});

describe('keep', () => {
  const many = Array.from({ length: 9000 }, (_, index) =>
    index % 97 === 0 ? NaN : Math.round(1000 * Math.sin(index * 1.7)) / 1000,
  );

  it.each([false, true])('gives what a full sort gives, equals by their number (lowest: %s)', (lowest) => {
    const sign = lowest ? -1 : 1;
    const sorted = many
      .map((figure, index) => ({ figure, index }))
      .filter(({ figure }) => !Number.isNaN(figure))
      .sort((a, b) => sign * (b.figure - a.figure) || a.index - b.index)
      .slice(0, 120);
    const kept = told(many, { best: 120, by: 'own', lowest });
    expect([kept.trials, kept.length]).toEqual([9000, 120]);
    expect([...kept.indices]).toEqual(sorted.map(({ index }) => index));
    expect([...kept.metrics.own]).toEqual(sorted.map(({ figure }) => figure));
    expect(kept.parameters.figure).toEqual(sorted.map(({ figure }) => figure));
    expect(kept.notes[0]).toMatch(/^9000 variants tried, 120 kept\./);
    expect(kept.variant(0).index).toBe(sorted[0]!.index);
  });

  it('keeps undefined figures only where nothing else is left, after the infinite ones', () => {
    expect([...told(FIGURES, { best: 9, by: 'own' }).indices]).toEqual([5, 2, 4, 0, 9, 3, 6, 8, 1]);
    expect([...told(FIGURES, { best: 9, by: 'own', lowest: true }).indices]).toEqual([8, 6, 3, 0, 9, 2, 4, 5, 1]);
    expect(told(FIGURES, { best: 99, by: 'own' }).length).toBe(10);
  });

  it('knows the quantiles of all trials to half a percent', () => {
    const values = Array.from({ length: 7001 }, (_, index) => Math.exp(((index * 37) % 7001) / 900) / 50 - 0.5);
    const [whole, kept] = [told(values), told(values, { best: 5, by: 'own' })];
    for (const share of [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.9, 0.99, 1]) {
      const exact = whole.quantile('own', share);
      expect(Math.abs(kept.quantile('own', share) - exact)).toBeLessThanOrEqual(0.005 * Math.abs(exact) + 1e-12);
    }
    expect([kept.quantile('own', 0), kept.quantile('own', 1)]).toEqual([
      whole.quantile('own', 0),
      whole.quantile('own', 1),
    ]);
  });

  it('interpolates between few values as the exact quantile does', () => {
    // Type 7 of 1, 2 and 4: the median is 2, three quarters of the way lies 3.
    const kept = told([4, NaN, 1, 2], { best: 1, by: 'own' });
    expect(kept.quantile('own', 0.5)).toBeCloseTo(2, 1.7);
    expect(Math.abs(kept.quantile('own', 0.75) - 3)).toBeLessThan(0.015);
    expect(told([NaN], { best: 1, by: 'own' }).quantile('own', 0.5)).toBeNaN();
  });
});

describe('quantile of all that was kept', () => {
  it('is type 7, undefined figures left out', () => {
    const result = told([4, NaN, 1, 2]);
    expect([0, 0.5, 0.75, 1].map((share) => result.quantile('own', share))).toEqual([1, 2, 3, 4]);
    expect(told([NaN]).quantile('own', 0.5)).toBeNaN();
  });
});

describe('a result', () => {
  const result = sweep(panel, {
    grid: { share: [0.25, 0.5, 0.75] },
    strategy: mix,
    metrics: { cagr, maxDrawdown, years: ({ values }) => values.length / 12 },
  });

  it('runs a variant again, for all that a backtest says', () => {
    const again = result.run(1);
    const alone = backtest(panel, mix({ share: 0.5 }));
    expect(again.digest).toBe(alone.digest);
    expect(result.metrics.cagr[1]).toBe(cagr(alone));
    expect(result.metrics.years[1]).toBe(1);
  });

  it('prints what was varied and what came of it, percent where it is one, and how many were tried', () => {
    const lines = inspect(result).split('\n');
    expect(lines[0]).toBe('Sweep over share');
    expect(lines[1]).toMatch(/^Variant +share +cagr +maxDrawdown +years$/);
    expect(lines[3]).toMatch(/^ +0 +0\.25 +-?\d+\.\d\d % +-\d+\.\d\d % +1\.00$/);
    expect(lines).toHaveLength(7);
    expect(lines[6]).toMatch(/^3 variants tried\. .*deflate it by this number\.$/);
  });

  it('prints the first rows of many, and has all of them in its table', () => {
    const many = sweep(panel, {
      list: Array.from({ length: 60 }, (_, index) => ({ share: index / 60 })),
      strategy: mix,
      metrics: ['cagr'],
    });
    expect(inspect(many)).toContain('The first 20 of 60 rows.');
    expect(inspect(many).split('\n').length).toBeLessThan(30);
    expect(many.table.rows).toHaveLength(60);
    expect(many.table.rows[7]).toMatchObject({ variant: 7 });
  });

  it('is plain JSON: trials, parameters and figures in columns, null for NaN', () => {
    const json: unknown = JSON.parse(JSON.stringify(told([0.5, NaN])));
    expect(json).toEqual({
      form: 'backtilt sweep 1',
      title: 'Sweep over figure',
      names: ['figure'],
      trials: 2,
      indices: [0, 1],
      parameters: { figure: [0.5, null] },
      metrics: { own: [0.5, null] },
      notes: [expect.stringMatching(/^2 variants tried\./)],
      odd: { parameters: [['figure', 1, 'NaN']], metrics: [] },
      sketches: null,
    });
    expect(JSON.parse(JSON.stringify(result))).toMatchObject({ metrics: { cagr: [...result.metrics.cagr] } });
  });

  it('is frozen, and so is all that it hands out', () => {
    const row = result.variant(0);
    const handed = [
      result,
      result.metrics,
      result.notes,
      result.parameters,
      result.parameters.share,
      row,
      row.params,
      row.metrics,
      result.top(2, 'cagr'),
      result.table,
    ];
    expect(handed.map((one) => Object.isFrozen(one))).toEqual(handed.map(() => true));
  });
});
