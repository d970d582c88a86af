import { assertName, describeValue, InputError } from '../core/index.js';
import {
  type DatedSignal,
  factFromObservations,
  factFromSignal,
  type Observation,
  observationColumns,
  type ObservationSeries,
} from './fact.js';
import { assemblePanel, type Panel } from './panel.js';
import { type IndicatorFact, storeOf } from './panel-store.js';

/** Where an indicator's values come from. */
export type IndicatorSource = readonly Observation[] | ObservationSeries | DatedSignal;

/**
 * The same panel with one more indicator: a figure about the world that strategies may read with `view.indicator(name)`.
 *
 * Observations are joined as of each row: the latest with `knownOn` on or before the row's day. A signal is asked on each
 * row's day. Before the first value the indicator is NaN. Whether it uses hindsight travels with it.
 *
 * @throws InputError `panel.name` (taken), `observation.invalid`, `observation.order`.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03'], returns: { A: [0.01, 0.02, 0.03] } });
 * const withRate = addIndicator(panel, 'rate', [{ knownOn: '2024-01-31', value: 0.05 }, { knownOn: '2024-03-20', value: 0.04 }]);
 * console.log(withRate.toJSON().indicators['rate']); // [ null, 0.05, 0.05, 0.04 ]
 */
export function addIndicator<Asset extends string, Field extends string, Indicator extends string, Name extends string>(
  panel: Panel<Asset, Field, Indicator>,
  name: Name,
  source: IndicatorSource,
): Panel<Asset, Field, Indicator | Name> {
  assertName('addIndicator', 'name', name);
  const where = `addIndicator "${name}"`;
  const store = storeOf(panel, where);
  if (store.indicators.has(name)) {
    throw new InputError('panel.name', `${where}: the panel has an indicator of this name. Choose another.`, { name });
  }
  const indicators = new Map(store.indicators).set(name, indicatorFact(source, where));
  return assemblePanel({ ...store, indicators });
}

function indicatorFact(source: IndicatorSource, where: string): IndicatorFact {
  const given = source as Partial<ObservationSeries & DatedSignal> | null | undefined;
  if (typeof given?.valueOn === 'function') {
    return { fact: factFromSignal(source as DatedSignal, where), usesHindsight: given.usesHindsight ?? false };
  }
  const observations = Array.isArray(source) ? (source as readonly Observation[]) : given?.observations;
  if (!Array.isArray(observations)) {
    throw new InputError(
      'observation.invalid',
      `${where}: found ${describeValue(source)}; give observations [{ knownOn, value }, …], a bundled series such as usPolicyRate(), or a signal such as monthsSince(cuts).`,
    );
  }
  const { days, values } = observationColumns(observations as readonly Observation[], where);
  const described = [given?.source, given?.vintage].filter((part) => part !== undefined).join(', ');
  const lastKnown = days.at(-1);
  return {
    fact: factFromObservations(days, values),
    usesHindsight: given?.usesHindsight ?? false,
    ...(described === '' ? {} : { source: described }),
    ...(lastKnown === undefined ? {} : { lastKnown }),
  };
}
