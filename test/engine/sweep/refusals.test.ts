import { cagr, defineStrategy, fixedMix, monthly, sweep, type Panel, type Strategy } from 'backtilt';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/core/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { months } from '../made-panel.js';

const panel: Panel<'A' | 'B'> = months({ A: [0.1, -0.2, 0.3, 0.05], B: [0, 0.1, 0.02, -0.1] });
const mix = ({ share }: { readonly share: number }): Strategy<'A' | 'B'> =>
  fixedMix({ weights: { A: share, B: 1 - share } });
const good = { grid: { share: [0, 0.5, 1] }, strategy: mix, metrics: { cagr } };

const refused = (code: ErrorCode, options: unknown, ...facts: string[]): void => {
  const error = expectInputError(code, ['sweep', ...facts], () => sweep(panel, options as typeof good));
  expect(error.name).toBe('InputError');
};

describe('a sweep refuses', () => {
  it.each<[string, unknown, ErrorCode, ...string[]]>([
    ['options that are none', 3, 'option.type', '3'],
    ['an option that it does not know', { ...good, metric: { cagr } }, 'option.unknown', '"metric"', 'metrics'],
    ['no variants', { strategy: mix, metrics: { cagr } }, 'option.missing', 'grid', 'list', 'sample'],
    ['variants given twice', { ...good, list: [{ share: 1 }] }, 'option.range', 'found 2'],
    ['a grid that is none', { ...good, grid: [1] }, 'option.type', 'grid'],
    ['an empty grid', { ...good, grid: {} }, 'option.missing', 'grid'],
    ['a parameter without values', { ...good, grid: { share: [] } }, 'option.type', 'grid.share'],
    ['a parameter that is one value', { ...good, grid: { share: 0.5 } }, 'option.type', 'grid.share', '0.5'],
    [
      'more variants than have room',
      { ...good, grid: { a: [...Array(4000).keys()], b: [...Array(4000).keys()] } },
      'option.range',
      '16000000',
    ],
    ['an empty list', { ...good, grid: undefined, list: [] }, 'option.type', 'list'],
    [
      'a list of what are no parameters',
      { ...good, grid: undefined, list: [{ share: 1 }, 5] },
      'option.type',
      'list[1]',
      '5',
    ],
    [
      'a sample without a seed',
      { ...good, grid: undefined, sample: { count: 3, draw: () => ({}) } },
      'option.type',
      'seed',
    ],
    [
      'a sample of half a variant',
      { ...good, grid: undefined, sample: { count: 0.5, seed: 1, draw: () => ({}) } },
      'option.range',
      'count',
    ],
    ['a sample without a draw', { ...good, grid: undefined, sample: { count: 3, seed: 1 } }, 'option.type', 'draw'],
    [
      'a draw that draws no parameters',
      { ...good, grid: undefined, sample: { count: 3, seed: 1, draw: () => 0.5 } },
      'option.type',
      'variant 0',
      '0.5',
    ],
    ['no strategy', { ...good, strategy: undefined }, 'option.type', 'strategy'],
    [
      'a built-in strategy that there is not',
      { ...good, strategy: { builtIn: 'smallCap' } },
      'option.range',
      'smallCap',
    ],
    ['no metrics', { ...good, metrics: {} }, 'option.missing', 'metrics'],
    ['a metric that is no function', { ...good, metrics: { cagr: 4 } }, 'option.type', '"cagr"', '4'],
    ['a misspelt metric', { ...good, metrics: { growth: 'cagrr' } }, 'option.type', '"growth"', 'cagr'],
    ['a misspelt name in a list', { ...good, metrics: ['cagrr'] }, 'option.range', 'metrics[0]', 'cagrr'],
    ['a function in a list', { ...good, metrics: [cagr] }, 'option.range', 'metrics[0]', 'a function'],
    ['a metric named twice', { ...good, metrics: ['cagr', 'cagr'] }, 'option.range', '"cagr" twice'],
    ['bad options of the backtest', { ...good, backtest: { cost: 5 } }, 'option.unknown', '"cost"'],
    ['to keep none', { ...good, keep: { best: 0, by: 'cagr' } }, 'option.range', 'best', '0'],
    [
      'to keep by what is not asked for',
      { ...good, keep: { best: 1, by: 'volatility' } },
      'option.range',
      'by',
      'volatility',
    ],
    [
      'an end that is neither',
      { ...good, keep: { best: 1, by: 'cagr', lowest: 'yes' } },
      'option.type',
      'lowest',
      'yes',
    ],
    ['an unknown way to keep', { ...good, keep: { top: 1 } }, 'option.unknown', '"top"'],
    ['to be watched by what is no function', { ...good, watch: { progress: true } }, 'option.type', 'progress'],
    ['a signal that is none', { ...good, watch: { signal: {} } }, 'option.type', 'signal', 'AbortController'],
    ['an unknown way to watch', { ...good, watch: { onProgress: () => undefined } }, 'option.unknown', '"onProgress"'],
    ['to run on a number', { ...good, on: 4 }, 'option.type', '"on"', '4', 'threads'],
    [
      'a strategy of a module on this thread',
      { ...good, strategy: { module: 'mine', name: 'mine' } },
      'option.missing',
      'threads(2)',
    ],
  ])('%s', (_, options, code, ...facts) => {
    if (code === 'option.unknown' && facts[0] === '"cost"') {
      expectInputError(code, facts, () => sweep(panel, options as typeof good));
    } else refused(code, options, ...facts);
  });

  it('a panel that is none', () => {
    expectInputError('panel.invalid', ['sweep'], () => sweep({} as typeof panel, good));
  });
});

