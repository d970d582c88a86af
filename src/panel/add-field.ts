import { assertName, assertObject, describeValue, InputError } from '../core/index.js';
import { parseIsoDate } from '../time/index.js';
import { type Fact, factFromObservations, type Observation, observationColumns } from './fact.js';
import { assemblePanel, indexOfAsset, type Panel } from './panel.js';
import { storeOf } from './panel-store.js';

/** Facts about assets that become known on the same days, in columns: `values[asset][k]` is known on `knownOn[k]`; null is NaN. */
export interface FieldColumns {
  readonly knownOn: readonly string[];
  readonly values: Readonly<Record<string, ArrayLike<number | null>>>;
}

/** A field's facts: observations by asset, or columns where all assets share the days. */
export type FieldSource = Readonly<Record<string, readonly Observation[]>> | FieldColumns;

/**
 * The same panel with one more field: a characteristic of each asset (market capitalisation, a rank) that strategies may read
 * with `view.field(name)`, joined as of each row by `knownOn`.
 *
 * Assets without facts have NaN. A NaN value means "known to be missing from then on".
 *
 * @throws InputError `panel.name` (taken), `asset.unknown`, `observation.invalid`, `observation.order`, `panel.ragged`.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03'], returns: { A: [0.01, 0.02, 0.03] } });
 * const sized = addField(panel, 'marketCap', { A: [{ knownOn: '2024-02-10', value: 5e9 }] });
 * console.log(sized.fields, sized.toJSON().fields['marketCap']); // [ 'marketCap' ] { A: [ null, null, 5000000000, 5000000000 ] }
 */
export function addField<Asset extends string, Field extends string, Indicator extends string, Name extends string>(
  panel: Panel<Asset, Field, Indicator>,
  name: Name,
  source: FieldSource,
): Panel<Asset, Field | Name, Indicator> {
  assertName('addField', 'name', name);
  const where = `addField "${name}"`;
  const store = storeOf(panel, where);
  assertObject(where, 'the facts', source);
  if (store.fields.has(name)) {
    throw new InputError('panel.name', `${where}: the panel has a field of this name. Choose another.`, { name });
  }
  const facts = isColumns(source) ? factsFromColumns(source, where) : factsFromRecord(source, where);
  for (const asset of facts.keys()) indexOfAsset(store, asset, where);
  const unknown: Fact = (calendar) => new Float64Array(calendar.length + 1).fill(NaN);
  const fields = new Map(store.fields).set(
    name,
    store.assets.map((asset) => facts.get(asset) ?? unknown),
  );
  return assemblePanel({ ...store, fields });
}

const isColumns = (source: FieldSource): source is FieldColumns =>
  Array.isArray(source.knownOn) && !Array.isArray(source.values) && typeof source.values === 'object';

function factsFromRecord(record: Readonly<Record<string, readonly Observation[]>>, where: string): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const [asset, observations] of Object.entries(record)) {
    if (!Array.isArray(observations)) {
      throw new InputError(
        'observation.invalid',
        `${where}: "${asset}" has ${describeValue(observations)} instead of observations [{ knownOn, value }, …].`,
      );
    }
    const { days, values } = observationColumns(observations, `${where}, "${asset}"`);
    facts.set(asset, factFromObservations(days, values));
  }
  return facts;
}

function factsFromColumns({ knownOn, values }: FieldColumns, where: string): Map<string, Fact> {
  const days = Int32Array.from(knownOn, (date, index) => parseIsoDate(date, `${where}, knownOn ${index}`));
  const disorder = days.findIndex((day, index) => index > 0 && day < days[index - 1]!);
  if (disorder > 0) {
    throw new InputError(
      'observation.order',
      `${where}: knownOn ${disorder} is ${knownOn[disorder]!}, after ${knownOn[disorder - 1]!}. Sort by "knownOn".`,
      { index: disorder },
    );
  }
  const facts = new Map<string, Fact>();
  for (const [asset, column] of Object.entries(values)) {
    if (column.length !== days.length) {
      throw new InputError(
        'panel.ragged',
        `${where}: "${asset}" has ${column.length} values for ${days.length} days in "knownOn". Give one value per day.`,
        { asset, expected: days.length },
      );
    }
    const numbers = Float64Array.from({ length: column.length }, (_, index) => {
      const value = column[index];
      if (value === null) return NaN;
      if (typeof value === 'number' && Math.abs(value) !== Infinity) return value;
      throw new InputError(
        'observation.invalid',
        `${where}: "${asset}" known on ${knownOn[index]!} is ${describeValue(value)}; it must be a number, or NaN or null where there is none.`,
        { asset, index, found: describeValue(value) },
      );
    });
    facts.set(asset, factFromObservations(days, numbers));
  }
  return facts;
}
