import { describeValue, InputError } from '../core/index.js';
import type { DatedSignal, Observation, ObservationSeries } from '../panel/index.js';
import type { DatedEvent, EventList } from '../signals/index.js';
import { isoDate, type IsoDate, parseIsoDate } from '../time/index.js';

/** What a signal function may give: events, or a figure for any day. */
export type CausalOutput = EventList | readonly DatedEvent[] | DatedSignal;

/**
 * Tests on data whether a signal sees the future: it is computed anew from every beginning of the observations, and what it says of the
 * time before the next observation must be what it says with all of them, event for event and day for day.
 *
 * Events known before the next observation are compared whole (their text as JSON), none may be missing or added later. A figure is compared on
 * the day before the first observation and, from each observation to the next, on the day itself, the day after, the middle and the last day.
 *
 * @param series the observations that the signal is made from, in order of `knownOn`.
 * @param makeSignal the signal as a function of its observations.
 * @returns how many beginnings were tried.
 * @throws InputError `look-ahead.found`, naming the observation and what changed; `observation.invalid`,
 *   `observation.order`; `option.type`, for a signal function that is none or answers neither events nor a signal.
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
  const make: unknown = makeSignal;
  if (typeof make !== 'function') {
    throw new InputError(
      'option.type',
      `assertCausal: found ${describeValue(make)} where a function belongs. Give a function, (series) => signal.`,
    );
  }
  const known = series.observations.map(({ knownOn }, index) =>
    parseIsoDate(knownOn, `assertCausal, observation ${index}`),
  );
  const disorder = known.findIndex((day, index) => index > 0 && day < known[index - 1]!);
  if (disorder > 0) {
    throw new InputError(
      'observation.order',
      `assertCausal: observation ${disorder} became known before observation ${disorder - 1}. Sort by "knownOn".`,
    );
  }
  const whole = makeSignal(series);
  // Refuses an answer of another kind before anything is compared.
  statements(whole, [], undefined);
  const isFigure = 'valueOn' in whole;
  const days: IsoDate[] = known.length === 0 ? [] : [isoDate(known[0]! - 1)];
  const stands: string[] = [];
  let tried = 0;
  known.forEach((day, index) => {
    const next = known[index + 1];
    if (next === day) return;
    tried++;
    const knownOn = isoDate(day);
    const then = makeSignal({ ...series, observations: series.observations.slice(0, index + 1) });
    days.push(...daysFrom(day, next));
    const before = next === undefined ? undefined : isoDate(next);
    const said = statements(then, days, before);
    if (isFigure) stands.push(...statements(whole, days.slice(stands.length), before));
    const after = isFigure ? stands : statements(whole, days, before);
    const changed = said.findIndex((statement, position) => statement !== after[position]);
    if (changed < 0 && said.length === after.length) return;
    const position = changed < 0 ? said.length : changed;
    throw new InputError(
      'look-ahead.found',
      `assertCausal: with the observations up to ${knownOn} the signal said ${said[position] ?? 'nothing'}; with later ones it says ` +
        `${after[position] ?? 'nothing'} about the same time. What is said of the past must not change: give the event a later "knownOn".`,
      { knownOn, said: said[position], stands: after[position] },
    );
  });
  return tried;
}

/** Days from an observation to the last before the next: the first two, the middle and the last. */
function daysFrom(day: number, next = day + 2): IsoDate[] {
  const days = [day, day + 1, Math.floor((day + next) / 2), next - 1].filter((one) => one < next);
  return [...new Set(days)].sort((a, b) => a - b).map(isoDate);
}

/** What a signal says on some days, or which events it says are known before a day, as comparable texts. */
function statements(output: CausalOutput, days: readonly IsoDate[], before: IsoDate | undefined): string[] {
  const given: unknown = output;
  const { valueOn, events = given } = (given ?? {}) as { readonly valueOn?: unknown; readonly events?: unknown };
  if (typeof valueOn === 'function')
    return days.map((day) => `${day}: ${String((output as DatedSignal).valueOn(day))}`);
  if (!Array.isArray(events)) {
    throw new InputError(
      'option.type',
      `assertCausal: the signal function answered ${describeValue(given)}; it must give events [{ date, knownOn }, …], an event list such as firstCuts(rates), or a signal with valueOn.`,
      { found: describeValue(given) },
    );
  }
  return (events as readonly (DatedEvent | null | undefined)[]).flatMap((event, index) => {
    const knownOn = isoDate(parseIsoDate(event?.knownOn, `assertCausal, event ${index}`));
    return before === undefined || knownOn < before ? [JSON.stringify(event)] : [];
  });
}