describe('what goes wrong in a variant is told with its number and its parameters', () => {
  const at = (code: ErrorCode, options: unknown, ...facts: string[]): void => {
    const error = expectInputError(code, ['sweep, variant 1 (share 0.5)', ...facts], () =>
      sweep(panel, options as typeof good),
    );
    expect(error.details).toMatchObject({ variant: 1, params: { share: 0.5 } });
    expect(error.cause).toBeInstanceOf(Error);
  };

  it('a factory that throws', () => {
    const strategy = ({ share }: { readonly share: number }) => {
      if (share === 0.5) throw new RangeError('not a half');
      return mix({ share });
    };
    at('strategy.failed', { ...good, strategy }, 'RangeError: not a half');
  });

  it('a factory that makes no strategy', () => {
    const strategy = ({ share }: { readonly share: number }) => (share === 0.5 ? null : mix({ share }));
    at('option.type', { ...good, strategy }, 'null');
  });

  it('weights that a built-in strategy refuses', () => {
    const strategy = ({ share }: { readonly share: number }) => mix({ share: share === 0.5 ? 1.5 : share });
    at('option.range', { ...good, strategy }, '1.5');
  });

  it('an answer that cannot be traded, with the day', () => {
    const strategy = ({ share }: { readonly share: number }) =>
      defineStrategy<'A'>({
        name: 'Over',
        assets: ['A'],
        schedule: monthly(),
        decide: ({ asOf }) => ({ A: share === 0.5 && asOf === '2020-02-29' ? 2 : share }),
      });
    at('weights.over-one', { ...good, strategy }, '2020-02-29');
  });

  it('an asset that is not in the panel', () => {
    const strategy = ({ share }: { readonly share: number }) =>
      fixedMix<string>({ weights: { A: share, [share === 0.5 ? 'Z' : 'B']: 1 - share } });
    at('asset.unknown', { ...good, strategy }, '"Z"');
  });

  it('a hole that it holds, with the asset and the day', () => {
    const holed = months({ A: [0.1, 0.2, 0.1, 0.2], B: [0.1, null, 0.2, 0.1] });
    const options = { ...good, grid: { share: [1, 0.5] } };
    const strategy = ({ share }: { readonly share: number }) =>
      share === 1 ? fixedMix({ weights: { A: 1 } }) : mix({ share });
    const error = expectInputError('returns.hole', ['variant 1 (share 0.5)', '"B"', '2020-02-29'], () =>
      sweep(holed, { ...options, strategy }),
    );
    expect(error.details).toMatchObject({ variant: 1, params: { share: 0.5 }, asset: 'B' });
  });

  it('a metric that answers no number', () => {
    const metrics = {
      cagr,
      word: (result: { readonly values: ArrayLike<number> }) => (result.values.length > 0 ? 'much' : 1),
    };
    expectInputError('option.type', ['sweep, variant 0 (share 0)', '"word"', '"much"'], () =>
      sweep(panel, { ...good, metrics } as never),
    );
  });

  it('a mistake in a metric arrives as it is', () => {
    const failure = new TypeError('mine');
    const metrics = {
      own: (): number => {
        throw failure;
      },
    };
    expect(() => sweep(panel, { ...good, metrics })).toThrow(failure);
  });
});
