import { assertReturnSeries, type CommonRows, type ReturnSeries } from '../panel/index.js';
import { lessCash } from './excess-returns.js';
import { pairOf, together } from './pair-of.js';
import { shared } from './shared.js';

/** Excess returns of a series and its benchmark side by side. */
export interface ExcessPair extends CommonRows {
  /** The series whose rows `rows` are: the one given, or what was made of it between common closes. */
  readonly own: ReturnSeries;
}

/** Excess returns of a series and its benchmark on the rows where both, and cash, have a return. */
export function excessPair(
  series: ReturnSeries,
  benchmark: ReturnSeries,
  riskFree: ReturnSeries | undefined,
  where: string,
): ExcessPair {
  assertReturnSeries(where, 'the series', series);
  assertReturnSeries(where, 'the benchmark', benchmark);
  return shared('excess pair', [series, benchmark, riskFree], () => {
    const given = riskFree === undefined ? [series, benchmark] : [series, benchmark, riskFree];
    const [own, rival, cash] = together(...given);
    return { ...pairOf(lessCash(own!, cash, where), lessCash(rival!, cash, where), where), own: own! };
  });
}
