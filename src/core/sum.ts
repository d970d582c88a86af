/** The sum of numbers, in their order and without compensation: the engine and the specification add money in this way. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index]!;
  return total;
}

/** The sum of the numbers at some places, in the order of the places. */
export function sumAt(values: ArrayLike<number>, places: readonly number[]): number {
  let total = 0;
  for (const place of places) total += values[place]!;
  return total;
}
