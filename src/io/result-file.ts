import { createHash } from 'node:crypto';
import { z } from 'zod';
import { describeValue, InputError, isInputError } from '../core/index.js';
import type { BacktestResult } from '../engine/index.js';
import type { FilePath } from './file-path.js';
import { firstIssue } from './panel-schema.js';
import { parseJson } from './parse-json.js';
import { readText } from './read-text.js';
import { resultFromJson } from './result-from-json.js';
import { writeText } from './write-text.js';

/** What a file of a result begins with: the form may change, and a reader must know. */
const FORM = 'backtilt result 1';

const envelope = z.strictObject({
  form: z.literal(FORM),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'not 64 hexadecimal digits'),
  result: z.unknown(),
});

/**
 * Writes the result of a backtest as a JSON file that {@link readResult} reads: everything that its JSON holds, under a checksum. A file of this
 * name is written over.
 *
 * @throws InputError `series.invalid` for what is no result; `file.missing` when the file cannot be written.
 * @example
 * const run = backtest(usFunds(), fixedMix({ weights: { SPY: 0.7, IWM: 0.3 } }), { costs: { tradingBps: 5 } });
 * writeResult('run.json', run);
 * const again = readResult('run.json');
 * console.log(cagr(again) === cagr(run), again.digest === run.digest); // true true
 */
export function writeResult(path: FilePath, result: BacktestResult): void {
  assertResult(result);
  // Through JSON and back: what is summed is what a reader will have before it.
  const plain: unknown = JSON.parse(JSON.stringify(result));
  writeText('writeResult', path, `${JSON.stringify({ form: FORM, sha256: checksum(plain), result: plain })}\n`);
}

/**
 * The result of a backtest from a file that {@link writeResult} wrote; a file in which anything was changed is refused.
 *
 * First come the checks of {@link resultFromJson}, which name the figure that contradicts the others; then the checksum (SHA-256) over the
 * whole result, which finds every other change of a name, a number or an order. Spaces and line breaks between them may change. The checksum guards against accidents and careless hands, not
 * against somebody who works it out anew. `result.digest` names the run: the data, the strategy and the options that it was made of.
 *
 * @throws InputError `file.missing`; `file.format` (no JSON, another form, not the shape of a result), `file.value` (figures that contradict each other, or another checksum).
 * @see NIST (2015), FIPS PUB 180-4, "Secure Hash Standard", section 6.2.
 * @example
 * const run = backtest(usFunds(), fixedMix({ weights: { SPY: 1 } }));
 * writeResult('spy.json', run);
 * console.log(readResult('spy.json').name === run.name); // true
 */
export function readResult(path: FilePath): BacktestResult {
  const { where, text } = readText('readResult', path);
  const json = parseJson(where, text, 'writeResult');
  const issue = firstIssue(envelope, json);
  if (issue !== undefined) {
    const place = issue.path === '' ? 'the whole' : issue.path;
    throw new InputError(
      'file.format',
      `${where}: ${place}: found ${describeValue(issue.found)} (${issue.message}). Give a file made by writeResult; the bare JSON of a result is read by resultFromJson.`,
      { where, path: issue.path },
    );
  }
  const { sha256, result } = json as z.infer<typeof envelope>;
  const read = placed(where, () => resultFromJson(result));
  const found = checksum(result);
  if (found === sha256) return read;
  throw new InputError(
    'file.value',
    `${where}: the file was changed after it was written: its checksum differs (the file says ${sha256.slice(0, 12)}…, its figures give ${found.slice(0, 12)}…). No single figure contradicts the others. Write it anew from the run.`,
    { where, expected: sha256, found },
  );
}

function assertResult(result: unknown): void {
  if (typeof result === 'object' && result !== null && 'decisions' in result && 'digest' in result) return;
  const found = describeValue(result);
  throw new InputError('series.invalid', `writeResult: found ${found}; give the result of backtest(panel, strategy).`, {
    found,
  });
}

const checksum = (json: unknown): string => createHash('sha256').update(JSON.stringify(json), 'utf8').digest('hex');

function placed<Made>(where: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new InputError(error.code, error.message.replace(/^resultFromJson/, where), { ...error.details, where });
  }
}
