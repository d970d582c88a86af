import {
  defineStrategy,
  everyPeriods,
  fixedMix,
  once,
  totalReturn,
  volatility,
  walkForward,
  type Strategy,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { bestOf, figuresOf } from '../../../src/engine/walk-forward/fold-figures.js';
import { makeFolds } from '../../../src/engine/walk-forward/folds.js';
import { stabilityOf } from '../../../src/engine/walk-forward/stability.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { months } from '../made-panel.js';

type Pair = 'A' | 'B';
const all = ({ in: asset }: { in: Pair }): Strategy<Pair> =>
  fixedMix<Pair>({ weights: { [asset]: 1 } as Record<Pair, number> });
const six = () => months({ A: [0.1, 0.1, 0, 0.3, -0.1, 0.05], B: [0, 0, 0.5, 0, 0, 0.07] });
const options = () => ({
  list: [{ in: 'A' }, { in: 'B' }] as { in: Pair }[],
  strategy: all,
  by: totalReturn,
  windows: { train: 2, test: 1 },
});
const dates = { from: '2020-01-31', to: '2020-12-31' };
const best = (figures: readonly number[], lowest = false) => bestOf(Float64Array.from(figures), lowest, dates, 'here');
const figures = (inSample: number[], outOfSample: number[], chosen: number, lowest = false) =>
  figuresOf(Float64Array.from(inSample), Float64Array.from(outOfSample), chosen, lowest);

describe('the choice of a fold', () => {
  it('is the highest figure, or the lowest; of equals the first; an undefined one never', () => {
    expect([best([1, 3, 2]), best([1, 3, 2], true), best([2, 2, 1]), best([2, 1, 1], true)]).toEqual([1, 0, 0, 1]);
    expect([best([NaN, 1]), best([NaN, 1], true), best([1, NaN]), best([3, NaN, 4])]).toEqual([1, 1, 0, 2]);
  });

  it('is none where all are undefined', () => {
    const error = expectInputError('option.range', [], () => best([NaN, NaN]));
    expect(error.message).toBe(
      'here: "by" is undefined (NaN) for every variant from 2020-01-31 to 2020-12-31. Choose a figure that is defined over so short a window (CAGR is not under a year), or lengthen "windows.train".',
    );
    expect(error.details).toEqual(dates);
  });

  it('ranks by those that did worse and half of those that did as well, undefined ones left out', () => {
    expect(figures([7, 1, 1, 1], [2, 1, 2, 3], 0)).toEqual({ chosen: 0, inSample: 7, outOfSample: 2, rank: 1.5 / 3 });
    expect(figures([7, 1, 1, 1], [2, 1, 2, 3], 1).rank).toBe(0);
    expect(figures([7, 1, 1, 1], [2, 1, 2, 3], 1, true).rank).toBe(1);
    expect(figures([7, 1, 1, 1], [2, NaN, 2, 1], 0).rank).toBe(1.5 / 2);
    expect(figures([7, 1, 1, 1], [2, 1, 2, 3], 0, true).rank).toBe(1.5 / 3);
    expect(figures([1, 1], [NaN, 2], 0)).toEqual({ chosen: 0, inSample: 1, outOfSample: NaN, rank: NaN });
    expect([figures([1], [2], 0).rank, figures([1, 1], [2, NaN], 0).rank]).toEqual([NaN, NaN]);
  });
});

describe('figures over all folds', () => {
  const fold = (chosen: number, inSample: number, outOfSample: number, rank: number) => ({
    chosen,
    inSample,
    outOfSample,
    rank,
  });

  it('leave out what is undefined, each mean by itself; what the choice lost needs both', () => {
    const found = stabilityOf([fold(0, 1, 2, 1), fold(0, 3, NaN, NaN), fold(1, NaN, 8, 0.5), fold(2, 5, 5, 0.25)], 3);
    expect(found).toEqual({
      meanInSample: (1 + 3 + 5) / 3,
      meanOutOfSample: (2 + 8 + 5) / 3,
      degradation: (1 + 0) / 2,
      meanRank: 1.75 / 3,
      aboveMiddle: 1 / 3,
      distinct: 3,
      unchanged: 1 / 3,
    });
    expect(Object.isFrozen(found)).toBe(true);
  });

  it('of one variant say nothing of its rank, of one fold nothing of changes', () => {
    expect(stabilityOf([fold(0, 1, 2, 1)], 1)).toMatchObject({ aboveMiddle: NaN, unchanged: NaN, distinct: 1 });
    expect(stabilityOf([fold(0, 1, 2, 1)], 2)).toMatchObject({ aboveMiddle: 1, unchanged: NaN });
    expect(stabilityOf([fold(0, 1, 2, NaN), fold(0, 1, 2, NaN)], 2)).toMatchObject({ aboveMiddle: NaN, unchanged: 1 });
  });
});

describe('folds', () => {
  it('fit to the last row exactly, and not one row less', () => {
    expect(makeFolds({ train: 4, test: 2 }, 3, 8, 'here')).toEqual([
      { trainFirst: 3, trainLast: 6, testFirst: 7, testLast: 8 },
    ]);
    const error = expectInputError('option.range', [], () =>
      makeFolds({ train: 4, test: 2, embargo: 1 }, 3, 8, 'here'),
    );
    expect(error.message).toBe(
      'here, windows: 4 training rows, 1 of embargo and 2 test rows do not fit into the 6 rows there are. Shorten the windows or bring more data.',
    );
    expect(error.details).toEqual({ train: 4, test: 2, embargo: 1, rows: 6 });
  });

  it('of no rows are refused as what they are', () => {
    expectInputError('option.range', ['into the 0 rows there are'], () =>
      makeFolds({ train: 2, test: 1 }, 9, 3, 'here'),
    );
    expectInputError('option.range', ['into the 1 rows there are'], () =>
      makeFolds({ train: 2, test: 1 }, 3, 3, 'here'),
    );
  });

  it('take the smallest windows and the longest purge', () => {
    expect(makeFolds({ train: 2, test: 1, purge: 0, embargo: 0 }, 0, 2, 'here')).toHaveLength(1);
    expect(makeFolds({ train: 5, test: 1, purge: 3 }, 0, 5, 'here')[0]).toMatchObject({ trainFirst: 0, trainLast: 1 });
  });

  it.each<[object, string, string]>([
    [
      { train: 5, test: 1, purge: 4 },
      'option.range',
      'here, windows: "purge" is 4; it must be a whole number from 0 to 3.',
    ],
    [
      { train: 5, test: 1, purge: 0.5 },
      'option.range',
      'here, windows: "purge" is 0.5; it must be a whole number from 0 to 3.',
    ],
    [
      { train: 5, test: 1, purge: -1 },
      'option.range',
      'here, windows: "purge" is -1; it must be a whole number from 0 to 3.',
    ],
    [
      { train: 5, test: 1, embargo: -1 },
      'option.range',
      'here, windows: "embargo" is -1; it must be a whole number, 0 or more.',
    ],
    [
      { train: 5, test: 1, embargo: 0.5 },
      'option.range',
      'here, windows: "embargo" is 0.5; it must be a whole number, 0 or more.',
    ],
    [{ train: 1, test: 1 }, 'option.range', 'here, windows: "train" is 1; it must be a whole number, 2 or more.'],
    [{ train: 2.5, test: 1 }, 'option.range', 'here, windows: "train" is 2.5; it must be a whole number, 2 or more.'],
    [{ train: 5, test: 0 }, 'option.range', 'here, windows: "test" is 0; it must be a whole number, 1 or more.'],
    [{ train: 5, test: 1.5 }, 'option.range', 'here, windows: "test" is 1.5; it must be a whole number, 1 or more.'],
    [{ train: 5, test: 1, anchored: 1 }, 'option.type', 'here, windows: "anchored" is 1; it must be true or false.'],
  ])('are not cut by %j', (windows, code, message) => {
    const error = expectInputError(code as 'option.range', [], () => makeFolds(windows as never, 0, 20, 'here'));
    expect(error.message).toBe(message);
    expect(error.details['where']).toBe('here, windows');
  });

  it('name the flag that is none, and the windows that are no object', () => {
    const flag = expectInputError('option.type', [], () =>
      makeFolds({ train: 5, test: 1, anchored: 'yes' as never }, 0, 20, 'here'),
    );
    expect(flag.details).toEqual({ where: 'here, windows', option: 'anchored', found: '"yes"' });
    const none = expectInputError('option.type', [], () => makeFolds(undefined as never, 0, 20, 'here'));
    expect(none.message).toBe('here, windows: the options must be an object, found undefined.');
    const unknown = expectInputError('option.unknown', [], () =>
      makeFolds({ train: 5, test: 1, gap: 1 } as never, 0, 20, 'here'),
    );
    expect(unknown.details['known']).toEqual(['train', 'test', 'anchored', 'purge', 'embargo']);
  });
});

const notesOf = (change: object, panel: unknown = six()): readonly string[] =>
  walkForward(panel as ReturnType<typeof six>, { ...options(), ...change }).notes;
const long = (rows: number) =>
  months({
    A: Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? 0.02 : 0.01)),
    B: Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? 0.02 : 0.015)),
  });

