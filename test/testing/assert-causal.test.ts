import {
  firstCuts,
  monthsSince,
  type DatedEvent,
  type Observation,
  type ObservationSeries,
  type RateObservation,
} from 'backtilt';
import { usPolicyRate } from 'backtilt/data';
import { assertCausal, type CausalOutput } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

describe('a leaking signal is caught', () => {
  type Rates = ObservationSeries<RateObservation>;
  const leaks = (signal: (rates: Rates) => CausalOutput): void => {
    expectInputError('look-ahead.found', ['assertCausal', 'later "knownOn"'], () =>
      assertCausal<RateObservation>(usPolicyRate(), signal),
    );
  };

  /** Peaks of the rate, each found once the rate has fallen by a percentage point: a zig-zag. */
  const peaks =
    (known: 'at the peak' | 'when it has fallen') =>
    ({ observations }: Rates): DatedEvent[] => {
      const events: DatedEvent[] = [];
      let peak = observations[0]!;
      let falling = false;
      for (const observation of observations) {
        if (observation.value > peak.value || (falling && observation.value > peak.value - 0.01)) {
          peak = observation;
          falling = false;
        } else if (!falling && observation.value <= peak.value - 0.01) {
          events.push({ date: peak.knownOn, knownOn: known === 'at the peak' ? peak.knownOn : observation.knownOn });
          falling = true;
        }
      }
      return events;
    };

  it('a zig-zag peak that only later data confirm; known when confirmed it passes', () => {
    leaks(peaks('at the peak'));
    expect(assertCausal<RateObservation>(usPolicyRate(), peaks('when it has fallen'))).toBeGreaterThan(150);
  });

  it('a first cut that counts only if a second one follows before the next hike', () => {
    leaks((rates) => {
      const { observations } = rates;
      return firstCuts(rates).events.filter(({ date }) => {
        const at = observations.findIndex((observation) => observation.date === date);
        const [cut, next] = [observations[at]!, observations[at + 1]];
        return next !== undefined && next.value < cut.value;
      });
    });
  });

  it('a figure that is normalised by the whole sample', () => {
    leaks(({ observations }) => {
      const mean = observations.reduce((sum, { value }) => sum + value, 0) / observations.length;
      return {
        name: 'above the norm',
        usesHindsight: false,
        valueOn: (date) => (observations.findLast(({ knownOn }) => knownOn <= date)?.value ?? NaN) - mean,
      };
    });
  });

  it('a figure that runs straight to the next observation', () => {
    leaks(({ observations }) => ({
      name: 'interpolated',
      usesHindsight: false,
      valueOn: (date) => {
        const at = observations.findLastIndex(({ knownOn }) => knownOn <= date);
        const [here, next] = [observations[at], observations[at + 1]];
        if (here === undefined) return NaN;
        return next === undefined || here.knownOn === date ? here.value : (here.value + next.value) / 2;
      },
    }));
  });

  it('first cuts known on the day of the decision: 1984-09-20 was known on 1984-09-27', () => {
    leaks((rates) => firstCuts(rates).events.map((event) => ({ ...event, knownOn: event.date })));
  });

  it('an event whose text changes later', () => {
    leaks((rates) =>
      firstCuts(rates).events.map((event, index, { length }) => ({
        ...event,
        why: index === length - 1 ? 'latest' : 'earlier',
      })),
    );
  });
});

describe('the proof of a signal', () => {
  const series = (...values: readonly (readonly [Observation['knownOn'], number])[]): ObservationSeries => ({
    name: 'made',
    unit: 'ratio',
    usesHindsight: false,
    observations: values.map(([knownOn, value]) => ({ knownOn, value })),
  });

  it('says how many beginnings were tried: two figures of one day are one', () => {
    const two = series(['2020-01-01', 1], ['2020-01-01', 2], ['2020-02-01', 3]);
    expect(assertCausal(two, () => [])).toBe(2);
    expect(assertCausal(series(), () => [])).toBe(0);
  });

  it('takes a list of events, an event list or a signal', () => {
    expect(assertCausal<RateObservation>(usPolicyRate(), (rates) => firstCuts(rates).events)).toBeGreaterThan(150);
    expect(assertCausal<RateObservation>(usPolicyRate(), (rates) => monthsSince(firstCuts(rates)))).toBeGreaterThan(
      150,
    );
  });

  it('names the day, what was said and what is said now', () => {
    const latest = ({ observations }: ObservationSeries): DatedEvent[] =>
      observations.slice(0, 1).map(({ knownOn }) => ({ date: observations.at(-1)!.knownOn, knownOn }));
    const error = expectInputError(
      'look-ahead.found',
      ['up to 2020-01-01', '"date":"2020-01-01"', '"date":"2020-02-01"'],
      () => assertCausal(series(['2020-01-01', 1], ['2020-02-01', 2]), latest),
    );
    expect(error.details['knownOn']).toBe('2020-01-01');
  });

  it('refuses a function that answers neither events nor a figure', () => {
    const one = series(['2020-01-01', 1]);
    expectInputError('option.type', ['assertCausal', 'undefined', 'valueOn'], () =>
      assertCausal(one, (() => undefined) as never),
    );
    expectInputError('option.type', ['assertCausal', '(series) => signal'], () => assertCausal(one, null as never));
    expectInputError('observation.order', ['observation 1', 'Sort'], () =>
      assertCausal(series(['2020-02-01', 1], ['2020-01-01', 1]), () => []),
    );
  });

  it('refuses what is no series of observations', () => {
    expectInputError('observation.invalid', ['assertCausal', 'null'], () =>
      assertCausal(null as unknown as ObservationSeries, () => []),
    );
    expectInputError('observation.invalid', ['assertCausal', 'an array of 0'], () =>
      assertCausal([] as unknown as ObservationSeries, () => []),
    );
  });
});
