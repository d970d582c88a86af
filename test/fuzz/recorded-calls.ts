import { docExamples } from '../support/doc-comments.js';
import type { DoorExports } from '../support/doors.js';
import { runExample } from '../support/run-example.js';

/** A call that is known to be good: what an `@example` of the documentation hands to a public function. */
export interface RecordedCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

export type AnyFunction = (...args: readonly unknown[]) => unknown;

const MOST_PER_NAME = 6;

/**
 * Runs every `@example` of the source with listening functions in place of the exported ones, and answers the arguments that
 * they were called with: the good input from which bad input is made. With `fewest`, only the examples of functions not heard of yet.
 */
export async function recordedCalls(
  doors: ReadonlyMap<string, DoorExports>,
  fewest = false,
): Promise<readonly RecordedCall[]> {
  const calls: RecordedCall[] = [];
  const counts = new Map<string, number>();
  let listening = true;
  const listen =
    (name: string, original: AnyFunction): AnyFunction =>
    (...args) => {
      const count = counts.get(name) ?? 0;
      if (listening && count < MOST_PER_NAME) {
        counts.set(name, count + 1);
        calls.push({ name, args });
      }
      return original(...args);
    };
  const heard = new Map(
    [...doors].map(([door, exported]) => [
      door,
      Object.fromEntries(
        Object.entries(exported).map(([name, value]) => [
          name,
          typeof value === 'function' && !isClass(value) ? listen(name, value as AnyFunction) : value,
        ]),
      ),
    ]),
  );
  const names = Object.assign({}, ...heard.values()) as DoorExports;
  const unheard = (code: string): boolean =>
    Array.from(code.matchAll(/\b(\w+)\(/g)).some(([, name = '']) => Object.hasOwn(names, name) && !counts.has(name));
  for (const { code } of docExamples()) if (!fewest || unheard(code)) await runExample(code, heard, names);
  listening = false;
  return calls;
}

/** A class is made with `new`: it is not called. */
export const isClass = (value: unknown): boolean =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
