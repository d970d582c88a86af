import type { ReadonlyFloat64Array } from '../core/index.js';
import { shared } from './shared.js';

/** A level of wealth whatever its size: `level` × `UNIT`^`units`. */
export interface Level {
  readonly level: number;
  readonly units: number;
}

/** Powers of two, so that taking them off a number changes none of its digits. */
const UNIT = 2 ** 500;
const HIGHEST = UNIT;
const LOWEST = 1 / UNIT;

const LOG_OF_UNIT = 500 * Math.LN2;

/** Whether the wealth of 1 stays where a product of returns is safe; a total loss, or more, is not, nor is a hole known to be. */
export const isSafe = (level: number): boolean => !(level > HIGHEST || level < LOWEST);

/**
 * Wealth of 1 over the rows `first` to `last`, however large or small it becomes. After more than everything was lost (a return below −1, which only a
 * difference of returns can be) there is no wealth: NaN, as after a hole.
 */
export function levelOver(values: ReadonlyFloat64Array, first: number, last: number): Level {
  let level = 1;
  for (let row = first; row <= last; row++) {
    level *= 1 + values[row]!;
    if (!isSafe(level)) return carefully(values, first, last);
  }
  return { level, units: 0 };
}

function carefully(values: ReadonlyFloat64Array, first: number, last: number): Level {
  let [level, units] = [1, 0];
  for (let row = first; row <= last; row++) [level, units] = next(level, units, values[row]!);
  return { level, units };
}

/** One period on: units are taken off, or put on, as soon as they can be. */
function next(before: number, units: number, value: number): [level: number, units: number] {
  const level = value < -1 ? NaN : before * (1 + value);
  if (level > HIGHEST) return [level / UNIT, units + 1];
  return level < LOWEST && level > 0 ? [level * UNIT, units - 1] : [level, units];
}

/** A level as a number: NaN where it is larger than any, 0 where it is smaller. */
export function amountOf({ level, units }: Level): number {
  if (units === 0) return level;
  // In two steps: a power of all the units may leave the range of numbers where the amount is in it.
  const half = Math.trunc(units / 2);
  const amount = level * UNIT ** half * UNIT ** (units - half);
  return amount === Infinity ? NaN : amount;
}

/** One level over another, NaN over nothing. */
export function levelRatio(one: Level, other: Level): number {
  if (other.level === 0) return NaN;
  return amountOf({ level: one.level / other.level, units: one.units - other.units });
}

/** Growth to a level over some years as a rate per year. */
export function ratePerYear({ level, units }: Level, years: number): number {
  const rate = units === 0 ? level ** (1 / years) - 1 : Math.expm1((Math.log(level) + units * LOG_OF_UNIT) / years);
  return rate === Infinity ? NaN : rate;
}

/** The wealth at every point of a path, the starting 1 first. */
export interface WealthPath {
  readonly levels: Float64Array;
  /** The units of every level; absent where no wealth leaves the range in which a product is safe. */
  readonly units?: Int32Array;
}

/** The path of wealth over returns. Do not write into it. */
export function wealthPathOf(values: ReadonlyFloat64Array): WealthPath {
  return shared('wealth path', [values], () => {
    const levels = new Float64Array(values.length + 1);
    let level = (levels[0] = 1);
    for (let row = 0; row < values.length; row++) {
      levels[row + 1] = level *= 1 + values[row]!;
      if (!isSafe(level)) return careful(values, levels);
    }
    return { levels };
  });
}

function careful(values: ReadonlyFloat64Array, levels: Float64Array): WealthPath {
  const units = new Int32Array(levels.length);
  for (let row = 0; row < values.length; row++)
    [levels[row + 1], units[row + 1]] = next(levels[row]!, units[row]!, values[row]!);
  return { levels, units };
}

/** The level at a point of a path. */
export function levelAt({ levels, units }: WealthPath, point: number): Level {
  return { level: levels[point]!, units: units?.[point] ?? 0 };
}
