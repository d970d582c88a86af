import { cagr, fixedMix, sweep, type Panel, type Strategy } from 'backtilt';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/core/index.js';
import { gridSpace, sampleSpace, spaceOf } from '../../../src/engine/sweep/parameter-space.js';
import { readSource } from '../../../src/engine/sweep/strategy-source.js';
import { readMetrics } from '../../../src/engine/sweep/sweep-metrics.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { months } from '../made-panel.js';

const panel = (): Panel<'A' | 'B'> => months({ A: [0.1, -0.2, 0.3, 0.05], B: [0, 0.1, 0.02, -0.1] });
const mix = ({ share }: { readonly share: number }): Strategy<'A' | 'B'> =>
  fixedMix({ weights: { A: share, B: 1 - share } });
const good = { grid: { share: [0, 0.5, 1] }, strategy: mix, metrics: { cagr } };
const run = (options: unknown) => sweep(panel(), options as typeof good);

/** What is refused, with the whole sentence and what programs are told. */
function refused(code: ErrorCode, act: () => unknown, message: string, details?: object): void {
  const error = expectInputError(code, [], act);
  expect(error.message).toBe(message);
  if (details !== undefined) expect(error.details).toEqual(details);
}

const elsewhere = "threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster', or be left out.";

describe('a sweep refuses in whole sentences', () => {
  it.each<[string, object, ErrorCode, string, object?]>([
    [
      'no variants',
      { grid: undefined },
      'option.missing',
      'sweep: give one of "grid", "list" and "sample", such as grid: { weight: [0, 0.1, 0.2] }; found 0.',
    ],
    [
      'three kinds of variants',
      { list: [{}], sample: {} },
      'option.range',
      'sweep: give one of "grid", "list" and "sample", such as grid: { weight: [0, 0.1, 0.2] }; found 3.',
    ],
    ['a grid that is none', { grid: 3 }, 'option.type', 'sweep: "grid" must be an object, found 3.'],
    [
      'an empty grid',
      { grid: {} },
      'option.missing',
      'sweep: "grid" is empty; give values such as { weight: [0, 0.1, 0.2] }.',
    ],
    [
      'a parameter without values',
      { grid: { share: [] } },
      'option.type',
      'sweep: grid.share must be an array with at least one entry, found an array of 0.',
    ],
    [
      'an empty list',
      { grid: undefined, list: [] },
      'option.type',
      'sweep: "list" must be an array with at least one entry, found an array of 0.',
    ],
    [
      'a list of what are no parameters',
      { grid: undefined, list: [{}, 5] },
      'option.type',
      'sweep: list[1] must be an object, found 5.',
    ],
    [
      'a metric that is none',
      { metrics: { cagr: 4 } },
      'option.type',
      'sweep: the metric "cagr" is 4; it must be a function of a result, or one of the names totalReturn, cagr, cagrByPeriods, arithmeticMean, volatility, sharpeRatio, maxDrawdown.',
      { metric: 'cagr', found: '4' },
    ],
    [
      'no metrics',
      { metrics: [] },
      'option.missing',
      'sweep: "metrics" is empty; give functions such as { cagr, maxDrawdown }.',
    ],
    ['metrics that are none', { metrics: 3 }, 'option.type', 'sweep: "metrics" must be an object, found 3.'],
    [
      'a metric named twice',
      { metrics: ['cagr', 'volatility', 'cagr'] },
      'option.range',
      'sweep: "metrics" names "cagr" twice; once is enough.',
      { metric: 'cagr' },
    ],
    [
      'to keep none',
      { keep: { best: 0, by: 'cagr' } },
      'option.range',
      'sweep, keep: "best" is 0; it must be a whole number from 1 to 1000000.',
    ],
    [
      'to keep half a variant',
      { keep: { best: 1.5, by: 'cagr' } },
      'option.range',
      'sweep, keep: "best" is 1.5; it must be a whole number from 1 to 1000000.',
    ],
    [
      'to keep too many',
      { keep: { best: 1_000_001, by: 'cagr' } },
      'option.range',
      'sweep, keep: "best" is 1000001; it must be a whole number from 1 to 1000000.',
    ],
    [
      'to keep by what is not asked for',
      { keep: { best: 1, by: 'volatility' } },
      'option.range',
      `sweep, keep: "by" is "volatility"; it must be one of 'cagr'.`,
    ],
    [
      'an end that is neither',
      { keep: { best: 1, by: 'cagr', lowest: 'yes' } },
      'option.type',
      'sweep, keep: "lowest" is "yes"; it must be true or false.',
    ],
    ['to keep in words', { keep: 'best' }, 'option.type', 'sweep, keep: the options must be an object, found "best".'],
    [
      'to be watched by what is no function',
      { watch: { progress: true } },
      'option.type',
      'sweep, watch: "progress" is true; it must be a function (done, all) => void.',
    ],
    [
      'a signal that is none',
      { watch: { signal: {} } },
      'option.type',
      'sweep, watch: "signal" is an object with keys (none); it must be the signal of an AbortController.',
    ],
    [
      'a signal that is nothing',
      { watch: { signal: null } },
      'option.type',
      'sweep, watch: "signal" is null; it must be the signal of an AbortController.',
    ],
    [
      'a signal that is a function',
      { watch: { signal: () => 1 } },
      'option.type',
      'sweep, watch: "signal" is a function; it must be the signal of an AbortController.',
    ],
    [
      'a signal that is a number',
      { watch: { signal: 3 } },
      'option.type',
      'sweep, watch: "signal" is 3; it must be the signal of an AbortController.',
    ],
    [
      'to be watched by a word',
      { watch: 'me' },
      'option.type',
      'sweep, watch: the options must be an object, found "me".',
    ],
    ['to run on a number', { on: 4 }, 'option.type', `sweep: "on" is 4; it must be ${elsewhere}`, { found: '4' }],
    [
      'to run on nothing',
      { on: null },
      'option.type',
      `sweep: "on" is null; it must be ${elsewhere}`,
      { found: 'null' },
    ],
    [
      'to run on what runs nothing',
      { on: { run: 3 } },
      'option.type',
      `sweep: "on" is an object with keys run; it must be ${elsewhere}`,
      { found: 'an object with keys run' },
    ],
    [
      'a metric that cannot cross',
      { metrics: { mine: () => 1 }, on: { run: () => 0 } },
      'option.type',
      'sweep: the metric "mine" is a function, and functions do not cross to other threads or machines. Give one of the figures by name, or leave "on" out.',
    ],
    [
      'a strategy that cannot cross',
      { metrics: ['cagr'], on: { run: () => 0 } },
      'option.type',
      `sweep: "strategy" is a function, and functions do not cross to other threads or machines. Give { module, name } of a module that exports it, or { builtIn: 'smallCapTilt', options }, or leave "on" out.`,
    ],
    ['no strategy', { strategy: undefined }, 'option.type', 'sweep: "strategy" must be an object, found undefined.'],
    [
      'a built-in strategy that there is not',
      { strategy: { builtIn: 'smallCap' } },
      'option.range',
      `sweep, strategy: "builtIn" is "smallCap"; it must be one of 'buyAndHold', 'drawdownFilter', 'equalWeight', 'fixedMix', 'inverseVolatility', 'movingAverageFilter', 'postFirstCutRotation', 'profitabilityScreenedValue', 'rankedPortfolio', 'relativeStrengthRotation', 'riskBudget', 'screenedPortfolio', 'sectorTilt', 'smallCapTilt', 'valuationScaledTilt'.`,
    ],
    [
      'options of a built-in strategy that are none',
      { strategy: { builtIn: 'fixedMix', options: 3 } },
      'option.type',
      'sweep, strategy: "options" must be an object, found 3.',
    ],
    [
      'a module without a name',
      { strategy: { module: 'mine' } },
      'option.type',
      'sweep, strategy: "name" must be a name, found undefined.',
    ],
    [
      'a module that has no address',
      { strategy: { module: 3, name: 'mine' } },
      'option.type',
      'sweep, strategy: "module" is 3; it must be the address of a module, such as new URL(\'./my-strategy.js\', import.meta.url).',
    ],
    [
      'a module that is relative to nothing',
      { strategy: { module: './mine.js', name: 'mine' } },
      'option.range',
      'sweep, strategy: "module" is "./mine.js", and threads cannot know what that is relative to. Give new URL("./mine.js", import.meta.url), an absolute path or the name of a package.',
      { module: './mine.js' },
    ],
    [
      'a module on this thread',
      { strategy: { module: 'mine', name: 'mine' } },
      'option.missing',
      'sweep, variant 0 (share 0): sweep: a strategy given by its module is made on other threads only. Say on: threads(2), or import it and give the function.',
      { variant: 0, params: { share: 0 } },
    ],
  ])('%s', (_, change, code, message, details) => {
    refused(code, () => run({ ...good, ...change }), message, details);
  });

  it.each<[string, object, object, object]>([
    [
      'of the sweep',
      { metric: 1 },
      { where: 'sweep' },
      { known: ['grid', 'list', 'sample', 'strategy', 'metrics', 'backtest', 'keep', 'watch', 'on'] },
    ],
    ['to keep', { keep: { top: 1 } }, { where: 'sweep, keep' }, { known: ['best', 'by', 'lowest'] }],
    ['to watch', { watch: { onEnd: 1 } }, { where: 'sweep, watch' }, { known: ['progress', 'signal'] }],
    [
      'of a built-in strategy',
      { strategy: { builtIn: 'fixedMix', option: {} } },
      { where: 'sweep, strategy' },
      { known: ['builtIn', 'options'] },
    ],
    [
      'of a module',
      { strategy: { module: 'a', nam: 'b' } },
      { where: 'sweep, strategy' },
      { known: ['module', 'name'] },
    ],
    [
      'of a sample',
      { grid: undefined, sample: { cuont: 3 } },
      { where: 'sweep, sample' },
      { known: ['count', 'seed', 'draw'] },
    ],
  ])('unknown options %s', (_, change, where, known) => {
    expect(expectInputError('option.unknown', [], () => run({ ...good, ...change })).details).toMatchObject({
      ...where,
      ...known,
    });
  });

  it('options that are none', () => {
    refused('option.type', () => run(3), 'sweep: the options must be an object, found 3.');
  });

  it('a metric that answers no number, by variant', () => {
    refused(
      'option.type',
      () => run({ ...good, metrics: { word: () => 'much' } }),
      'sweep, variant 0 (share 0): the metric "word" answered "much"; it must answer a number (NaN where it is undefined).',
      { metric: 'word', found: '"much"', variant: 0, params: { share: 0 } },
    );
  });

  it.each<[string, unknown, string]>([
    ['an error', new RangeError('no'), 'RangeError: no'],
    ['something else', 'why', 'why'],
  ])('a factory that throws %s, with the cause', (_, thrown, words) => {
    const strategy = (): never => {
      throw thrown;
    };
    const error = expectInputError('strategy.failed', [], () => run({ ...good, strategy }));
    expect(error.message).toBe(
      `sweep, variant 0 (share 0): "strategy" threw ${words}. Mend the factory; the error's cause has the stack.`,
    );
    expect((error.cause as Error).cause).toBe(thrown);
  });
});

