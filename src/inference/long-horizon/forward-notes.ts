import { proxyNote, type ReturnSeries } from '../../panel/index.js';
import { numberCell } from '../../table/index.js';
import { reachTooFar } from '../regression/coefficient-covariance.js';
import type { Untabled } from '../with-table.js';
import type { ForwardReturnRegression } from './forward-return-regression.js';

/** Under this many cases large-sample errors are too small by much. */
const FEW = 30;
/** From here on a predictor is called slow. */
const SLOW = 0.8;

/** What a reader must know of overlapping forward returns. */
export function forwardNotes(
  figures: Untabled<ForwardReturnRegression>,
  series: ReturnSeries,
  usesHindsight: boolean,
): string[] {
  const { n, independent, from, to, horizon, predictorAutocorrelation: slow } = figures;
  const proxy = proxyNote(series);
  return [
    `From the close of ${from} to ${to}: ${n} overlapping returns of ${horizon} periods; only ${independent} have no period in common.`,
    ...(independent < FEW
      ? [
          `Warning: ${independent} independent ${independent === 1 ? 'case' : 'cases'}: errors for large samples are too small, R² and t too high; ` +
            'read the slope as a description.',
        ]
      : []),
    ...(Number.isNaN(figures.slopeByHansenHodrick.standardError)
      ? [
          reachTooFar(figures.lags, n)
            ? `The horizon is too long for ${n} rows: with lags over half of them equal weights cancel, and there is no Hansen–Hodrick error.`
            : 'The Hansen–Hodrick variance came out negative or 0, as equal weights can make it: there is no such error.',
        ]
      : []),
    ...(slow > SLOW
      ? [
          `Warning: the predictor moves slowly (autocorrelation ${numberCell(slow).text} a period). Where its news goes with returns of the same period, as that of a ` +
            'valuation ratio does, the slope is biased towards finding a forecast in short samples (Stambaugh 1999).',
        ]
      : []),
    ...(usesHindsight || series.meta.usesHindsight === true
      ? ['Warning: uses hindsight: something in it was known only later.']
      : []),
    ...(proxy === undefined ? [] : [`Warning: ${series.name}: ${proxy}`]),
  ];
}
