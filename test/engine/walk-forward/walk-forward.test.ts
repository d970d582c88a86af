import {
  annually,
  backtest,
  type BacktestOptions,
  cagr,
  defineStrategy,
  fixedMix,
  maxDrawdown,
  monthly,
  type Panel,
  sharpeRatio,
  smallCapTilt,
  type Strategy,
  totalReturn,
  volatility,
  walkForward,
  type WalkWindows,
} from 'backtilt';
import { usFunds } from 'backtilt/data';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { fromReturns } from '../../../src/panel/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { months, weekdaysFrom } from '../made-panel.js';

type Pair = 'A' | 'B';

/** All in one asset. */
const all = ({ in: asset }: { in: Pair }): Strategy<Pair> =>
  fixedMix<Pair>({ weights: { [asset]: 1 } as Record<Pair, number> });

/** The asset of two that did better over the last rows. */
const winner = ({ lookback }: { lookback: number }): Strategy<Pair> =>
  defineStrategy<Pair>({
    name: `winner of ${lookback}`,
    assets: ['A', 'B'],
    lookback,
    schedule: monthly(),
    decide: ({ totalReturn: past }) => (past('A', lookback) > past('B', lookback) ? { A: 1 } : { B: 1 }),
  });

function market(seed: number, rows: number, daily = false): Panel<Pair> {
  const random = seededRandom(seed);
  const column = (): number[] => Array.from({ length: rows }, () => 0.005 + 0.08 * (random.uniform() - 0.5));
  const returns = { A: column(), B: column() };
  if (!daily) return months<Pair>(returns);
  return fromReturns<Pair>({
    frequency: 'daily',
    dates: weekdaysFrom('2020-01-06', rows),
    returns,
    units: 'fraction',
  });
}

/** Folds by hand: first and last rows of training and test. */
function foldsByHand(
  { train, test, anchored = false, purge = 0, embargo = 0 }: WalkWindows,
  first: number,
  last: number,
): number[][] {
  const folds: number[][] = [];
  for (let k = 0; ; k++) {
    const begin = first + k * test;
    const testFirst = begin + train + embargo;
    if (testFirst + test - 1 > last) return folds;
    folds.push([anchored ? first : begin, begin + train - 1 - purge, testFirst, testFirst + test - 1]);
  }
}

interface Walk<Params> {
  readonly list: readonly Params[];
  readonly strategy: (params: Params) => Strategy<Pair>;
  readonly by: (result: ReturnType<typeof backtest>) => number;
  readonly lowest?: boolean;
  readonly windows: WalkWindows;
  readonly backtest?: BacktestOptions<Pair>;
}

/** A walk forward as a plain loop over `backtest`, with the windows cut by hand. */
function slowly<Params>(panel: Panel<Pair>, walk: Walk<Params>, first: number, last: number) {
  const { list, strategy, by, lowest = false, windows } = walk;
  const date = (row: number): string => panel.calendar.date(row);
  const run = (params: Params, from: number, to: number) => {
    const result = backtest(panel, strategy(params), { ...walk.backtest, window: { from: date(from), to: date(to) } });
    // Every window begins and ends where it was cut, whatever the variant.
    expect([result.calendar.date(0), result.calendar.length]).toEqual([date(from), to - from + 1]);
    return result;
  };
  const returns: number[] = [];
  const folds = foldsByHand(windows, first, last).map(([trainFirst, trainLast, testFirst, testLast]) => {
    const figures = list.map((params) => by(run(params, trainFirst!, trainLast!)));
    const known = figures.filter((figure) => !Number.isNaN(figure));
    const chosen = figures.indexOf(lowest ? Math.min(...known) : Math.max(...known));
    returns.push(...run(list[chosen]!, testFirst!, testLast!).values);
    const after = list.map((params) => by(run(params, testFirst!, testLast!)));
    return {
      train: { from: date(trainFirst!), to: date(trainLast!) },
      test: { from: date(testFirst!), to: date(testLast!) },
      chosen,
      inSample: figures[chosen]!,
      outOfSample: after[chosen]!,
    };
  });
  return { folds, returns };
}

