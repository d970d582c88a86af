import { describeValue } from '../../core/index.js';
import { describeSchedule, isSchedule } from '../../time/index.js';

/** A parameter in a word or two, as tables show it. */
export function wordFor(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  if (typeof value === 'boolean' || value === null || value === undefined) return String(value);
  if (isSchedule(value)) return describeSchedule(value);
  if (Array.isArray(value)) return value.map(wordFor).join(' ');
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return wordsFor(value);
  return describeValue(value);
}

/** All parameters of a variant: "weight 0.3, month 6". */
export const wordsFor = (params: object): string =>
  Object.entries(params)
    .map(([name, value]) => `${name} ${wordFor(value)}`)
    .join(', ');
