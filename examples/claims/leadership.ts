// Who led and for how long: the runs from turn to turn of one portfolio's wealth over another's.
import { relativeStrength, runLengths, slice, turningPoints, type ReturnSeries, type Run } from 'backtilt';

/** The articles appeared from summer to autumn of 2025: what they call the present run is the last one then. */
export const asOf = { to: '2025-08' };

/** Falls of relative wealth that make a turn, of one portfolio over the other or the other way round. */
export const falls = [0.2, 0.3, 0.4, 0.5];

export interface WeakRuns {
  /** Turn to turn, up and down; without the first and the last, which the data cut off. */
  readonly whole: readonly Run[];
  /** Years of the whole cycles, from peak to peak. */
  readonly cycles: readonly number[];
  /** Years of the present run, 0 where the first portfolio is ahead now. */
  readonly present: number;
  /** Years of the runs of weakness before it; the first may be cut off, so it was at least as long. */
  readonly earlier: readonly number[];
  /** The whole ones among them. */
  readonly wholeEarlier: readonly number[];
}

const isWeak = (run?: Run): boolean => run?.direction === 'down';
const yearsOf = ({ months }: Run): number => months / 12;

export const weakRuns = (small: ReturnSeries, large: ReturnSeries, fall: number): WeakRuns => {
  const path = relativeStrength(slice(small, asOf), slice(large, asOf));
  // A peak is confirmed at peak / (1 + threshold), which is a fall by threshold / (1 + threshold).
  const { runs } = runLengths(turningPoints(path, { threshold: fall / (1 - fall) }));
  const last = runs.at(-1);
  const whole = runs.filter(({ cutOff }) => cutOff === null);
  return {
    whole,
    cycles: whole.slice(1).flatMap((run, index) => (isWeak(run) ? [] : [yearsOf(whole[index]!) + yearsOf(run)])),
    present: isWeak(last) ? yearsOf(last!) : 0,
    earlier: runs.slice(0, -1).filter(isWeak).map(yearsOf),
    wholeEarlier: whole.filter(isWeak).map(yearsOf),
  };
};

/** NaN of nothing. */
export const mean = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0) / figures.length;
