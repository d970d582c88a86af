import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Library from '../../../src/index.js';

type Backtilt = typeof Library;

/** The library as a new process has it: nothing compiled yet. */
async function fresh(): Promise<Backtilt> {
  vi.resetModules();
  return import('../../../src/index.js');
}

const assets = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const;

/** Many mixes of some assets, no two of them mixes of the same others, over 400 months. */
function swept(library: Backtilt, count: number, variants: number): Library.SweepResult<{ step: number }, Figure> {
  const { fixedMix, fromReturns, monthly, quarterly, sweep } = library;
  const names = assets.slice(0, count);
  const value = (row: number, asset: number): number => 0.04 * Math.sin(1 + row * (1.3 + asset) + asset * asset);
  const panel = fromReturns({
    frequency: 'monthly',
    dates: Array.from({ length: 400 }, (_, row) => {
      const [year, month] = [1980 + Math.floor(row / 12), (row % 12) + 1];
      return `${year}-${String(month).padStart(2, '0')}`;
    }),
    returns: Object.fromEntries(
      names.map((name, asset) => [name, Array.from({ length: 400 }, (_, row) => value(row, asset))]),
    ),
    units: 'fraction',
  });
  const schedules = [monthly(), quarterly()];
  return sweep(panel, {
    grid: { step: Array.from({ length: variants }, (_, step) => step) },
    strategy: ({ step }) => {
      const shares = names.map((_, asset) => 1 + Math.sin(step * (asset + 1)));
      const whole = shares.reduce((sum, share) => sum + share);
      const weights = Object.fromEntries(names.map((name, asset) => [name, shares[asset]! / whole]));
      return fixedMix({ weights, schedule: schedules[step % 2]! });
    },
    metrics: FIGURES,
    backtest: { costs: { tradingBps: 10 } },
  });
}

const FIGURES = ['totalReturn', 'cagr', 'volatility', 'sharpeRatio', 'maxDrawdown'] as const;
type Figure = (typeof FIGURES)[number];

/** Every figure, bit by bit. */
const bits = ({ metrics }: { readonly metrics: Readonly<Record<string, Iterable<number>>> }): string[] =>
  Object.values(metrics).map((column) => Buffer.from(Float64Array.from(column).buffer).toString('hex'));

/** Enough that the module pays: 400 rows of 2,000 variants. */
const MANY = 2000;

/** A platform whose WebAssembly does what it is told when a module is compiled. */
function stubHost(compile: () => void): void {
  vi.stubGlobal('WebAssembly', {
    Module: function Module() {
      compile();
    },
    Instance: function Instance() {
      return { exports: {} };
    },
  });
}

const refuse = (): never => {
  throw new Error("Refused to compile: 'wasm-unsafe-eval' is not allowed");
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a sweep', () => {
  it('runs in WebAssembly once that pays, and says so; its figures say nothing of it', async () => {
    const library = await fresh();
    const few = swept(library, 3, 10);
    expect(few.diagnostics).toEqual({
      kernel: 'javascript',
      variants: { wasm: 0, javascript: 10, alone: 0, elsewhere: 0 },
    });
    const many = swept(library, 3, MANY);
    expect(many.diagnostics.kernel).toBe('wasm');
    const { wasm, javascript } = many.diagnostics.variants;
    expect(wasm + javascript).toBe(MANY);
    const again = swept(library, 3, 10);
    expect(again.diagnostics).toEqual({
      kernel: 'wasm',
      variants: { wasm: 10, javascript: 0, alone: 0, elsewhere: 0 },
    });
    expect(bits(again)).toEqual(bits(few));
  });

  it.each([
    { what: 'is missing', stub: () => vi.stubGlobal('WebAssembly', undefined) },
    {
      what: 'is refused by the content policy of a page',
      stub: () => {
        stubHost(refuse);
      },
    },
    {
      what: 'knows no kernel of that width',
      stub: () => {
        stubHost(() => undefined);
      },
    },
  ])('gives the same bits where WebAssembly $what', async ({ stub }) => {
    const library = await fresh();
    swept(library, 2, MANY);
    const counts = [2, 5, 8];
    const expected = counts.map((count) => swept(library, count, MANY));
    expect(expected.map(({ diagnostics }) => diagnostics.variants.wasm)).toEqual([MANY, MANY, MANY]);
    const without = await fresh();
    stub();
    counts.forEach((count, place) => {
      const found = swept(without, count, MANY);
      expect(found.diagnostics.kernel).toBe('javascript');
      expect(found.diagnostics.variants.javascript).toBe(MANY);
      expect(bits(found)).toEqual(bits(expected[place]!));
    });
  });

  it('asks a page that refuses once, not at every group', async () => {
    let asked = 0;
    stubHost(() => {
      asked++;
      refuse();
    });
    const library = await fresh();
    for (let turn = 0; turn < 3; turn++) swept(library, 2, MANY);
    expect(asked).toBe(1);
  });

  it('compiles nothing for little work', async () => {
    let asked = 0;
    stubHost(() => {
      asked++;
    });
    swept(await fresh(), 2, 100);
    expect(asked).toBe(0);
  });
});

describe('the diagnostics of a sweep', () => {
  it('count what no kernel carries as alone', async () => {
    const wide = swept(await fresh(), 9, 20);
    expect(wide.diagnostics).toEqual({
      kernel: null,
      variants: { wasm: 0, javascript: 0, alone: 20, elsewhere: 0 },
    });
  });

  it('count what an executor answers as elsewhere', async () => {
    const { fromReturns, sweep } = await fresh();
    const panel = fromReturns({ frequency: 'monthly', dates: ['2020-01', '2020-02'], returns: { A: [0.1, 0.2] } });
    const answered = await sweep(panel, {
      grid: { weight: [0, 1] },
      strategy: { builtIn: 'fixedMix', options: { weights: { A: 1 } } },
      metrics: ['totalReturn'],
      on: {
        run: (job, done) => {
          done(0, [new Float64Array(job.count)]);
          return Promise.resolve();
        },
      },
    });
    expect(answered.diagnostics).toEqual({
      kernel: null,
      variants: { wasm: 0, javascript: 0, alone: 0, elsewhere: 2 },
    });
  });

  it('are no part of its JSON, and cannot be changed', async () => {
    const few = swept(await fresh(), 2, 4);
    expect(JSON.stringify(few)).not.toContain('javascript');
    expect(Object.keys(few)).not.toContain('diagnostics');
    expect(Object.isFrozen(few.diagnostics) && Object.isFrozen(few.diagnostics.variants)).toBe(true);
  });
});
