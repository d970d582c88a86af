import type { BacktestOptions, Panel, SweepResult, UniverseStrategy } from 'backtilt';
import { check, type Job, type Library, nativeFigure } from '../run/job.js';
import { type StockField, stockPanel } from './panels.js';

const SUM = 3.82175744629295;

const options: BacktestOptions = { rules: { delisting: { proceeds: 'spread' } } };

/** The smaller half, of it the cheapest, of those all but the least profitable, by size, each June. */
function screenOf(library: Library, cheapest: number, dropped: number): UniverseStrategy<StockField> {
  const { screenedPortfolio, bottomFraction, topFraction, dropBottomFraction, weighBy, annually } = library;
  return screenedPortfolio({
    name: 'Small, cheap, profitable',
    screens: [
      bottomFraction('size', 0.5),
      topFraction('bookToMarket', cheapest),
      dropBottomFraction('profitability', dropped),
    ],
    weighting: weighBy('size'),
    schedule: annually({ month: 6 }),
  });
}

/** J6: a screen of thousands of stocks. */
export const stockScreen: Job = {
  name: 'J6',
  title:
    'screen of 3,000 stocks × 600 months each June: small half, cheapest 30 %, without the least profitable 30 %, by size, delistings',
  native: { job: 'J6', peers: ['C', 'numba'] },
  target: { of: 'numba', times: 1.5 },
  nativeChecks: (figures) => [
    check('months', nativeFigure(figures, 'months'), 582, 0),
    check('sum of the returns', nativeFigure(figures, 'sum'), SUM),
  ],
  prepare(library) {
    const panel = stockPanel(library);
    const run = (): Float64Array => library.backtest(panel, screenOf(library, 0.3, 0.3), options).values.slice();
    return {
      checks() {
        const values = run();
        return [
          check('months', values.length, 582, 0),
          check(
            'sum of the returns',
            values.reduce((sum, value) => sum + value, 0),
            SUM,
          ),
        ];
      },
      run,
    };
  },
};

const cheapests = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55];
const droppeds = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

const sweepScreens = (
  library: Library,
  panel: Panel<string, StockField>,
): SweepResult<{ cheapest: number; dropped: number }, 'totalReturn' | 'sharpeRatio'> =>
  library.sweep(panel, {
    grid: { cheapest: cheapests, dropped: droppeds },
    strategy: ({ cheapest, dropped }) => screenOf(library, cheapest, dropped),
    metrics: ['totalReturn', 'sharpeRatio'],
    backtest: options,
  });

/** J6s: a hundred such screens. */
export const screenSweep: Job = {
  name: 'J6s',
  title: 'a sweep of 100 such screens',
  target: { of: 'J6', times: 20 },
  prepare(library) {
    const panel = stockPanel(library);
    return {
      checks() {
        const found = sweepScreens(library, panel);
        const variant = cheapests.indexOf(0.3) * droppeds.length + droppeds.indexOf(0.3);
        const { values } = library.backtest(panel, screenOf(library, 0.3, 0.3), options);
        const growth = values.reduce((product, value) => product * (1 + value), 1);
        return [check('the screen of J6 among them', found.metrics.totalReturn[variant]! + 1, growth)];
      },
      run: () => sweepScreens(library, panel),
    };
  },
};
