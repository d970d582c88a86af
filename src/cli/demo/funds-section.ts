import { compare } from '../../report/index.js';
import type { DemoData } from './demo-data.js';
import type { Section } from './section.js';

/** Small-cap funds beside the S&P 500 fund, over the window that all of them share. */
export function fundsSection({ funds, bill }: DemoData): Section {
  const comparison = compare(funds, ['AVUV', 'IWM', 'IJS', 'VBR', 'DFSVX'], {
    benchmark: 'SPY',
    riskFree: bill,
    title: 'Small-cap funds against SPY',
  });
  return {
    heading: '1. Funds',
    about: `Five small-cap funds and SPY, ${comparison.window}. Monthly total returns, net of fund fees.`,
    exhibits: [{ file: 'funds', table: comparison.table, data: comparison }],
    remarks: ['AVUV, IJS, VBR and DFSVX are value funds, IWM is not; SPY holds large companies.'],
  };
}
