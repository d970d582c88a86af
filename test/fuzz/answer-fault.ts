import { types } from 'node:util';
import { isInputError } from '../../src/index.js';
import { HostileError, hostileThing } from './hostile.js';
import type { AnyFunction } from './recorded-calls.js';

/** Methods of answers that are not called, each with its reason. */
export const notCalled: Readonly<Record<string, string>> = {
  decide: 'the engine calls it with a view of its own making',
  weigh: 'part of a strategy',
  run: 'an executor: the library calls it with a job of its own making',
  close: 'ends the threads that other calls still use',
  then: 'a promise',
};

/** What takes a tenth of a second: called in the long run alone. */
const SLOW: ReadonlySet<string> = new Set(['toSvg']);

/** What a call of a method may be given, and how its error is judged. */
export interface AnswerOptions {
  /** Which hostile arguments the methods get. */
  readonly salt: number;
  readonly slow: boolean;
  readonly faultOfError: (error: unknown) => string | undefined;
}

/**
 * What is wrong with an answer: it must be able to show itself and to be written as JSON, may not hand markup on, and its methods must stand any
 * arguments as the exported functions do.
 */
export async function faultOfAnswer(answer: unknown, options: AnswerOptions, depth = 0): Promise<string | undefined> {
  if (typeof answer === 'string') return markupIn(answer);
  if (typeof answer !== 'object' || answer === null || types.isProxy(answer) || types.isPromise(answer))
    return undefined;
  const own = methodsOf(answer);
  const tried = [...own.values()].length;
  let fault: string | undefined;
  for (const [name, method] of own) {
    if ((Object.hasOwn(notCalled, name) && (name !== 'run' || own.has('close'))) || (SLOW.has(name) && !options.slow))
      continue;
    for (let turn = 0; turn < 3 && fault === undefined; turn++) {
      const args =
        turn === 0 ? [] : [hostileThing(options.salt * 7 + turn + name.length), hostileThing(options.salt + turn)];
      try {
        const said: unknown = await method.apply(answer, args);
        if (name === 'toString' && typeof said !== 'string') fault = 'it answers no text';
        else if (depth < 2 && said !== answer) fault = await faultOfAnswer(said, options, depth + 1);
      } catch (error) {
        fault = options.faultOfError(error);
      }
    }
    if (fault !== undefined) return `.${name}: ${fault}`;
  }
  if (tried === 0 || depth > 0) return undefined;
  return jsonFault(answer, options);
}

function jsonFault(answer: object, { faultOfError }: AnswerOptions): string | undefined {
  try {
    JSON.stringify(answer);
    return undefined;
  } catch (error) {
    if (error instanceof HostileError || isInputError(error)) return undefined;
    const fault = faultOfError(error);
    return fault === undefined ? undefined : `as JSON: ${fault}`;
  }
}

/**
 * The methods that the library gave an object: hidden ones of plain objects, by name or by the symbol by which notebooks show them, and shown ones where
 * the object has hidden ones too. A record that holds a function of the caller's is no object of the library.
 */
function methodsOf(answer: object): ReadonlyMap<string, AnyFunction> {
  const found = new Map<string, AnyFunction>();
  const hidden = Reflect.ownKeys(answer).some((key) => {
    const one = Object.getOwnPropertyDescriptor(answer, key)!;
    return !one.enumerable && typeof one.value === 'function';
  });
  if (!hidden) return found;
  for (const key of Reflect.ownKeys(answer)) {
    const one = Object.getOwnPropertyDescriptor(answer, key)!;
    const value: unknown = one.get === undefined ? one.value : undefined;
    if (typeof value === 'function')
      found.set(typeof key === 'symbol' ? (key.description ?? '') : key, value as AnyFunction);
  }
  return found;
}

/** Markup that came through as it was given, in a page or a picture. */
function markupIn(text: string): string | undefined {
  const page = /^\s*<(?:table|figure|div|section|!doctype|svg|html)/i.test(text);
  return page && /<img src=x|"><script>alert/.test(text) ? 'markup unescaped in HTML' : undefined;
}
