import { mean, ratio } from '../../stats/index.js';

/** One division: the trial that was best in a half, and what became of it in the other. */
export interface Split {
  readonly best: number;
  readonly logit: number;
  readonly inSample: number;
  readonly outOfSample: number;
}

/** Ranks the best trial of the half at a place in the mirrored half. Of equally good ones the first is chosen. */
export function splitOf(performances: readonly Float64Array[], place: number): Split {
  const other = performances[0]!.length - 1 - place;
  let best = 0;
  for (let trial = 1; trial < performances.length; trial++) {
    if (performances[trial]![place]! > performances[best]![place]!) best = trial;
  }
  const outOfSample = performances[best]![other]!;
  let [below, equal] = [0, 0];
  for (const one of performances) {
    const value = one[other]!;
    if (value < outOfSample) below++;
    else if (value === outOfSample) equal++;
  }
  // Twice the rank and what is left of N + 1: whole numbers, so that the middle is exactly 0.
  const rank = 2 * below + equal + 1;
  const logit = Math.log(rank / (2 * (performances.length + 1) - rank));
  return { best, logit, inSample: performances[best]![place]!, outOfSample };
}

/** The least-squares line of the performance in the other half on that in the chosen one. NaN without divisions that differ. */
export function degradation(splits: readonly Split[]): {
  readonly slope: number;
  readonly intercept: number;
  readonly rSquared: number;
} {
  const [x, y] = [mean(splits.map(({ inSample }) => inSample)), mean(splits.map(({ outOfSample }) => outOfSample))];
  let [xx, xy, yy] = [0, 0, 0];
  for (const { inSample, outOfSample } of splits) {
    xx += (inSample - x) ** 2;
    xy += (inSample - x) * (outOfSample - y);
    yy += (outOfSample - y) ** 2;
  }
  const slope = ratio(xy, xx);
  return { slope, intercept: y - slope * x, rSquared: ratio(xy * xy, xx * yy) };
}
