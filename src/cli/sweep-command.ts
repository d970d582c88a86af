import { assertNumber, assertOneOf } from '../core/index.js';
import { usFunds, usTreasuryBill } from '../data/index.js';
import { sweep, type SweepOptions, type SweepResult } from '../engine/index.js';
import type { AnyPanel } from '../panel/index.js';
import { percentCell, toCsv } from '../table/index.js';
import { annually } from '../time/index.js';
import { threads } from '../workers/index.js';
import { numberList } from './number-list.js';
import { figuresByWeightAndMonth, tiltRows } from './sweep-tables.js';
import { writeFile } from './write-file.js';

/** Figures that `backtilt sweep` works out. */
const FIGURES = ['cagr', 'volatility', 'sharpeRatio', 'maxDrawdown'] as const;

/** Options of `backtilt sweep` as the command line gives them. */
export interface SweepCommandOptions {
  readonly core: string;
  readonly smallCap: string;
  readonly weights: string;
  readonly months: string;
  readonly cost: string;
  readonly by: string;
  readonly from?: string;
  readonly to?: string;
  readonly threads?: string;
  readonly csv?: string;
}

type Figure = (typeof FIGURES)[number];
type Tilts = SweepResult<object, Figure>;

/** `backtilt sweep --weights 0:1:0.1`: a small-cap tilt by weight and month of rebalancing. With threads it is a promise. */
export function sweepCommand(
  options: SweepCommandOptions,
  print: (text: string) => void,
  progress: ((done: number, all: number) => void) | undefined,
): Promise<void> | undefined {
  const { by, csv, cost: written, threads: count } = options;
  const [core, smallCap] = [options.core.toUpperCase(), options.smallCap.toUpperCase()];
  const [weights, months] = [numberList(options.weights, 'weights'), numberList(options.months, 'months')];
  assertOneOf('sweep', '--by', by, FIGURES);
  const cost = Number(written);
  assertNumber('sweep', '--cost', cost, { min: 0, max: 10_000 });
  const given = {
    grid: { weight: weights, schedule: months.map((month) => annually({ month })) },
    strategy: { builtIn: 'smallCapTilt', options: { core, smallCap } },
    metrics: FIGURES,
    backtest: {
      ...(cost > 0 ? { costs: { tradingBps: cost } } : {}),
      cash: usTreasuryBill(),
      window: {
        ...(options.from === undefined ? {} : { from: options.from }),
        ...(options.to === undefined ? {} : { to: options.to }),
      },
    },
    watch: progress === undefined ? {} : { progress },
  } satisfies SweepOptions<object, Figure>;
  const panel = usFunds() as unknown as AnyPanel;
  const tell = (tilts: Tilts): void => {
    const { calendar } = tilts.run(0);
    const what = `${smallCap} beside ${core}, rebalanced once a year, ${calendar.date(0)} to ${calendar.date(calendar.length - 1)}, ${cost > 0 ? `${cost} bp per trade` : 'no trading costs'}`;
    const notes = [...bestOf(tilts, by, weights, months), ...tilts.notes];
    print(String(figuresByWeightAndMonth(tilts.metrics[by], by, weights, months, what, notes)));
    if (csv === undefined) return;
    writeFile(csv, toCsv(tiltRows(tilts.metrics, weights, months)));
    print(`Written: ${csv}`);
  };
  if (count === undefined) {
    tell(sweep(panel, given));
    return undefined;
  }
  const on = threads(Number(count));
  return sweep(panel, { ...given, on }).then(tell);
}

/** The variant with the highest figure in a sentence. */
function bestOf(tilts: Tilts, by: Figure, weights: readonly number[], months: readonly number[]): string[] {
  const best = tilts.best(by);
  if (best === undefined) return [];
  const { cagr, volatility, sharpeRatio, maxDrawdown } = best.metrics;
  const [weight, month] = [weights[Math.floor(best.index / months.length)]!, months[best.index % months.length]!];
  const percent = (value: number): string => percentCell(value).text;
  return [
    `Highest ${by}: weight ${weight}, month ${month}: CAGR ${percent(cagr)}, volatility ${percent(volatility)}, Sharpe ratio ${sharpeRatio.toFixed(2)} (risk-free 0), max drawdown ${percent(maxDrawdown)}.`,
  ];
}
