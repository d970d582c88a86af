import {
  annually,
  backtest,
  type BacktestResult,
  cagr,
  contributions,
  fixedMix,
  fromReturns,
  monthly,
  slice,
  totalReturn,
} from 'backtilt';
import { usFunds } from 'backtilt/data';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
import { months } from './made-panel.js';
import { randomCase } from './oracle-cases.js';

const columns = ['opening', 'assets', 'cash', 'financing', 'fees', 'trading', 'flows', 'closing'] as const;

/** A random run with every feature, cut at random rows into parts that make it up. */
const partition = fc
  .record({
    seed: fc.integer({ min: 1, max: 4000 }),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
  })
  .map(({ seed, cuts }) => {
    const { panel, strategy, options } = randomCase(seed);
    const run: BacktestResult = backtest(panel, strategy, options as never);
    const rows = run.calendar.length;
    const starts = [...new Set([0, ...cuts.map((share) => Math.min(rows - 1, Math.floor(share * rows)))])].sort(
      (a, b) => a - b,
    );
    const parts = starts.map((first, index) => {
      const last = (starts[index + 1] ?? rows) - 1;
      return { first, part: slice(run, { from: run.calendar.date(first), to: run.calendar.date(last) }) };
    });
    return { run, parts };
  });

describe('slices that make up a run', () => {
  it('compound to it, and have its returns, weights, contributions and costs bit by bit', () => {
    fc.assert(
      fc.property(partition, ({ run, parts }) => {
        const growth = parts.reduce((product, { part }) => product * (1 + totalReturn(part)), 1);
        expect(growth).toBeCloseTo(1 + totalReturn(run), 11);
        const joined = (read: (result: BacktestResult) => Iterable<number>): number[] =>
          parts.flatMap(({ part }) => [...read(part)]);
        expect(joined((result) => result.values)).toEqual([...run.values]);
        expect(joined((result) => result.gross.values)).toEqual([...run.gross.values]);
        for (const kind of ['trading', 'fees', 'financing'] as const)
          expect(joined((result) => result.costs[kind])).toEqual([...run.costs[kind]]);
        for (const asset of run.assets) {
          expect(joined((result) => result.weights(asset))).toEqual([...run.weights(asset)]);
          expect(joined((result) => result.contributions(asset))).toEqual([...run.contributions(asset)]);
        }
        const all = contributions(run);
        for (const part of ['cash', 'financing', 'fees', 'trading'] as const)
          joined((result) => contributions(result)[part]).forEach((value, row) => {
            expect(value).toBeCloseTo(all[part][row]!, 13);
          });
      }),
      { numRuns: 60 },
    );
  });

  it('have ledgers that chain: each opens with what the one before closed with', () => {
    fc.assert(
      fc.property(partition, ({ run, parts }) => {
        for (const column of columns)
          expect(parts.flatMap(({ part }) => [...part.ledger[column]])).toEqual([...run.ledger[column]]);
        parts.slice(1).forEach(({ part }, index) => {
          expect(part.ledger.opening[0]).toBe(parts[index]!.part.ledger.closing.at(-1));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('have each decision, trade and flow of it in one of them, and their turnover adds up', () => {
    fc.assert(
      fc.property(partition, ({ run, parts }) => {
        expect(parts.flatMap(({ part }) => [...part.decisions])).toEqual(run.decisions);
        expect(parts.flatMap(({ part }) => [...part.trades])).toEqual(run.trades);
        expect(parts.flatMap(({ part }) => [...part.flows])).toEqual(run.flows);
        for (const figure of ['turnover', 'firstPurchase', 'cost', 'firstPurchaseCost', 'trades'] as const) {
          const sum = parts.reduce((total, { part }) => total + part.turnover[figure], 0);
          expect(sum).toBeCloseTo(run.turnover[figure], 10);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of slices are slices of the run, digest and all', () => {
    fc.assert(
      fc.property(partition, ({ run, parts }) => {
        const { part } = parts.at(-1)!;
        const window = { from: part.calendar.date(part.calendar.length >> 1) };
        expect(JSON.stringify(slice(part, window))).toBe(JSON.stringify(slice(run, window)));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a slice of a run', () => {
  const panel = months({ A: [0.1, 0.2, -0.1, 0.05], B: [0, 0.1, 0.1, -0.05] });
  // A is 0.5, the first purchase costs 1 % of it and of B; it is bought back each month.
  const run = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 } }), {
    costs: { tradingBps: 100 },
    flows: { initial: 1000, contributions: { amount: 10, schedule: monthly() } },
  });
  const later = slice(run, { from: '2020-03', to: '2020-03' });

  it('has the numbers of its rows: written out', () => {
    // At the close of 2020-02 both are bought back to one half, so 2020-03 earns 0.5 × −0.1 + 0.5 × 0.1 = 0 before costs.
    expect([...later.gross.values]).toEqual([about(0)]);
    // At its close A has drifted to 0.45 and B to 0.55, and 10 came in: W = w + 10, where w is what it opened with.
    const opened = later.ledger.opening[0]!;
    const [a, b] = [(0.45 * opened) / (opened + 10), (0.55 * opened) / (opened + 10)];
    const traded = Math.abs(0.5 - a) + Math.abs(0.5 - b);
    expect([...later.values]).toEqual([about(-0.01 * traded)]);
    expect(later.turnover).toMatchObject({
      trades: 1,
      firstPurchase: 0,
      // From 0.45 and 0.55, before the 10 came in: half of 0.05 + 0.05, twelve times a year.
      perYear: about(12 * 0.05, 12),
    });
    expect(later.flows).toEqual([{ date: '2020-03-31', amount: 10 }]);
    expect(later.ledger.closing[0]).toBeCloseTo((opened + 10) * (1 - 0.01 * traded), 10);
    expect([...later.weights('A')]).toEqual([about(0.5)]);
  });

  it('begins at the row before it, with decisions whose trades lie in its rows', () => {
    expect(later.calendar.date(-1)).toBe('2020-02-29');
    expect(later.decisions.map(({ tradedOn }) => tradedOn)).toEqual(['2020-03-31']);
    expect(later.trades.every(({ date }) => date === '2020-03-31')).toBe(true);
  });

  it('holds the first purchase only if it begins with the run', () => {
    expect(slice(run, { to: '2020-02' }).costs.firstPurchase).toBeCloseTo(0.01, 15);
    expect(slice(run, { to: '2020-02' }).decisions[0]?.first).toBe(true);
    expect(later.costs.firstPurchase).toBe(0);
    expect(later.turnover.firstPurchaseCost).toBe(0);
  });

  it('would hold next what the run would, where it ends with it, and else the last answer', () => {
    expect(slice(run, { from: '2020-03' }).nextTarget).toEqual(run.nextTarget);
    expect(later.nextTarget).toEqual({
      decidedOn: '2020-03-31',
      target: { A: 0.5, B: 0.5 },
      weights: { A: 0.5, B: 0.5 },
      bound: [],
      held: { A: about(0.5), B: about(0.5) },
      scheduled: true,
      trades: false,
    });
    const lagged = backtest(panel, fixedMix({ weights: { A: 0.5 }, schedule: annually({ month: 2 }) }), {
      executionLag: 1,
      rules: { maxWeight: 0.4 },
    });
    // Decided at the end of February, traded at the end of March: what rules made of it was not known in February.
    expect(slice(lagged, { to: '2020-02' }).nextTarget).toMatchObject({ decidedOn: '2020-02-29', weights: { A: 0.5 } });
    expect(slice(lagged, { to: '2020-03' }).nextTarget).toMatchObject({
      decidedOn: '2020-02-29',
      weights: { A: 0.4 },
      scheduled: false,
    });
  });

  it('says that it is one, and of what', () => {
    expect(later.warnings[0]).toContain('A slice of a run from 2020-01 to 2020-04');
    expect(later.assumptions[0]).toBe('Window: 2020-03 to 2020-03 (1 month), a slice of 2020-01 to 2020-04.');
    expect(later.assumptions.filter((sentence) => sentence.startsWith('Window'))).toHaveLength(1);
    expect(later.settings).toMatchObject({ from: '2020-03-31', to: '2020-03-31', strategy: run.settings.strategy });
    const shown: { toString: () => string } = later;
    expect(shown.toString()).toContain('slice of a run');
  });

  it('begins with the wealth that there was, and is not in cash where it begins invested', () => {
    const opened = later.ledger.opening[0]!;
    expect(later.assumptions).toContain(
      `Wealth at the start of the slice is ${Number(opened.toFixed(2))}; 10 comes in monthly at the end of the period.`,
    );
    expect(later.assumptions.join(' ')).not.toContain('Wealth starts at');
    expect(slice(run, { to: '2020-02' }).assumptions.join(' ')).toContain('Wealth starts at 1000; ');
    const lagged = backtest(panel, fixedMix({ weights: { A: 0.5 }, schedule: monthly() }), { executionLag: 2 });
    const clause = 'until the first trade all is cash';
    expect(lagged.assumptions.join(' ')).toContain(clause);
    // Decided on 2019-12-31 and traded on 2020-02-29: what begins after 2020-01 is not invested yet, what begins after 2020-02 is.
    expect(slice(lagged, { from: '2020-02' }).assumptions.join(' ')).toContain(clause);
    expect(slice(lagged, { from: '2020-03' }).assumptions.join(' ')).not.toContain(clause);
    expect(slice(lagged, { from: '2020-03' }).assumptions[1]).toMatch(/execution lag 2\)\.$/);
  });

  it('ended as the run did only where it ends with it', () => {
    const ruined = backtest(months({ A: [0.1, 0.1, -1, 0.1] }), fixedMix({ weights: { A: 1 } }));
    expect(ruined.end).toBe('ruined');
    expect(slice(ruined, { to: '2020-02' }).end).toBe('complete');
    expect(slice(ruined, { from: '2020-02' }).end).toBe('ruined');
  });

  it('that covers the run is the run', () => {
    expect(JSON.stringify(slice(run, {}))).toBe(JSON.stringify(run));
  });

  it('counts how often rules bound over its own decisions', () => {
    const capped = backtest(panel, fixedMix({ weights: { A: 1 } }), { rules: { maxWeight: 0.4 } });
    expect(capped.assumptions).toContain('Rules that changed a trade, of 4 decisions: maxWeight at 4.');
    expect(slice(capped, { from: '2020-03' }).assumptions).toContain(
      'Rules that changed a trade, of 1 decisions: maxWeight at 1.',
    );
  });

  it('refuses a window without rows, an impossible day and a misspelt bound', () => {
    expectInputError('panel.empty-window', ['slice', '2021-01', '2020-01-31', '2020-04-30'], () =>
      slice(run, { from: '2021-01' }),
    );
    expectInputError('date.impossible', ['2020-02-31'], () => slice(run, { from: '2020-02-31' }));
    expectInputError('option.unknown', ['form', 'from'], () => slice(run, { form: '2020-02' } as never));
  });
});

describe('slices of other things', () => {
  const panel = fromReturns({
    frequency: 'monthly',
    dates: ['2020-01', '2020-02', '2020-03'],
    returns: { A: [0.1, 0.2, 0.3] },
    net: true,
  });

  it('a return series gives a return series of the window, with what it says of itself', () => {
    const part = slice(panel.returns('A'), { from: '2020-02' });
    expect([...part.values]).toEqual([0.2, 0.3]);
    expect(part.calendar.date(-1)).toBe('2020-01-31');
    expect(part.meta.net).toBe(true);
    expect('decisions' in part).toBe(false);
  });

  it('a panel gives a panel', () => {
    expect(slice(panel, { from: '2020-02' }).assets).toEqual(['A']);
  });

  it('anything else is refused', () => {
    expectInputError('panel.invalid', ['slice', '7'], () => slice(7 as never, {}));
    expectInputError('series.invalid', ['slice'], () => slice({ values: [1], calendar: {} } as never, {}));
  });
});

describe('before and after a publication', () => {
  it('the CAGR of each part is that of the wealth at its ends', () => {
    const run = backtest(usFunds(), fixedMix({ weights: { SPY: 0.7, IWM: 0.3 } }), { window: { to: '2020-12' } });
    const after = slice(run, { from: '2011-01' });
    const [opened, closed] = [after.ledger.opening[0]!, after.ledger.closing.at(-1)!];
    // Ten years.
    expect(cagr(after)).toBeCloseTo((closed / opened) ** (1 / 10) - 1, 12);
  });
});
