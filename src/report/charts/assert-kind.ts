import { describeValue, InputError } from '../../core/index.js';

/** Refuses what has not the parts of the result that a chart draws. */
export function assertKind(where: string, value: unknown, keys: readonly string[], from: string): void {
  if (typeof value === 'object' && value !== null && keys.every((key) => key in value)) return;
  throw new InputError('option.type', `${where}: found ${describeValue(value)}; give what ${from} answers.`, {
    where,
    found: describeValue(value),
  });
}
