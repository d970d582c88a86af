import { backtest, besideBenchmarks, defineStrategy, everyPeriods, fixedMix, randomEntryBenchmark } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../../support/expect-input-error.js';
import { fromDays, years } from '../by-hand.js';

const panel = () => years({ A: [0.2, 0, 0.1], B: [0, 0, 0.3], C: [0.5, 0.5, 0.5] });
/** A, A, B: one change, and one other order of the spells. C is never held. */
const turned = () => backtest(panel(), fromDays(['A', 'B', 'C'], { '2019-12-31': { A: 1 }, '2021-12-31': { B: 1 } }));

/** Five years: the orders of its spells differ. */
const wide = () => years({ A: [0.2, 0, 0.1, -0.5, 0.1], B: [0, 0, 0.3, 0.1, 0.2] });
const often = () =>
  backtest(
    wide(),
    fromDays(['A', 'B'], {
      '2019-12-31': { A: 1 },
      '2020-12-31': { B: 1 },
      '2022-12-31': { A: 1 },
      '2023-12-31': { B: 1 },
    }),
  );

const linesOf = (shown: { toString(): string }): string[] =>
  shown
    .toString()
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, '  ').trim());

const percent = (value: number): string => `${(100 * value).toFixed(2)} %`;

describe('the table of a strategy beside its benchmarks', () => {
  it('has a line for the strategy, the mix and each asset that was held, none for others', () => {
    const found = besideBenchmarks(panel(), turned(), { seed: 1, draws: 5 });
    expect(found.months).toBe(12);
    expect(found.lines.map(({ name, what }) => [name, what])).toEqual([
      ['By days', 'strategy'],
      [expect.stringMatching(/^Constant mix 66.7 % A, 33.3 % B$/), 'constant mix'],
      ['Buy and hold 100 % A', 'buy and hold'],
      ['Buy and hold 100 % B', 'buy and hold'],
    ]);
    // 1.2 × 1 × 1.3 = 1.56: ∛1.56 − 1 = 15.98 %; A 1.32: 9.70 %, B 1.3: 9.14 %. Deviations of (.2, 0, .3), (.2, 0, .1), (0, 0, .3).
    expect(linesOf(found).slice(0, 7)).toEqual([
      'By days beside its benchmarks, 2020-12 to 2022-12',
      'CAGR  Volatility  Max drawdown  Windows ahead of the mix',
      expect.stringMatching(/^[- ]+$/),
      'By days  15.98 %  15.28 %  0.00 %  66.67 %',
      'Constant mix 66.7 % A, 33.3 % B  9.76 %  8.82 %  0.00 %  –',
      'Buy and hold 100 % A  9.70 %  10.00 %  0.00 %  33.33 %',
      'Buy and hold 100 % B  9.14 %  17.32 %  0.00 %  33.33 %',
    ]);
  });

  it('ends in the assumptions of the result; what was not drawn is said', () => {
    const result = turned();
    expect(besideBenchmarks(panel(), result, { seed: 1, draws: 5 }).notes).toEqual([
      'Windows of 12 months, one ending on every row (3); neighbouring ones share all rows but one. The share of the assets is the base rate.',
      'The constant mix holds the strategy’s average exposure, which is known only after the fact.',
      'No random entries: every order of the strategy’s spells is the same.',
      ...result.assumptions,
    ]);
  });

  it('shows the median of the random entries, and how the strategy stands among them', () => {
    const result = often();
    const found = besideBenchmarks(wide(), result, { seed: 3, draws: 7 });
    const alone = randomEntryBenchmark(wide(), result, { seed: 3, draws: 7 });
    expect(linesOf(found)).toContain(`Random entries, median  ${percent(alone.quantiles.p50)}  –  –  –`);
    expect(found.notes[2]).toBe(
      `Of 7 random entries (seed 3) ${alone.atLeastAsGood} did at least as well: share ${percent((alone.atLeastAsGood + 1) / 8)}, with 3 switches.`,
    );
    expect(found.lines).toHaveLength(4);
  });

  it('compares windows of as many months as it is told', () => {
    const found = besideBenchmarks(panel(), turned(), { seed: 1, draws: 5, months: 24 });
    expect([found.months, found.lines[0]!.windows, found.lines[1]!.windows]).toEqual([24, 2, 0]);
    expect(found.notes[0]).toContain('Windows of 24 months, one ending on every row (2);');
  });

  it('repeats the warnings of the result', () => {
    const seer = defineStrategy({
      name: 'Seer',
      assets: ['A', 'B'],
      schedule: everyPeriods(1),
      usesHindsight: true,
      decide: () => ({ A: 0.5, B: 0.5 }),
    });
    const result = backtest(panel(), seer);
    expect(result.warnings.length).toBeGreaterThan(0);
    expect(besideBenchmarks(panel(), result, { seed: 1 }).notes.slice(-result.warnings.length)).toEqual(
      result.warnings.map((warning) => `Warning: ${warning}`),
    );
  });

  it('shows ten assets without a word about others', () => {
    const names = Array.from({ length: 10 }, (_, index) => `A${index}`);
    const ten = years(Object.fromEntries(names.map((name, index) => [name, [index / 100, 0.01]])));
    const mix = backtest(ten, fixedMix({ weights: Object.fromEntries(names.map((name) => [name, 0.1])) }));
    const found = besideBenchmarks(ten, mix, { seed: 1 });
    expect(found.lines).toHaveLength(2 + 10);
    expect(found.notes.filter((note) => note.includes('not shown'))).toEqual([]);
  });

  it('is frozen, and prints itself as HTML, too', () => {
    const found = besideBenchmarks(panel(), turned(), { seed: 1, draws: 5 });
    expect([found, found.lines, found.lines[0]].map((one) => Object.isFrozen(one))).toEqual([true, true, true]);
    const bundle = (found as never)[Symbol.for('Jupyter.display')] as () => Record<string, string>;
    expect(bundle()['text/html']).toContain('By days beside its benchmarks, 2020-12 to 2022-12');
  });
});

describe('what it refuses', () => {
  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [3, '3'],
  ])('options that are %s', (options, found) => {
    const error = expectInputError('option.type', [], () => besideBenchmarks(panel(), turned(), options as never));
    expect(error.message).toBe(`besideBenchmarks: the options must be an object, found ${found}.`);
  });

  it('names itself', () => {
    const run = (options: object) => () => besideBenchmarks(panel(), turned(), options as never);
    const { details } = expectInputError(
      'option.unknown',
      ['besideBenchmarks: unknown option "seeds"'],
      run({ seeds: 1 }),
    );
    expect((details['known'] as string[]).slice(0, 3)).toEqual(['seed', 'draws', 'months']);
    expect(details['known']).not.toContain('window');
    expectInputError('option.range', ['besideBenchmarks: "months" is 0'], run({ seed: 1, months: 0 }));
    expectInputError('option.range', ['besideBenchmarks: "months" is 1.5'], run({ seed: 1, months: 1.5 }));
    expectInputError('panel.invalid', ['besideBenchmarks'], () => besideBenchmarks({} as never, turned(), { seed: 1 }));
    expectInputError('series.invalid', ['besideBenchmarks'], () => besideBenchmarks(panel(), {} as never, { seed: 1 }));
  });
});
