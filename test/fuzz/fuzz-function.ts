import fc from 'fast-check';
import { altered, type Edit, edits } from './altered-call.js';
import { faultOf } from './fault-of.js';
import type { AnyFunction, RecordedCall } from './recorded-calls.js';

/** A fault with the smallest change of a good call that shows it. */
export interface Counterexample {
  readonly name: string;
  /** Which of the recorded calls of the function was changed. */
  readonly call: number;
  readonly edits: readonly Edit[];
  readonly fault: string;
}

/** The arguments of a counterexample, made again. */
export function argumentsOf(call: RecordedCall, changes: readonly Edit[]): readonly unknown[] {
  return changes.reduce(altered, call.args);
}

/** Which hostile arguments the methods of the answer get: counted off from the changes, so that a counterexample says it. */
const saltOf = (changes: readonly Edit[]): number => changes.reduce((sum, { place, what }) => sum + place + what, 0);

/** Calls a function with bad input of every kind made from its good calls; answers the smallest input that shows a fault. */
export async function fuzzFunction(
  name: string,
  act: AnyFunction,
  calls: readonly RecordedCall[],
  {
    seed,
    runs,
    slow = false,
    before,
  }: {
    readonly seed: number;
    readonly runs: number;
    readonly slow?: boolean;
    readonly before?: (words: string) => void;
  },
): Promise<Counterexample | undefined> {
  let last: string | undefined;
  const property = fc.asyncProperty(fc.nat({ max: calls.length - 1 }), edits, async (call, changes) => {
    before?.(`${name} ${call} ${JSON.stringify(changes)}`);
    const fault = await faultOf(act, argumentsOf(calls[call]!, changes), { salt: saltOf(changes), slow });
    last = fault ?? last;
    return fault === undefined;
  });
  const { counterexample } = await fc.check(property, { seed, numRuns: runs });
  if (counterexample === null) return undefined;
  const [call, changes] = counterexample;
  return {
    name,
    call,
    edits: changes,
    fault:
      (await faultOf(act, argumentsOf(calls[call]!, changes), { salt: saltOf(changes), slow })) ??
      last ??
      'gone when tried again',
  };
}
