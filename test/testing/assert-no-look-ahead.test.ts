import {
  annually,
  backtest,
  defineStrategy,
  fixedMix,
  fromReturns,
  monthly,
  monthsSince,
  type AnyPanel,
  type DatedEvent,
  type IsoDate,
  type Strategy,
} from 'backtilt';
import { assertNoLookAhead, randomPanel, type LookAheadOptions } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { madeStocks } from './made-stocks.js';

const stocks = madeStocks();
const funds = randomPanel({ assets: ['SPY', 'IWM', 'BIL'], rows: 320, seed: 2 });

const caught = (act: () => unknown): void => {
  expectInputError('look-ahead.found', [/\d{4}-\d{2}-\d{2}/, 'sees the future', '"knownOn"'], act);
};
const rowOf = (panel: AnyPanel, date: IsoDate): number => {
  for (let row = -1; row < panel.calendar.length; row++) if (panel.calendar.date(row) === date) return row;
  throw new Error(`no row ${date}`);
};

describe('a leaking strategy is caught', () => {
  it('momentum that reads tomorrow through the panel it closes over', () => {
    caught(() =>
      assertNoLookAhead(funds, (panel) => {
        const [small, large] = [panel.returns('IWM').values, panel.returns('SPY').values];
        return defineStrategy({
          name: 'clairvoyant',
          assets: ['SPY', 'IWM'],
          schedule: monthly(),
          decide: ({ asOf }) => {
            const next = rowOf(panel, asOf) + 1;
            return (small[next] ?? 0) > (large[next] ?? 0) ? { IWM: 1 } : { SPY: 1 };
          },
        });
      }),
    );
  });

  it('an event that is said to be known a month before it happened; known when it happened it passes', () => {
    const afterFalls =
      (early: number) =>
      (panel: typeof funds): Strategy<'SPY' | 'BIL'> => {
        const falls = Array.from(panel.returns('SPY').values).flatMap((value, row): DatedEvent[] =>
          value < -0.05 ? [{ date: panel.calendar.date(row - early), knownOn: panel.calendar.date(row - early) }] : [],
        );
        const since = monthsSince(falls);
        return defineStrategy({
          name: 'after falls',
          assets: ['SPY', 'BIL'],
          schedule: monthly(),
          decide: ({ asOf }): { SPY: number } | { BIL: number } => (since.valueOn(asOf) < 3 ? { BIL: 1 } : { SPY: 1 }),
        });
      };
    caught(() => assertNoLookAhead(funds, afterFalls(1)));
    expect(assertNoLookAhead(funds, afterFalls(0)).changes).toBeGreaterThan(5);
  });

  it('a screen on next year’s field', () => {
    const screenAhead = (rows: number) => (panel: typeof stocks) => {
      const known = panel.toJSON().fields['valueRank']!;
      return defineStrategy({
        name: 'next year’s winners',
        assets: 'all',
        fields: ['valueRank'],
        schedule: annually({ month: 6 }),
        decide: (view) => {
          const row = Math.min(rowOf(panel, view.asOf) + rows, panel.calendar.length - 1);
          const rank = (member: number): number => known[view.assets[member]!]![row + 1] ?? 0;
          const best = Array.from(view.listed).reduce((a, b) => (rank(b) > rank(a) ? b : a));
          return { members: [best], weights: [1] };
        },
      });
    };
    caught(() => assertNoLookAhead(stocks, screenAhead(12)));
    expect(assertNoLookAhead(stocks, screenAhead(0)).changes).toBeGreaterThan(5);
  });

  it('a mean over the whole sample as the norm', () => {
    caught(() =>
      assertNoLookAhead(funds, (panel) => {
        const { values } = panel.returns('SPY');
        const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
        return defineStrategy({
          name: 'above the norm',
          assets: ['SPY', 'BIL'],
          lookback: 1,
          schedule: monthly(),
          decide: (view) => {
            const share = Math.min(1, Math.max(0, 0.5 + (view.totalReturn('SPY', 1) - mean)));
            return { SPY: share, BIL: 1 - share };
          },
        });
      }),
    );
  });

  it('a leak of one single row, on the last decision only', () => {
    caught(() =>
      assertNoLookAhead(funds, (panel) => {
        const { values } = panel.returns('SPY');
        const last = panel.calendar.date(panel.calendar.length - 2);
        return defineStrategy({
          name: 'peeks once',
          assets: ['SPY', 'BIL'],
          schedule: monthly(),
          decide: ({ asOf }) => (asOf === last ? { SPY: 0.5 + values.at(-1)! } : { SPY: 1 }),
        });
      }),
    );
  });
});

