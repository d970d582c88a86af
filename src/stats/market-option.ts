import { assertOneOf, InputError } from '../core/index.js';
import { checkOptions } from './check-options.js';
import type { Market } from './in-market.js';

/** The option of the statistics that are taken in one market. */
export interface MarketOption {
  /** 'up': the periods in which the benchmark rose; 'down': those in which it fell. There is no default. */
  readonly market: 'up' | 'down';
}

/** The checked `market` option. */
export function marketOf(where: string, options: MarketOption): Market {
  checkOptions(where, options, ['market']);
  const { market } = options as { readonly market?: unknown };
  if (market === undefined) {
    throw new InputError('option.missing', `${where}: "market" is missing. Say market: 'up' or market: 'down'.`, {
      where,
      option: 'market',
    });
  }
  assertOneOf(where, 'market', market, ['up', 'down']);
  return market;
}
