import { numbersToJson, type ReturnSeries } from '../../panel/index.js';
import { toHtml, toText, withDisplay } from '../../table/index.js';
import { oddValues } from '../odd-values.js';
import type { FoldFigures } from './stability.js';
import type { WalkForward, WalkForwardJson } from './walk-forward.js';
import { walkTable } from './walk-forward-table.js';

/** The form of a walk-forward's JSON: it may change, and a reader must know. */
export const WALK_FORM = 'backtilt walk-forward 1';

/** What a walk forward is made of: of folds that have run, or of JSON. */
export interface WalkParts extends Pick<WalkForward, 'folds' | 'trials' | 'stability' | 'notes'> {
  /** The returns out of sample. */
  readonly series: ReturnSeries;
  /** What the variants were chosen by. */
  readonly metric: string;
}

/** The figures of a fold that are numbers. */
export const FOLD_FIGURES = ['inSample', 'outOfSample', 'rank'] as const satisfies readonly (keyof FoldFigures)[];

/** Makes the frozen result. */
export function makeWalkForward({ series, folds, trials, stability, metric, notes }: WalkParts): WalkForward {
  const { name, calendar, values, meta } = series;
  const figures = { folds, trials, stability };
  const table = walkTable(figures, series, metric, notes);
  const toJSON = (): WalkForwardJson => ({
    form: WALK_FORM,
    ...{ name, calendar: calendar.toJSON(), values: numbersToJson(values), meta, metric },
    ...{ ...figures, notes },
    odd: { params: oddParams(folds), figures: oddFigures(folds) },
  });
  const result = Object.defineProperty({ ...series, ...figures, notes, table }, 'toJSON', { value: toJSON });
  return withDisplay(result as typeof result & { readonly toJSON: typeof toJSON }, {
    text: () => toText(table),
    html: () => toHtml(table),
  });
}

const oddFigures = (folds: WalkForward['folds']): WalkForwardJson['odd']['figures'] =>
  oddValues(Object.fromEntries(FOLD_FIGURES.map((key) => [key, folds.map((fold) => fold[key])])), { nanIsNull: true });

const oddParams = (folds: WalkForward['folds']): WalkForwardJson['odd']['params'] =>
  folds.flatMap(({ params }, fold) =>
    oddValues(Object.fromEntries(Object.entries(params).map(([name, value]) => [name, [value]]))).map(
      ([name, , word]) => [name, fold, word] as const,
    ),
  );
