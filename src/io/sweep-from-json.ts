import { z } from 'zod';
import { describeValue, InputError, setEntry } from '../core/index.js';
import {
  makeSweepResult,
  oddValue,
  QuantileSketch,
  SWEEP_FORM,
  type SweepResult,
  type SweepResultJson,
} from '../engine/index.js';
import { jsonCopy } from './json-copy.js';
import { assertForm, assertShape, refuser } from './json-refusal.js';
import { odd } from './odd-schema.js';
import { numbers } from './panel-schema.js';

const where = 'sweepFromJson';
const refuse = refuser(where, 'a sweep, as JSON.stringify(result) makes it');

const end = z.union([z.number(), z.enum(['Infinity', '-Infinity', '-0'])]);

const sketch = z.strictObject({
  counts: z.array(z.tuple([end, z.int().positive()])),
  lowest: end.nullable(),
  highest: end.nullable(),
});

// Every key of the type must stand here: a schema that forgets one would refuse, or lose, what a sweep says about itself.
const shape = {
  form: z.literal(SWEEP_FORM),
  title: z.string(),
  names: z.array(z.string()),
  trials: z.int().positive(),
  indices: z.array(z.int().nonnegative()),
  parameters: z.record(z.string(), z.array(z.unknown())),
  metrics: z.record(z.string(), numbers),
  notes: z.array(z.string()),
  odd: z.strictObject({ parameters: odd, metrics: odd }),
  sketches: z.record(z.string(), sketch).nullable(),
} satisfies Record<keyof SweepResultJson, z.ZodType>;

/**
 * A sweep from its JSON: what `JSON.stringify(result)` gave, as a result whose rows, tables, quantiles and best variants are those of the sweep, bit by bit.
 *
 * What is read is not run again, and `run` cannot: the JSON holds neither the panel nor the strategy. Parameters come back as far as JSON holds them: plain data do, a
 * function is gone.
 *
 * @param json the parsed JSON, not its text.
 * @throws InputError `file.format` with the path of the value for another form, such as that of another version, and for what has not the shape of a sweep; `file.value` for
 *   columns of other lengths than the rows, and numbers of variants that are none. `run` of what is read throws `option.missing`.
 * @example
 * const strategy = ({ weight }: { weight: number }) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight });
 * const tilts = sweep(usFunds(), { grid: { weight: [0, 0.15, 0.3] }, strategy, metrics: { cagr, maxDrawdown } });
 * const again = sweepFromJson(JSON.parse(JSON.stringify(tilts)));
 * console.log(again.best('cagr')?.metrics['cagr'] === tilts.best('cagr')?.metrics.cagr, String(again) === String(tilts)); // true true
 */
export function sweepFromJson(json: unknown): SweepResult<Record<string, unknown>> {
  assertForm(refuse, json, SWEEP_FORM);
  assertShape(refuse, z.strictObject(shape), json);
  const read = json as SweepResultJson;
  const { title, trials, notes, sketches } = read;
  const keys = Object.keys(read.metrics);
  if (keys.length === 0) throw refuse('file.value', 'metrics', 'found none');
  const indices = Int32Array.from(read.indices);
  assertIndices(read);
  const columns = columnsOf(read);
  const metrics = keys.map((key) => Float64Array.from(columns.metrics[key] as (number | null)[], (one) => one ?? NaN));
  const names = [...read.names];
  const stray = Object.keys(columns.parameters).find((name) => !names.includes(name));
  if (stray !== undefined) throw refuse('file.value', `parameters.${stray}`, 'found nothing of this in "names"');
  names.forEach((name, place) => {
    if (!Object.hasOwn(columns.parameters, name) || names.indexOf(name) !== place)
      throw refuse('file.value', `names[${place}]`, `found "${name}", which is not among "parameters", or twice`);
  });
  const rows = new Map(Array.from(indices, (index, row) => [index, row]));
  return makeSweepResult({
    space: {
      count: trials,
      names,
      variant: (index) => {
        const params: Record<string, unknown> = {};
        for (const name of names) {
          const value = columns.parameters[name]![rows.get(index)!];
          if (value !== undefined) setEntry(params, name, value);
        }
        return params;
      },
    },
    ...{ keys, title, notes: [...notes], columns: metrics },
    indices: sketches === null ? null : indices,
    sketches: sketches === null ? null : keys.map((key) => sketchOf(read, key)),
    diagnostics: { kernel: null, variants: { wasm: 0, javascript: 0, alone: 0, elsewhere: trials } },
    run: () => {
      throw new InputError(
        'option.missing',
        `sweep.run: this sweep was read from JSON, which holds neither the panel nor the strategy. Run the variant with backtest(panel, strategy(result.variant(row).params)).`,
      );
    },
  }) as SweepResult<Record<string, unknown>>;
}

