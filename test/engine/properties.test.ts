import {
  addField,
  backtest,
  defineStrategy,
  fixedMix,
  fromReturns,
  monthly,
  quarterly,
  summarize,
  wealth,
} from 'backtilt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsFrom } from './made-panel.js';

const rows = fc.integer({ min: 6, max: 48 });
const monthlyReturn = fc.integer({ min: -300, max: 300 }).map((value) => value / 1000);
const market = rows.chain((length) =>
  fc.record({
    columns: fc.array(fc.array(monthlyReturn, { minLength: length, maxLength: length }), {
      minLength: 3,
      maxLength: 3,
    }),
    shares: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 }),
    partly: fc.boolean(),
    tradingBps: fc.constantFrom(0, 7, 100),
    executionLag: fc.integer({ min: 0, max: 2 }),
  }),
);
type Market = typeof market extends fc.Arbitrary<infer M> ? M : never;

const panelOf = (columns: Record<string, readonly number[]>) =>
  fromReturns({
    frequency: 'monthly',
    dates: monthsFrom('2020-01', Object.values(columns)[0]!.length),
    returns: columns,
  });

function weightsOf({ shares, partly }: Market): [number, number, number] {
  const sum = shares.reduce((total, share) => total + share, partly ? 40 : 0);
  return [shares[0]! / sum, shares[1]! / sum, shares[2]! / sum];
}

/** Weights that depend on the day only, so that every version of a run decides alike: in even months they change places. */
const turning = <A extends string>(names: readonly A[], weights: readonly number[], schedule = monthly()) =>
  defineStrategy<A>({
    name: 'turning',
    assets: names,
    schedule,
    decide: (view) => {
      const turned = Number(view.asOf.slice(5, 7)) % 2 === 0;
      const target = names.map((name, index) => [name, weights[turned ? names.length - 1 - index : index]!] as const);
      return Object.fromEntries(target) as Record<A, number>;
    },
  });

const near = (found: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-12): void => {
  expect(found.length).toBe(expected.length);
  for (let row = 0; row < expected.length; row++)
    expect(Math.abs(found[row]! - expected[row]!)).toBeLessThan(tolerance);
};

