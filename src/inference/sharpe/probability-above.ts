import { errorOfSharpe, ratio, type SharpeMoments } from '../../stats/index.js';
import { normalCdf } from '../distributions/normal-cdf.js';

/**
 * The probability that the true Sharpe ratio lies above a threshold, both per period: Φ[(S − S*) √(n − 1) / √(1 − γ₃S + (γ₄ − 1)/4 · S²)]. The error is
 * taken at the estimate S, as in the paper of 2012; a later restatement takes it at S* with divisor n and gives another number.
 */
export function probabilityAbove(moments: SharpeMoments, threshold: number): number {
  return normalCdf(ratio(moments.sharpe - threshold, errorOfSharpe(moments)));
}
