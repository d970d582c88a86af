import { cagr, type InternalRate, totalReturn, xirr } from '../stats/index.js';
import {
  countCell,
  type Displayed,
  makeTable,
  numberCell,
  percentCell,
  toHtml,
  toText,
  type Table,
  withDisplay,
} from '../table/index.js';
import type { IsoDate } from '../time/index.js';
import { assertResult } from './assert-result.js';
import { flowTotal } from './flow-total.js';
import type { BacktestResult } from './result.js';

/** What an investor earned with the money that came and went, beside what the strategy earned. Rates are fractions; prints itself. */
export interface MoneyWeightedReturn extends InternalRate, Displayed {
  /** Per year, actual days / 365; NaN under one year, and where there is no rate or more than one. */
  readonly rate: number;
  /** The same over the whole period, not per year: (1 + ρ)^(days / 365) − 1. Defined under one year too. */
  readonly overPeriod: number;
  /** The time-weighted return per year on the same days: growth^(365 / days) − 1. NaN under one year. */
  readonly timeWeighted: number;
  /** The time-weighted return as everywhere else, on the calendar's years. */
  readonly cagr: number;
  /** The day of the first purchase, and the last day. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Money: at the base, added after it, taken, and left at the end. */
  readonly initial: number;
  readonly contributed: number;
  readonly withdrawn: number;
  readonly final: number;
  readonly table: Table;
}

/**
 * The money-weighted return of an investor in a strategy: the yearly rate at which everything put in grows to everything taken out and left.
 *
 * Σ Cₖ (1 + ρ)^(−(dₖ − d₀)/365) = 0 with −`flows.initial` at the base, each contribution negative and each withdrawal positive on its day, and the
 * final wealth positive on the last day; after all costs and fees. It depends on when the money came: the difference to `timeWeighted` is what
 * the timing of the flows was worth, and no merit of the strategy. Without flows the two are equal. All of it lost and nothing ever taken out is −1.
 *
 * *Undefined (rate NaN):* under one year (`overPeriod` is given), by the calendar of the result, as for `cagr`; flows that several rates solve, or none:
 * see `unique`, `roots` and `signChanges`, which are those of the yearly rate.
 *
 * @returns frozen; `unique`, `roots` and `signChanges` as `xirr` gives them.
 * @throws InputError `series.invalid`.
 * @see CFA Institute, Global Investment Performance Standards (2020): money-weighted returns, and no annualising of periods under one year;
 *   Microsoft, Excel function reference, XIRR.
 * @example
 * const panel = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [0.5, 0, -0.5] } });
 * const flows = { initial: 100, contributions: { amount: 100, schedule: ['2021-12-31'] } };
 * const { rate, timeWeighted } = moneyWeightedReturn(backtest(panel, fixedMix({ weights: { A: 1 } }), { flows }));
 * console.log(rate.toFixed(4), timeWeighted.toFixed(4)); // -0.1729 -0.0914
 */
export function moneyWeightedReturn(result: BacktestResult): MoneyWeightedReturn {
  const where = 'moneyWeightedReturn';
  assertResult(where, result);
  const { calendar, ledger, flows } = result;
  const [initial, final] = [ledger.opening[0]!, ledger.closing.at(-1)!];
  const [from, to] = [calendar.date(-1), calendar.date(calendar.length - 1)];
  const solved = xirr([
    { date: from, amount: -initial },
    ...flows.map(({ date, amount }) => ({ date, amount: -amount })),
    { date: to, amount: final },
  ]);
  const [contributed, withdrawn] = [flowTotal(flows, 1), flowTotal(flows, -1)];
  const lost = final === 0 && withdrawn === 0;
  const rate = lost ? -1 : solved.rate;
  const years = (calendar.days[calendar.length - 1]! - calendar.base) / 365;
  const perYear = cagr(result);
  const underOneYear = Number.isNaN(perYear);
  const figures = {
    rate: underOneYear ? NaN : rate,
    unique: solved.unique,
    roots: solved.roots,
    signChanges: solved.signChanges,
    overPeriod: (1 + rate) ** years - 1,
    timeWeighted: underOneYear ? NaN : (1 + totalReturn(result)) ** (1 / years) - 1,
    cagr: perYear,
    from,
    to,
    initial,
    contributed,
    withdrawn,
    final,
  };
  const table = moneyTable(figures, result, lost);
  return withDisplay({ ...figures, table }, { text: () => toText(table), html: () => toHtml(table) });
}

function moneyTable(
  figures: Omit<MoneyWeightedReturn, 'table' | 'toString'>,
  result: BacktestResult,
  lost: boolean,
): Table {
  return makeTable({
    title: `${result.name}: money in and out, ${figures.from} to ${figures.to}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: '' },
    ],
    rows: [
      { figure: 'Money-weighted return a year', value: percentCell(figures.rate) },
      { figure: 'Time-weighted return a year', value: percentCell(figures.timeWeighted) },
      { figure: 'CAGR', value: percentCell(figures.cagr) },
      { figure: 'Money-weighted return, whole period', value: percentCell(figures.overPeriod) },
      { figure: 'Initial wealth', value: numberCell(figures.initial) },
      { figure: 'Contributed', value: numberCell(figures.contributed) },
      { figure: 'Withdrawn', value: numberCell(figures.withdrawn) },
      { figure: 'Final wealth', value: numberCell(figures.final) },
      { figure: 'Flows', value: countCell(result.flows.length) },
    ],
    notes: notesOf(result, figures, lost),
  });
}

function notesOf(
  { warnings }: BacktestResult,
  { unique, roots, signChanges, timeWeighted }: Omit<MoneyWeightedReturn, 'table' | 'toString'>,
  lost: boolean,
): string[] {
  const several = `${roots.length} rates solve it (${roots.map((root) => percentCell(root).text).join(', ')})`;
  return [
    'Both returns on actual days / 365; the CAGR on the years of its calendar. Their difference is the timing of the flows, not the strategy.',
    ...(Number.isNaN(timeWeighted) ? ['Under one year nothing is given per year.'] : []),
    ...(unique || lost
      ? []
      : [
          `Warning: the money-weighted return is undefined: ${roots.length === 0 ? 'no rate solves it' : several}; the flows change sign ${signChanges} times.`,
        ]),
    ...warnings.map((warning) => `Warning: ${warning}`),
  ];
}
