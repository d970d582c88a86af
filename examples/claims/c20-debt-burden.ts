// C20: does each quarter-point cut take two points off the interest burden of small companies? No returns can tell.
import { claim, type Claim } from 'backtilt/report';

export const c20 = (): Claim =>
  claim({
    id: 'C20',
    claim:
      'Each cut of a quarter point takes about two points off an interest burden of 32 % of small companies’ earnings',
    source: 'a market article of 2025',
    data: ['Accounts of companies are not bundled, returns do not hold them.'],
    readings: [],
    missing:
      'for each small company and quarter: interest expense, operating earnings, debt at floating rates and debt due within a year, each with its day of publication',
    notes: [
      'The sum could be done from accounts: floating debt times a quarter point over operating earnings, by company, with the firms that lose money counted apart.',
      'What rates did to the returns of small caps is C17.',
    ],
  });
