import {
  easingCycles,
  firstCuts,
  recessionLinked,
  recessions,
  runLengths,
  turningPoints,
  type DatedEvent,
} from 'backtilt';
import { usEffectiveRate, usPolicyRate } from 'backtilt/data';
import { assertCausal } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { announcedDates, madeAnnouncements } from './made-announcements.js';

describe('what is marked as hindsight earns its mark: cut off at an observation, it says something else of the past', () => {
  it('recessions by turning points', () => {
    const refuted = (): unknown =>
      assertCausal(madeAnnouncements, (made) => recessions(announcedDates(made), { known: 'hindsight' }));
    expectInputError('look-ahead.found', ['must not change'], refuted);
  });

  it('events linked with recessions by turning points', () => {
    const events: DatedEvent[] = madeAnnouncements.observations.map(({ knownOn }) => ({ date: knownOn, knownOn }));
    const refuted = (): unknown =>
      assertCausal(madeAnnouncements, (made) => recessionLinked(events, announcedDates(made), { known: 'hindsight' }));
    expectInputError('look-ahead.found', ['must not change'], refuted);
  });

  it('easing cycles, whose last cut is not known to be the last', () => {
    expectInputError('look-ahead.found', ['lastCut'], () =>
      assertCausal(usPolicyRate(), (rates) => easingCycles(rates)),
    );
    // The first cuts among them are known at once.
    expect(assertCausal(usPolicyRate(), (rates) => firstCuts(rates))).toBeGreaterThan(150);
  });

  it('runs, dated by turns that are seen later', () => {
    const asEvents = (rates: ReturnType<typeof usEffectiveRate>): DatedEvent[] =>
      runLengths(turningPoints(rates, { threshold: 0.01, by: 'difference' })).runs.map((run) => ({
        ...run,
        date: run.from,
        knownOn: run.from,
      }));
    expectInputError('look-ahead.found', ['must not change'], () => assertCausal(usEffectiveRate(), asEvents));
  });
});
