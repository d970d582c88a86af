import {
  annually,
  averageWeights,
  backtest,
  defineStrategy,
  everyPeriods,
  fixedMix,
  monthly,
  randomEntryBenchmark,
  randomEntryOf,
  slice,
  totalReturn,
  whenDrifted,
  whenTargetChanges,
  type BacktestResult,
  type ReturnSeries,
  type Schedule,
} from 'backtilt';
import { randomPanel } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { shuffledSpells, spellsOf } from '../../src/engine/spells.js';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
import { months } from './made-panel.js';

const momentum = (schedule: Schedule, lookback = 4) =>
  defineStrategy({
    name: 'Momentum',
    assets: ['A', 'B'],
    lookback,
    schedule,
    decide: (view) => (view.totalReturn('A', lookback) > view.totalReturn('B', lookback) ? { A: 1 } : { B: 1 }),
  });
const panel = randomPanel({ assets: ['A', 'B'], rows: 150, seed: 21 });
const held = ({ decisions }: BacktestResult): string[] =>
  decisions.map(({ target }) => Object.entries(target).find(([, weight]) => weight === 1)?.[0] ?? 'cash');
const spells = (result: BacktestResult): string[] => held(result).join('').match(/A+|B+/g) ?? [];

/** Holds what the letters say, month by month from the base on; then the last. */
const following = (letters: string, schedule: Schedule = monthly()) =>
  defineStrategy({
    name: 'Follows',
    assets: ['A', 'B'],
    schedule,
    decide: ({ asOf }) => {
      const month = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 2019 * 12 - 12;
      return { [letters[Math.min(month, letters.length - 1)]!]: 1 };
    },
  });

