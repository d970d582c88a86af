import {
  assertFilledArray,
  assertKnownOptions,
  assertName,
  assertObject,
  deepFreeze,
  describeValue,
  InputError,
} from '../../core/index.js';
import { type Table, toHtml, toText, withDisplay } from '../../table/index.js';
import { claimTable } from './claim-table.js';
import { assertReturnSeries, type ReturnSeries } from '../../panel/index.js';
import { dataNotes } from './data-notes.js';
import { checkReading } from './check-reading.js';
import type { ClaimReading } from './reading.js';
import { judgeReadings, type Judgement } from './verdict.js';

/** What {@link claim} takes: the claim in words, its data and the readings of it. */
export interface ClaimOptions {
  /** A short name, such as "C9". */
  readonly id: string;
  /** The claim in your own words. */
  readonly claim: string;
  /** Who made it. */
  readonly source?: string | undefined;
  /** Series that were looked at (their span, source, proxy rows and hindsight are told), or sentences. */
  readonly data: readonly (ReturnSeries | string)[];
  /** Fair ways to read the claim, the plainest first; none where data are missing. */
  readonly readings: readonly ClaimReading[];
  /** What would be needed to test it, or to test the rest of it. */
  readonly missing?: string | undefined;
  /** What a reader must know: hindsight, overlap, choices, the number of variants tried. */
  readonly notes?: readonly string[] | undefined;
}

/** A claim with what the data say to it. Prints itself. */
export interface Claim extends Judgement {
  readonly id: string;
  readonly claim: string;
  readonly source: string | null;
  readonly missing: string | null;
  /** One row per reading. */
  readonly table: Table;
  readonly notes: readonly string[];
  toString(): string;
}

const OPTIONS = ['id', 'claim', 'source', 'data', 'readings', 'missing', 'notes'];

/**
 * A claim beside its figures, with a verdict that {@link verdict} computes from them.
 *
 * @param options the claim; its readings need `says` and `figure`, and are worth more with `interval`, `base` and `independent`.
 * @returns the judged readings, the verdict and a table with both; `notes` tell window, source, proxy rows and hindsight of the data.
 * @throws InputError `option.missing`, `option.type`, `option.range`, `option.unknown`, `series.invalid`.
 * @example
 * const fund = usFunds().returns('IWM');
 * const fall = { reading: 'month ends', says: { is: -0.5, within: 0.01 }, figure: maxDrawdown(fund) };
 * console.log(claim({ id: 'X', claim: 'IWM halved', data: [fund], readings: [fall] }).verdict); // not supported
 */
export function claim(options: ClaimOptions): Claim {
  const given: unknown = options;
  assertObject('claim', 'the options', given);
  assertKnownOptions('claim', options, OPTIONS);
  const { id, claim: words, source = null, data, readings, missing = null, notes = [] } = options;
  assertName('claim', 'id', id);
  const where = `claim ${id}`;
  assertName(where, 'claim', words);
  for (const [option, text] of Object.entries({ source, missing })) {
    if (text !== null) assertName(where, option, text);
  }
  if (!Array.isArray(notes))
    throw new InputError(
      'option.type',
      `${where}: "notes" is ${describeValue(notes)}; it must be an array of sentences.`,
      { where },
    );
  const sentences = Array.from<unknown, string>(notes, (note, index) => {
    assertName(where, `notes[${index}]`, note);
    return note;
  });
  assertFilledArray(where, 'data', data);
  data.forEach((one: unknown, index) => {
    if (typeof one !== 'string') assertReturnSeries(where, `data[${index}], unless it is a text,`, one);
  });
  const list: unknown = readings;
  // Where data are missing there may be none.
  if (missing === null || !Array.isArray(list) || list.length > 0) assertFilledArray(where, 'readings', list);
  const checked = readings.map((reading, index) => checkReading(`${where}, reading ${index}`, reading));
  const judgement = judgeReadings(checked);
  const head = { id, claim: words, source, missing };
  const table = claimTable(head, judgement, [...sentences, ...dataNotes(data)]);
  return withDisplay(
    { ...deepFreeze({ ...head, ...judgement }), table, notes: table.notes },
    { text: () => toText(table), html: () => toHtml(table) },
  );
}
