export { assertCausal, type CausalOutput } from './assert-causal.js';
export { assertNoLookAhead, type LookAheadOptions, type LookAheadReport } from './assert-no-look-ahead.js';
export { randomPanel, type RandomPanelOptions } from './random-panel.js';
export { scrambleFuture } from './scramble-future.js';