describe('a misspelt metric', () => {
  it('is told with the near names, what is no name without', () => {
    const wrong = (metric: unknown) =>
      expectInputError('option.type', [], () => readMetrics({ growth: metric }, 'here')).message;
    const start = (found: string) =>
      `here: the metric "growth" is ${found}; it must be a function of a result, or one of the names totalReturn, cagr, cagrByPeriods, arithmeticMean, volatility, sharpeRatio, maxDrawdown.`;
    expect(wrong(4)).toBe(start('4'));
    expect(wrong('cagrr').startsWith(`${start('"cagrr"')} `)).toBe(true);
    expect(wrong('cagrr').slice(start('"cagrr"').length)).toContain('cagr');
    expect(wrong(['cagr'])).toBe(start('an array of 1'));
    expect(wrong('toString').startsWith(start('"toString"'))).toBe(true);
  });

  it('in a list is told with its place', () => {
    refused(
      'option.range',
      () => readMetrics(['cagr', 'cagrr'], 'here'),
      `here: "metrics[1]" is "cagrr"; it must be one of 'totalReturn', 'cagr', 'cagrByPeriods', 'arithmeticMean', 'volatility', 'sharpeRatio', 'maxDrawdown'.`,
    );
  });
});

describe('the variants of a sample', () => {
  const draw = (): object => ({ share: 0.5 });
  const place = 'here, sample';

  it.each<[object, ErrorCode, string]>([
    [
      { count: 0, seed: 1, draw },
      'option.range',
      `${place}: "count" is 0; it must be a whole number from 1 to 10000000.`,
    ],
    [
      { count: 1.5, seed: 1, draw },
      'option.range',
      `${place}: "count" is 1.5; it must be a whole number from 1 to 10000000.`,
    ],
    [
      { count: 10_000_001, seed: 1, draw },
      'option.range',
      `${place}: "count" is 10000001; it must be a whole number from 1 to 10000000.`,
    ],
    [
      { count: 1, seed: 0.5, draw },
      'option.range',
      `${place}: "seed" is 0.5; it must be a whole number from -9007199254740991 to 9007199254740991.`,
    ],
    [
      { count: 1, seed: 2 ** 53, draw },
      'option.range',
      `${place}: "seed" is 9007199254740992; it must be a whole number from -9007199254740991 to 9007199254740991.`,
    ],
    [
      { count: 1, seed: 1, draw: 3 },
      'option.type',
      `${place}: "draw" is 3; it must be a function (random) => parameters, such as ({ uniform }) => ({ weight: uniform() }).`,
    ],
    [
      { count: 1, seed: 1, draw: () => 3 },
      'option.type',
      `${place}: what "draw" answered for variant 0 must be an object, found 3.`,
    ],
  ])('%j are refused', (sample, code, message) => {
    refused(code, () => sampleSpace(sample as never, 'here'), message);
  });

  it('may be one or ten million, of any whole seed', () => {
    for (const count of [1, 10_000_000]) expect(sampleSpace({ count, seed: 1, draw }, 'here').count).toBe(count);
    for (const seed of [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0]) {
      expect(sampleSpace({ count: 1, seed, draw }, 'here').names).toEqual(['share']);
    }
  });

  it('a sample that is none', () => {
    refused(
      'option.type',
      () => sampleSpace(3 as never, 'here'),
      'here, sample: the options must be an object, found 3.',
    );
  });
});