function hold<Params extends object>(panel: Panel<Pair>, walk: Walk<Params>, first: number, last: number): void {
  const found = walkForward(panel, walk);
  const slow = slowly(panel, walk, first, last);
  expect(found.folds.map(({ train, test, chosen }) => ({ train, test, chosen }))).toEqual(
    slow.folds.map(({ train, test, chosen }) => ({ train, test, chosen })),
  );
  found.folds.forEach((fold, place) => {
    const { inSample, outOfSample, chosen } = slow.folds[place]!;
    expect(fold.params).toEqual(walk.list[chosen]);
    expect(fold.inSample).toBeCloseTo(inSample, 11);
    expect(fold.outOfSample).toBeCloseTo(outOfSample, 11);
  });
  expect([...found.values]).toEqual(slow.returns);
  const start = foldsByHand(walk.windows, first, last)[0]![2]!;
  expect(found.calendar.date(-1)).toBe(panel.calendar.date(start - 1));
  expect(found.calendar.date(found.values.length - 1)).toBe(slow.folds.at(-1)!.test.to);
}

describe('a walk forward', () => {
  it('holds in each test what was best in the training before it, written out', () => {
    const panel = months({ A: [0.1, 0.1, 0, 0.3, -0.1, 0.05], B: [0, 0, 0.5, 0, 0, 0.07] });
    const walked = walkForward(panel, {
      list: [{ in: 'A' }, { in: 'B' }],
      strategy: all,
      by: totalReturn,
      windows: { train: 2, test: 1 },
    });
    // Months 1–2: A 0.21, B 0 → A earns 0 in month 3. Months 2–3: A 0.1, B 0.5 → B earns 0 in 4. Months 3–4: A 0.3, B 0.5 → B
    // earns 0 in 5. Months 4–5: A 1.3 × 0.9 − 1 = 0.17, B 0 → A earns 0.05 in 6.
    expect(walked.folds.map(({ params }) => params.in)).toEqual(['A', 'B', 'B', 'A']);
    [0, 0, 0, 0.05].forEach((value, row) => {
      expect(walked.values[row]).toBeCloseTo(value, 15);
    });
    walked.folds.forEach(({ inSample }, fold) => {
      expect(inSample).toBeCloseTo([0.21, 0.5, 0.5, 0.17][fold]!, 14);
    });
    // The other one earned 0.5, 0.3, −0.1 and 0.07: beaten once in four.
    expect(walked.folds.map(({ rank }) => rank)).toEqual([0, 0, 1, 0]);
    expect(walked.calendar.date(-1)).toBe('2020-02-29');
    const { stability } = walked;
    expect(stability.meanRank).toBe(0.25);
    expect(stability.aboveMiddle).toBe(0.25);
    expect(stability.distinct).toBe(2);
    expect(stability.unchanged).toBeCloseTo(1 / 3, 15);
    expect(stability.meanInSample).toBeCloseTo((0.21 + 0.5 + 0.5 + 0.17) / 4, 14);
    expect(stability.meanOutOfSample).toBeCloseTo(0.0125, 14);
    expect(stability.degradation).toBeCloseTo(0.0125 - 0.345, 14);
  });

  it('is the loop over backtest with windows cut by hand: rolling and anchored, purge and embargo, costs and cash', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 1e6 }),
          train: fc.integer({ min: 6, max: 20 }),
          test: fc.integer({ min: 2, max: 9 }),
          purge: fc.integer({ min: 0, max: 4 }),
          embargo: fc.integer({ min: 0, max: 3 }),
          anchored: fc.boolean(),
          lowest: fc.boolean(),
          bps: fc.constantFrom(0, 20),
        }),
        ({ seed, lowest, bps, ...windows }) => {
          const list = [0, 0.3, 0.6, 1].map((weight) => ({ weight }));
          const strategy = ({ weight }: { weight: number }): Strategy<Pair> =>
            fixedMix<Pair>({ weights: { A: weight, B: 1 - weight }, schedule: annually({ month: 3 }) });
          const walk = { list, strategy, by: volatility, lowest, windows, backtest: { costs: { tradingBps: bps } } };
          hold(market(seed, 48), walk, 0, 47);
        },
      ),
      { seed: 6, numRuns: 40 },
    );
  });

  it('begins with the longest lookback of the variants, so that all are compared over the same rows', () => {
    const walk = {
      list: [{ lookback: 2 }, { lookback: 7 }, { lookback: 4 }],
      strategy: winner,
      by: totalReturn,
      windows: { train: 12, test: 6 },
    };
    // Row 7 is the first that a decision on seven returns (rows 0 to 6) can earn.
    hold(market(3, 60), walk, 7, 59);
    const longest = walkForward(market(3, 60), { ...walk, list: [{ lookback: 7 }] });
    expect(walkForward(market(3, 60), walk).folds[0]!.train.from).toBe(longest.folds[0]!.train.from);
  });

  it('counts rows of a daily panel too, and trades later with an execution lag, which it says', () => {
    const panel = market(8, 300, true);
    const walk = {
      list: [{ lookback: 3 }, { lookback: 20 }],
      strategy: winner,
      by: sharpeRatio,
      windows: { train: 90, test: 40, purge: 5, embargo: 2 },
      backtest: { executionLag: 1 },
    };
    hold(panel, walk, 20, 299);
    const { notes } = walkForward(panel, walk);
    expect(notes).toContain('Every window waits 1 row in cash for its first trade (execution lag).');
    expect(notes[0]).toContain('7 rows between training and test were left out.');
    expect(notes[0]).toContain('training rolls over 90 rows, the last 5 purged: 85 are trained on.');
    expect(notes.join(' ')).toMatch(/\d folds?: no inference/);
  });

  it('stays within the window of the backtest, and leaves out what makes no whole test window', () => {
    const panel = market(5, 60);
    const walked = walkForward(panel, {
      list: [{ in: 'A' }, { in: 'B' }],
      strategy: all,
      by: totalReturn,
      windows: { train: 10, test: 7 },
      backtest: { window: { from: '2021-01', to: '2023-12' } },
    });
    // 36 rows: 10 to train on, three tests of 7, 5 left over.
    expect(walked.folds.map(({ train, test }) => [train.from, train.to, test.from, test.to])).toEqual([
      ['2021-01-31', '2021-10-31', '2021-11-30', '2022-05-31'],
      ['2021-08-31', '2022-05-31', '2022-06-30', '2022-12-31'],
      ['2022-03-31', '2022-12-31', '2023-01-31', '2023-07-31'],
    ]);
    expect(walked.notes).toContain('The last 5 rows make no whole test window and were left out.');
  });

  it('of anchored windows trains from the first row on; purge and embargo take rows off the end and between', () => {
    const options = { list: [{ in: 'A' as const }], strategy: all, by: totalReturn };
    const at = (windows: WalkWindows): string[][] =>
      walkForward(market(5, 24), { ...options, windows }).folds.map(({ train, test }) => [
        train.from.slice(0, 7),
        train.to.slice(0, 7),
        test.from.slice(0, 7),
        test.to.slice(0, 7),
      ]);
    expect(at({ train: 12, test: 4, anchored: true, purge: 2, embargo: 1 })).toEqual([
      ['2020-01', '2020-10', '2021-02', '2021-05'],
      ['2020-01', '2021-02', '2021-06', '2021-09'],
    ]);
    expect(at({ train: 12, test: 4, purge: 2, embargo: 1 })).toEqual([
      ['2020-01', '2020-10', '2021-02', '2021-05'],
      ['2020-05', '2021-02', '2021-06', '2021-09'],
    ]);
  });
});

