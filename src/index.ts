// The table of contents: what a user may rely on, grouped. Everything else is inside.

// Data on one calendar
export {
  InputError,
  isInputError,
  type ErrorCode,
  type ErrorDetails,
  type ReadonlyFloat64Array,
  type ReadonlyInt32Array,
} from './core/index.js';
export {
  frequencies,
  type Calendar,
  type CalendarJson,
  type Frequency,
  type IsoDate,
  type IsoDateOrMonth,
} from './time/index.js';
export {
  addField,
  addIndicator,
  fromPrices,
  fromReturns,
  fromSeries,
  joinPanels,
  overlap,
  resample,
  slice,
  type AnyPanel,
  type DatedSignal,
  type DateWindow,
  type FieldColumns,
  type FieldSource,
  type Hole,
  type IndicatorSource,
  type Observation,
  type ObservationSeries,
  type Panel,
  type PanelJson,
  type PricesInput,
  type ReturnKind,
  type ReturnSeries,
  type ReturnSeriesJson,
  type ReturnsInput,
  type SeriesJoin,
  type SeriesMeta,
} from './panel/index.js';

// When a strategy decides
export {
  annually,
  buyAndHold,
  daily,
  describeSchedule,
  everyPeriods,
  monthly,
  quarterly,
  type Schedule,
} from './time/index.js';

// Tables that show themselves
export {
  makeTable,
  toCsv,
  toHtml,
  toMarkdown,
  toText,
  type Cell,
  type CellValue,
  type Column,
  type Row,
  type Table,
  type TableInput,
} from './table/index.js';
