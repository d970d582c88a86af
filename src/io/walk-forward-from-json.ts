import { z } from 'zod';
import { deepFreeze, setEntry } from '../core/index.js';
import {
  FOLD_FIGURES,
  makeWalkForward,
  oddValue,
  stabilityOf,
  WALK_FORM,
  type WalkFold,
  type WalkForward,
  type WalkForwardJson,
} from '../engine/index.js';
import { makeReturnSeries } from '../panel/index.js';
import { jsonCopy } from './json-copy.js';
import { assertForm, assertShape, calendarFrom, refuser } from './json-refusal.js';
import { odd } from './odd-schema.js';
import { calendarShape, metaShape, numbers } from './panel-schema.js';

const where = 'walkForwardFromJson';
const refuse = refuser(where, 'a walk-forward, as JSON.stringify(result) makes it');

/** Figures agree to this: relative to the larger one, or to 1. */
const TOLERANCE = 1e-9;

const day = z.iso.date();
const span = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, 'its "from" lies after its "to"');
const figure = z.number().nullable();

const fold = {
  train: span,
  test: span,
  params: z.record(z.string(), z.unknown()),
  chosen: z.int().nonnegative(),
  inSample: figure,
  outOfSample: figure,
  rank: figure,
} satisfies Record<keyof WalkFold, z.ZodType>;

const stability = {
  meanInSample: figure,
  meanOutOfSample: figure,
  degradation: figure,
  meanRank: figure,
  aboveMiddle: figure,
  distinct: z.int().positive(),
  unchanged: figure,
} satisfies Record<keyof WalkForward['stability'], z.ZodType>;

// Every key of the type must stand here: a schema that forgets one would refuse, or lose, what a walk says about itself.
const shape = {
  form: z.literal(WALK_FORM),
  name: z.string(),
  calendar: z.strictObject(calendarShape),
  values: numbers,
  meta: z.strictObject(metaShape),
  metric: z.string(),
  folds: z.array(z.strictObject(fold)).nonempty(),
  trials: z.int().positive(),
  stability: z.strictObject(stability),
  notes: z.array(z.string()),
  odd: z.strictObject({ params: odd, figures: odd }),
} satisfies Record<keyof WalkForwardJson, z.ZodType>;

/**
 * A walk forward from its JSON: what `JSON.stringify(walked)` gave, as a return series with its folds, table and notes that every statistic takes.
 *
 * Returns and folds are those of the walk, bit by bit; what they were worth (`stability`) is worked out from the folds anew, and compared. Parameters come back as far as JSON
 * holds them: plain data do, a function is gone.
 *
 * @param json the parsed JSON, not its text.
 * @throws InputError `file.format` with the path of the value for another form, such as that of another version, and for what has not the shape of a walk forward;
 *   `file.value` for figures that do not follow from each other; those of the calendar.
 * @example
 * const strategy = ({ weight }: { weight: number }) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight });
 * const walked = walkForward(usFunds(), { grid: { weight: [0, 0.5, 1] }, strategy, by: sharpeRatio, windows: { train: 60, test: 12 } });
 * const again = walkForwardFromJson(JSON.parse(JSON.stringify(walked)));
 * console.log(cagr(again) === cagr(walked), again.stability.meanRank === walked.stability.meanRank, String(again) === String(walked)); // true true true
 */
export function walkForwardFromJson(json: unknown): WalkForward<Record<string, unknown>> {
  assertForm(refuse, json, WALK_FORM);
  assertShape(refuse, z.strictObject(shape), json);
  const read = json as WalkForwardJson;
  const { name, meta, metric, trials, notes, values } = read;
  const calendar = calendarFrom(where, refuse, read.calendar);
  if (values.length !== calendar.length)
    throw refuse('file.value', 'values', `found ${values.length} values for ${calendar.length} dates`);
  const returns = Float64Array.from(values, (value) => value ?? NaN);
  const folds = foldsOf(read);
  assertInside(read, calendar.date(0), calendar.date(calendar.length - 1));
  const worth = stabilityOf(folds, trials);
  assertSame(read, worth);
  return makeWalkForward({
    series: makeReturnSeries(name, calendar, returns, deepFreeze({ ...meta })),
    ...{ folds, trials, metric, stability: worth, notes: Object.freeze([...notes]) },
  }) as WalkForward<Record<string, unknown>>;
}

type Loose = Record<string, unknown>;

/** A figure of the JSON. */
const numberOf = (value: number | null): number => value ?? NaN;

/** The folds with the values that JSON could not say. */
function foldsOf({ folds, trials, odd: { params, figures } }: WalkForwardJson): readonly WalkFold[] {
  const made = folds.map((one, place) => {
    if (one.chosen >= trials)
      throw refuse('file.value', `folds[${place}].chosen`, `found variant ${one.chosen} of ${trials}`);
    const params = jsonCopy(one.params);
    if (params === undefined) throw refuse('file.format', `folds[${place}].params`, 'found what is no plain JSON');
    const copy: Loose = { ...one, train: { ...one.train }, test: { ...one.test }, params: { ...params } };
    for (const key of FOLD_FIGURES) copy[key] = numberOf(one[key]);
    return copy;
  });
  const at = (kind: string, place: number, row: number): Loose => {
    const found = made[row];
    if (found !== undefined) return found;
    throw refuse('file.value', `odd.${kind}[${place}]`, `found fold ${row} of ${folds.length}`);
  };
  params.forEach(([name, row, word], place) => {
    setEntry(at('params', place, row)['params'] as Loose, name, oddValue(word));
  });
  figures.forEach(([name, row, word], place) => {
    const found = at('figures', place, row);
    if (!FOLD_FIGURES.some((key) => key === name) || oddValue(word) === undefined)
      throw refuse('file.value', `odd.figures[${place}]`, `found "${name}" as ${word}`);
    found[name] = oddValue(word);
  });
  return deepFreeze(made as unknown as WalkFold[]);
}

/** The returns are those of the test windows. */
function assertInside({ folds }: WalkForwardJson, first: string, last: string): void {
  if (folds[0]!.test.from !== first)
    throw refuse('file.value', 'folds[0].test.from', `found ${folds[0]!.test.from}, but the returns begin on ${first}`);
  folds.forEach(({ train, test }, place) => {
    const before = folds[place - 1]?.test.to ?? train.to;
    if (train.to < test.from && before < test.from && test.from <= last) return;
    throw refuse(
      'file.value',
      `folds[${place}].test`,
      `found ${test.from} to ${test.to}, which does not follow what was before it, or begins after the returns end`,
    );
  });
}

function assertSame({ stability: said }: WalkForwardJson, made: WalkForward['stability']): void {
  for (const key of Object.keys(made) as (keyof typeof made)[]) {
    const found = numberOf(said[key]);
    // Infinities are null in JSON.
    const expected = Number.isFinite(made[key]) ? made[key] : NaN;
    if (Object.is(found, expected)) continue;
    if (Math.abs(found - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))) continue;
    throw refuse('file.value', `stability.${key}`, `found ${String(said[key])}, but the folds make ${made[key]}`);
  }
}