describe('a walk forward does not look ahead', () => {
  it('returns after the training of a fold change neither its choice nor anything before', () => {
    const panel = market(11, 72);
    const walk = {
      list: [{ lookback: 1 }, { lookback: 3 }, { lookback: 6 }, { lookback: 9 }],
      strategy: winner,
      by: sharpeRatio,
      windows: { train: 18, test: 6 },
    };
    const whole = walkForward(panel, walk);
    whole.folds.forEach((fold, place) => {
      const end = Array.from({ length: 72 }, (_, row) => panel.calendar.date(row)).indexOf(fold.train.to);
      const random = seededRandom(100 + place);
      const scrambled = (asset: Pair): number[] =>
        Array.from(panel.returns(asset).values, (value, row) => (row > end ? random.uniform() - 0.5 : value));
      const other = walkForward(months<Pair>({ A: scrambled('A'), B: scrambled('B') }), walk);
      expect(other.folds.slice(0, place)).toEqual(whole.folds.slice(0, place));
      expect([other.folds[place]!.chosen, other.folds[place]!.inSample]).toEqual([fold.chosen, fold.inSample]);
      const before = place * walk.windows.test;
      expect([...other.values].slice(0, before)).toEqual([...whole.values].slice(0, before));
      expect([...other.values].slice(before, before + 6)).not.toEqual([...whole.values].slice(before, before + 6));
    });
  });

  it('within the purged and embargoed rows nothing is read by the choice', () => {
    const panel = market(12, 40);
    const walk = {
      list: [{ in: 'A' as const }, { in: 'B' as const }],
      strategy: all,
      by: totalReturn,
      windows: { train: 20, test: 10, purge: 3, embargo: 2 },
    };
    const wild = (asset: Pair): number[] =>
      Array.from(panel.returns(asset).values, (value, row) =>
        row >= 17 && row < 22 ? (asset === 'A' ? 5 : -0.9) : value,
      );
    const other = walkForward(months<Pair>({ A: wild('A'), B: wild('B') }), walk);
    const own = walkForward(panel, walk);
    expect(other.folds[0]).toEqual(own.folds[0]);
    expect([...other.values].slice(0, 10)).toEqual([...own.values].slice(0, 10));
  });
});

