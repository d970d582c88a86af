import type { ReturnSeries } from '../panel/index.js';
import { calmarRatio } from './calmar-ratio.js';
import { gainLossRatio } from './gain-loss-ratio.js';
import { geometricSharpeRatio } from './geometric-sharpe-ratio.js';
import { kellyFraction } from './kelly-fraction.js';
import { marRatio } from './mar-ratio.js';
import { martinRatio } from './martin-ratio.js';
import { omegaRatio } from './omega-ratio.js';
import { omegaSharpeRatio } from './omega-sharpe-ratio.js';
import { painRatio } from './pain-ratio.js';
import { sharpeRatio } from './sharpe-ratio.js';
import { sharpeStandardError } from './sharpe-standard-error.js';
import { sortinoRatio } from './sortino-ratio.js';
import { stability } from './stability.js';
import { tailRatio } from './tail-ratio.js';
import { upsidePotentialRatio } from './upside-potential-ratio.js';
import { volatilitySkewness } from './volatility-skewness.js';

/** Reward per unit of risk: each figure is that of the function of its name, a pure number; targets are 0 per period. */
export interface RatioFigures {
  /** Over cash: this one, its standard error, the geometric one, Martin, pain, gain–loss and Kelly. */
  readonly sharpeRatio: number;
  readonly sharpeStandardError: number;
  readonly geometricSharpeRatio: number;
  readonly sortinoRatio: number;
  /** Over the last 36 months. */
  readonly calmarRatio: number;
  /** Since inception. */
  readonly marRatio: number;
  readonly martinRatio: number;
  readonly painRatio: number;
  readonly omegaRatio: number;
  readonly omegaSharpeRatio: number;
  readonly upsidePotentialRatio: number;
  readonly volatilitySkewness: number;
  readonly gainLossRatio: number;
  readonly tailRatio: number;
  readonly kellyFraction: number;
  readonly stability: number;
}

/** The part of {@link summarize} on reward per unit of risk. */
export function summarizeRatios(life: ReturnSeries, riskFree: ReturnSeries | undefined): RatioFigures {
  return Object.freeze({
    sharpeRatio: sharpeRatio(life, { riskFree }),
    sharpeStandardError: sharpeStandardError(life, { riskFree }),
    geometricSharpeRatio: geometricSharpeRatio(life, { riskFree }),
    sortinoRatio: sortinoRatio(life),
    calmarRatio: calmarRatio(life),
    marRatio: marRatio(life),
    martinRatio: martinRatio(life, { riskFree }),
    painRatio: painRatio(life, { riskFree }),
    omegaRatio: omegaRatio(life),
    omegaSharpeRatio: omegaSharpeRatio(life),
    upsidePotentialRatio: upsidePotentialRatio(life),
    volatilitySkewness: volatilitySkewness(life),
    gainLossRatio: gainLossRatio(life, { riskFree }),
    tailRatio: tailRatio(life),
    kellyFraction: kellyFraction(life, { riskFree }),
    stability: stability(life),
  });
}
