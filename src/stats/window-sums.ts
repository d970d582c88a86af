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
  let centre = NaN;
  const before = new Float64Array(values.length);
  const squaresBefore = new Float64Array(values.length);
  let [start, turn, reached] = [0, -1, -1];
  let [sum, lost, squares, lostSquares] = [0, 0, 0, 0];
  const restart = (): void => {
    [sum, lost, squares, lostSquares] = [0, 0, 0, 0];
  };
  const add = (row: number): void => {
    const distance = values[row]! - centre;
    const next = sum + distance;
    lost += lostIn(sum, distance, next);
    sum = next;
    const square = distance * distance;
    const nextSquares = squares + square;
    lostSquares += lostIn(squares, square, nextSquares);
    squares = nextSquares;
  };
  return (first, last) => {
    if (Number.isNaN(centre)) centre = mean(values.slice(first, last + 1));
    if (first < start || first > turn || last < reached) {
      restart();
      for (let row = last; row >= first; row--) {
        add(row);
        before[row] = sum + lost;
        squaresBefore[row] = squares + lostSquares;
      }
      restart();
      [start, turn, reached] = [first, last, last];
    }
    while (reached < last) add(++reached);
    const count = last - first + 1;
    const total = before[first]! + (sum + lost);
    const allSquares = squaresBefore[first]! + (squares + lostSquares);
    const about = allSquares - (total * total) / count;
    return { count, mean: centre + total / count, squares: about, cancelled: allSquares / about };
  };
}
