// C25: fees, holdings and sectors of funds, as the articles print them.
import { fundFacts } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';

// What is printed, and how exactly: fees to a hundredth of a percent, shares to a percent; holdings change from day to day.
const printed = {
  'fee of IWM': { says: { is: 0.0019, within: 0.00005 }, unit: 'percent' },
  'fee of VBR': { says: { is: 0.0008, within: 0.00005 }, unit: 'percent' },
  'financials in DFAT': { says: { is: 0.3, within: 0.005 }, unit: 'percent' },
  'industrials in DFAT': { says: { is: 0.14, within: 0.005 }, unit: 'percent' },
  'holdings of IWM': { says: { is: 1984, within: 20 }, unit: 'count' },
  'value funds among EEMV': { says: { is: 1, within: 0 }, unit: 'count' },
} as const;

/** Figures from the funds' own pages of 2025, such as `{ 'holdings of IWM': 1975, 'financials in DFAT': 0.29, 'value funds among EEMV': 0 }`. */
export type FundPages = Partial<Record<keyof typeof printed, number>>;

export const c25 = (facts = fundFacts(), pages: FundPages = {}): Claim => {
  const { IWM, VBR } = facts;
  const fees: FundPages = {
    'fee of IWM': IWM.expenseRatio?.value ?? NaN,
    'fee of VBR': VBR.expenseRatio?.value ?? NaN,
  };
  const figures = Object.entries({ ...fees, ...pages });
  const parts = figures.map(([reading, figure]) => ({ reading, figure, ...printed[reading as keyof typeof printed] }));
  const open = Object.keys(printed).filter((name) => !figures.some(([known]) => known === name));
  return claim({
    id: 'C25',
    claim:
      'IWM costs 0.19 % a year and holds 1,984 companies, VBR costs 0.08 %, DFAT has 30 % in financials and 14 % in industrials, and EEMV is a value fund',
    source: 'two market articles of 2025',
    data: ['Expense ratios: fundFacts(), each with its page.'],
    readings: [{ reading: 'As printed', parts: parts }],
    missing: open.length > 0 ? `from the funds’ pages of 2025: ${open.join(', ')}` : undefined,
    notes: [
      `All that is printed must hold. The bundled fees are of ${IWM.expenseRatio?.asOf ?? 'no day'} (IWM) and ${VBR.expenseRatio?.asOf ?? 'no day'} (VBR): funds change them.`,
    ],
  });
};
