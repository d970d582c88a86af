import {
  addIndicator,
  assemblePanel,
  type DatedSignal,
  type IndicatorSource,
  type ObservationSeries,
  type ReturnSeries,
  storeOf,
} from '../../panel/index.js';
import type { DatedValues } from '../../stats/index.js';

/** What forecasts: observations with the day on which they were known, a signal, or figures by date such as `rolling` gives. */
export type Predictor = IndicatorSource | DatedValues;

/** A predictor as it was known at the close of the base (entry 0) and of every row t (entry t + 1). */
export interface PredictorRows {
  readonly name: string;
  readonly values: Float64Array;
  readonly usesHindsight: boolean;
}

/**
 * Joins a predictor to a series' rows: on each the latest value that was known then.
 *
 * @throws InputError `observation.invalid`, `observation.order`.
 */
export function predictorRows(series: ReturnSeries, predictor: Predictor): PredictorRows {
  const name = nameOf(predictor);
  const { calendar, values, meta } = series;
  const panel = assemblePanel<string, never, never>({
    calendar,
    assets: [series.name],
    values: values.slice(),
    metas: [meta],
  });
  const source = isDated(predictor) ? [...predictor].map(({ date, value }) => ({ knownOn: date, value })) : predictor;
  const store = storeOf(addIndicator(panel, name, source), 'forwardReturnRegression');
  return { name, values: store.indicatorRows(name), usesHindsight: store.indicators.get(name)!.usesHindsight };
}

const isDated = (predictor: Predictor): predictor is DatedValues =>
  typeof predictor === 'object' && (predictor as unknown) !== null && 'dates' in predictor;

function nameOf(predictor: Predictor): string {
  const { name } = ((predictor as unknown) ?? {}) as Partial<ObservationSeries & DatedSignal>;
  return typeof name === 'string' && name.trim() !== '' ? name : 'predictor';
}