describe('a random entry', () => {
  it.each([
    ['monthly', monthly()],
    ['every 2 periods from the 1st on', everyPeriods(2, { offset: 1 })],
    ['when the target changes', whenTargetChanges({ check: monthly() })],
  ])('%s: the same spells in each asset, the same switches and turnover, another order', (_, schedule) => {
    const result = backtest(panel, momentum(schedule));
    const { from, to } = result.settings;
    let moved = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const random = backtest(panel, randomEntryOf(result, { seed }), { window: { from, to } });
      const [real, drawn] = [spellsOf(result, schedule), spellsOf(random, schedule)];
      const sorted = (list: typeof real): string[] => list.spells.map(({ key, length }) => `${key} ${length}`).sort();
      expect(sorted(drawn)).toEqual(sorted(real));
      expect(drawn.spells.map(({ key }) => key)).toEqual(real.spells.map(({ key }) => key));
      expect(random.turnover.turnover).toBeCloseTo(result.turnover.turnover, 12);
      expect(random.calendar.toJSON()).toEqual(result.calendar.toJSON());
      if (drawn.spells.some(({ length }, place) => length !== real.spells[place]!.length)) moved++;
    }
    expect(moved).toBe(5);
  });

  it('is as long in each asset: the average weights of a monthly rotation stay', () => {
    const result = backtest(panel, momentum(monthly()));
    const random = backtest(panel, randomEntryOf(result, { seed: 3 }));
    expect(averageWeights(random)).toEqual({
      A: about(averageWeights(result).A, 12),
      B: about(averageWeights(result).B, 12),
    });
  });

  it('follows from its seed alone, to the letter', () => {
    const letters = 'ABBAAABAABBBBA';
    const data = months({ A: Array<number>(14).fill(0.01), B: Array<number>(14).fill(0) });
    const result = backtest(data, following(letters));
    const random = (seed: number): string[] => spells(backtest(data, randomEntryOf(result, { seed })));
    expect(spells(result)).toEqual(['A', 'BB', 'AAA', 'B', 'AA', 'BBBB', 'A']);
    expect(random(1)).toEqual(random(1));
    // Worked out by a second program in another language from the definitions of the generator and of the shuffle: integers only, so the same on every machine.
    expect(random(1)).toEqual(['AAA', 'B', 'A', 'BB', 'A', 'BBBB', 'AA']);
    expect(random(2)).toEqual(['A', 'BBBB', 'A', 'BB', 'AAA', 'B', 'AA']);
  });

  it('has every order of three spells equally often', () => {
    const three = [1, 2, 3].flatMap((length) => [
      { target: {}, key: 'A', length },
      { target: {}, key: 'B', length: 1 },
    ]);
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed++) {
      const order = shuffledSpells(three, seed).map(({ length }) => length);
      expect([order[1], order[3], order[5]]).toEqual([1, 1, 1]);
      counts.set(order.join(''), (counts.get(order.join('')) ?? 0) + 1);
    }
    // Six orders of 500 each; the standard deviation of a count is √(3000 × 1/6 × 5/6) = 20.4.
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(4 * 20.4);
  });

  it('is marked as hindsight, and the mark reaches the result', () => {
    const random = randomEntryOf(backtest(panel, momentum(monthly())), { seed: 1 });
    expect(random.usesHindsight).toBe(true);
    expect(random.schedule).toEqual({ kind: 'monthly' });
    expect(backtest(panel, random).warnings[0]).toContain('Uses hindsight');
  });

  it('takes the schedule from the result', () => {
    const yearly = backtest(panel, momentum(annually({ month: 6 })));
    expect(randomEntryOf(yearly, { seed: 1 }).schedule).toEqual({ kind: 'annually', month: 6 });
    const drifting = whenDrifted({ band: 0.05 });
    const drifted = backtest(panel, momentum(drifting));
    expect(randomEntryOf(drifted, { seed: 1 }).schedule).toEqual(drifting);
  });

  it('refuses a slice that begins after its run: what it holds at first is not among its decisions', () => {
    const data = months({ A: Array<number>(12).fill(0.01), B: Array<number>(12).fill(0) });
    const run = backtest(data, following('AABBBABBAABA', whenTargetChanges({ check: monthly() })));
    // In April it holds B, decided at the end of February; the slice's first decision is A, at the end of May.
    const late = slice(run, { from: '2020-04', to: '2020-12' });
    expect(late.weights('B')[0]).toBe(1);
    expect(late.decisions[0]!.target).toEqual({ A: 1 });
    for (const act of [() => randomEntryOf(late, { seed: 1 }), () => randomEntryBenchmark(data, late, { seed: 1 })])
      expectInputError(
        'series.invalid',
        ['is a slice from 2020-04-30', '2019-12-31', "window: { from: '2020-04-30'"],
        act,
      );
    const early = slice(run, { from: '2020-01', to: '2020-10' });
    const drawn = backtest(data, randomEntryOf(early, { seed: 1 }), { window: { to: '2020-10' } });
    expect(drawn.decisions[0]!.target).toEqual({ A: 1 });
  });

  it('refuses what has only one order: a fixed mix, or two spells', () => {
    expectInputError('strategy.too-few-decisions', ['has 1 spell ', 'constantMixOf'], () =>
      randomEntryOf(backtest(panel, fixedMix({ weights: { A: 1 } })), { seed: 1 }),
    );
    const data = months({ A: [0, 0, 0, 0], B: [0, 0, 0, 0] });
    expectInputError('strategy.too-few-decisions', ['has 2 spells'], () =>
      randomEntryOf(backtest(data, following('AABB')), { seed: 1 }),
    );
    // Two spells in A, but of one length.
    expectInputError('strategy.too-few-decisions', ['has 3 spells'], () =>
      randomEntryOf(backtest(data, following('ABBA')), { seed: 1 }),
    );
    expectInputError('option.type', ['"seed" is undefined'], () =>
      randomEntryOf(backtest(data, following('ABAA')), {} as { seed: number }),
    );
    expectInputError('series.invalid', ['backtest(panel, strategy)'], () =>
      randomEntryOf(panel.returns('A') as unknown as BacktestResult, { seed: 1 }),
    );
  });
});

