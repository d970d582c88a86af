// Who led and for how long: the runs from turn to turn of one portfolio's wealth over another's.
import { relativeStrength, runLengths, slice, turningPoints, type ReturnSeries, type Run } from 'backtilt';

/** The articles appeared from summer to autumn of 2025: what they call the present run is the last one then. */
export const asOf = { to: '2025-08' };

export const thresholds = [0.2, 0.3, 0.4, 0.5];

export interface WeakRuns {
  /** Turn to turn, up and down; without the first and the last, which the data cut off. */
  readonly whole: readonly Run[];
  /** Years of the present run, 0 where the first portfolio is ahead now. */
  readonly present: number;
  /** Years of the runs of weakness before it; the first may be cut off, so it was at least as long. */
  readonly earlier: readonly number[];
}

export const weakRuns = (small: ReturnSeries, large: ReturnSeries, threshold: number): WeakRuns => {
  const path = relativeStrength(slice(small, asOf), slice(large, asOf));
  const { runs } = runLengths(turningPoints(path, { threshold }));
  const isWeak = (run?: Run) => run?.direction === 'down';
  const last = runs.at(-1);
  return {
    whole: runs.filter(({ cutOff }) => cutOff === null),
    present: isWeak(last) ? last!.months / 12 : 0,
    earlier: runs
      .slice(0, -1)
      .filter(isWeak)
      .map(({ months }) => months / 12),
  };
};

/** NaN of nothing. */
export const mean = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0) / figures.length;
