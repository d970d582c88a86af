import {
  alpha,
  appraisalRatio,
  captureOfCumulative,
  captureOfMeans,
  downBeta,
  downCapture,
  downHitRate,
  informationRatio,
  mSquared,
  mSquaredExcess,
  relativeWealth,
  rSquared,
  specificRisk,
  spread,
  systematicRisk,
  trackingError,
  treynorRatio,
  upCapture,
  upHitRate,
} from '../../src/stats/index.js';
import {
  b,
  bacon,
  benchmark,
  type Computed,
  correlationOf,
  deviation,
  growth,
  mean,
  picked,
  r,
  rootMeanSquare,
  slope,
  sum,
  yearly,
} from './formulas.js';

const n = r.length;
const [up, down, notUp] = [picked((value) => value > 0), picked((value) => value < 0), picked((value) => value <= 0)];
const belowMean = picked((value) => value < mean(b));
const active = r.map((value, row) => value - b[row]!);
const beta = slope(r, b);
const intercept = mean(r) - beta * mean(b);
/** √(Σu²/(n − lost)) of the residuals, per year. */
const specific = (lost: number): number =>
  Math.sqrt((sum(r.map((value, row) => (value - intercept - beta * b[row]!) ** 2)) / (n - lost)) * 12);
const jensen = yearly(r, 12) - beta * yearly(b, 12);
/** What PerformanceAnalytics' MSquared is without cash: the CAGR times the ratio of deviations. */
const compounded = (yearly(r, 12) * deviation(b, 1)) / deviation(r, 1);
const share = (months: { r: number[]; b: number[] }, hit: (value: number) => boolean): number =>
  months.r.filter(hit).length / months.r.length;

/** What the table of differences says of figures against a benchmark, computed. */
export const figuresOfBenchmark: Readonly<Record<string, Computed>> = {
  'trackingError of bacon': {
    here: trackingError(bacon, benchmark),
    elsewhere: [rootMeanSquare(active) * Math.sqrt(12)],
  },
  'spread of bacon': {
    here: spread(bacon, benchmark).annualisedDifference,
    elsewhere: [growth(r) - growth(b), growth(r) / growth(b) - 1],
  },
  'relativeWealth of bacon': {
    here: relativeWealth(bacon, benchmark).values.at(-1)!,
    elsewhere: [1 + sum(active)],
  },
  'informationRatio of bacon': {
    here: informationRatio(bacon, benchmark),
    elsewhere: [
      (yearly(r, 12) - yearly(b, 12)) / (deviation(active, 1) * Math.sqrt(12)),
      mean(active) / deviation(active, 1),
    ],
  },
  'downBeta of bacon': {
    here: downBeta(bacon, benchmark),
    elsewhere: [
      slope(notUp.r, notUp.b),
      slope(belowMean.r, belowMean.b),
      sum(down.r.map((value, row) => value * down.b[row]!)) / sum(down.b.map((value) => value ** 2)),
    ],
  },
  'alpha of bacon': {
    here: alpha(bacon, benchmark),
    elsewhere: [(1 + intercept) ** 12 - 1, jensen],
  },
  'rSquared of bacon': {
    here: rSquared(bacon, benchmark),
    elsewhere: [1 - ((1 - correlationOf(r, b) ** 2) * (n - 1)) / (n - 2)],
  },
  'systematicRisk of bacon': {
    here: systematicRisk(bacon, benchmark),
    elsewhere: [beta * deviation(b, 0) * Math.sqrt(12)],
  },
  'specificRisk of bacon': {
    here: specificRisk(bacon, benchmark),
    elsewhere: [specific(0), specific(1)],
  },
  'treynorRatio of bacon': {
    here: treynorRatio(bacon, benchmark),
    elsewhere: [yearly(r, 12) / beta, yearly(r, 12) / (beta * deviation(b, 1) * Math.sqrt(12))],
  },
  'appraisalRatio of bacon': {
    here: appraisalRatio(bacon, benchmark),
    elsewhere: [jensen / specific(0)],
  },
  'mSquared of bacon': { here: mSquared(bacon, benchmark), elsewhere: [compounded] },
  'mSquaredExcess of bacon': {
    here: mSquaredExcess(bacon, benchmark),
    elsewhere: [(1 + compounded) / (1 + yearly(b, 12)) - 1, compounded - yearly(b, 12)],
  },
  'upCapture of bacon': {
    here: upCapture(bacon, benchmark),
    elsewhere: [yearly(up.r, 12) / yearly(up.b, 12)],
  },
  'downCapture of bacon': {
    here: downCapture(bacon, benchmark),
    elsewhere: [
      yearly(down.r, 12) / yearly(down.b, 12),
      (growth(notUp.r) ** (1 / notUp.r.length) - 1) / (growth(notUp.b) ** (1 / notUp.b.length) - 1),
    ],
  },
  'captureOfMeans of bacon': {
    here: captureOfMeans(bacon, benchmark, { market: 'down' }),
    elsewhere: [mean(notUp.r) / mean(notUp.b)],
  },
  'captureOfCumulative of bacon': {
    here: captureOfCumulative(bacon, benchmark, { market: 'down' }),
    elsewhere: [(growth(notUp.r) - 1) / (growth(notUp.b) - 1)],
  },
  'upHitRate of bacon': { here: upHitRate(bacon, benchmark), elsewhere: [share(up, (value) => value > 0)] },
  'downHitRate of bacon': {
    here: downHitRate(bacon, benchmark),
    elsewhere: [share(down, (value) => value < 0)],
  },
};
