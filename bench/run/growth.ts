import { dailyMarket, FIVE, manyDaily } from '../data/daily-market.js';
import { fixedMixRun } from '../jobs/one-mix.js';
import { dailyPanel, type Five, fivePanel } from '../jobs/panels.js';
import { sweepTilts } from '../jobs/tilt-sweep.js';
import type { Panel } from 'backtilt';
import type { Library } from './job.js';
import { median } from './measure.js';

/** How the time of a job grows with one of its sizes. */
export interface Growth {
  readonly what: string;
  readonly sizes: readonly number[];
  readonly milliseconds: readonly number[];
  /** e in time ~ sizeᵉ: 1 is in proportion. */
  readonly exponent: number;
}

/** Three sizes each of days, assets and variants. */
export function growth(library: Library): Growth[] {
  const { backtest, fixedMix, summarize } = library;
  const days = [1_575, 6_300, 25_200];
  const assets = [50, 158, 500];
  const variants = [1_000, 10_000, 100_000];
  const panels = days.map((rows) => dailyPanel(library, dailyMarket(20251120, rows, FIVE)) as Panel<Five>);
  const wide = assets.map((count) => dailyPanel(library, manyDaily(count)));
  const equal = wide.map(({ assets: names }) =>
    fixedMix({ name: 'Equal parts', weights: Object.fromEntries(names.map((name) => [name, 1 / names.length])) }),
  );
  const five = fivePanel(library);
  return [
    grown('days, 5 assets: backtest and summary', days, (place) => fixedMixRun(library, panels[place]!), 41),
    grown(
      'assets, 6,300 days: backtest and summary',
      assets,
      (place) => summarize(backtest(wide[place]!, equal[place]!, { costs: { tradingBps: 10 } })),
      21,
    ),
    grown(
      'variants of a sweep, 5 assets × 6,300 days, the best 100 kept',
      variants,
      (place) => sweepTilts(library, five, variants[place]! / 2, undefined, { keep: { best: 100, by: 'sharpeRatio' } }),
      3,
    ),
  ];
}

function grown(what: string, sizes: readonly number[], run: (place: number) => unknown, repetitions: number): Growth {
  for (let round = 0; round < Math.min(repetitions, 7); round++) run(0);
  const milliseconds = sizes.map((_, place) => {
    run(place);
    return median(
      Array.from({ length: repetitions }, () => {
        const start = performance.now();
        run(place);
        return performance.now() - start;
      }),
    );
  });
  return { what, sizes, milliseconds, exponent: slope(sizes.map(Math.log), milliseconds.map(Math.log)) };
}

/** The slope of the line with the least squares. */
export function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [centre, height] = [mean(x), mean(y)];
  const products = x.reduce((sum, value, place) => sum + (value - centre) * (y[place]! - height), 0);
  return products / x.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
