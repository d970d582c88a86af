/** The figures of one fold. */
export interface FoldFigures {
  /** The number of the chosen variant. */
  readonly chosen: number;
  readonly inSample: number;
  readonly outOfSample: number;
  /** The chosen variant's place among all in the test: 0 the worst, ½ the middle, 1 the best; NaN where it is undefined. */
  readonly rank: number;
}

/** What choosing by training was worth, over all folds. Means leave out what is undefined. */
export interface WalkStability {
  readonly meanInSample: number;
  readonly meanOutOfSample: number;
  /** Mean out of sample less mean in sample, over folds where both are defined: below 0 is what the choice lost. */
  readonly degradation: number;
  readonly meanRank: number;
  /** Share of folds in which the chosen variant did better than the middle of all. */
  readonly aboveMiddle: number;
  /** How many different variants were chosen, and in what share of folds the choice was that of the fold before. */
  readonly distinct: number;
  readonly unchanged: number;
}

/** Figures over all folds; 0 / 0 is NaN: what there is nothing to take the mean of. */
export function stabilityOf(folds: readonly FoldFigures[], trials: number): WalkStability {
  const ranks = folds.map(({ rank }) => rank).filter((rank) => !Number.isNaN(rank));
  const kept = folds.filter(({ chosen }, place) => place > 0 && chosen === folds[place - 1]!.chosen).length;
  const meanInSample = meanOf(folds.map(({ inSample }) => inSample));
  return Object.freeze({
    meanInSample,
    meanOutOfSample: meanOf(folds.map(({ outOfSample }) => outOfSample)),
    degradation: meanOf(folds.map(({ inSample, outOfSample }) => outOfSample - inSample)),
    meanRank: meanOf(ranks),
    aboveMiddle: trials < 2 ? NaN : ranks.filter((rank) => rank > 0.5).length / ranks.length,
    distinct: new Set(folds.map(({ chosen }) => chosen)).size,
    unchanged: kept / (folds.length - 1),
  });
}

function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
