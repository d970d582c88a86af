import type { ReadonlyFloat64Array } from '../core/index.js';
import { lostIn, mean } from './sample-statistics.js';

/** Count, mean and Σ(x − mean)² of the rows of a window. */
export interface WindowMoments {
  readonly count: number;
  readonly mean: number;
  readonly squares: number;
  /** By what factor Σ(x − mean)² is smaller than the squares it was made of: that many times the rounding of a number is its error. */
  readonly cancelled: number;
}

/**
 * The first two moments of windows that only move forward, in a time that does not grow with their length.
 *
 * The rows of a window lie before and after a turning point: sums from each row before it up to it are ready, those after it are run up.
 * When the first row passes the turning point, the last row becomes the next one. Nothing is ever subtracted from a sum, so no error is
 * carried from window to window; all distances are from the mean of the first window, so nothing depends on rows that come later.
 *
 * @param values without NaN.
 */
export function windowSums(values: ReadonlyFloat64Array): (first: number, last: number) => WindowMoments {
  const before = new Float64Array(values.length);
  const squaresBefore = new Float64Array(values.length);
  let [start, turn, reached] = [0, -1, -1];
  const sums = new Sums();
  return (first, last) => {
    if (Number.isNaN(sums.centre)) sums.centre = mean(values.slice(first, last + 1));
    if (first < start || first > turn || last < reached) {
      sums.restart();
      for (let row = last; row >= first; row--) {
        sums.add(values[row]!);
        before[row] = sums.sum + sums.lost;
        squaresBefore[row] = sums.squares + sums.lostSquares;
      }
      sums.restart();
      [start, turn, reached] = [first, last, last];
    }
    while (reached < last) sums.add(values[++reached]!);
    const count = last - first + 1;
    const total = before[first]! + (sums.sum + sums.lost);
    const allSquares = squaresBefore[first]! + (sums.squares + sums.lostSquares);
    const about = allSquares - (total * total) / count;
    return { count, mean: sums.centre + total / count, squares: about, cancelled: allSquares / about };
  };
}

/** Sums of distances and of their squares, with compensation. Fields of an object: a number that a closure writes to would be an object anew each time. */
class Sums {
  centre = NaN;
  sum = 0;
  lost = 0;
  squares = 0;
  lostSquares = 0;

  restart(): void {
    this.sum = this.lost = this.squares = this.lostSquares = 0;
  }

  add(value: number): void {
    const distance = value - this.centre;
    const next = this.sum + distance;
    this.lost += lostIn(this.sum, distance, next);
    this.sum = next;
    const square = distance * distance;
    const nextSquares = this.squares + square;
    this.lostSquares += lostIn(this.squares, square, nextSquares);
    this.squares = nextSquares;
  }
}
