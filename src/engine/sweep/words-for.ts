import { describeValue } from '../../core/index.js';
import { describeSchedule, isSchedule } from '../../time/index.js';

/** Levels of lists and records that are written out; one that holds itself has no end. */
const DEEPEST = 6;

/** A parameter in a word or two, as tables show it. */
export function wordFor(value: unknown, depth = 0): string {
  if (depth > DEEPEST) return '…';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  if (value === null) return 'null';
  if (isSchedule(value)) return describeSchedule(value);
  if (Array.isArray(value)) return value.map((part) => wordFor(part, depth + 1)).join(' ');
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return wordsFor(value, depth + 1);
  return describeValue(value);
}

/** All parameters of a variant: "weight 0.3, month 6". */
export const wordsFor = (params: object, depth = 0): string =>
  Object.entries(params)
    .map(([name, value]) => `${name} ${wordFor(value, depth)}`)
    .join(', ');
