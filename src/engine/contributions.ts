import type { ReadonlyFloat64Array } from '../core/index.js';
import { carinoLink, totalReturn } from '../stats/index.js';
import { assertResult } from './assert-result.js';
import { displayContributions } from './contributions-table.js';
import { leftAtBase } from './left-at-base.js';
import type { BacktestResult } from './result.js';

/** What each part of a portfolio contributed to its returns. Prints itself. */
export interface Contributions<Asset extends string = string> {
  /** Per asset and row: its weight times its return, before expense ratios. */
  readonly assets: Readonly<Record<Asset, ReadonlyFloat64Array>>;
  /** What cash earned; below 0 is interest on debt at the cash rate. */
  readonly cash: ReadonlyFloat64Array;
  /** What the spread on debt and the fee on short positions took, as numbers of 0 or less. */
  readonly financing: ReadonlyFloat64Array;
  /** What expense ratios and the portfolio fee took. */
  readonly fees: ReadonlyFloat64Array;
  /** What trading took, 0 or less; the first row includes the purchase at the base. */
  readonly trading: ReadonlyFloat64Array;
  /** The contributions to the compounded return of all rows: they add up to `totalReturn`. */
  readonly linked: LinkedParts<Asset>;
  /** The compounded net return. */
  readonly totalReturn: number;
  toString(): string;
}

/** Contributions to the compounded return. */
export interface LinkedParts<Asset extends string = string> {
  readonly assets: Readonly<Record<Asset, number>>;
  readonly cash: number;
  readonly financing: number;
  readonly fees: number;
  readonly trading: number;
}

/**
 * What each asset, cash, financing, fees and trading contributed: per row they add up to the net return, and linked over all rows
 * (Carino) to the compounded return.
 *
 * With w the weight at the start of the row, R an asset's return before its expense ratio and b what the purchase at the base left of each
 * unit (1 after the first row): an asset contributes b w R, cash b × its income, and with g, i, f and c the row's gross return, financing,
 * fees and trading in `result.gross` and `result.costs`: financing −b (1 + g) i, fees −b (1 + g)(1 − i) f, trading what is left to the net
 * return. Flows are between returns and contribute nothing.
 *
 * *Undefined:* in a row on which all was lost, losses of assets beyond the wealth that there was are nobody's, so the sum may lie
 * below the net return of −100 %; linked contributions are NaN then, and where several losses leave so little that the compounded return
 * rounds to −100 %, since nothing links to a total loss.
 *
 * @throws InputError `series.invalid` for what is not a result.
 * @see Carino, D. (1999), "Combining Attribution Effects Over Time", Journal of Performance Measurement 3(4), 5–14.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.1, 0], B: [0, 0.04] } });
 * const parts = contributions(backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 } })));
 * console.log(parts.assets.A.slice(), parts.assets.B.slice()); // Float64Array(2) [ 0.05, 0 ] Float64Array(2) [ 0, 0.02 ]
 * console.log((parts.linked.assets.A + parts.linked.assets.B).toFixed(6), parts.totalReturn.toFixed(6)); // 0.071000 0.071000
 */
export function contributions<Asset extends string>(result: BacktestResult<Asset>): Contributions<Asset> {
  assertResult('contributions', result);
  const { calendar, gross, costs, ledger, flows } = result;
  const rows = calendar.length;
  const [cash, financing, fees, trading] = Array.from({ length: 4 }, () => new Float64Array(rows));
  const base = calendar.date(-1);
  const opened = flows.reduce((sum, { date, amount }) => (date === base ? sum + amount : sum), ledger.opening[0]!);
  for (let row = 0; row < rows; row++) {
    const left = row === 0 ? leftAtBase(result) : 1;
    const [interest, fee] = [costs.financing[row]!, costs.fees[row]!];
    const grown = 1 + gross.values[row]!;
    const charged = grown * (1 - interest) * (1 - fee);
    // Where the row began with nothing there was nothing to contribute.
    const wealth = row === 0 ? opened : ledger.closing[row - 1]!;
    cash![row] = ledger.cash[row]! / wealth;
    financing![row] = less(left * grown * interest);
    fees![row] = less(left * grown * (1 - interest) * fee);
    trading![row] = less(left * charged - (1 - costs.trading[row]!) * charged + (1 - left));
  }
  const assets = Object.fromEntries(
    result.assets.map((asset) => [asset, result.contributions(asset) as ReadonlyFloat64Array]),
  ) as Record<Asset, ReadonlyFloat64Array>;
  const parts = { cash: cash!, financing: financing!, fees: fees!, trading: trading! };
  const found = {
    assets: Object.freeze(assets),
    ...parts,
    linked: link(result, assets, parts),
    totalReturn: totalReturn(result),
  };
  return displayContributions(found, result);
}

/** A loss as a contribution: never −0. */
const less = (taken: number): number => (taken === 0 ? 0 : -taken);

function link<Asset extends string>(
  result: BacktestResult,
  assets: Readonly<Record<Asset, ReadonlyFloat64Array>>,
  parts: Readonly<Record<'cash' | 'financing' | 'fees' | 'trading', Float64Array>>,
): LinkedParts<Asset> {
  // Names of assets must not meet those of the parts.
  const columns: Record<string, ReadonlyFloat64Array | Float64Array> = { ...parts };
  const names = Object.keys(assets) as Asset[];
  for (const asset of names) columns[`asset ${asset}`] = assets[asset];
  const lost = result.values.some((value) => value === -1);
  const linked = lost ? {} : carinoLink(columns).contributions;
  const of = (key: string): number => (linked as Record<string, number>)[key] ?? NaN;
  return Object.freeze({
    assets: Object.freeze(Object.fromEntries(names.map((asset) => [asset, of(`asset ${asset}`)]))) as Record<
      Asset,
      number
    >,
    cash: of('cash'),
    financing: of('financing'),
    fees: of('fees'),
    trading: of('trading'),
  });
}
