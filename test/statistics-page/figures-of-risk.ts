import {
  autocorrelation,
  autocorrelationAdjustedVolatility,
  averageDrawdown,
  cagr,
  conditionalDrawdownAtRisk,
  downsideDeviation,
  downsidePotential,
  drawdowns,
  excessKurtosis,
  expectedShortfall,
  gaussianExpectedShortfall,
  gaussianValueAtRisk,
  maxDrawdown,
  normalDensity,
  normalQuantile,
  painIndex,
  sampleExcessKurtosis,
  sampleSkewness,
  semiDeviation,
  skewness,
  timeUnderWater,
  ulcerIndex,
  valueAtRisk,
  volatility,
} from '../../src/stats/index.js';
import {
  ascending,
  bacon,
  type Computed,
  correlationOf,
  deviation,
  falls,
  fallsTakenForPercent,
  growth,
  mean,
  moment,
  quantileOf,
  r,
  rootMeanSquare,
  turned,
  turnedQuarters,
} from './formulas.js';

const n = r.length;
const losses = r.filter((value) => value < 0);
const below = r.filter((value) => value < mean(r));
const worst = ascending(r);
const z = normalQuantile(0.05);
const atHalf = { minimumAcceptableReturn: 0.005 };

/** What the table of differences says of return, risk and drawdown, computed. */
export const figuresOfRisk: Readonly<Record<string, Computed>> = {
  'cagr of bacon': {
    here: cagr(bacon),
    // 731 days from the end of 1999 to the end of 2001.
    elsewhere: [growth(r) ** (365.25 / 731) - 1, growth(r) ** (252 / n) - 1],
  },
  'volatility of bacon': {
    here: volatility(bacon),
    elsewhere: [deviation(r, 0) * Math.sqrt(12), deviation(r, 1) * Math.sqrt(252)],
  },
  'autocorrelation of bacon': {
    here: autocorrelation(bacon),
    elsewhere: [correlationOf(r.slice(1), r.slice(0, -1))],
  },
  'autocorrelationAdjustedVolatility of bacon': {
    here: autocorrelationAdjustedVolatility(bacon),
    elsewhere: [deviation(r, 1) * Math.sqrt(12)],
  },
  'downsideDeviation of bacon': {
    here: downsideDeviation(bacon),
    elsewhere: [rootMeanSquare(losses), deviation(losses, 1)],
  },
  'semiDeviation of bacon': {
    here: semiDeviation(bacon),
    elsewhere: [rootMeanSquare(below.map((value) => value - mean(r)))],
  },
  'downsidePotential of bacon': {
    here: downsidePotential(bacon, atHalf),
    elsewhere: [mean(r.map((value) => Math.max(0.005 - value, 0)))],
  },
  'skewness of bacon': {
    here: skewness(bacon),
    elsewhere: [(n ** 2 / ((n - 1) * (n - 2))) * moment(r, 3)],
  },
  'sampleSkewness of bacon': {
    here: sampleSkewness(bacon),
    elsewhere: [(n ** 2 / ((n - 1) * (n - 2))) * moment(r, 3)],
  },
  'excessKurtosis of bacon': { here: excessKurtosis(bacon), elsewhere: [moment(r, 4)] },
  'sampleExcessKurtosis of bacon': {
    here: sampleExcessKurtosis(bacon),
    elsewhere: [moment(r, 4) - 3],
  },
  'valueAtRisk of bacon': {
    here: valueAtRisk(bacon),
    elsewhere: [worst[Math.ceil(0.05 * n) - 1]!, -quantileOf(r, 0.05)],
  },
  'expectedShortfall of bacon': {
    here: expectedShortfall(bacon),
    // At or below the quantile −5.92 % lie two.
    elsewhere: [(worst[0]! + worst[1]!) / 2],
  },
  'gaussianValueAtRisk of bacon': {
    here: gaussianValueAtRisk(bacon),
    elsewhere: [mean(r) + z * deviation(r, 1)],
  },
  'gaussianExpectedShortfall of bacon': {
    here: gaussianExpectedShortfall(bacon),
    // Below −5.61 % lie two.
    elsewhere: [
      mean(r) - (deviation(r, 1) * normalDensity(z)) / 0.05,
      mean(r.filter((value) => value < mean(r) + z * deviation(r, 1))),
    ],
  },
  'maxDrawdown of turned': {
    here: maxDrawdown(turnedQuarters),
    // A path that begins after the first return: from −6 % on, nothing falls.
    elsewhere: [Math.min(...falls(turned.slice(1)))],
  },
  'averageDrawdown of bacon': {
    here: averageDrawdown(bacon),
    elsewhere: [-mean(drawdowns(bacon).map(({ depth }) => depth))],
  },
  'timeUnderWater of bacon': {
    here: timeUnderWater(bacon),
    elsewhere: [Math.max(...drawdowns(bacon).map(({ periods }) => periods.total))],
  },
  'ulcerIndex of bacon': {
    here: ulcerIndex(bacon),
    elsewhere: [rootMeanSquare([0, ...falls(r)]), rootMeanSquare(fallsTakenForPercent(r))],
  },
  'painIndex of bacon': {
    here: painIndex(bacon),
    elsewhere: [-mean(fallsTakenForPercent(r))],
  },
  'conditionalDrawdownAtRisk of bacon': {
    here: conditionalDrawdownAtRisk(bacon),
    elsewhere: [
      mean(falls(r).filter((fall) => fall <= quantileOf(falls(r), 0.05))),
      quantileOf(
        drawdowns(bacon).map(({ depth }) => depth),
        0.05,
      ),
    ],
  },
};