describe('the random-entry benchmark', () => {
  // A, B, then A twice; the other order is A twice, B, A.
  const data = months({ A: [0.1, 0, 0.2, 0], B: [0, 0.3, 0, 0] });
  const result = backtest(data, following('ABAA'));

  it('ranks the strategy among its orders by (k + 1)/(n + 1)', () => {
    const own = 1.1 * 1.3 * 1.2 - 1;
    const other = 1.1 - 1;
    const found = randomEntryBenchmark(data, result, { seed: 5, draws: 40, statistic: totalReturn });
    expect(found.value).toBeCloseTo(own, 14);
    const asGood = found.values.filter((value) => Math.abs(value - own) < 1e-12).length;
    expect(found.values.filter((value) => Math.abs(value - other) < 1e-12).length).toBe(40 - asGood);
    expect(found).toMatchObject({ atLeastAsGood: asGood, share: (asGood + 1) / 41, switches: 2, orders: 2, draws: 40 });
    // Half of the draws each, within four standard deviations of √10.
    expect(Math.abs(asGood - 20)).toBeLessThan(13);
    expect(found.quantiles).toMatchObject({ p05: about(other, 12), p95: about(own, 12) });
  });

  it('each draw can be made again from its own seed', () => {
    const rotated = backtest(panel, momentum(monthly()), { costs: { tradingBps: 10 } });
    const found = randomEntryBenchmark(panel, rotated, {
      ...{ seed: 9, draws: 5, statistic: totalReturn },
      costs: { tradingBps: 10 },
    });
    const { from, to } = rotated.settings;
    found.seeds.forEach((seed, draw) => {
      const again = backtest(panel, randomEntryOf(rotated, { seed }), {
        costs: { tradingBps: 10 },
        window: { from, to },
      });
      expect(totalReturn(again)).toBe(found.values[draw]);
    });
    expect(new Set(found.values).size).toBe(5);
    const once = { ...found, table: 0, notes: 0 };
    const twice = randomEntryBenchmark(panel, rotated, {
      ...{ seed: 9, draws: 5, statistic: totalReturn },
      costs: { tradingBps: 10 },
    });
    expect({ ...twice, table: 0, notes: 0 }).toEqual(once);
  });

  it('knows a rotation that always holds the winner as one that chance does not reach', () => {
    const [a, b] = [panel.returns('A').values, panel.returns('B').values];
    const clairvoyant = defineStrategy({
      name: 'Knows',
      assets: ['A', 'B'],
      schedule: monthly(),
      usesHindsight: true,
      decide: ({ asOf }) => {
        const row = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 2000 * 12;
        return (a[row] ?? 0) > (b[row] ?? 0) ? { A: 1 } : { B: 1 };
      },
    });
    const found = randomEntryBenchmark(panel, backtest(panel, clairvoyant), { seed: 1, draws: 99 });
    expect(found.share).toBe(0.01);
  });

  it('shows itself with the number of switches, and says what few of them prove', () => {
    const text = String(randomEntryBenchmark(data, result, { seed: 5, draws: 9, statistic: totalReturn }));
    expect(text).toContain('Only 2 switches: so few events prove nothing');
    expect(text).toMatch(/2 different\s+orders are possible/);
    const many = randomEntryBenchmark(panel, backtest(panel, momentum(monthly())), { seed: 1, draws: 3 });
    expect(many.switches).toBeGreaterThan(20);
    expect(String(many)).toContain(`${many.switches} switches are the cases that there are`);
  });

  it('has no share where the statistic is undefined, of the strategy or of a draw', () => {
    const none = randomEntryBenchmark(data, result, { seed: 5, draws: 9 });
    // Four months are under one year: no CAGR.
    expect(none.value).toBeNaN();
    expect(none.share).toBeNaN();
    expect(none).toMatchObject({ atLeastAsGood: 0, undefinedDraws: 9 });
    expect(String(none).replaceAll(/\s+/g, ' ')).toContain(
      'cagr is undefined for the strategy (9 of 9 draws have none)',
    );
    const gap = (series: ReturnSeries): number => (totalReturn(series) < 0.5 ? NaN : totalReturn(series));
    const some = randomEntryBenchmark(data, result, { seed: 5, draws: 40, statistic: gap });
    const whole = randomEntryBenchmark(data, result, { seed: 5, draws: 40, statistic: totalReturn });
    // The other order earns 10 % and so has no figure: it is not worse than the strategy, it is unknown.
    expect(some).toMatchObject({ atLeastAsGood: whole.atLeastAsGood, undefinedDraws: 40 - whole.atLeastAsGood });
    expect([some.share, some.quantiles.p50]).toEqual([NaN, NaN]);
    expect(some.notes.join(' ')).toContain('undefined for draws');
    expect(whole.undefinedDraws).toBe(0);
  });

  it('refuses other options, or another panel, than those of the result', () => {
    expectInputError('option.range', ['in their own order', 'options of the result'], () =>
      randomEntryBenchmark(data, result, { seed: 1, statistic: totalReturn, costs: { tradingBps: 10 } }),
    );
    const other = months({ A: [0.1, 0, 0.1, 0], B: [0, 0.3, 0, 0] });
    expectInputError('option.range', ['Follows'], () =>
      randomEntryBenchmark(other, result, { seed: 1, statistic: totalReturn }),
    );
    expectInputError('option.unknown', ['"window"'], () =>
      randomEntryBenchmark(data, result, { seed: 1, window: {} } as { seed: number }),
    );
    expectInputError('option.range', ['"draws" is 0'], () => randomEntryBenchmark(data, result, { seed: 1, draws: 0 }));
  });
});