describe('the notes of a walk forward', () => {
  it('count variants, folds, choices and what the choice was worth', () => {
    expect(notesOf({})).toEqual([
      '2 variants in each of 4 folds; training rolls over 2 rows.',
      'Chosen anew each time: 2 different variants, unchanged in 33 % of the changes of window.',
      'The choice beat 25 % of the other variants on average out of sample; chance is 50 %.',
      '4 folds: no inference. So few describe themselves.',
      'Every window is a backtest of its own and pays for its first purchase.',
    ]);
  });

  it('speak of one of a thing as of one', () => {
    expect(notesOf({ list: [{ in: 'A' }], windows: { train: 3, test: 2, embargo: 1 } })).toEqual([
      '1 variant in each of 1 fold; training rolls over 3 rows. 1 row between training and test was left out.',
      'Chosen anew once.',
      '1 fold: no inference. So few describe themselves.',
      'Every window is a backtest of its own and pays for its first purchase.',
    ]);
    expect(notesOf({ list: [{ in: 'A' }] })[1]).toBe(
      'Chosen anew each time: 1 different variant, unchanged in 100 % of the changes of window.',
    );
    expect(notesOf({ windows: { train: 3, test: 2 } }).at(-1)).toBe(
      'The last 1 row make no whole test window and was left out.',
    );
    expect(notesOf({ windows: { train: 2, test: 2 } }).at(-1)).toMatch(/^Every window/);
  });

  it.each([
    [
      { train: 4, test: 1, purge: 1 },
      'training rolls over 4 rows, the last 1 purged: 3 are trained on. 1 row between training and test was left out.',
    ],
    [
      { train: 4, test: 1, purge: 2, embargo: 1 },
      'training rolls over 4 rows, the last 2 purged: 2 are trained on. 3 rows between training and test were left out.',
    ],
    [{ train: 4, test: 1, anchored: true }, 'training begins with the first row and grows.'],
    [
      { train: 4, test: 1, anchored: true, purge: 1 },
      'training begins with the first row and grows, without the last 1 row (purge). 1 row between training and test was left out.',
    ],
    [
      { train: 4, test: 1, anchored: true, purge: 2 },
      'training begins with the first row and grows, without the last 2 rows (purge). 2 rows between training and test were left out.',
    ],
  ])('say how long training is: %j', (windows, words) => {
    expect(notesOf({ windows }, long(8))[0]).toMatch(/^2 variants in each of \d folds; /);
    expect(notesOf({ windows }, long(8))[0]!.replace(/^.*?; /, '')).toBe(words);
  });

  it('do without the warning of few folds from ten on', () => {
    const few = (rows: number) => notesOf({}, long(rows)).filter((note) => note.includes('no inference'));
    expect(few(11)).toEqual(['9 folds: no inference. So few describe themselves.']);
    expect(few(12)).toEqual([]);
    expect(notesOf({}, long(12)).map((note) => note.split(' ')[0])).toEqual(['2', 'Chosen', 'The', 'Every']);
  });

  it('say what was waited for, by rows', () => {
    const waits = (executionLag: number) =>
      notesOf({ backtest: { executionLag }, windows: { train: 5, test: 4 } }, long(12)).filter((note) =>
        note.includes('waits'),
      );
    expect(waits(0)).toEqual([]);
    expect(waits(1)).toEqual(['Every window waits 1 row in cash for its first trade (execution lag).']);
    expect(waits(2)).toEqual(['Every window waits 2 rows in cash for its first trade (execution lag).']);
  });

  it('say that all was lost, and not what is left over then', () => {
    const lost = notesOf(
      { list: [{}], strategy: () => fixedMix({ weights: { A: 1 } }), windows: { train: 2, test: 3 } },
      months({ A: [0.1, 0.1, 0.1, -1, 0.5, 0.5] }),
    );
    expect(lost.slice(-2)).toEqual([
      'Every window is a backtest of its own and pays for its first purchase.',
      'Everything was lost on 2020-04-30: the walk ends there.',
    ]);
  });

  it('warn of hindsight, and are frozen', () => {
    const seer = (): Strategy<Pair> =>
      defineStrategy<Pair>({
        name: 'Seer',
        assets: ['A', 'B'],
        schedule: everyPeriods(1),
        usesHindsight: true,
        decide: () => ({ A: 0.5, B: 0.5 }),
      });
    const notes = notesOf({ strategy: seer });
    expect(notes.at(-1)).toBe('Warning: uses hindsight: nobody could have earned these returns at the time.');
    expect(Object.isFrozen(notes)).toBe(true);
  });
});