describe('choices that are not clear', () => {
  it('of equals the first is chosen, and is in the middle of them', () => {
    const same = [0.01, -0.02, 0.03, 0.01, 0.02, -0.01];
    const options = { list: [{ in: 'A' }, { in: 'B' }] as { in: Pair }[], strategy: all, by: totalReturn };
    const { folds, stability } = walkForward(months({ A: same, B: same }), {
      ...options,
      windows: { train: 2, test: 2 },
    });
    expect(folds.map(({ chosen, rank }) => [chosen, rank])).toEqual([
      [0, 0.5],
      [0, 0.5],
    ]);
    expect([stability.meanRank, stability.aboveMiddle, stability.distinct, stability.unchanged]).toEqual([
      0.5, 0, 1, 1,
    ]);
  });

  it('an undefined figure wins nothing; where all are undefined the window is named', () => {
    const flat = months({ A: [0, 0, 0, 0.1, 0.2, 0.1], B: [0.1, 0.2, 0.1, 0, 0, 0] });
    const options = { list: [{ in: 'A' }, { in: 'B' }] as { in: Pair }[], strategy: all, by: sharpeRatio };
    // A does not vary in training, B not in the test.
    const { folds, stability } = walkForward(flat, { ...options, windows: { train: 3, test: 3 } });
    expect(folds[0]).toMatchObject({ chosen: 1, outOfSample: NaN, rank: NaN });
    expect(stability).toMatchObject({ meanOutOfSample: NaN, degradation: NaN, meanRank: NaN, aboveMiddle: NaN });
    expectInputErrorOf(
      () => walkForward(flat, { ...options, by: cagr, windows: { train: 3, test: 3 } }),
      'option.range',
      ['"by" is undefined (NaN) for every variant from 2020-01-31 to 2020-03-31', 'CAGR is not under a year'],
    );
  });

  it('one variant has no rank, one fold no change', () => {
    const { folds, stability, notes, trials } = walkForward(market(4, 12), {
      list: [{ in: 'A' }],
      strategy: all,
      by: maxDrawdown,
      windows: { train: 6, test: 6 },
    });
    expect([folds.length, folds[0]!.rank, trials]).toEqual([1, NaN, 1]);
    expect(stability).toMatchObject({ meanRank: NaN, aboveMiddle: NaN, distinct: 1, unchanged: NaN });
    expect(notes.slice(0, 2)).toEqual([
      '1 variant in each of 1 fold; training rolls over 6 rows.',
      'Chosen anew once.',
    ]);
  });

  it('a rank counts the variants that did worse, and half of those that did as well', () => {
    const panel = months({ A: [0.1, 0.1, 0.02, 0.02], B: [0, 0, 0.01, 0.01] });
    const weights = [1, 0, 0.5, 1];
    const { folds } = walkForward(panel, {
      list: weights.map((weight) => ({ weight })),
      strategy: ({ weight }) => fixedMix({ weights: { A: weight, B: 1 - weight } }),
      by: totalReturn,
      windows: { train: 2, test: 2 },
    });
    // The first is chosen; in the test it beats two of three and equals the third: (2 + ½)/3.
    expect(folds[0]).toMatchObject({ chosen: 0, rank: 2.5 / 3 });
  });
});

