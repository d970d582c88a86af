import { describeValue, InputError } from '../core/index.js';
import type { DatedSignal, Observation, ObservationSeries } from '../panel/index.js';
import type { DatedEvent, EventList } from '../signals/index.js';
import type { IsoDate } from '../time/index.js';

/** What a signal function may give: events, or a figure for any day. */
export type CausalOutput = EventList | readonly DatedEvent[] | DatedSignal;

/**
 * Proves on data that a signal does not see the future: it is computed anew from every beginning of the observations, and what
 * had been said by then must stay said, event for event and day for day.
 *
 * Events are compared whole (their text as JSON); a figure is compared on the day of every observation up to the cut.
 *
 * @param series the observations that the signal is made from, in order of `knownOn`.
 * @param makeSignal the signal as a function of its observations.
 * @returns how many beginnings were tried.
 * @throws InputError `look-ahead.found`, naming the observation and what changed; `observation.invalid`.
 * @example
 * console.log(assertCausal(usPolicyRate(), (rates) => firstCuts(rates))); // 186
 */
export function assertCausal<O extends Observation>(
  series: ObservationSeries<O>,
  makeSignal: (series: ObservationSeries<O>) => CausalOutput,
): number {
  const given: unknown = (series as Partial<typeof series> | null)?.observations;
  if (!Array.isArray(given)) {
    throw new InputError(
      'observation.invalid',
      `assertCausal: found ${describeValue(series)}; give a series of observations such as usPolicyRate(), or { name, unit, usesHindsight, observations }.`,
    );
  }
  const whole = makeSignal(series);
  let tried = 0;
  series.observations.forEach(({ knownOn }, index) => {
    const upTo = series.observations.slice(0, index + 1);
    const later = series.observations[index + 1]?.knownOn;
    if (later === knownOn) return;
    tried++;
    const then = makeSignal({ ...series, observations: upTo });
    const days = upTo.map((observation) => observation.knownOn);
    const [said, stands] = [statements(then, days, knownOn), statements(whole, days, knownOn)];
    const changed = said.findIndex((statement, position) => statement !== stands[position]);
    if (changed < 0 && said.length === stands.length) return;
    const position = changed < 0 ? said.length : changed;
    throw new InputError(
      'look-ahead.found',
      `assertCausal: with the observations up to ${knownOn} the signal said ${said[position] ?? 'nothing'}; with later ones it says ` +
        `${stands[position] ?? 'nothing'} about the same time. What is said of the past must not change: give the event a later "knownOn".`,
      { knownOn, said: said[position], stands: stands[position] },
    );
  });
  return tried;
}

/** What a signal says about the time up to a day, as comparable texts. */
function statements(output: CausalOutput, days: readonly IsoDate[], until: IsoDate): string[] {
  if ('valueOn' in output) return days.map((day) => `${day}: ${String(output.valueOn(day))}`);
  const events: readonly DatedEvent[] = 'events' in output ? output.events : output;
  return events.filter(({ knownOn }) => knownOn <= until).map((event) => JSON.stringify(event));
}