describe('the result of a walk forward shows', () => {
  const linesOf = (shown: unknown): string[] =>
    String(shown)
      .split('\n')
      .map((line) => line.replaceAll(/ {2,}/g, '  ').trim());

  it('each fold in a line', () => {
    expect(linesOf(walkForward(six(), options())).slice(0, 7)).toEqual([
      'Walk-forward by totalReturn, out of sample 2020-03 to 2020-06',
      'Trained on  Tested on  Chosen  In sample  Out of sample  Others beaten',
      expect.stringMatching(/^[- ]+$/),
      '2020-01-31 to 2020-02-29  2020-03-31 to 2020-03-31  in A  21.00 %  0.00 %  0.00 %',
      '2020-02-29 to 2020-03-31  2020-04-30 to 2020-04-30  in B  50.00 %  0.00 %  0.00 %',
      '2020-03-31 to 2020-04-30  2020-05-31 to 2020-05-31  in B  50.00 %  0.00 %  100.00 %',
      '2020-04-30 to 2020-05-31  2020-06-30 to 2020-06-30  in A  17.00 %  5.00 %  0.00 %',
    ]);
  });

  it('itself as HTML, too', () => {
    const bundle = (walkForward(six(), options()) as never)[Symbol.for('Jupyter.display')] as () => Record<
      string,
      string
    >;
    expect(bundle()['text/html']).toContain('Walk-forward by totalReturn');
  });

  it.each<[string, unknown, string]>([
    ['a name', 'volatility', 'volatility'],
    ['a function with a name', volatility, 'volatility'],
    [
      'a function without one',
      (
        () =>
        ({ values }: { values: ArrayLike<number> }) =>
          values.length
      )(),
      'your own figure',
    ],
  ])('by what was chosen: %s', (_, by, words) => {
    const walked = walkForward(six(), { ...options(), by: by as never, windows: { train: 3, test: 3 } });
    expect(walked.table.title).toBe(`Walk-forward by ${words}, out of sample 2020-04 to 2020-06`);
    expect(walked.toJSON().metric).toBe(words);
  });

  it('a function written in place as one of its own', () => {
    const walked = walkForward(six(), { ...options(), by: ({ values }) => values[0]!, windows: { train: 3, test: 3 } });
    expect(walked.toJSON().metric).toBe('your own figure');
  });

  it('the lowest where that is asked for', () => {
    // Months 1–2: A .21, B 0. 2–3: .1, .5. 3–4: .3, .5. 4–5: .17, 0.
    expect(walkForward(six(), { ...options(), lowest: true }).folds.map(({ params }) => params.in)).toEqual([
      'B',
      'A',
      'A',
      'B',
    ]);
    expect(walkForward(six(), { ...options(), lowest: false }).folds.map(({ params }) => params.in)).toEqual([
      'A',
      'B',
      'B',
      'A',
    ]);
  });

  it('what JSON cannot say, by fold', () => {
    const list = [{ in: 'A', cap: Infinity }] as { in: Pair; cap: number }[];
    const json = walkForward(six(), { ...options(), list, windows: { train: 2, test: 2 } }).toJSON();
    expect(json.odd).toEqual({
      params: [
        ['cap', 0, 'Infinity'],
        ['cap', 1, 'Infinity'],
      ],
      figures: [],
    });
    expect(json.form).toBe('backtilt walk-forward 1');
    const endless = walkForward(six(), { ...options(), by: () => Infinity, windows: { train: 3, test: 3 } }).toJSON();
    expect(endless.odd.figures).toEqual([
      ['inSample', 0, 'Infinity'],
      ['outOfSample', 0, 'Infinity'],
    ]);
    // One variant has no rank: NaN is null among figures.
    expect(walkForward(six(), { ...options(), list: [{ in: 'A' }] }).toJSON().odd.figures).toEqual([]);
  });

  it('all frozen: the folds, their days and parameters', () => {
    const { folds } = walkForward(six(), options());
    const handed = [folds, folds[0], folds[0]!.train, folds[0]!.test, folds[0]!.params];
    expect(handed.map((one) => Object.isFrozen(one))).toEqual(handed.map(() => true));
  });
});