function assertIndices({ trials, indices, sketches }: SweepResultJson): void {
  const seen = new Set<number>();
  indices.forEach((index, row) => {
    const place = `indices[${row}]`;
    if (index >= trials) throw refuse('file.value', place, `found variant ${index} of ${trials}`);
    if (seen.has(index)) throw refuse('file.value', place, `found variant ${index} a second time`);
    if (sketches === null && index !== row)
      throw refuse('file.value', place, `found ${index}, but all variants are there in order`);
    seen.add(index);
  });
  if (sketches !== null || indices.length === trials) return;
  throw refuse(
    'file.value',
    'indices',
    `found ${indices.length} of ${trials} variants, and no "sketches" of the others`,
  );
}

function sketchOf({ sketches, trials }: SweepResultJson, key: string): QuantileSketch {
  const parts = Object.hasOwn(sketches!, key) ? sketches![key]! : undefined;
  if (parts === undefined) throw refuse('file.value', `sketches.${key}`, 'found nothing');
  const made = new QuantileSketch(parts);
  if (made.count > trials)
    throw refuse('file.value', `sketches.${key}`, `found ${made.count} values of ${trials} variants`);
  const ends = [parts.lowest, parts.highest];
  if (ends.some((one) => (one === null) !== (made.count === 0)) || Number(ends[0]) > Number(ends[1]))
    throw refuse('file.value', `sketches.${key}`, 'found a lowest and a highest value that are none of these counts');
  return made;
}

type Columns = Readonly<Record<string, readonly unknown[]>>;

/** Copies of the columns, with the values that JSON could not say. */
function columnsOf(json: SweepResultJson): { readonly parameters: Columns; readonly metrics: Columns } {
  const of = (kind: 'parameters' | 'metrics'): Columns => {
    const columns = Object.fromEntries(
      Object.entries(json[kind] as Columns).map(([name, column]) => {
        const found = Array.isArray(column) ? column.length : 0;
        if (found !== json.indices.length)
          throw refuse('file.value', `${kind}.${name}`, `found ${found} values for ${json.indices.length} rows`);
        return [name, column.map((value, row) => copied(`${kind}.${name}[${row}]`, value, kind === 'metrics'))];
      }),
    );
    json.odd[kind].forEach(([name, row, word], place) => {
      const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
      if (column === undefined || row >= column.length)
        throw refuse('file.value', `odd.${kind}[${place}]`, `found row ${row} of "${name}", which is none`);
      column[row] = oddValue(word);
    });
    Object.values(columns).forEach(Object.freeze);
    return Object.freeze(columns);
  };
  return { parameters: of('parameters'), metrics: of('metrics') };
}

function copied(place: string, value: unknown, numeric: boolean): unknown {
  const copy = jsonCopy(value);
  if (copy !== undefined && (!numeric || copy === null || typeof copy === 'number')) return copy;
  throw refuse('file.format', place, `found ${describeValue(value)}, which is no ${numeric ? 'number' : 'plain JSON'}`);
}
