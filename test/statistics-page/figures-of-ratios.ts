import {
  calmarRatio,
  gainLossRatio,
  geometricSharpeRatio,
  kellyFraction,
  martinRatio,
  painRatio,
  sharpeRatio,
  sharpeStandardError,
  sortinoRatio,
  stability,
  upsidePotentialRatio,
  volatilitySkewness,
} from '../../src/stats/index.js';
import {
  bacon,
  type Computed,
  deviation,
  e,
  falls,
  fallsTakenForPercent,
  fit,
  logWealth,
  mean,
  moment,
  q,
  quarters,
  r,
  riskFree,
  rootMeanSquare,
  sum,
  yearly,
} from './formulas.js';

const [gains, losses] = [r.filter((value) => value > 0), r.filter((value) => value < 0)];
const target = 0.005;
const atHalf = { minimumAcceptableReturn: target };
const [above, under] = [1, -1].map((side) =>
  r.map((value) => Math.max(side * (value - target), 0)).filter((value) => value > 0),
);
const perQuarter = mean(q) / deviation(q, 1);
/** √P × √((1 − γ₃S + c S²) / (n − 1)) over the four quarters. */
const error = (skew: number, factor: number): number =>
  2 * Math.sqrt((1 - skew * perQuarter + factor * perQuarter ** 2) / 3);

/** What the table of differences says of ratios, computed. */
export const figuresOfRatios: Readonly<Record<string, Computed>> = {
  'sharpeRatio of bacon': {
    here: sharpeRatio(bacon),
    elsewhere: [
      yearly(r, 12) / (deviation(r, 1) * Math.sqrt(12)),
      (mean(r) / deviation(r, 0)) * Math.sqrt(12),
      (mean(r) / deviation(r, 1)) * Math.sqrt(252),
    ],
  },
  'sharpeRatio of quarters': {
    here: sharpeRatio(quarters, { riskFree }),
    elsewhere: [(mean(e) / deviation(q, 1)) * 2],
  },
  'sharpeStandardError of quarters': {
    here: sharpeStandardError(quarters),
    elsewhere: [error(moment(q, 3), 1 / 2), error(0, 1 / 2)],
  },
  'geometricSharpeRatio of quarters': {
    here: geometricSharpeRatio(quarters, { riskFree }),
    elsewhere: [yearly(e, 4) / (deviation(q, 1) * 2)],
  },
  'sortinoRatio of bacon': {
    here: sortinoRatio(bacon),
    elsewhere: [
      mean(r) / (rootMeanSquare(losses) * Math.sqrt(losses.length / r.length)),
      (mean(r) / rootMeanSquare(losses)) * Math.sqrt(12),
      (mean(r) / deviation(losses, 1)) * Math.sqrt(12),
    ],
  },
  'calmarRatio of bacon': {
    here: calmarRatio(bacon),
    elsewhere: [yearly(r, 12) / -Math.min(...falls(r))],
  },
  'gainLossRatio of bacon': {
    here: gainLossRatio(bacon),
    elsewhere: [mean(gains) / -mean(losses)],
  },
  'upsidePotentialRatio of bacon': {
    here: upsidePotentialRatio(bacon, atHalf),
    elsewhere: [mean(above!) / rootMeanSquare(under!)],
  },
  'volatilitySkewness of bacon': {
    here: volatilitySkewness(bacon, atHalf),
    elsewhere: [Math.sqrt(sum(above!.map((value) => value ** 2)) / sum(under!.map((value) => value ** 2)))],
  },
  'martinRatio of bacon': {
    here: martinRatio(bacon),
    elsewhere: [yearly(r, 12) / rootMeanSquare(fallsTakenForPercent(r))],
  },
  'painRatio of bacon': {
    here: painRatio(bacon),
    elsewhere: [yearly(r, 12) / -mean(fallsTakenForPercent(r))],
  },
  'kellyFraction of quarters': {
    here: kellyFraction(quarters, { riskFree }),
    elsewhere: [mean(e) / deviation(q, 1) ** 2 / 2],
  },
  'stability of quarters': {
    here: stability(quarters),
    elsewhere: [fit(logWealth(q))],
  },
};
