import type { BacktestResult, Panel, Strategy } from 'backtilt';
import { check, type Job, type Library, nativeFigure } from '../run/job.js';
import { type Five, fivePanel } from './panels.js';

/** Published figures of the mix; the last kernel digits differ by the order of the sums. */
const EXPECTED = {
  cagr: 0.112324062634,
  cagrByPeriods: 0.108274594625,
  volatility: 0.16142370664,
  sharpeRatio: 0.717648457673,
  maxDrawdown: -0.339088429536,
} as const;
const END = 13.0619276656995;

const costs = { tradingBps: 10 };

const mixOf = ({ fixedMix, monthly }: Library): Strategy<Five> =>
  fixedMix({ weights: { SMALL: 0.3, LARGE: 0.3, INTL: 0.15, BOND: 0.2, GOLD: 0.05 }, schedule: monthly() });

/** The backtest of the mix and its summary. */
export const fixedMixRun = (library: Library, panel: Panel<Five>): unknown =>
  library.summarize(library.backtest(panel, mixOf(library), { costs }));

/** Asks a result for everything that it can tell, which it works out when it is asked; its digest is a name, and no part of it. */
function readAll(result: BacktestResult): unknown[] {
  const parts: Readonly<Record<string, unknown>> = { ...result.ledger };
  const readers = Object.keys(result).filter((name) => name !== 'digest');
  return [...readers.map((name): unknown => Reflect.get(result, name)), ...Object.values(parts)];
}

function checksOf(library: Library, panel: Panel<Five>): ReturnType<ReturnType<Job['prepare']>['checks']> {
  const result = library.backtest(panel, mixOf(library), { costs });
  const names = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];
  return [
    check('rows', result.values.length, 6299, 0),
    check('wealth at the end', library.wealth(result).at(-1)!, END, 1e-12),
    ...names.map((name) => check(name, library[name](result), EXPECTED[name])),
  ];
}

const common = {
  native: { job: 'J1', peers: ['C'] },
  target: { of: 'C', times: 12 },
  nativeChecks: (figures) => [
    check('wealth at the end', nativeFigure(figures, 'end'), END, 1e-12),
    check('cagrByPeriods', nativeFigure(figures, 'cagrByPeriods'), EXPECTED.cagrByPeriods),
    check('maxDrawdown', nativeFigure(figures, 'maxDrawdown'), EXPECTED.maxDrawdown),
  ],
} as const satisfies Partial<Job>;

/** J1: one fixed mix, with everything that a result can tell. */
export const oneMix: Job = {
  ...common,
  name: 'J1',
  title: '5 assets × 6,300 days, traded back monthly, costs: every intermediate and the full summary',
  prepare(library) {
    const panel = fivePanel(library);
    return {
      checks: () => checksOf(library, panel),
      run() {
        const result = library.backtest(panel, mixOf(library), { costs });
        return [readAll(result), library.summarize(result)];
      },
    };
  },
};

/** The same without the intermediates: what most calls ask for. */
export const oneMixSummary: Job = {
  ...common,
  name: 'J1s',
  title: 'the same, returns and summary only',
  prepare(library) {
    const panel = fivePanel(library);
    return {
      checks: () => checksOf(library, panel),
      run: () => fixedMixRun(library, panel),
    };
  },
};
