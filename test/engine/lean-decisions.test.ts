import { backtest, daily, defineStrategy, monthly, whenDrifted, type Schedule, type View } from 'backtilt';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { months } from './made-panel.js';

const panel = months({
  A: [0.1, -0.2, 0.3, 0.05, 0.02, -0.04],
  B: [0, 0.1, 0.02, -0.1, 0.03, 0.01],
});

type Sight = View<'A' | 'B'>;

const asking = (decide: (view: Sight) => Partial<Record<'A' | 'B', number>>, schedule: Schedule = monthly()) =>
  defineStrategy<'A' | 'B'>({ name: 'Asked', assets: ['A', 'B'], lookback: 1, schedule, decide });

describe('a strategy of somebody’s own', () => {
  it.each([
    ['lean', daily()],
    ['general', whenDrifted({ band: 0.01, check: daily() })],
  ] as const)(
    'is asked once per decision and once for the last close, in the order of time (%s path)',
    (path, schedule) => {
      const asked: string[] = [];
      const strategy = asking(({ asOf }) => {
        asked.push(asOf);
        return { A: 0.5, B: 0.5 };
      }, schedule);
      const result = backtest(panel, strategy);
      expect(result.diagnostics.path).toBe(path);
      // One month is the lookback, so that January's end is the first close at which it can decide.
      const closes = ['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30', '2020-05-31', '2020-06-30'];
      expect(asked).toEqual(closes);
      // Looking at what came of it asks nothing again.
      expect([result.decisions.length > 0, result.nextTarget.decidedOn, inspect(result).length > 0]).toEqual([
        true,
        '2020-06-30',
        true,
      ]);
      result.toJSON();
      expect(asked).toEqual(closes);
    },
  );

  it('that throws is named with the day, and the cause has the stack', () => {
    const strategy = asking(({ asOf }) => {
      if (asOf === '2020-04-30') throw new RangeError('no rank');
      return { A: 1 };
    });
    const facts = ['Asked', '2020-04-30', 'RangeError: no rank'];
    const error = expectInputError('strategy.failed', facts, () => backtest(panel, strategy));
    expect(error.cause).toBeInstanceOf(RangeError);
  });

  it('that throws at the last close is told at once, not when the next target is read', () => {
    const strategy = asking(({ asOf }) => {
      if (asOf === '2020-06-30') throw new RangeError('too late');
      return { A: 1 };
    });
    expectInputError('strategy.failed', ['2020-06-30', 'too late'], () => backtest(panel, strategy));
  });

  it.each([
    ['weights.over-one', { A: 1.2 }, '1.2'],
    ['weights.negative', { A: -0.1 }, '-0.1'],
    ['weights.invalid', { A: NaN }, 'NaN'],
    ['asset.unknown', { C: 1 }, '"C"'],
    ['strategy.no-weights', undefined, 'undefined'],
  ] as const)('whose answer is no weights (%s) is refused with its name and the day', (code, answer, fact) => {
    const strategy = asking(({ asOf }) => (asOf === '2020-03-31' ? (answer as never) : { A: 1 }));
    expectInputError(code, ['Asked', '2020-03-31', fact], () => backtest(panel, strategy));
  });

  it('that keeps its views sees in each what it saw then, and no row more', () => {
    const kept: { readonly view: Sight; readonly past: number[]; readonly held: unknown }[] = [];
    const strategy = asking((view) => {
      kept.push({ view, past: [...view.returns('A', 1)], held: { ...view.holdings } });
      return { A: 0.5, B: 0.25 };
    });
    backtest(panel, strategy);
    expect(kept.map(({ past }) => past[0])).toEqual([0.1, -0.2, 0.3, 0.05, 0.02, -0.04]);
    for (const { view, past, held } of kept) {
      expect([...view.returns('A', 1)]).toEqual(past);
      expect(view.holdings).toEqual(held);
      expectInputError('strategy.lookback', ['2 periods'], () => view.returns('A', 2));
    }
  });

  it('that changes what it is handed changes nothing', () => {
    const plain = asking(() => ({ A: 0.5, B: 0.5 }));
    const rude = asking((view) => {
      view.returns('A', 1).fill(9);
      return { A: 0.5, B: 0.5 };
    });
    expect([...backtest(panel, rude).values]).toEqual([...backtest(panel, plain).values]);
  });

  it('that answers one object which it changes afterwards is traded as it answered', () => {
    const answer = { A: 0, B: 0 };
    const strategy = asking(({ asOf }) => {
      [answer.A, answer.B] = asOf === '2020-02-29' ? [1, 0] : [0, 1];
      return answer;
    });
    const { decisions } = backtest(panel, strategy);
    expect(decisions.slice(0, 3).map(({ target }) => target)).toEqual([{ B: 1 }, { A: 1 }, { B: 1 }]);
  });
});
