/** One line of points over time. A value that is not finite is a gap. */
export interface Points {
  /** Ascending. */
  readonly days: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/**
 * Which points of a line are to be drawn so that it looks as if all were: of every column of pixels the first and the last, the lowest and
 * the highest, so that no trough and no peak is lost, and the ends of gaps. All of them where there are not more than four for each column.
 *
 * @returns places, ascending.
 * @see Jugel, U., Jerzak, Z., Hackenbroich, G. and Markl, V. (2014), "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 7(10).
 */
export function thinPoints({ days, values }: Points, columns: number): readonly number[] {
  const length = values.length;
  const all = Array.from({ length }, (_, place) => place);
  if (length <= 4 * columns) return all;
  const [start, end] = [days[0]!, days[length - 1]!];
  const columnOf = (place: number): number =>
    Math.min(columns - 1, Math.floor(((days[place]! - start) / (end - start)) * columns));
  const kept = new Set<number>();
  for (let from = 0; from < length;) {
    const column = columnOf(from);
    let to = from;
    let [lowest, highest] = [-1, -1];
    for (; to < length && columnOf(to) === column; to++) {
      const value = values[to]!;
      if (!Number.isFinite(value)) {
        kept.add(to);
        continue;
      }
      if (lowest < 0 || value < values[lowest]!) lowest = to;
      if (highest < 0 || value > values[highest]!) highest = to;
    }
    for (const place of [from, to - 1, lowest, highest]) if (place >= 0) kept.add(place);
    from = to;
  }
  return all.filter((place) => kept.has(place));
}
