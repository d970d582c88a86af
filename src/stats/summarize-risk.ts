import type { ReturnSeries } from '../panel/index.js';
import { autocorrelationAdjustedVolatility } from './autocorrelation-adjusted-volatility.js';
import { autocorrelation } from './autocorrelation.js';
import { centralMoments } from './central-moments.js';
import { cornishFisherValueAtRisk } from './cornish-fisher-value-at-risk.js';
import { downsideDeviation } from './downside-deviation.js';
import { downsideFrequency } from './downside-frequency.js';
import { downsidePotential } from './downside-potential.js';
import { expectedShortfall } from './expected-shortfall.js';
import { gaussianExpectedShortfall } from './gaussian-expected-shortfall.js';
import { gaussianValueAtRisk } from './gaussian-value-at-risk.js';
import { meanAbsoluteDeviation } from './mean-absolute-deviation.js';
import { observed } from './observed.js';
import { sampleExcessKurtosis } from './sample-excess-kurtosis.js';
import { sampleSkewness } from './sample-skewness.js';
import { semiDeviation } from './semi-deviation.js';
import { upsidePotential } from './upside-potential.js';
import { upsideRisk } from './upside-risk.js';
import { valueAtRisk } from './value-at-risk.js';
import { volatility } from './volatility.js';

/** How returns vary: each figure is that of the function of its name; targets are 0 per period, confidence levels 0.95. */
export interface RiskFigures {
  /** Per year. */
  readonly volatility: number;
  /** Per year, over the first 11 lags: all of monthly and coarser returns. */
  readonly autocorrelationAdjustedVolatility: number;
  /** At lag 1. */
  readonly autocorrelation: number;
  readonly downsideDeviation: number;
  readonly semiDeviation: number;
  readonly meanAbsoluteDeviation: number;
  readonly upsideRisk: number;
  readonly downsidePotential: number;
  readonly upsidePotential: number;
  readonly downsideFrequency: number;
  readonly skewness: number;
  readonly sampleSkewness: number;
  readonly excessKurtosis: number;
  readonly sampleExcessKurtosis: number;
  readonly valueAtRisk: number;
  readonly expectedShortfall: number;
  readonly gaussianValueAtRisk: number;
  readonly gaussianExpectedShortfall: number;
  readonly cornishFisherValueAtRisk: number;
}

/** The part of {@link summarize} on how returns vary. */
export function summarizeRisk(life: ReturnSeries): RiskFigures {
  const { skewness, excessKurtosis } = centralMoments(observed(life, 'summarize'));
  return Object.freeze({
    volatility: volatility(life),
    autocorrelationAdjustedVolatility: autocorrelationAdjustedVolatility(life),
    autocorrelation: autocorrelation(life),
    downsideDeviation: downsideDeviation(life),
    semiDeviation: semiDeviation(life),
    meanAbsoluteDeviation: meanAbsoluteDeviation(life),
    upsideRisk: upsideRisk(life),
    downsidePotential: downsidePotential(life),
    upsidePotential: upsidePotential(life),
    downsideFrequency: downsideFrequency(life),
    skewness,
    sampleSkewness: sampleSkewness(life),
    excessKurtosis,
    sampleExcessKurtosis: sampleExcessKurtosis(life),
    valueAtRisk: valueAtRisk(life),
    expectedShortfall: expectedShortfall(life),
    gaussianValueAtRisk: gaussianValueAtRisk(life),
    gaussianExpectedShortfall: gaussianExpectedShortfall(life),
    cornishFisherValueAtRisk: cornishFisherValueAtRisk(life),
  });
}
