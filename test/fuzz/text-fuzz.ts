import fc from 'fast-check';
import { accidents, mutated } from './mutated-text.js';
import { textFault } from './text-fault.js';
import { textReaders } from './text-readers.js';

/** Reads files after accidents; answers the smallest accident after which a reader reads something else, or breaks. */
export function fuzzText(
  name: string,
  seed: number,
  runs: number,
): { readonly fault: string; readonly text: string } | undefined {
  const reader = textReaders[name]!;
  const property = fc.property(accidents, (list) => textFault(reader, list.reduce(mutated, reader.text)) === undefined);
  const { counterexample } = fc.check(property, { seed, numRuns: runs });
  if (counterexample === null) return undefined;
  const text = counterexample[0].reduce(mutated, reader.text);
  return { fault: textFault(reader, text) ?? 'gone when tried again', text };
}
