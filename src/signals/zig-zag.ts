/** A turn by the places of its extreme and of the level that confirmed it. */
export interface ZigZagTurn {
  readonly at: number;
  readonly confirmed: number;
  readonly type: 'peak' | 'trough';
}

/**
 * The turns of levels: an extreme counts once a later level is far enough away from it.
 *
 * @param isAway whether the higher of two levels is far enough above the lower one.
 */
export function zigZag(levels: Float64Array, isAway: (low: number, high: number) => boolean): ZigZagTurn[] {
  const turns: ZigZagTurn[] = [];
  let [high, low] = [0, 0];
  let rising: boolean | undefined;
  const turn = (at: number, confirmed: number, type: 'peak' | 'trough'): void => {
    // What lay before the first level is not known, so it is no turn; the direction after it is.
    if (at > 0) turns.push({ at, confirmed, type });
    rising = type === 'trough';
    high = low = confirmed;
  };
  levels.forEach((level, index) => {
    if (level >= levels[high]!) high = index;
    if (level <= levels[low]!) low = index;
    if (rising !== false && high < index && isAway(level, levels[high]!)) turn(high, index, 'peak');
    else if (rising !== true && low < index && isAway(levels[low]!, level)) turn(low, index, 'trough');
  });
  return turns;
}
