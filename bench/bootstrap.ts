/**
 * Times `bootstrap` through the public API on 600 months: 10,000 replications, mean block 12, CAGR, Sharpe ratio and maximum drawdown with their
 * 5, 50 and 95 % quantiles. Give the command of a reference that prints JSON lines `{ job: 'J5', median_s }` to have it run beside.
 *
 *   npm run build && npx tsx bench/bootstrap.ts [reference command…]
 */
import { execFileSync } from 'node:child_process';
import type * as Backtilt from '../src/index.js';

// What is published is what is timed: unbundled source takes twice as long.
const built = new URL('../dist/index.js', import.meta.url).href;
const { bootstrap, cagr, fromReturns, maxDrawdown, sharpeRatio } = (await import(built)) as typeof Backtilt;

const WARM_UP = 25;
const RUNS = 21;

/** Months of 0.9 % ± 4.5 %: xorshift32 from 4242, the cosine half of Box–Muller. */
function months(count: number): number[] {
  let state = 4242;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 4294967296;
  };
  return Array.from({ length: count }, () => {
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    return 0.009 + 0.045 * radius * Math.cos(2 * Math.PI * uniform());
  });
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function referenceTime([command, ...rest]: readonly string[]): number | undefined {
  if (command === undefined) return undefined;
  const lines = execFileSync(command, rest, { encoding: 'utf8' }).trim().split('\n');
  const jobs = lines.map((line) => JSON.parse(line) as { job: string; median_s: number });
  const found = jobs.find(({ job }) => job === 'J5');
  return found === undefined ? undefined : found.median_s * 1000;
}

const dates = Array.from(
  { length: 600 },
  (_, row) => `${1970 + Math.floor(row / 12)}-${String((row % 12) + 1).padStart(2, '0')}`,
);
const series = fromReturns({ frequency: 'monthly', dates, returns: { A: months(600) } }).returns('A');
const times: number[] = [];
let text = '';
for (let run = 0; run < WARM_UP + RUNS; run++) {
  const start = performance.now();
  const drawn = bootstrap(series, { cagr, sharpeRatio, maxDrawdown }, { blockLength: 12, level: 0.9, seed: run });
  const time = performance.now() - start;
  if (run >= WARM_UP) times.push(time);
  text = String(drawn);
}
console.log(text);
console.log(
  `bootstrap: median ${median(times).toFixed(2)} ms, least ${Math.min(...times).toFixed(2)} ms of ${RUNS} runs`,
);
const reference = referenceTime(process.argv.slice(2));
if (reference !== undefined) {
  console.log(`reference: median ${reference.toFixed(2)} ms; ratio ${(median(times) / reference).toFixed(2)}`);
}
