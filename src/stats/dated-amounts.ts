import { assertNumber, assertObject } from '../core/index.js';
import { parseIsoDate } from '../time/index.js';

/** Money that moved on one day. */
export interface DatedAmount {
  /** As `YYYY-MM-DD`. */
  readonly date: string;
  readonly amount: number;
}

/** Checked flows with their day numbers, in the order given. */
export function datedAmounts(
  where: string,
  flows: readonly unknown[],
): { readonly day: number; readonly amount: number }[] {
  return Array.from(flows, (flow, index) => {
    const place = `${where}, flow ${index}`;
    assertObject(where, `flow ${index}`, flow);
    const { amount } = flow;
    const day = parseIsoDate(flow['date'], place);
    assertNumber(place, 'amount', amount);
    return { day, amount };
  });
}