describe('foresight of who survives is caught', () => {
  /** A and B live on; C ends in row 100. Returns are 1 %, 0 and 2 %. */
  const { calendar } = randomPanel({ assets: ['X'], rows: 200, seed: 1 });
  const dates = Array.from({ length: 200 }, (_, row) => calendar.date(row));
  const mortal = fromReturns({
    frequency: 'monthly',
    dates,
    returns: { A: dates.map(() => 0.01), B: dates.map(() => 0), C: dates.map((_, row) => (row <= 100 ? 0.02 : NaN)) },
  });
  const holding =
    (alive: (panel: typeof mortal, asset: 'A' | 'B' | 'C', row: number) => boolean) => (panel: typeof mortal) =>
      defineStrategy({
        name: 'survivors',
        assets: 'all',
        schedule: monthly(),
        decide: (view) => {
          const row = rowOf(panel, view.asOf);
          const members = Array.from(view.listed).filter((member) => alive(panel, panel.assets[member]!, row));
          return { members, weights: members.map(() => 1 / 3) };
        },
      });

  it.each([
    ['only assets that have a return in the last row', 199],
    ['an asset is sold on the row before its last', 2],
    ['an asset is sold on its last row', 1],
  ])('%s', (_, ahead) => {
    caught(() =>
      assertNoLookAhead(
        mortal,
        holding((panel, asset, row) => {
          const at = Math.min(row + ahead, panel.calendar.length - 1);
          return !Number.isNaN(panel.returns(asset).values[at]!);
        }),
      ),
    );
  });

  it('who is listed today is no foresight', () => {
    expect(
      assertNoLookAhead(
        mortal,
        holding(() => true),
      ).decisions,
    ).toBe(200);
  });
});

describe('the proof', () => {
  it('cuts at every change of weight: a leak on one of 320 decisions is found', () => {
    caught(() =>
      assertNoLookAhead(
        funds,
        (panel) => {
          const { values } = panel.returns('SPY');
          return defineStrategy({
            name: 'peeks once',
            assets: ['SPY', 'BIL'],
            schedule: monthly(),
            decide: ({ asOf }) => (rowOf(panel, asOf) === 150 ? { SPY: 0.5 + values[151]! } : { SPY: 1 }),
          });
        },
        { cuts: 1 },
      ),
    );
  });

  it('asks for a function where it is given a strategy', () => {
    expectInputError('option.type', ['assertNoLookAhead', 'an object', '(panel) => strategy'], () =>
      assertNoLookAhead(funds, fixedMix({ weights: { SPY: 1 } }) as never),
    );
  });

  const momentum = (): Strategy<'SPY' | 'IWM'> =>
    defineStrategy({
      name: 'momentum',
      assets: ['SPY', 'IWM'],
      lookback: 3,
      schedule: monthly(),
      decide: (view) => (view.totalReturn('IWM', 3) > view.totalReturn('SPY', 3) ? { IWM: 1 } : { SPY: 1 }),
    });

  it('reports what it looked at: 320 rows less three of lookback less the last are 317 decisions, cut at 24 and at every change', () => {
    const report = assertNoLookAhead(funds, momentum);
    const { decisions } = backtest(funds, momentum());
    const changes = decisions.filter(
      ({ target }, index) => index > 0 && Object.keys(target)[0] !== Object.keys(decisions[index - 1]!.target)[0],
    );
    // The 24 are positions round(step × 316 / 23).
    const spread = Array.from({ length: 24 }, (_, step) => Math.round((step * 316) / 23));
    const cuts = new Set([...spread, ...changes.map((change) => decisions.indexOf(change))]).size;
    expect(report).toEqual({ decisions: 317, changes: changes.length, cuts });
    expect(assertNoLookAhead(funds, () => fixedMix({ weights: { SPY: 1 } }), { cuts: 1 })).toEqual({
      decisions: 320,
      changes: 0,
      cuts: 1,
    });
  });

  it('does not stumble over a hole that only another future would hold', () => {
    const { calendar } = funds;
    const dates = Array.from({ length: 60 }, (_, row) => calendar.date(row));
    const A = dates.map((_, row) => (row % 2 === 0 ? 0.01 : 0.02));
    const B = dates.map((_, row) => (row === 50 ? NaN : 0));
    const holey = fromReturns({ frequency: 'monthly', dates, returns: { A, B } });
    const better = (): Strategy<'A' | 'B'> =>
      defineStrategy({
        name: 'better',
        assets: ['A', 'B'],
        lookback: 1,
        schedule: monthly(),
        decide: (view): { A: number } | { B: number } => (view.totalReturn('A', 1) >= 0 ? { A: 1 } : { B: 1 }),
      });
    expect(assertNoLookAhead(holey, better).decisions).toBe(59);
  });

  it('refuses to prove with too little', () => {
    expectInputError('strategy.too-few-decisions', ['317 decisions', '400', 'Use more data'], () =>
      assertNoLookAhead(funds, momentum, { minDecisions: 400 }),
    );
    expectInputError('strategy.too-few-decisions', ['0 changes of weight', '5'], () =>
      assertNoLookAhead(funds, () => fixedMix({ weights: { SPY: 1 } }), { minChanges: 5 }),
    );
  });

  it.each([
    [{ cuts: 0 }, 'option.range', ['cuts', '0']],
    [{ seed: 0.5 }, 'option.range', ['seed', '0.5']],
    [{ minDecisions: -1 }, 'option.range', ['minDecisions', '-1']],
    [{ minChanges: NaN }, 'option.type', ['minChanges', 'NaN']],
    [{ decisions: 5 }, 'option.unknown', ['"decisions"']],
  ] as const)('refuses the option %j', (options, code, facts) => {
    expectInputError(code, facts, () => assertNoLookAhead(funds, momentum, options as LookAheadOptions));
  });
});
