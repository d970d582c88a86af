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

/** Figures from the funds' own pages of 2025, such as `{ 'fee of VBR': 0.0007, 'holdings of IWM': 1975, 'value funds among EEMV': 0 }`. */
export type FundPages = Partial<Record<keyof typeof printed, number>>;

export const c25 = (facts = fundFacts(), pages: FundPages = {}): Claim => {
  const fees = (['IWM', 'VBR'] as const).flatMap((name) => {
    const { expenseRatio: fee } = facts[name];
    return fee === undefined ? [] : [{ name, value: fee.value, day: fee.asOf ?? 'no day' }];
  });
  // A fee of another year can neither confirm nor refute what was printed in 2025.
  const dated = fees.filter(({ day }) => day.startsWith('2025'));
  const bundled = dated.map(({ name, value }) => [`fee of ${name}`, value] as const);
  const figures = Object.entries({ ...Object.fromEntries(bundled), ...pages });
  const parts = figures.map(([reading, figure]) => ({ reading, figure, ...printed[reading as keyof typeof printed] }));
  const open = Object.keys(printed).filter((name) => !figures.some(([known]) => known === name));
  const told = fees.map(({ name, value, day }) => `${name} ${(value * 100).toFixed(2)} % (${day})`);
  return claim({
    id: 'C25',
    claim:
      'IWM costs 0.19 % a year and holds 1,984 companies, VBR costs 0.08 %, DFAT has 30 % in financials and 14 % in industrials, and EEMV is a value fund',
    source: 'two market articles of 2025',
    data: ['Expense ratios: fundFacts(), each with its page.'],
    readings: parts.length > 0 ? [{ reading: 'As printed', parts }] : [],
    missing: open.length > 0 ? `from the funds’ pages of 2025: ${open.join(', ')}` : undefined,
    notes: [
      'All that is printed must hold, and only figures of 2025 are set beside it: funds change their fees. That was not so until the figures had been seen.',
      `The bundled pages say ${told.length > 0 ? told.join(' and ') : 'nothing of the fees'}.`,
    ],
  });
};
