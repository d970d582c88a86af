import { describeValue, InputError } from '../core/index.js';

/** The mark of hindsight of what a signal is made from; false where there is none, as in a plain list. */
export function hindsightMark(source: object, where: string): boolean {
  const { usesHindsight = false } = source as { readonly usesHindsight?: unknown };
  if (typeof usesHindsight === 'boolean') return usesHindsight;
  throw new InputError(
    'option.type',
    `${where}: "usesHindsight" is ${describeValue(usesHindsight)}; it must be true or false.`,
    { where, found: describeValue(usesHindsight) },
  );
}
