import type { ReturnSeries } from '../panel/index.js';
import { numberCell } from '../table/index.js';

/** Under so many independent cases a result describes and does not infer. */
export const FEWEST = 10;

/** What is said where there are fewer independent blocks than that; nothing otherwise. `so` is what follows from it. */
export function fewBlocksWarning(independent: number, so = 'what is drawn from them is a guess'): string[] {
  if (independent >= FEWEST) return [];
  return [`Warning: only ${independent} independent ${independent === 1 ? 'block' : 'blocks'}: ${so}.`];
}

/** What is said where neighbours are correlated by more than chance gives, two errors of 1/√n; nothing otherwise. */
export function dependenceWarning(what: string, correlation: number, n: number): string[] {
  const bound = 2 / Math.sqrt(n);
  if (!(Math.abs(correlation) > bound)) return [];
  const two = (value: number): string => numberCell(value).text;
  return [
    `Warning: neighbouring ${what} are correlated (${two(correlation)}, more than the ±${two(bound)} of chance): they are not ${n} independent observations.`,
  ];
}

/** What is said where series of different kinds are compared: a total return holds dividends, a price return does not. */
export function mixedKindsWarning(series: readonly ReturnSeries[]): string[] {
  const kinds = [...new Set(series.map(({ meta }) => meta.kind))];
  return kinds.length < 2
    ? []
    : [`Warning: ${kinds[0]!} returns are held against ${kinds.slice(1).join(' and ')} returns.`];
}
