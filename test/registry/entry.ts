import { addIndicator, firstCuts, monthsSince, type Panel, type Strategy } from 'backtilt';
import { usPolicyRate } from 'backtilt/data';
import { assertNoLookAhead, randomPanel, type LookAheadOptions, type LookAheadReport } from 'backtilt/testing';
import { madeStocks } from '../testing/made-stocks.js';

/*
 * What a file of this folder may export; test/look-ahead-registry.test.ts reads every file here and proves each entry.
 */

/** One strategy under proof. */
export interface StrategyEntry {
  /** The exported function that the entry stands for. */
  readonly of: string;
  readonly check: (options: LookAheadOptions) => LookAheadReport;
  /** Why its target weights cannot change; where absent they must change at least five times. */
  readonly fixedTarget?: string;
  /** Decisions at least; 20 when absent. Only what buys once has fewer. */
  readonly minDecisions?: number;
  readonly backtest?: LookAheadOptions['backtest'];
}

/** One signal under proof; `check` says how many beginnings of its observations were tried. */
export interface SignalEntry {
  readonly of: string;
  readonly check: () => number;
}

/** Built from a whole result on purpose: exempt, but only with the mark, and only if the proof would fail. */
export type HindsightEntry = (panel: typeof funds) => Strategy<'SPY' | 'IWM' | 'BIL'>;

/** The exports of a registry file; each may be left out. */
export interface RegistryFile {
  readonly strategies?: Readonly<Record<string, StrategyEntry>>;
  readonly signals?: Readonly<Record<string, SignalEntry>>;
  /** By the name of the exported function. */
  readonly usingHindsight?: Readonly<Record<string, HindsightEntry>>;
  /** Functions of the rooms of strategies and signals that give neither. */
  readonly neither?: readonly string[];
}

/** An entry for a strategy that is built anew on every panel. */
export const entry = <A extends string, F extends string, I extends string>(
  of: string,
  panel: Panel<A, F, I>,
  make: Parameters<typeof assertNoLookAhead<A, F, I>>[1],
  more: Partial<StrategyEntry> = {},
): StrategyEntry => ({ of, check: (options) => assertNoLookAhead<A, F, I>(panel, make, options), ...more });

// ---- panels -----------------------------------------------------------------------------------------------------------------

export const funds = randomPanel({ assets: ['SPY', 'IWM', 'BIL'], rows: 320, seed: 2, listedAfter: { IWM: 7 } });
export const stocks = madeStocks();
export const fundsDaily = randomPanel({ assets: ['SPY', 'IWM'], rows: 1500, seed: 3, frequency: 'daily' });
/** The funds with the months since the first cut of the policy rate. */
export const counted = addIndicator(funds, 'since', monthsSince(firstCuts(usPolicyRate())));
