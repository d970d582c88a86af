import { deepFreeze } from '../core/index.js';
import { encoded } from '../../data/fund-facts.js';
import { showFacts } from './set-display.js';
import type { UsFund } from './us-funds.js';

/** A fund's yearly fee. */
export interface ExpenseRatio {
  /** As a fraction of one year: 0.0025 is 0.25 %. */
  readonly value: number;
  /** The day or month for which the source states it, as far as it says; `>=` where it is no older than that. */
  readonly asOf?: string;
  /** Title of the page and its address. */
  readonly source: string;
  /** Why the figure should be checked before use. */
  readonly caution?: string;
}

/** What is known about a fund. What no source says is absent. */
export interface FundFact {
  readonly ticker: UsFund;
  readonly name: string;
  readonly issuer: string;
  /** The index that it tracks, or its approach where it is active. */
  readonly approach: string;
  /** The day or month on which it began. */
  readonly inception?: string;
  readonly expenseRatio?: ExpenseRatio;
}

let facts: Readonly<Record<UsFund, FundFact>> | undefined;

/**
 * Name, issuer, index or approach, inception and expense ratio of each bundled fund.
 *
 * Units: expense ratios are fractions of one year. They are already deducted from the returns of `usFunds()`; never deduct them
 * again. Timing: each ratio holds for its own `asOf`; funds change their fees, and many cut them over the years.
 *
 * Source: named with each ratio. Absent means that no source was found, never zero.
 *
 * @example
 * console.log(fundFacts().IWM.name, fundFacts().IWM.expenseRatio?.value); // iShares Russell 2000 ETF 0.0019
 */
export function fundFacts(): Readonly<Record<UsFund, FundFact>> {
  const read = (): Readonly<Record<UsFund, FundFact>> => {
    const list = JSON.parse(encoded) as FundFact[];
    return deepFreeze(
      showFacts(Object.fromEntries(list.map((fact) => [fact.ticker, fact])) as Record<UsFund, FundFact>),
    );
  };
  return (facts ??= read());
}
