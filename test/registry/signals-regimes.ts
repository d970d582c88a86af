import {
  firstCuts,
  fromReturns,
  momentum,
  percentile,
  rateRegime,
  recessionLinked,
  recessions,
  regimeAge,
  regimeMask,
  regimeWhen,
  relativeStrength,
  trend,
  turningPoints,
  valuationSignal,
  zScore,
  type DatedEvent,
  type IsoDate,
  type Observation,
  type ObservationSeries,
  type ReturnSeries,
} from 'backtilt';
import { usEffectiveRate, usPolicyRate, usRecessions } from 'backtilt/data';
import { assertCausal } from 'backtilt/testing';
import { announcedDates, madeAnnouncements } from '../signals/made-announcements.js';
import { funds, type SignalEntry } from './entry.js';

/** Observations as events, so that each is compared whole. */
const asEvents = ({ observations }: ObservationSeries): DatedEvent[] =>
  observations.map((one) => ({ ...one, date: one.knownOn }));

/** The returns of two made funds as observations, each known at its close; IWM is listed 7 rows later. */
const months: ObservationSeries<Observation & { readonly iwm: number }> = {
  name: 'made returns',
  unit: 'fraction',
  usesHindsight: false,
  observations: Array.from({ length: funds.calendar.length }, (_, row) => ({
    knownOn: funds.calendar.date(row),
    value: funds.returns('SPY').values[row]!,
    iwm: funds.returns('IWM').values[row]!,
  })),
};
/** The same as return series again, from the beginning that is given. */
const seriesOf = ({ observations }: typeof months): { readonly spy: ReturnSeries; readonly iwm: ReturnSeries } => {
  const panel = fromReturns({
    frequency: 'monthly',
    dates: observations.map(({ knownOn }) => knownOn),
    returns: { SPY: observations.map(({ value }) => value), IWM: observations.map(({ iwm }) => iwm) },
  });
  return { spy: panel.returns('SPY'), iwm: panel.returns('IWM') };
};

const ofRates = (
  of: string,
  make: Parameters<typeof assertCausal<ReturnType<typeof usPolicyRate>['observations'][number]>>[1],
): SignalEntry => ({
  of,
  check: () => assertCausal(usPolicyRate(), make),
});
const ofReturns = (
  of: string,
  make: Parameters<typeof assertCausal<(typeof months)['observations'][number]>>[1],
): SignalEntry => ({
  of,
  check: () => assertCausal(months, make),
});

/** A day in the middle of every fifth month of two centuries. */
const everyFifthMonth: DatedEvent[] = Array.from({ length: 480 }, (_, index) => {
  const month = index * 5;
  const date = `${1800 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15` as IsoDate;
  return { date, knownOn: date };
});

export const signals: Readonly<Record<string, SignalEntry>> = {
  'rate regime': ofRates('rateRegime', (rates) => rateRegime(rates)),
  'rate regime of every move, soon quiet': ofRates('rateRegime', (rates) =>
    rateRegime(rates, { quietMonths: 3, minMoveBps: 0 }),
  ),
  'months of cuts': ofRates('regimeMask', (rates) => regimeMask(rateRegime(rates), 'cutting')),
  'months of holds': ofRates('regimeMask', (rates) => regimeMask(rateRegime(rates, { quietMonths: 6 }), 'holding')),
  'recessions as announced': {
    of: 'recessions',
    check: () => assertCausal(madeAnnouncements, (made) => recessions(announcedDates(made), { known: 'announced' })),
  },
  'first cuts in an announced recession': ofRates('recessionLinked', (rates) =>
    recessionLinked(firstCuts(rates), usRecessions(), { known: 'announced' }),
  ),
  'events by the announcements so far': {
    of: 'recessionLinked',
    check: () =>
      assertCausal(madeAnnouncements, (made) =>
        recessionLinked(everyFifthMonth, announcedDates(made), { known: 'announced' }),
      ),
  },
  'turns of the effective rate': {
    of: 'turningPoints',
    check: () =>
      assertCausal(usEffectiveRate(), (rates) => turningPoints(rates, { threshold: 0.005, by: 'difference' })),
  },
  'turns of relative strength': ofReturns('turningPoints', (made) => {
    const { spy, iwm } = seriesOf(made);
    return turningPoints(relativeStrength(iwm, spy), { threshold: 0.1 });
  }),
  'age of a leadership': ofReturns('regimeAge', (made) =>
    regimeAge(turningPoints(seriesOf(made).spy, { threshold: 0.1 })),
  ),
  'wealth of one over another': ofReturns('relativeStrength', (made) => {
    const { spy, iwm } = seriesOf(made);
    return relativeStrength(iwm, spy).observations;
  }),
  momentum: ofReturns('momentum', (made) => asEvents(momentum(seriesOf(made).iwm, { periods: 12, skip: 1 }))),
  trend: ofReturns('trend', (made) => asEvents(trend(seriesOf(made).spy, { periods: 10 }))),
  'a downward trend': ofReturns('regimeWhen', (made) =>
    regimeWhen(trend(seriesOf(made).spy, { periods: 10 }), { below: 0 }),
  ),
  'trailing percentile': ofRates('percentile', (rates) => asEvents(percentile(rates, { window: 24 }))),
  'percentile of all so far, known late': ofRates('percentile', (rates) =>
    asEvents(percentile(rates, { window: 'expanding', minObservations: 10, lagDays: 45 })),
  ),
  'trailing z-score': ofRates('zScore', (rates) => asEvents(zScore(rates, { window: 24, minObservations: 6 }))),
  'z-score of all so far': ofRates('zScore', (rates) =>
    asEvents(zScore(rates, { window: 'expanding', minObservations: 10 })),
  ),
  'valuation by percentile': ofRates('valuationSignal', (rates) =>
    asEvents(valuationSignal(rates, { lagDays: 30, window: 36, measure: 'percentile' })),
  ),
  'valuation by z-score': ofRates('valuationSignal', (rates) =>
    asEvents(valuationSignal(rates, { lagDays: 0, window: 'expanding', minObservations: 24, measure: 'zScore' })),
  ),
};

/** Both describe what is over, and say so by their mark: test/signals/hindsight.test.ts shows that the proof would fail. */
export const neither = ['easingCycles', 'runLengths'];
