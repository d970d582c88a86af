import { backtest } from '../../engine/index.js';
import { profitabilityScreenedValue } from '../../strategy/index.js';
import { annually } from '../../time/index.js';
import { DEMO_COSTS, type DemoData } from './demo-data.js';
import type { Section } from './section.js';
import { strategyExhibit } from './strategy-exhibit.js';

/** Small cheap stocks with and without the screen against the least profitable. */
export function screenedValueSection({ cells, bill }: DemoData): Section {
  const options = { costs: { tradingBps: DEMO_COSTS.small }, cash: bill };
  const rule = { smallest: 0.5, cheapest: 0.5, weighBy: 'marketCap', schedule: annually({ month: 6 }) } as const;
  const screened = backtest(cells, profitabilityScreenedValue({ ...rule, dropLeastProfitable: 0.25 }), options);
  const plain = backtest(cells, profitabilityScreenedValue({ ...rule, dropLeastProfitable: 0 }), options);
  return {
    heading: '2c. Profitability-screened value',
    about:
      'The smaller half, of that the cheaper half (book-to-market), of that all but the least profitable quarter; cap weighted, formed each June.',
    exhibits: [
      strategyExhibit(
        'screened-value',
        'Small value with and without the profitability screen',
        [screened, plain],
        plain,
        bill,
        ['Screened', 'Unscreened'],
      ),
    ],
    remarks: [
      'Made of the 32 French portfolios by size, book-to-market and operating profitability: whole cells are held, not stocks.',
    ],
  };
}
