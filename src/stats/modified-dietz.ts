import { assertNumber, assertObject, describeValue, InputError } from '../core/index.js';
import { isoDate, parseIsoDate } from '../time/index.js';
import { checkOptions } from './check-options.js';
import { type DatedAmount, datedAmounts } from './dated-amounts.js';

/** What {@link modifiedDietz} takes. */
export interface ModifiedDietzInput {
  /** Days of the two valuations, as `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Value at the close of `from`, before any flow of that day, and at the close of `to`, after its flows. */
  readonly startValue: number;
  readonly endValue: number;
  /** Money put in (positive) and taken out (negative), at the end of its day. */
  readonly flows: readonly DatedAmount[];
}

/**
 * The money-weighted return of one stretch without a search: the gain over the capital that was at work on average.
 *
 * (V₁ − V₀ − ΣC) / (V₀ + Σ wₖ Cₖ), wₖ = (D − dₖ)/D, with D the days from `from` to `to` and dₖ the days from `from` to the flow: a
 * flow on `from` was there all the time, one on `to` not at all. A fraction of the stretch, never annualised. It is a first-order
 * approximation of the internal rate of return (`xirr`): good for a month, rough for years or large flows.
 *
 * *Undefined (NaN):* the average capital is 0 or less: a large early withdrawal leaves nothing that the gain could be a return on.
 *
 * @throws InputError `date.format`, `date.impossible`, `option.range` (`to` not after `from`, a flow outside of them), `option.type`,
 *   `option.unknown`.
 * @see Dietz, P. O. (1966), Pension Funds: Measuring Investment Performance; CFA Institute, Global Investment Performance Standards
 *   (2020), on day-weighted external cash flows.
 * @example
 * const flows = [{ date: '2022-12-31', amount: 50 }];
 * console.log(modifiedDietz({ from: '2021-12-31', to: '2023-12-31', startValue: 100, endValue: 300, flows })); // 1.2
 */
export function modifiedDietz(input: ModifiedDietzInput): number {
  const where = 'modifiedDietz';
  const given: unknown = input;
  assertObject(where, 'the input', given);
  checkOptions(where, input, ['from', 'to', 'startValue', 'endValue', 'flows']);
  const [from, to] = [parseIsoDate(input.from, `${where}, from`), parseIsoDate(input.to, `${where}, to`)];
  const { startValue, endValue } = input;
  assertNumber(where, 'startValue', startValue);
  assertNumber(where, 'endValue', endValue);
  if (to <= from) {
    throw new InputError(
      'option.range',
      `${where}: "to" is ${input.to}, which is not after "from", ${input.from}. The stretch needs at least one day.`,
      { where, from: input.from, to: input.to },
    );
  }
  if (!Array.isArray(input.flows)) {
    throw new InputError(
      'option.type',
      `${where}: "flows" is ${describeValue(input.flows)}; it must be an array of { date, amount }, empty where there were none.`,
      { where },
    );
  }
  let net = 0;
  let capital = startValue;
  for (const { day, amount } of datedAmounts(where, input.flows)) {
    if (day < from || day > to) {
      throw new InputError(
        'option.range',
        `${where}: the flow of ${amount} on ${isoDate(day)} lies outside of ${input.from} to ${input.to}. Leave it out, or move the valuations.`,
        { where, date: isoDate(day), amount },
      );
    }
    net += amount;
    capital += (amount * (to - day)) / (to - from);
  }
  return capital > 0 ? (endValue - startValue - net) / capital : NaN;
}
