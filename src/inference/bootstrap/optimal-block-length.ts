import { InputError } from '../../core/index.js';
import { assertReturnSeries, describeSpan, lived, type ReturnSeries } from '../../panel/index.js';
import { countCell, makeTable, numberCell } from '../../table/index.js';
import { type Tabled, withTable } from '../with-table.js';
import { type BlockLengthFigures, politisWhite } from './politis-white.js';

/** Block lengths for one series. Prints itself. */
export interface OptimalBlockLength extends BlockLengthFigures, Tabled {
  readonly name: string;
  /** Returns that it was computed from. */
  readonly n: number;
  /** n / stationary, rounded down, n at most: about how many of them are independent. NaN where there is no length. */
  readonly independent: number;
  readonly assumptions: readonly string[];
}

/**
 * How long the blocks of a bootstrap should be: the length with the smallest mean squared error of the variance of the mean.
 *
 * With autocovariances γₖ (divisor n), the flat-top weights λ(s) = 1 up to ½ and 2(1 − |s|) above, ĝ = Σλ(k/M)γₖ and Ĝ = Σλ(k/M)|k|γₖ over |k| ≤ M:
 * stationary (2Ĝ²/2ĝ²)^⅓ n^⅓, circular (2Ĝ²/(4/3 · ĝ²))^⅓ n^⅓, at most ⌈min(3√n, n/3)⌉. M = 2m̂, at most ⌈√n⌉ + K; m̂ is the first of
 * K = max(5, ⌊log₁₀n⌋) neighbouring lags whose autocorrelations all lie within ±2√(log₁₀n/n). In rows, and as the formula gives them: they may lie under 1
 * (`bootstrap` takes 1 then). Made for the mean of returns: volatility that comes in clusters leaves no mark in autocovariances, and wants longer blocks.
 *
 * *Undefined (NaN):* fewer than nine returns; returns that do not vary. `firstQuietLag` where no such lag is found (M is then its largest).
 *
 * @throws InputError `series.invalid`, `returns.hole`.
 * @see Politis, D. N. and White, H. (2004), "Automatic Block-Length Selection for the Dependent Bootstrap", Econometric Reviews 23(1), 53–70; Patton, A.,
 *   Politis, D. N. and White, H. (2009), "Correction", Econometric Reviews 28(4), 372–375.
 * @example
 * const { stationary, circular } = optimalBlockLength(usFunds().returns('IWM'));
 * console.log(stationary.toFixed(2), circular.toFixed(2)); // 0.26 0.30
 */
export function optimalBlockLength(series: ReturnSeries): OptimalBlockLength {
  const where = 'optimalBlockLength';
  assertReturnSeries(where, 'the series', series);
  const life = lived(series);
  assertWhole(where, life);
  const figures = politisWhite(life.values);
  const n = life.values.length;
  const independent = Math.floor(n / Math.max(1, figures.stationary));
  const assumptions = [
    'The series is stationary, and its autocovariances die out.',
    'The length is chosen for the mean: volatility that comes in clusters wants longer blocks.',
  ];
  const table = makeTable({
    title: `${series.name}: block length${n === 0 ? '' : `, ${describeSpan(life.calendar)}`}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'rows', label: 'Rows' },
    ],
    rows: [
      { figure: 'Stationary (mean)', rows: numberCell(figures.stationary) },
      { figure: 'Circular, moving', rows: numberCell(figures.circular) },
      { figure: 'Autocovariances used', rows: countCell(figures.bandwidth) },
      { figure: 'Returns', rows: countCell(n) },
      { figure: 'Returns / stationary length', rows: countCell(independent) },
    ],
    notes: assumptions,
  });
  return withTable({ name: series.name, n, independent, ...figures, assumptions }, table);
}

/** Refuses a life with a hole: neighbours in a block would not be neighbours in time. */
export function assertWhole(where: string, { name, calendar, values }: ReturnSeries): void {
  const row = values.findIndex((value) => Number.isNaN(value));
  if (row < 0) return;
  throw new InputError(
    'returns.hole',
    `${where}: "${name}" has no return on ${calendar.date(row)}, inside the time that is drawn from; rows beside it are no neighbours. ` +
      'Cut it to a window without the hole, or fill the return from its source.',
    { where, series: name, row, date: calendar.date(row) },
  );
}
