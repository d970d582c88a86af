export type { DatedEvent, EventList } from './dated-event.js';
export { expandingPercentile, type ExpandingPercentileOptions } from './expanding-percentile.js';
export { firstCuts, type FirstCut, type FirstCutOptions, type FirstCuts } from './first-cuts.js';
export { monthsSince } from './months-since.js';
export type { RateHistory, RateObservation } from './rate-change.js';
