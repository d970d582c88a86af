import type { ReturnSeries } from '../panel/index.js';
import { together } from './pair-of.js';

/** What is to be said of figures of daily or weekly series with different holidays; nothing where their rows are the same. */
export function closesNote(...given: readonly ReturnSeries[]): string[] {
  const paired = together(...given);
  const compounded = given.filter((one, index) => paired[index] !== one);
  if (compounded.length === 0) return [];
  const names = [...new Set(compounded.map(({ name }) => name))].join(' and ');
  const spans = paired[given.indexOf(compounded[0]!)]!.calendar.length;
  return [
    `The rows of ${given.map(({ name }) => name).join(' and ')} are of different days: they are compared over ${spans} spans between closes that all have (${names} compounded).`,
  ];
}