describe('a walk on which everything is lost', () => {
  it.each([
    ['inside a test', [0.1, 0.1, 0.1, -1, 0.5, 0.5, 0.5, 0.5], 2],
    ['on its last row', [0.1, 0.1, 0.1, 0.1, -1, 0.5, 0.5, 0.5], 3],
  ])('ends where it was, %s, and says so', (_, A, rows) => {
    const walked = walkForward(months({ A }), {
      list: [{}],
      strategy: () => fixedMix({ weights: { A: 1 } }),
      by: totalReturn,
      windows: { train: 2, test: 3 },
    });
    expect(walked.values).toHaveLength(rows);
    expect(walked.values[rows - 1]).toBe(-1);
    expect(walked.folds).toHaveLength(1);
    expect(walked.notes.join(' ')).toMatch(/Everything was lost on 2020-0[45]-\d\d: the walk ends there/);
    expect(totalReturn(walked)).toBe(-1);
  });
});

describe('the result of a walk forward', () => {
  const walked = walkForward(usFunds(), {
    grid: { small: ['IWM', 'IJR'] as const, weight: [0.2, 0.5] },
    strategy: ({ small, weight }) => smallCapTilt({ core: 'SPY', smallCap: small, weight }),
    by: sharpeRatio,
    windows: { train: 60, test: 24 },
  });

  it('is a return series, net of costs, which shows its folds', () => {
    expect([walked.meta.net, walked.meta.kind, walked.name, walked.trials]).toEqual([true, 'total', 'Walk-forward', 4]);
    expect(totalReturn(walked)).toBeCloseTo(
      [...walked.values].reduce((wealth, value) => wealth * (1 + value), 1) - 1,
      12,
    );
    const text = String(walked);
    for (const part of [
      'Walk-forward by sharpeRatio, out of sample 2005-06 to',
      'Trained on',
      '2000-06-30 to 2005-05-31',
      'small IWM, weight 0.2',
      '4 variants in each of 10 folds; training rolls over 60 rows.',
      'Every window is a backtest of its own and pays for its first purchase.',
    ])
      expect(text).toContain(part);
  });

  it('cannot be changed, leaves what it was given untouched, and goes through JSON', () => {
    expect(
      Object.isFrozen(walked) && Object.isFrozen(walked.folds[0]!.params) && Object.isFrozen(walked.stability),
    ).toBe(true);
    const nested = { list: [1, 2] };
    walkForward(market(1, 12), {
      list: [nested],
      strategy: () => all({ in: 'A' }),
      by: totalReturn,
      windows: { train: 6, test: 6 },
    });
    expect(Object.isFrozen(nested) || Object.isFrozen(nested.list)).toBe(false);
    const json = JSON.parse(JSON.stringify(walked)) as Record<string, unknown>;
    expect(json['values']).toEqual([...walked.values]);
    expect(json['calendar']).toMatchObject({ frequency: 'monthly' });
    expect(json['folds']).toEqual(walked.folds);
    expect(Object.keys(json).sort()).toEqual([
      'calendar',
      'folds',
      'form',
      'meta',
      'metric',
      'name',
      'notes',
      'odd',
      'stability',
      'trials',
      'values',
    ]);
  });
});

