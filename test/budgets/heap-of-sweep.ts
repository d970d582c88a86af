// A program of its own: run with --expose-gc, it prints what a sweep holds.
import {
  fixedMix,
  fromReturns,
  monthly,
  quarterly,
  sweep,
  type SweepOptions,
  type SweepResult,
} from '../../src/index.js';
import { fiveDaily } from '../../bench/data/daily-market.js';
import { weekdays } from '../../bench/data/weekdays.js';

/** Bytes, after the garbage was collected. */
export interface HeapFound {
  readonly variants: number;
  /** The most during the first half of a sweep that keeps the best hundred, and during the second. */
  readonly early: number;
  readonly late: number;
  /** What a sweep that keeps all figures adds. */
  readonly kept: number;
}

const ROWS = 500;
const STEPS = 10_000;
/** Variants between two looks. */
const OFTEN = 512;
const { names, returns } = fiveDaily(ROWS);
const [base = '', ...dates] = weekdays(ROWS).dates;
const columns = names.map((name, asset) => [name, dates.map((_, row) => returns[(row + 1) * 5 + asset]!)] as const);
const panel = fromReturns({ frequency: 'daily', base, dates, returns: Object.fromEntries(columns) });

const metrics = ['totalReturn', 'volatility', 'sharpeRatio', 'maxDrawdown'] as const;
interface Params {
  readonly schedule: ReturnType<typeof monthly>;
  readonly small: number;
}

/** A tilt to the small asset in ten thousand steps, monthly and quarterly. */
const sweepTilts = (
  more: Pick<SweepOptions<Params, (typeof metrics)[number]>, 'keep' | 'watch'>,
): SweepResult<Params, (typeof metrics)[number]> =>
  sweep(panel, {
    grid: { schedule: [monthly(), quarterly()], small: Array.from({ length: STEPS }, (_, step) => step / (STEPS - 1)) },
    strategy: ({ schedule, small }) => fixedMix({ weights: { SMALL: small, BOND: 1 - small }, schedule }),
    metrics,
    backtest: { costs: { tradingBps: 10 } },
    ...more,
  });

function held(): number {
  globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The most that is held during each half of a sweep. Candidates for the best gather for a while before the worst of them are dropped. */
function duringSweep(): readonly [number, number] {
  const most: [number, number] = [0, 0];
  const progress = (done: number, all: number): void => {
    const half = done <= all / 2 ? 0 : 1;
    if (done % OFTEN === 0 && done < all) most[half] = Math.max(most[half], held());
  };
  sweepTilts({ keep: { best: 100, by: 'sharpeRatio' }, watch: { progress } });
  return most;
}

// Once for nothing: what is compiled and what is kept of the panel is no growth.
duringSweep();
const [early, late] = duringSweep();
const before = held();
const all = sweepTilts({});
const kept = held() - before;
const found: HeapFound = { variants: all.trials, early, late, kept };
process.stdout.write(JSON.stringify(found));