describe('a walk forward refuses in whole sentences', () => {
  const wrong = (change: object) => () => walkForward(six(), { ...options(), ...change } as never);

  it.each<[string, object, string, string, object]>([
    [
      'no strategy',
      { strategy: 7 },
      'option.type',
      'walkForward: "strategy" is 7; it must be a function that makes a strategy of parameters, such as ({ weight }) => smallCapTilt({ …, weight }).',
      { where: 'walkForward', found: '7' },
    ],
    [
      'nothing for a strategy',
      { strategy: null },
      'option.type',
      'walkForward: "strategy" is null; it must be a function that makes a strategy of parameters, such as ({ weight }) => smallCapTilt({ …, weight }).',
      { where: 'walkForward', found: 'null' },
    ],
    ...[{}, { run: () => 0 }, { load: () => 0 }].map((on): [string, object, string, string, object] => [
      `what runs or loads nothing: ${Object.keys(on).join()}`,
      { on },
      'option.type',
      `walkForward: "on" is an object with keys ${Object.keys(on).join(', ') || '(none)'}; it must be threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster', or be left out.`,
      { where: 'walkForward', found: `an object with keys ${Object.keys(on).join(', ') || '(none)'}` },
    ]),
    [
      'nothing to run on',
      { on: null },
      'option.type',
      `walkForward: "on" is null; it must be threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster', or be left out.`,
      { where: 'walkForward', found: 'null' },
    ],
    [
      'a figure that cannot cross',
      { by: () => 1, on: { run: () => 0, load: () => 0 } },
      'option.type',
      'walkForward: "by" is a function, and functions do not cross to other threads or machines. Give one of the figures by name, or leave "on" out.',
      { where: 'walkForward' },
    ],
    [
      'a strategy that cannot cross',
      { by: 'totalReturn', on: { run: () => 0, load: () => 0 } },
      'option.type',
      `walkForward: "strategy" is a function, and functions do not cross to other threads or machines. Give { module, name } or { builtIn: 'smallCapTilt', options }, or leave "on" out.`,
      { where: 'walkForward' },
    ],
    [
      'a flag in words',
      { lowest: 'yes' },
      'option.type',
      'walkForward: "lowest" is "yes"; it must be true or false.',
      { where: 'walkForward', option: 'lowest', found: '"yes"' },
    ],
  ])('%s', (_, change, code, message, details) => {
    const error = expectInputError(code as 'option.type', [], wrong(change));
    expect(error.message).toBe(message);
    expect(error.details).toEqual(details);
  });

  it('options that are none, or unknown', () => {
    const none = expectInputError('option.type', [], () => walkForward(six(), 3 as never));
    expect(none.message).toBe('walkForward: the options must be an object, found 3.');
    const { details } = expectInputError('option.unknown', [], wrong({ embargo: 1 }));
    expect(details['known']).toEqual([
      'grid',
      'list',
      'sample',
      'strategy',
      'by',
      'lowest',
      'windows',
      'backtest',
      'on',
    ]);
  });

  it('says which variant could not be placed, with the cause', () => {
    const error = expectInputError(
      'asset.unknown',
      ['walkForward, variant 1 (in C): '],
      wrong({ list: [{ in: 'A' }, { in: 'C' }] }),
    );
    expect(error.details).toMatchObject({ variant: 1, params: { in: 'C' } });
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.message.endsWith((error.cause as Error).message)).toBe(true);
  });

  it('says in which window a run went wrong: in training, or in the test', () => {
    const moody = (day: string) => () =>
      defineStrategy<Pair>({
        name: 'moody',
        assets: ['A', 'B'],
        schedule: everyPeriods(1),
        decide: ({ asOf }) => (asOf < day ? { A: 1 } : { A: 2 }),
      });
    const training = expectInputError(
      'weights.over-one',
      ['walkForward, training 2020-01-31 to 2020-03-31: sweep, variant 0 (in A): '],
      wrong({ strategy: moody('2020-02-29'), windows: { train: 3, test: 2 } }),
    );
    expect(training.details).toMatchObject({ from: '2020-01-31', to: '2020-03-31', variant: 0 });
    const test = expectInputError(
      'weights.over-one',
      ['walkForward, test 2020-04-30 to 2020-05-31: sweep, variant 0 (in A): '],
      wrong({ strategy: moody('2020-04-30'), windows: { train: 3, test: 2 } }),
    );
    expect(test.details).toMatchObject({ from: '2020-04-30', to: '2020-05-31', variant: 0 });
  });

  it('says in which test the run of the chosen variant went wrong, where a factory changes its mind', () => {
    let calls = 0;
    const walkTo = (last: number) => () => {
      calls = 0;
      const strategy = (params: { in: Pair }) => {
        if (++calls > last) throw new RangeError('enough');
        return all(params);
      };
      return walkForward(six(), { ...options(), list: [{ in: 'A' }], strategy, windows: { train: 3, test: 3 } });
    };
    walkTo(Infinity)();
    // The last that is made is the one that is held.
    const error = expectInputError('strategy.failed', [], walkTo(calls - 1));
    expect(error.message).toBe(
      'walkForward, test 2020-04-30 to 2020-06-30, variant 0 (in A): "strategy" threw RangeError: enough. Mend the factory; the error\'s cause has the stack.',
    );
    expect(error.details).toEqual({ from: '2020-04-30', to: '2020-06-30', variant: 0, params: { in: 'A' } });
    const none = expectInputError('option.type', ['walkForward, variant 0 (in A): '], wrong({ strategy: () => 3 }));
    expect(none.message).toContain('strategy: ');
  });

  it('lets a mistake in a metric through as it is', () => {
    const failure = new TypeError('mine');
    const by = (): number => {
      throw failure;
    };
    expect(wrong({ by })).toThrow(failure);
  });
});

describe('the span of a walk forward', () => {
  it('begins where every variant has its history, and ends with the shortest window', () => {
    const winner = ({ lookback }: { lookback: number }): Strategy<Pair> =>
      defineStrategy<Pair>({
        name: `of ${lookback}`,
        assets: ['A', 'B'],
        lookback,
        schedule: once(),
        decide: () => ({ A: 1 }),
      });
    const first = (lookbacks: number[]) =>
      walkForward(long(12), {
        list: lookbacks.map((lookback) => ({ lookback })),
        strategy: winner,
        by: totalReturn,
        windows: { train: 3, test: 2 },
      }).folds[0]!.train.from;
    expect([first([1]), first([1, 4]), first([4, 1])]).toEqual(['2020-02-29', '2020-05-31', '2020-05-31']);
  });
});
