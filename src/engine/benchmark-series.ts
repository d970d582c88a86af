import { type AnyPanel, indexOfAsset, type ReturnSeries, storeOf } from '../panel/index.js';

/** A benchmark that may be given as the name of an asset of the panel; anything else is answered as it is. */
export function benchmarkSeries<Other>(
  where: string,
  panel: AnyPanel,
  benchmark: string | Other,
): ReturnSeries | Exclude<Other, string> {
  if (typeof benchmark !== 'string') return benchmark as Exclude<Other, string>;
  indexOfAsset(storeOf(panel, where), benchmark, where);
  return panel.returns(benchmark);
}
