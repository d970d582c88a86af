import { type Cell, percentCell } from '../table/index.js';

/** A difference of two percentages as it is printed, in points: "2.50 pts" for 0.025. */
export function pointsCell(value: number): Cell {
  const cell = percentCell(value);
  return { ...cell, text: cell.text.replace(/\s?%$/, ' pts') };
}
