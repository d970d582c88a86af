export { addField, type FieldColumns, type FieldSource } from './add-field.js';
export { addIndicator, type IndicatorSource } from './add-indicator.js';
export { alignTo, commonRows, lived, pairWith, type CommonRows } from './align.js';
export { onCommonCloses } from './common-closes.js';
export { commonWindow, type CommonWindow } from './common-window.js';
export { describeSpan, describeWindow } from './describe-window.js';
export {
  factFromObservations,
  observationColumns,
  type DatedSignal,
  type Fact,
  type Observation,
  type ObservationSeries,
} from './fact.js';
export { showObservations, showSignal } from './fact-display.js';
export { fromPrices, type PricesInput } from './from-prices.js';
export { fromReturns, type MetaInput, type ReturnsInput } from './from-returns.js';
export { fromSeries } from './from-series.js';
export { joinPanels } from './join-panels.js';
export { lifeOf, type Life } from './life.js';
export { overlap } from './overlap.js';
export {
  assemblePanel,
  indexOfAsset,
  type AnyPanel,
  type Hole,
  type Panel,
  type PanelJson,
  type PanelParts,
} from './panel.js';
export { lastDayOf, partialRowsOf } from './partial-rows.js';
export { fieldRow } from './field-row.js';
export { growthOver } from './growth-over.js';
export { seriesFromParts, seriesToParts, type SeriesParts } from './series-parts.js';
export { storeFromParts, storeToParts, type StoreParts } from './store-parts.js';
export { oncePerRow } from './once-per-row.js';
export { storeOf, type IndicatorFact, type PanelStore } from './panel-store.js';
export { resample } from './resample.js';
export {
  assertReturnSeries,
  makeReturnSeries,
  numbersToJson,
  type ReturnSeries,
  type ReturnSeriesJson,
} from './return-series.js';
export { countProxyRows, joinedProxyRows, proxyMask, proxyNote, proxyShare } from './proxy-rows.js';
export { plainMeta, type ProxyRows, type ReturnKind, type SeriesJoin, type SeriesMeta } from './series-meta.js';
export { rowsOf, slice, sliceRows, type DateWindow } from './slice.js';