describe('properties of a backtest', () => {
  it('the order of the assets does not matter', () => {
    fc.assert(
      fc.property(market, (m) => {
        const [a, b, c] = m.columns as [number[], number[], number[]];
        const weights = weightsOf(m);
        const options = { costs: { tradingBps: m.tradingBps }, executionLag: m.executionLag };
        const mix = (names: readonly ('A' | 'B' | 'C')[]) =>
          fixedMix({ weights: Object.fromEntries(names.map((name) => [name, weights['ABC'.indexOf(name)]!])) });
        const forward = backtest(panelOf({ A: a, B: b, C: c }), mix(['A', 'B', 'C']), options);
        const backward = backtest(panelOf({ C: c, A: a, B: b }), mix(['C', 'B', 'A']), options);
        near(backward.values.slice(), forward.values.slice());
        for (const asset of ['A', 'B', 'C'] as const) near(backward.weights(asset), forward.weights(asset));
      }),
    );
  });

  it('zero costs make net equal gross, bit for bit', () => {
    fc.assert(
      fc.property(market, (m) => {
        const [A, B, C] = m.columns as [number[], number[], number[]];
        const result = backtest(panelOf({ A, B, C }), turning(['A', 'B', 'C'], weightsOf(m)), {
          executionLag: m.executionLag,
        });
        expect(Array.from(result.values)).toEqual(Array.from(result.gross.values));
        expect(result.costs.total).toBe(0);
      }),
    );
  });

  it('costs never raise wealth, at any close', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 1, max: 200 }), (m, more) => {
        const [A, B, C] = m.columns as [number[], number[], number[]];
        const strategy = turning(['A', 'B', 'C'], weightsOf(m));
        const path = (tradingBps: number) =>
          wealth(
            backtest(panelOf({ A, B, C }), strategy, { costs: { tradingBps }, executionLag: m.executionLag }),
          ).slice();
        const [cheap, dear] = [path(m.tradingBps), path(m.tradingBps + more)];
        dear.forEach((value, row) => {
          expect(value).toBeLessThanOrEqual(cheap[row]! * (1 + 1e-12));
        });
      }),
    );
  });

  it('splitting an asset into two identical halves changes nothing', () => {
    fc.assert(
      fc.property(market, (m) => {
        const [A, B, C] = m.columns as [number[], number[], number[]];
        const [a, b, c] = weightsOf(m);
        const options = { costs: { tradingBps: m.tradingBps }, executionLag: m.executionLag };
        const whole = backtest(panelOf({ A, B, C }), fixedMix({ weights: { A: a, B: b, C: c } }), options);
        const split = backtest(
          panelOf({ A1: A, A2: A, B, C }),
          fixedMix({ weights: { A1: a / 2, A2: a / 2, B: b, C: c } }),
          options,
        );
        near(split.values.slice(), whole.values.slice());
        near(
          split.weights('A1').map((weight) => 2 * weight),
          whole.weights('A'),
        );
        whole.decisions.forEach((decision, index) => {
          expect(Math.abs(split.decisions[index]!.turnover - decision.turnover)).toBeLessThan(1e-12);
        });
      }),
    );
  });

  it('cutting a run at a decision date and chaining the pieces gives the whole, before costs', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 1, max: 100 }), (m, place) => {
        const [A, B, C] = m.columns as [number[], number[], number[]];
        const panel = panelOf({ A, B, C });
        const strategy = turning(['A', 'B', 'C'], weightsOf(m), quarterly());
        const whole = backtest(panel, strategy);
        const cuts = whole.decisions.slice(1);
        fc.pre(cuts.length > 0);
        const cut = cuts[place % cuts.length]!.decidedOn;
        const at = Array.from(whole.values).findIndex((_, row) => whole.calendar.date(row) === cut);
        const head = backtest(panel, strategy, { window: { to: cut } });
        const tail = backtest(panel, strategy, { window: { from: whole.calendar.date(at + 1) } });
        expect(tail.decisions[0]?.decidedOn).toBe(cut);
        near([...head.values, ...tail.values], whole.values.slice());
        // What the first piece would hold next is what the second one buys.
        expect(head.nextTarget.weights).toEqual(tail.decisions[0]?.target);
      }),
    );
  });

  it('chained with costs, the second piece pays a whole purchase where the whole run pays only the change', () => {
    const A = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
    const panel = panelOf({ A, B: A.map(() => 0) });
    const mix = fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: quarterly() });
    const costs = { tradingBps: 100 };
    const end = (window?: { from?: '2020-04'; to?: '2020-03' }): number =>
      wealth(backtest(panel, mix, { costs, ...(window === undefined ? {} : { window }) })).at(-1)!;
    // March: A has drifted from 0.5 to 0.6655/1.1655, so twice the gap is traded; the piece pays for 1 instead.
    const traded = 2 * (0.6655 / 1.1655 - 0.5);
    expect((end({ to: '2020-03' }) * end({ from: '2020-04' })) / end()).toBeCloseTo(0.99 / (1 - 0.01 * traded), 14);
  });

  it('leading rows without a return change no statistic and no return', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 1, max: 12 }), (m, leading) => {
        const [A, B, C] = m.columns as [number[], number[], number[]];
        const padded = fromReturns({
          frequency: 'monthly',
          dates: monthsFrom(monthsBefore(leading), A.length + leading),
          returns: {
            A: [...new Array<number>(leading).fill(0.01), ...A],
            B: [...new Array<null>(leading).fill(null), ...B],
            C: [...new Array<null>(leading).fill(null), ...C],
          },
        });
        const strategy = turning(['A', 'B', 'C'], weightsOf(m));
        const options = { costs: { tradingBps: m.tradingBps }, executionLag: m.executionLag };
        const plain = backtest(panelOf({ A, B, C }), strategy, options);
        const late = backtest(padded, strategy, options);
        expect(Array.from(late.values)).toEqual(Array.from(plain.values));
        expect(summarize(late)).toEqual(summarize(plain));
      }),
    );
  });

  it('leaves its inputs untouched, and takes them frozen', () => {
    const deepFreeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
        Object.freeze(value);
        Object.values(value).forEach(deepFreeze);
      }
      return value;
    };
    const returns = { A: [0.01, -0.02, 0.03, 0.02], B: [0.02, 0.01, -0.01, 0.04] };
    const input = deepFreeze({ frequency: 'monthly' as const, dates: monthsFrom('2020-01', 4), returns });
    const facts = deepFreeze({
      A: [{ knownOn: '2019-12-31' as const, value: 1 }],
      B: [{ knownOn: '2019-12-31' as const, value: 2 }],
    });
    const panel = deepFreeze(addField(fromReturns(input), 'size', facts));
    const before = JSON.stringify(panel);
    const strategy = deepFreeze({
      name: 'plain object',
      assets: ['A', 'B'] as const,
      fields: ['size'] as const,
      lookback: 1,
      schedule: monthly(),
      params: { deep: { list: [1, 2] } },
      decide: () => Object.freeze({ A: 0.5, B: 0.5 }),
    });
    const options = deepFreeze({
      costs: { tradingBps: { A: 1, B: 2 } },
      cash: panel.returns('A'),
      executionLag: 1,
      window: { from: '2020-01-31' as const },
    });
    const first = JSON.stringify(backtest(panel, strategy, options));
    expect(JSON.stringify(backtest(panel, strategy, options))).toBe(first);
    expect(JSON.stringify(panel)).toBe(before);
  });
});

/** The month that lies some months before 2020-01. */
function monthsBefore(count: number): string {
  const month = 2020 * 12 - count;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