describe('a walk forward refuses', () => {
  const options = {
    list: [{ in: 'A' }, { in: 'B' }] as { in: Pair }[],
    strategy: all,
    by: totalReturn,
    windows: { train: 6, test: 3 },
  };
  const panel = market(2, 24);
  const walk =
    (change: object, on: unknown = panel) =>
    (): unknown =>
      walkForward(on as Panel<Pair>, { ...options, ...change });

  it.each<[string, object, string, string[]]>([
    ['unknown options', { embargo: 1 }, 'option.unknown', ['"embargo"', 'windows']],
    ['unknown windows', { windows: { train: 6, test: 3, purged: 1 } }, 'option.unknown', ['"purged"', 'purge']],
    ['no windows', { windows: undefined }, 'option.type', ['walkForward, windows']],
    ['a training of one row', { windows: { train: 1, test: 3 } }, 'option.range', ['"train" is 1']],
    ['half a row', { windows: { train: 6.5, test: 3 } }, 'option.range', ['"train" is 6.5']],
    ['a test of nothing', { windows: { train: 6, test: 0 } }, 'option.range', ['"test" is 0']],
    [
      'a purge of the whole training',
      { windows: { train: 6, test: 3, purge: 5 } },
      'option.range',
      ['"purge" is 5', '4'],
    ],
    ['a negative embargo', { windows: { train: 6, test: 3, embargo: -1 } }, 'option.range', ['"embargo" is -1']],
    [
      'anchored in words',
      { windows: { train: 6, test: 3, anchored: 'yes' } },
      'option.type',
      ['"anchored"', 'true or false'],
    ],
    ['lowest in words', { lowest: 'yes' }, 'option.type', ['"lowest"', 'true or false']],
    [
      'windows that do not fit',
      { windows: { train: 20, test: 3, embargo: 2 } },
      'option.range',
      ['20 training rows', '24 rows there are'],
    ],
    ['no figure to choose by', { by: undefined }, 'option.type', ['"by" is undefined']],
    ['a figure that is none', { by: 'sharp' }, 'option.type', ['"sharp"', 'sharpeRatio']],
    ['no strategy', { strategy: 7 }, 'option.type', ['"strategy"', 'a function']],
    ['no strategy of that name', { strategy: { builtIn: 'smallTilt' } }, 'option.range', ['"builtIn"', 'smallCapTilt']],
    [
      'a module without threads to load it',
      { strategy: { module: new URL('file:///strategies.js'), name: 'mine' } },
      'option.missing',
      ['threads(2)'],
    ],
    [
      'what runs nothing',
      { on: {}, by: 'totalReturn', strategy: { builtIn: 'fixedMix' } },
      'option.type',
      ['"on"', 'threads(n)'],
    ],
    [
      'a function that should cross to threads',
      { by: () => 1, on: { run: () => 0, load: () => 0 } },
      'option.type',
      ['"by"', 'cross'],
    ],
    [
      'a strategy that should cross to threads',
      { by: 'totalReturn', on: { run: () => 0, load: () => 0 } },
      'option.type',
      ['"strategy"', 'cross', 'builtIn'],
    ],
    ['no variants', { list: [] }, 'option.type', ['"list"']],
    ['a grid beside a list', { grid: { in: ['A'] } }, 'option.range', ['one of "grid", "list" and "sample"']],
    ['misspelt options of the backtest', { backtest: { cost: {} } }, 'option.unknown', ['"cost"', 'costs']],
    [
      'a strategy that throws',
      {
        strategy: () => {
          throw new Error('no');
        },
      },
      'strategy.failed',
      ['variant 0 (in A)', 'Error: no'],
    ],
    ['no strategy made', { strategy: () => 3 }, 'option.type', ['variant 0 (in A)']],
    [
      'a variant of an unknown asset',
      { list: [{ in: 'A' }, { in: 'C' }] },
      'asset.unknown',
      ['walkForward, variant 1 (in C)', '"C"'],
    ],
  ])('%s', (_, change, code, facts) => {
    expectInputErrorOf(walk(change), code, facts);
  });

  it('an error of a run names the window and the variant', () => {
    const moody = defineStrategy<Pair>({
      name: 'moody',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: ({ asOf }) => (asOf < '2020-09' ? { A: 1 } : { A: 2 }),
    });
    expectInputErrorOf(walk({ strategy: () => moody }), 'weights.over-one', [
      'walkForward, test 2020-07-31 to 2020-09-30',
      'variant 0 (in A)',
    ]);
  });

  it('what is no panel', () => {
    expectInputErrorOf(walk({}, 3), 'panel.invalid', ['walkForward']);
  });
});

function expectInputErrorOf(act: () => unknown, code: string, facts: readonly string[]): void {
  expectInputError(code as Parameters<typeof expectInputError>[0], facts, act);
}