describe('the variants of a grid', () => {
  const values = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

  it('may be ten million, and not one more', () => {
    expect(gridSpace({ a: values(1000), b: values(10_000) }, 'here').count).toBe(10_000_000);
    refused(
      'option.range',
      () => gridSpace({ a: values(909_091), b: values(11) }, 'here'),
      'here: "the number of variants" is 10000001; it must be a finite number from 1 to 10000000.',
    );
  });

  it('are found by their number, the last one too', () => {
    const space = spaceOf({ grid: { a: [1, 2, 3], b: ['x', 'y'], c: [true] } }, 'here');
    expect([space.count, space.names]).toEqual([6, ['a', 'b', 'c']]);
    expect(values(6).map((index) => Object.values(space.variant(index)).join())).toEqual([
      '1,x,true',
      '1,y,true',
      '2,x,true',
      '2,y,true',
      '3,x,true',
      '3,y,true',
    ]);
  });

  it('of a list are copies that nobody can change', () => {
    const own = { share: 1 };
    const space = spaceOf({ list: [own, { other: 2 }] }, 'here');
    own.share = 5;
    expect([space.variant(0), Object.isFrozen(space.variant(0)), space.names]).toEqual([
      { share: 1 },
      true,
      ['share', 'other'],
    ]);
  });
});

