import { readFileSync } from 'node:fs';
import { isInputError } from '../../src/index.js';
import { root } from '../support/source-files.js';
import { faultOfAnswer } from './answer-fault.js';
import { HostileError } from './hostile.js';
import type { AnyFunction } from './recorded-calls.js';
import { shapeOf } from './shape-of.js';

/** Every code that the library says it has. */
const codes = new Set(
  Array.from(
    readFileSync(`${root}src/core/error-code.ts`, 'utf8').matchAll(/'([a-z-]+\.[a-z-]+)'/g),
    (found) => found[1],
  ),
);

/** Seconds of processor time that one call on small input may take. */
const LONGEST = 5;

/** What is wrong with a call: nothing where it left its input as it was, and answered something sound or refused by name. */
export async function faultOf(
  act: AnyFunction,
  args: readonly unknown[],
  { salt = 0, slow = false }: { readonly salt?: number; readonly slow?: boolean } = {},
): Promise<string | undefined> {
  const before = shapeOf(args);
  const began = process.cpuUsage();
  let fault: string | undefined;
  let answer: unknown;
  try {
    answer = await timeLimited(act(...args));
  } catch (error) {
    fault = faultOfError(error);
  }
  const { user } = process.cpuUsage(began);
  if (user > LONGEST * 1e6) fault ??= `took ${(user / 1e6).toFixed(1)} s`;
  fault ??= await timeLimited(faultOfAnswer(answer, { salt, slow, faultOfError }));
  if (shapeOf(args) !== before) fault ??= 'the input was changed';
  return fault ?? faultOfPrototypes();
}

/** What is wrong with an error: nothing for a named one with a sentence, and for the caller's own. */
export function faultOfError(error: unknown): string | undefined {
  if (error instanceof HostileError) return undefined;
  if (isInputError(error)) {
    if (!codes.has(error.code)) return `InputError of an unknown code "${error.code}"`;
    if (error.message.length < 20 || error.message.length > 20_000)
      return `a message of ${error.message.length} characters: ${error.message.slice(0, 200)}`;
    return undefined;
  }
  // What was handed over as a function was a class: the engine of the language says so, in words that name the remedy.
  if (error instanceof TypeError && error.message.startsWith('Class constructor')) return undefined;
  if (!(error instanceof Error)) return `threw ${typeof error}`;
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  // The caller's own function failed where its frame lies above those of the library.
  const library = lines.findIndex((line) => line.includes('/src/'));
  const own = lines.findIndex((line) => /\beval at\b|\/test\/fuzz\//.test(line));
  if (
    own >= 0 &&
    (library < 0 || own < library) &&
    !(error instanceof RangeError && error.message.includes('stack')) &&
    library >= 0
  )
    return undefined;
  return `${error.name}: ${error.message.slice(0, 300)}\n${lines.slice(0, 4).join('\n')}`;
}

const atFirst = Reflect.ownKeys(Object.prototype).length;

function faultOfPrototypes(): string | undefined {
  const polluted = ({} as Record<string, unknown>)['polluted'] !== undefined;
  return polluted || Reflect.ownKeys(Object.prototype).length !== atFirst ? 'a prototype was polluted' : undefined;
}

/** Waits for a promise, at most twenty seconds. */
async function timeLimited<T>(answer: T | Promise<T>): Promise<T> {
  if (!(answer instanceof Promise)) return answer;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer within 20 s'));
    }, 20_000);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
