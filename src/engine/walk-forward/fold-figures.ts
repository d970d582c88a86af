import { InputError } from '../../core/index.js';
import type { FoldFigures } from './stability.js';

/** The place of the best figure, of equals the first. */
export function bestOf(
  figures: Float64Array,
  lowest: boolean,
  { from, to }: { readonly from: string; readonly to: string },
  where: string,
): number {
  let best = -1;
  figures.forEach((figure, index) => {
    if (Number.isNaN(figure)) return;
    if (best < 0 || (lowest ? figure < figures[best]! : figure > figures[best]!)) best = index;
  });
  if (best >= 0) return best;
  throw new InputError(
    'option.range',
    `${where}: "by" is undefined (NaN) for every variant from ${from} to ${to}. Choose a figure that is defined over so short a window (CAGR is not under a year), or lengthen "windows.train".`,
    { from, to },
  );
}

/** Both figures of the chosen variant and its place among all in the test, 0 (worst) to 1 (best). */
export function figuresOf(
  inSample: Float64Array,
  outOfSample: Float64Array,
  chosen: number,
  lowest: boolean,
): FoldFigures {
  const own = outOfSample[chosen]!;
  const others = outOfSample.filter((figure, index) => index !== chosen && !Number.isNaN(figure));
  const beaten = others.filter((figure) => (lowest ? own < figure : own > figure)).length;
  const tied = others.filter((figure) => figure === own).length;
  return {
    chosen,
    inSample: inSample[chosen]!,
    outOfSample: own,
    rank: Number.isNaN(own) ? NaN : (beaten + tied / 2) / others.length,
  };
}
