import {
  addField,
  annually,
  cagr,
  defineStrategy,
  everyPeriods,
  fixedMix,
  maxDrawdown,
  monthly,
  sharpeRatio,
  sweep,
  volatility,
  type Panel,
  type Schedule,
  type Strategy,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { factorWeights } from '../../../src/engine/sweep/fixed-rank.js';
import { Gather } from '../../../src/engine/sweep/gather.js';
import { areSound, fromMoments, MOMENTS, momentsOf, spanOf } from '../../../src/engine/sweep/moments.js';
import { QuantileSketch } from '../../../src/engine/sweep/quantile-sketch.js';
import { Setups } from '../../../src/engine/sweep/setup.js';
import { diagnosticsOf, noPathsYet } from '../../../src/engine/sweep/sweep-diagnostics.js';
import { readMetrics } from '../../../src/engine/sweep/sweep-metrics.js';
import { metricCell } from '../../../src/engine/sweep/sweep-table.js';
import { wordFor, wordsFor } from '../../../src/engine/sweep/words-for.js';
import { storeOf } from '../../../src/panel/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { near, years } from '../by-hand.js';
import { months } from '../made-panel.js';

const sketchOf = (values: readonly number[]): QuantileSketch => {
  const sketch = new QuantileSketch();
  sketch.add(Float64Array.from(values));
  return sketch;
};

describe('a sketch of quantiles', () => {
  it('of nothing, or of undefined values, is empty', () => {
    for (const sketch of [sketchOf([]), sketchOf([NaN])]) {
      expect([sketch.count, sketch.quantile(0.5), sketch.quantile(0), sketch.quantile(1)]).toEqual([0, NaN, NaN, NaN]);
      expect(sketch.toParts()).toEqual({ counts: [], lowest: null, highest: null });
    }
  });

  it('counts by buckets that grow by 1 %, around zero in one', () => {
    // ⌈ln(1 / 1e-12) / ln 1.01⌉ + 1 = ⌈27.6310 / 0.00995033⌉ + 1 = 2778.
    expect(sketchOf([1, 0, -1, 9e-13, -9e-13, 1, 1e-12, -1e-12, NaN]).toParts()).toEqual({
      counts: [
        [-2778, 1],
        [-1, 1],
        [0, 3],
        [1, 1],
        [2778, 2],
      ],
      lowest: -1,
      highest: 1,
    });
  });

  it('writes what JSON cannot say as words, and goes on from them', () => {
    const parts = sketchOf([Infinity, -Infinity]).toParts();
    expect(parts).toEqual({
      counts: [
        ['-Infinity', 1],
        ['Infinity', 1],
      ],
      lowest: '-Infinity',
      highest: 'Infinity',
    });
    const again = new QuantileSketch(parts);
    expect(again.toParts()).toEqual(parts);
    const some = sketchOf([1, 2, 2, 0, -3]).toParts();
    expect(new QuantileSketch(some).toParts()).toEqual(some);
    again.add(Float64Array.of(2, 2, 2));
    expect([again.count, again.quantile(0), again.quantile(1)]).toEqual([5, -Infinity, Infinity]);
    expect(Math.abs(again.quantile(0.5) - 2)).toBeLessThanOrEqual(0.01);
    expect(sketchOf([-0]).toParts()).toMatchObject({ lowest: '-0', highest: '-0' });
    expect(Object.is(new QuantileSketch(sketchOf([-0]).toParts()).quantile(0), -0)).toBe(true);
    expect(new QuantileSketch({ counts: [], lowest: null, highest: null }).quantile(0.5)).toBeNaN();
  });

  it('is exact at both ends and interpolates between, to half a percent', () => {
    const sketch = sketchOf([4, -8, 1, 2, 0]);
    expect([sketch.quantile(0), sketch.quantile(1)]).toEqual([-8, 4]);
    const within = (share: number, value: number): void => {
      expect(Math.abs(sketch.quantile(share) - value)).toBeLessThanOrEqual(0.005 * Math.abs(value) + 1e-12);
    };
    // −8, 0, 1, 2, 4 at 0, ¼, ½, ¾ and 1; in between on the line.
    within(0.25, 0);
    within(0.5, 1);
    within(0.75, 2);
    within(0.875, 3);
    within(0.125, -4);
    within(0.625, 1.5);
  });

  it('knows negative values as well as positive ones, and none beyond the ends', () => {
    const sketch = sketchOf([-1, -2, -3, -4, -5]);
    for (const [share, value] of [
      [0.25, -4],
      [0.5, -3],
      [0.75, -2],
    ] as const)
      expect(Math.abs(sketch.quantile(share) - value)).toBeLessThanOrEqual(0.005 * -value);
    // All values are one: the middle of its bucket is not it.
    for (const value of [7, -7]) expect(sketchOf([value, value, value]).quantile(0.5)).toBe(value);
  });
});

describe('the figures that are gathered', () => {
  const column = (...values: number[]) => Float64Array.from(values);

  it('are all of them in their places, whatever came first', () => {
    const gather = new Gather(['a', 'b'], 3, undefined);
    gather.add(2, [column(3), column(30)]);
    gather.add(0, [column(1, 2), column(10, 20)]);
    expect(gather.finish()).toEqual({ indices: null, columns: [column(1, 2, 3), column(10, 20, 30)], sketches: null });
  });

  it('are the best by one of them, and the quantiles of all', () => {
    const gather = new Gather(['a', 'b'], 4, { best: 2, by: 'b' });
    gather.add(2, [column(3, 4), column(30, 5)]);
    gather.add(0, [column(1, 2), column(30, 20)]);
    const { indices, columns, sketches } = gather.finish();
    expect([...indices!]).toEqual([0, 2]);
    expect(columns).toEqual([column(1, 3), column(30, 30)]);
    expect(sketches!.map((sketch) => [sketch.count, sketch.quantile(0), sketch.quantile(1)])).toEqual([
      [4, 1, 4],
      [4, 5, 30],
    ]);
  });

  it('are no more than there were: of undefined ones each once', () => {
    const gather = new Gather(['a'], 4, { best: 4, by: 'a' });
    gather.add(0, [column(1, 2)]);
    gather.add(2, [column(NaN, NaN)]);
    expect([...gather.finish().indices!]).toEqual([1, 0, 2, 3]);
  });

  it('are the lowest where that is asked for', () => {
    const gather = new Gather(['a'], 3, { best: 1, by: 'a', lowest: true });
    gather.add(0, [column(3, NaN, 1)]);
    expect([...gather.finish().indices!]).toEqual([2]);
  });
});

describe('the moments of a path', () => {
  it('are its growth, sums about the first return, and the lowest wealth over its peak', () => {
    const out = new Float64Array(MOMENTS);
    expect(momentsOf(Float64Array.of(0.5, -0.5, 1), out)).toBe(0.5);
    // 1.5 × .5 × 2; 0 − 1 + .5; 0 + 1 + .25; .75 of 1.5.
    near(out, [1.5, -0.5, 1.25, 0.5]);
    momentsOf(Float64Array.of(-0.5, 0.2), out);
    near(out, [0.6, 0.7, 0.49, 0.5]);
    momentsOf(Float64Array.of(), out);
    expect([...out]).toEqual([1, 0, 0, 1]);
  });

  it('are sound unless wealth is lost, hardly moves, or squares drown the variance', () => {
    const sound = (growth: number, sum: number, squares: number, rows = 2): boolean =>
      areSound(Float64Array.of(9, 9, 9, 9, growth, sum, squares, 1), MOMENTS, rows);
    // Two rows: the variance is squares − sum²/2.
    expect([sound(1, 0, 1), sound(1e-10, 0, 1), sound(1.001e-10, 0, 1)]).toEqual([true, false, true]);
    expect([sound(1, 0, 1e-4 * 1e-4), sound(1, 0, 1.001e-8)]).toEqual([false, true]);
    expect([sound(1, 0, Infinity), sound(1, 0, NaN), sound(NaN, 0, 1)]).toEqual([false, false, false]);
    // 1998² / 2 = 1,996,002: variances of 1998 and 1999 beside a thousandth of 1,998,000 and 1,998,001.
    expect([sound(1, 1998, 1_998_000), sound(1, 1998, 1_998_001)]).toEqual([false, true]);
    // Of three rows the squares may be two thousand times the variance: 2 × 3 − 5.994 … of sum² = 3 × 5.994.
    expect([sound(1, Math.sqrt(3 * 998), 1000, 3), sound(1, Math.sqrt(3 * 999.1), 1000, 3)]).toEqual([true, false]);
  });

  it('make the figures of a year and of a fall', () => {
    const span = { rows: 12, periodsPerYear: 12, years: 1 };
    const by = (rows: number, periodsPerYear: number): number =>
      fromMoments.cagrByPeriods(Float64Array.of(1.21, 0, 0, 1), 0, 0, { rows, periodsPerYear, years: NaN });
    expect([by(12, 12), by(24, 12), by(11, 12)]).toEqual([expect.closeTo(0.21, 14), expect.closeTo(0.1, 14), NaN]);
    const fall = (lowest: number): number => fromMoments.maxDrawdown(Float64Array.of(1, 0, 0, lowest), 0);
    expect([fall(1), fall(1 - 5e-13), fall(0.75)]).toEqual([0, 0, -0.25]);
    expect(fall(1 - 2e-12)).toBeLessThan(0);
    expect(fromMoments.cagr(Float64Array.of(1.21, 0, 0, 1), 0, 0, { ...span, years: 2 })).toBeCloseTo(0.1, 14);
  });

  it('know their window: years under one are none', () => {
    const spanAt = (rows: number) => spanOf(months({ A: Array.from({ length: rows }, () => 0) }, '2021-01').calendar);
    expect(spanAt(11)).toEqual({ rows: 11, periodsPerYear: 12, years: NaN });
    expect(spanAt(12)).toMatchObject({ rows: 12, periodsPerYear: 12 });
    expect(spanAt(12).years).toBeCloseTo(1, 2);
  });
});

describe('what variants have in common', () => {
  const panel = (): Panel<'A' | 'B'> => months({ A: [0.1, 0.2, -0.5, 0.3], B: [0, 0.1, 0, 0] });
  const setups = (): Setups => new Setups(storeOf(panel(), 'here'), {});
  const of = (assets: readonly string[], schedule: Schedule, lookback?: number): Strategy =>
    defineStrategy<string>({
      name: 'Own',
      assets,
      schedule,
      ...(lookback === undefined ? {} : { lookback }),
      decide: () => ({}),
    });

  it('is made once for one schedule, one list of assets and one need for data', () => {
    const known = setups();
    const schedule = monthly();
    const first = known.of(of(['A', 'B'], schedule));
    expect(known.of(of(['A', 'B'], schedule))).toBe(first);
    expect(known.of(of(['A', 'B'], monthly()))).toBe(first);
    expect(first.growth()).toBe(first.growth());
    for (const other of [
      of(['A'], schedule),
      of(['B', 'A'], schedule),
      of(['A', 'B'], schedule, 1),
      of(['A', 'B'], annually()),
    ]) {
      const made = known.of(other);
      expect(made).not.toBe(first);
      expect(made.input.plan.assets).toEqual(other.assets);
    }
    expect(known.of(of(['A', 'B'], schedule))).toBe(first);
  });

  it('is not that of more assets or other data, whichever came first', () => {
    const sized = addField(panel(), 'size', { A: [{ knownOn: '2019-12-31', value: 1 }] });
    const known = new Setups(storeOf(sized, 'here'), {});
    const schedule = monthly();
    const needs = (change: object): Strategy => ({ ...of(['A'], schedule), ...change });
    const made = [needs({}), needs({ assets: ['A', 'B'] }), needs({}), needs({ fields: ['size'] }), needs({})].map(
      (one) => known.of(one),
    );
    expect(made[0]).toBe(made[2]);
    expect(made[2]).toBe(made[4]);
    expect(new Set(made).size).toBe(3);
    expect(made[1]!.input.plan.assets).toEqual(['A', 'B']);
    expect(made[3]!.input.strategy.fields).toEqual(['size']);
  });

  it('is forgotten after 64 others, so that a sweep over schedules does not fill the memory', () => {
    const known = setups();
    const first = known.of(of(['A'], everyPeriods(1)));
    const more = (count: number): void => {
      for (let periods = 2; periods < 2 + count; periods++) known.of(of(['A'], everyPeriods(periods)));
    };
    more(63);
    expect(known.of(of(['A'], everyPeriods(1)))).toBe(first);
    more(64);
    expect(known.of(of(['A'], everyPeriods(1)))).not.toBe(first);
  });

  it('is the growth of each asset since the last trade, cash after them', () => {
    const setup = setups().of(of(['A', 'B'], everyPeriods(2)));
    const { lean, span, calendar } = setup;
    const found = setup.growth();
    expect([found.rows, found.width, [...found.trades]]).toEqual([4, 3, [1]]);
    near(found.columns, [1.1, 1, 1, 1.1 * 1.2, 1.1, 1, 0.5, 1, 1, 0.5 * 1.3, 1, 1]);
    near(
      found.means,
      [0.1 / 4, 0.1 / 4, 0].map((mean, member) => (member === 0 ? (0.1 + 0.2 - 0.5 + 0.3) / 4 : mean)),
    );
    expect([lean, span.rows, calendar.length]).toEqual([true, 4, 4]);
  });
});

describe('the portfolios that others are mixes of', () => {
  it('are two for a tilt, one for one portfolio and for none', () => {
    const rank = (rows: number[][]) => factorWeights(Float64Array.from(rows.flat()), rows.length, rows[0]!.length).rank;
    expect(
      rank([
        [0.2, 0.3, 0.5],
        [0.6, 0.4, 0],
        [0.4, 0.35, 0.25],
      ]),
    ).toBe(2);
    expect(
      rank([
        [0.2, 0.3, 0.5],
        [0.2, 0.3, 0.5],
      ]),
    ).toBe(1);
    expect(
      rank([
        [0, 0],
        [0, 0],
      ]),
    ).toBe(1);
    expect(
      rank([
        [1, 0],
        [0, 1],
      ]),
    ).toBe(2);
  });
});

describe('how a sweep was worked out', () => {
  it.each([
    [{ wasm: 1, javascript: 1, alone: 1, elsewhere: 0 }, 'wasm'],
    [{ wasm: 0, javascript: 1, alone: 1, elsewhere: 0 }, 'javascript'],
    [{ wasm: 0, javascript: 0, alone: 1, elsewhere: 1 }, null],
  ])('%j by %s', (paths, kernel) => {
    const found = diagnosticsOf(paths);
    expect(found).toEqual({ kernel, variants: paths });
    expect([Object.isFrozen(found), Object.isFrozen(found.variants)]).toEqual([true, true]);
    expect(noPathsYet()).toEqual({ wasm: 0, javascript: 0, alone: 0, elsewhere: 0 });
  });

  it('is counted for every variant, and no part of its JSON or of loops', () => {
    const panel = (): Panel<'A'> => months({ A: [0.1, -0.2, 0.3, 0.05] });
    const mix = ({ share }: { readonly share: number }) => fixedMix({ weights: { A: share } });
    const list = [{ share: 0.2 }, { share: 0.7 }, { share: 0 }];
    const alone = sweep(panel(), { list, strategy: mix, metrics: { rows: ({ values }) => values.length } });
    expect(alone.diagnostics).toEqual({ kernel: null, variants: { wasm: 0, javascript: 0, alone: 3, elsewhere: 0 } });
    const { variants } = sweep(panel(), { list, strategy: mix, metrics: ['cagr'] }).diagnostics;
    // All cash does not vary: its figures are worked out from the returns themselves.
    expect([variants.wasm + variants.javascript, variants.alone, variants.elsewhere]).toEqual([2, 1, 0]);
    expect(Object.keys(alone)).not.toContain('diagnostics');
    expect(Object.keys(alone.toJSON())).not.toContain('diagnostics');
  });
});

describe('parameters in words', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

  it.each<[unknown, string]>([
    ['small', 'small'],
    [0.1 + 0.2, '0.3'],
    [1234567.8, '1234570'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    [monthly(), 'monthly'],
    [[1, 'a', [2, 3]], '1 a 2 3'],
    [{ weight: 0.3, by: { field: 'x' } }, 'weight 0.3, by field x'],
    [new Map(), 'a Map'],
    [cagr, 'a function'],
    [nested(6), '1'],
    [nested(7), '…'],
  ])('%j', (value, words) => {
    expect(wordFor(value)).toBe(words);
  });

  it('all of a variant', () => {
    expect(wordsFor({ weight: 0.25, month: 6 })).toBe('weight 0.25, month 6');
    expect(wordsFor({ deep: nested(7) })).toBe('deep …');
  });

  it('hold themselves without end', () => {
    const ring: { self?: unknown } = {};
    ring.self = ring;
    expect(wordsFor(ring)).toMatch(/^(self ){8}…$/);
  });
});

describe('figures in tables', () => {
  it.each(['totalReturn', 'cagr', 'cagrByPeriods', 'arithmeticMean', 'volatility', 'maxDrawdown'])(
    '%s is percent',
    (name) => {
      expect(metricCell(name, 0.125)).toMatchObject({ value: 0.125, text: '12.50 %' });
    },
  );

  it.each(['sharpeRatio', 'own'])('%s is a number', (name) => {
    expect(metricCell(name, 0.125).text).toBe('0.13');
  });

  it('are known by their function as by their name', () => {
    expect(readMetrics({ a: sharpeRatio }, 'here')[0]!.fused).toBe('sharpeRatio');
    const read = readMetrics({ a: cagr, b: volatility, c: maxDrawdown, d: 'sharpeRatio', e: () => 1 }, 'here');
    expect(read.map(({ key, fused }) => [key, fused])).toEqual([
      ['a', 'cagr'],
      ['b', 'volatility'],
      ['c', 'maxDrawdown'],
      ['d', 'sharpeRatio'],
      ['e', undefined],
    ]);
  });
});

describe('a sweep shows', () => {
  const panel = (): Panel<'A' | 'B'> => years({ A: [0.5, -0.2], B: [0, 0] });
  const mix = ({ share }: { readonly share: number; readonly kind: string }) =>
    fixedMix({ weights: { A: share, B: 1 - share }, schedule: everyPeriods(1) });
  const swept = (shares: readonly number[] = [0, 1], keep?: number) =>
    sweep(panel(), {
      grid: { share: shares, kind: ['x'] },
      strategy: mix,
      metrics: ['totalReturn', 'sharpeRatio'],
      ...(keep === undefined ? {} : { keep: { best: keep, by: 'totalReturn' } }),
    });
  const linesOf = (shown: { toString(): string }): string[] =>
    shown
      .toString()
      .split('\n')
      .map((line) => line.replaceAll(/ {2,}/g, '  ').trim());
  const lucky = 'The best of many is lucky as well as good: deflate it by this number.';

  it('each variant in a line, and how many were tried', () => {
    // 1.5 × .8 − 1 = 20 %; mean .15, deviation .7/√2: .3030. Half of it: 1.25 × .9 − 1 = 12.5 %.
    expect(linesOf(swept([0.5, 1]))).toEqual([
      'Sweep over share and kind',
      'Variant  share  kind  totalReturn  sharpeRatio',
      expect.stringMatching(/^[- ]+$/),
      '0  0.5  x  12.50 %  0.30',
      '1  1  x  20.00 %  0.30',
      `2 variants tried. ${lucky}`,
    ]);
    expect(swept([0.5, 1]).table.rows[1]).toEqual({
      variant: 1,
      'params.share': 1,
      'params.kind': 'x',
      'metrics.totalReturn': expect.closeTo(0.2, 14) as unknown,
      'metrics.sharpeRatio': expect.closeTo(0.15 / (0.7 / Math.SQRT2), 13) as unknown,
    });
  });

  it('how many were kept', () => {
    expect(swept([0.5, 1, 0.2], 2).notes).toEqual([`3 variants tried, 2 kept. ${lucky}`]);
    expect(swept([1]).notes).toEqual([`1 variant tried. ${lucky}`]);
  });

  it('twenty rows without a word, and the first twenty of more', () => {
    const shares = (count: number): number[] => Array.from({ length: count }, (_, index) => index / count);
    expect(String(swept(shares(20)))).not.toContain('The first');
    expect(linesOf(swept(shares(21))).slice(-2)).toEqual(['The first 20 of 21 rows.', `21 variants tried. ${lucky}`]);
    expect(linesOf(swept(shares(21)))).toHaveLength(3 + 20 + 2);
    const html = (result: object): string =>
      ((result as never)[Symbol.for('Jupyter.display')] as () => Record<string, string>)()['text/html']!;
    expect(html(swept(shares(21)))).toContain('The first 20 of 21 rows.');
    // The note has a line of its own.
    expect(html(swept(shares(21))).split('<tr').length).toBe(html(swept(shares(20))).split('<tr').length + 1);
  });

  it('one figure by two parameters', () => {
    const pivot = swept([0.5, 1]).pivot({ rows: 'share', columns: 'kind', metric: 'totalReturn' });
    expect(linesOf(pivot)).toEqual([
      'Sweep over share and kind: totalReturn by share and kind',
      'share  kind x',
      expect.stringMatching(/^[- ]+$/),
      '0.5  12.50 %',
      '1  20.00 %',
    ]);
    const html = (pivot as never)[Symbol.for('Jupyter.display')] as () => Record<string, string>;
    expect(html()['text/html']).toContain('totalReturn by share and kind');
  });

  it('refuses rows, counts, names and shares in whole sentences', () => {
    const result = swept([0.5, 1]);
    const said = (
      act: () => unknown,
      code: 'option.range' | 'option.type' | 'option.missing' | 'option.unknown',
    ): string => expectInputError(code, [], act).message;
    expect(said(() => result.variant(2), 'option.range')).toBe(
      'sweep.variant: "row" is 2; it must be a whole number from 0 to 1.',
    );
    expect(said(() => result.variant(0.5), 'option.range')).toContain('sweep.variant: "row" is 0.5');
    expect(said(() => result.top(1.5, 'totalReturn'), 'option.range')).toBe(
      'sweep.top: "count" is 1.5; it must be a whole number, 1 or more.',
    );
    expect(said(() => result.top(1, 3 as never), 'option.type')).toBe('sweep.top: "metric" must be a name, found 3.');
    expect(said(() => result.top(1, 'x' as never), 'option.range')).toBe(
      `sweep.top: "metric" is "x"; it must be one of 'totalReturn', 'sharpeRatio'.`,
    );
    expect(said(() => result.top(1, 'totalReturn', { low: true } as never), 'option.unknown')).toContain(
      'sweep.top: unknown option "low". ',
    );
    for (const share of [-0.01, 1.01]) {
      expect(said(() => result.quantile('totalReturn', share), 'option.range')).toBe(
        `sweep.quantile: "share" is ${share}; it must be a finite number from 0 to 1.`,
      );
    }
    expect(said(() => result.quantile('' as never, 0), 'option.type')).toBe(
      'sweep.quantile: "metric" must be a name, found "".',
    );
    expect(said(() => result.run(null as never), 'option.type')).toBe(
      'sweep.run: the variant must be an object, found null.',
    );
    expect(said(() => result.run({} as never), 'option.type')).toBe(
      'sweep.run: the params of the variant must be an object, found undefined.',
    );
    const pivot = (options: object) => () =>
      result.pivot({ rows: 'share', columns: 'kind', metric: 'totalReturn', ...options } as never);
    expect(said(pivot({ rows: 3 }), 'option.type')).toBe('sweep.pivot: "rows" must be a name, found 3.');
    expect(said(pivot({ columns: 'kin' }), 'option.range')).toBe(
      `sweep.pivot: "columns" is "kin"; it must be one of 'share', 'kind'.`,
    );
    expect(said(pivot({ metric: 'x' }), 'option.range')).toContain('sweep.pivot: "metric" is "x"');
    expect(said(pivot({ combine: 3 }), 'option.type')).toBe(
      'sweep.pivot: "combine" is 3; it must be a function of the figures of a cell, such as (values) => Math.max(...values).',
    );
    expect(expectInputError('option.unknown', [], pivot({ cols: 1 })).details).toMatchObject({
      where: 'sweep.pivot',
      known: ['rows', 'columns', 'metric', 'combine'],
    });
    expect(
      said(() => swept([1, 1]).pivot({ rows: 'share', columns: 'kind', metric: 'totalReturn' }), 'option.missing'),
    ).toBe(
      'sweep.pivot: 2 variants have the same share and kind, because other parameters were varied too. Say how to make one number of them: combine: (values) => Math.max(...values).',
    );
  });

  it('makes one number of one variant, too, where it is told how', () => {
    const pivot = swept([0.5, 1]).pivot({
      rows: 'kind',
      columns: 'share',
      metric: 'totalReturn',
      combine: (values) => values.length,
    });
    expect(pivot.values).toEqual([[1, 1]]);
  });

  it('equal data as one value, the first of them, and words apart from data', () => {
    const [one, same] = [monthly(), monthly()];
    const list = [
      { by: one, share: 0.1 },
      { by: same, share: 0.2 },
      { by: { kind: 'x' }, share: 0.1 },
      { by: 'data {"kind":"x"}', share: 0.2 },
      { by: null, share: 0.2 },
    ] as { by: unknown; share: number }[];
    const made = sweep(panel(), {
      list,
      strategy: ({ share }) => fixedMix({ weights: { A: share, B: 1 - share } }),
      metrics: ['totalReturn'],
    });
    const { columns, values } = made.pivot({ rows: 'share', columns: 'by', metric: 'totalReturn' });
    expect(columns).toEqual([one, { kind: 'x' }, 'data {"kind":"x"}', null]);
    expect(columns[0]).toBe(one);
    expect(values.map((row) => row.map((figure) => Number.isNaN(figure)))).toEqual([
      [false, false, true, true],
      [false, true, false, false],
    ]);
    expect(made.table.rows.map((row) => row['params.by'])).toEqual([
      'monthly',
      'monthly',
      'kind x',
      'data {"kind":"x"}',
      'null',
    ]);
  });

  it('of equals the first variant, also where rows are in the order of another figure', () => {
    const made = sweep(panel(), {
      list: [{ share: 0.1 }, { share: 0.9 }, { share: 0.5 }],
      strategy: ({ share }) => fixedMix({ weights: { A: share, B: 1 - share } }),
      metrics: { growth: ({ values }) => values[0]!, same: () => 1 },
      keep: { best: 3, by: 'growth' },
    });
    expect([...made.indices]).toEqual([1, 2, 0]);
    expect(made.top(3, 'same').map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('runs a variant by what it answered', () => {
    const result = swept([0.5, 1]);
    expect(result.run(result.best('totalReturn')!).digest).toBe(result.run(1).digest);
    expect(result.top(2, 'totalReturn').map(({ index }) => index)).toEqual([1, 0]);
    expect(Object.isFrozen(result.top(2, 'totalReturn'))).toBe(true);
  });

  it('tells its progress every 64 variants and at the end', () => {
    const told: [number, number][] = [];
    sweep(panel(), {
      list: Array.from({ length: 130 }, (_, index) => ({ share: index / 130, kind: 'x' })),
      strategy: mix,
      metrics: ['cagr'],
      watch: { progress: (done, count) => told.push([done, count]) },
    });
    expect(told).toEqual([
      [64, 130],
      [128, 130],
      [130, 130],
    ]);
  });

  it('JSON of what JSON cannot say, and counts for quantiles where the best were kept', () => {
    const list = [{ cap: Infinity }, {}] as { cap?: number }[];
    const metrics = { own: ({ name }: { readonly name: string }) => (name === 'Infinity' ? -Infinity : NaN) };
    const strategy = ({ cap }: { cap?: number }): Strategy<'A'> => ({
      ...fixedMix({ weights: { A: 1 } }),
      name: String(cap),
    });
    const made = sweep(panel(), { list, strategy, metrics }).toJSON();
    expect(made.odd).toEqual({
      parameters: [
        ['cap', 0, 'Infinity'],
        ['cap', 1, 'undefined'],
      ],
      metrics: [['own', 0, '-Infinity']],
    });
    const kept = sweep(panel(), { list, strategy, metrics, keep: { best: 1, by: 'own' } }).toJSON();
    expect(kept.sketches).toEqual({ own: { counts: [['-Infinity', 1]], lowest: '-Infinity', highest: '-Infinity' } });
    expect([kept.indices, kept.trials]).toEqual([[0], 2]);
  });
});