describe('what strategies are made by', () => {
  it('is no module without an address, nor one that is relative to nothing', () => {
    const none = expectInputError(
      'option.type',
      ['here, strategy: "module" is 3; it must be the address of a module'],
      () => readSource({ module: 3, name: 'mine' }, 'here'),
    );
    expect(none.details).toEqual({});
    const relative = expectInputError(
      'option.range',
      ['here, strategy: "module" is "../mine.js", and threads cannot know'],
      () => readSource({ module: '../mine.js', name: 'mine' }, 'here'),
    );
    expect(relative.details).toEqual({ module: '../mine.js' });
    expect(readSource({ module: 'mine.', name: 'mine' }, 'here').source).toEqual({ module: 'mine.', name: 'mine' });
  });

  it('keeps what another thread needs, and nothing of a function', () => {
    const module = new URL('file:///mine.js');
    expect(readSource({ module, name: 'mine' }, 'here').source).toEqual({ module, name: 'mine' });
    expect(readSource({ module: 'mine', name: 'mine' }, 'here').source).toEqual({ module: 'mine', name: 'mine' });
    expect(readSource({ builtIn: 'fixedMix' }, 'here').source).toEqual({ builtIn: 'fixedMix', options: {} });
    expect(readSource(mix, 'here').source).toBeUndefined();
  });

  it('puts the parameters over the options of a built-in strategy', () => {
    const { strategyOf } = readSource({ builtIn: 'fixedMix', options: { weights: { A: 1 }, name: 'Own' } }, 'here');
    expect(strategyOf({ weights: { B: 1 } })).toMatchObject({ name: 'Own', assets: ['B'] });
  });
});
