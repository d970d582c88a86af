import { sum } from '../core/index.js';
import type { Weights } from '../strategy/index.js';
import { numberCell, percentCell } from '../table/index.js';
import type { Settings } from './result.js';

/** So many assets are named in a sentence. */
const NAMED = 8;

/** A fraction in percent. */
export const percent = (fraction: number): string => percentCell(fraction).text;

/** Costs are small: percent with four decimals. */
export const costText = (fraction: number): string => `${(fraction * 100).toFixed(4)} %`;

/** Money with as many digits as the starting wealth asks for: wealth that begins at 1 needs more than one that begins at 100,000. */
export function moneyText(settings: Settings): (amount: number) => string {
  const digits = moneyDigits(settings);
  return (amount) => numberCell(amount, digits).text;
}

/** Decimals of money: fewer where there is much of it. */
export const moneyDigits = ({ flows }: Settings): number => ((flows?.initial ?? 1) >= 100 ? 2 : 6);

/** "SPY 70.00 %, IWM 30.00 %", the largest first, and what is left as cash or debt (or what else it is called). */
export function weightsText(weights: Weights, debt = 'debt'): string {
  const entries = Object.entries(weights).filter((entry): entry is [string, number] => (entry[1] ?? 0) !== 0);
  entries.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  const cash = 1 - sum(entries.map(([, weight]) => weight));
  const rest = cash > 1e-9 ? [`cash ${percent(cash)}`] : cash < -1e-9 ? [`${debt} ${percent(-cash)}`] : [];
  return listText([...entries.map(([asset, weight]) => `${asset} ${percent(weight)}`), ...rest]);
}

/** A list that ends with how many were left out. */
export function listText(parts: readonly string[]): string {
  if (parts.length <= NAMED) return parts.join(', ');
  return `${parts.slice(0, NAMED).join(', ')} and ${parts.length - NAMED} more`;
}
