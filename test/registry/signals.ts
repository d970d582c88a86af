import { firstCuts, monthsSince, type FirstCutOptions } from 'backtilt';
import { usPolicyRate } from 'backtilt/data';
import { assertCausal } from 'backtilt/testing';
import type { SignalEntry } from './entry.js';

const cutsBy = (options: FirstCutOptions): SignalEntry => ({
  of: 'firstCuts',
  check: () => assertCausal(usPolicyRate(), (rates) => firstCuts(rates, options)),
});

export const signals: Readonly<Record<string, SignalEntry>> = {
  'first cuts': cutsBy({}),
  'first cuts, naive': cutsBy({ minCutBps: 0, minGapMonths: 0 }),
  'first cuts with resumptions': cutsBy({ requireHike: false, minGapMonths: 6 }),
  'first cuts after a hike of 25 bp': cutsBy({ minHikeBps: 25 }),
  'first cuts of 50 bp': cutsBy({ minCutBps: 50, minGapMonths: 24 }),
  'months since the first cut': {
    of: 'monthsSince',
    check: () => assertCausal(usPolicyRate(), (rates) => monthsSince(firstCuts(rates))),
  },
  'months since a cut by the naive rule': {
    of: 'monthsSince',
    check: () =>
      assertCausal(usPolicyRate(), (rates) => monthsSince(firstCuts(rates, { minCutBps: 0, minGapMonths: 0 }))),
  },
};
