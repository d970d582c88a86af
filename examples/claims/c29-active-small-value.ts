// C29: do active small-cap value funds add value net of fees, beside passive ones?
import { activeReturns, backtest, equalWeight, factorRegression, overlap, slice } from 'backtilt';
import { frenchFactors, usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { estimated } from './estimates.js';
import { notLuck } from './not-luck.js';

const active = ['DFSVX', 'AVUV', 'DFAT', 'DFSV'] as const;
const passive = ['IWN', 'IJS', 'SLYV', 'VBR'] as const;

export const c29 = (given = usFunds(), { five } = frenchFactors()): Claim => {
  // From the month on in which all passive funds are listed.
  const funds = slice(given, { from: overlap(given, passive).calendar.date(0) });
  const average = backtest(funds, equalWeight({ assets: passive }));
  const lead = (name: (typeof active)[number], among = funds) => activeReturns(among.returns(name), average);
  const together = overlap(funds, active);
  const leads = (among?: typeof together) => Object.fromEntries(active.map((name) => [name, lead(name, among)]));
  const own = active.map((name) => {
    const { n, independent, alpha } = factorRegression(funds.returns(name), five);
    return estimated(`${name}, alpha of its own`, { above: 0 }, alpha, { n, independent, aside: true });
  });
  return claim({
    id: 'C29',
    claim: 'Active small-cap value funds add value net of fees, where passive ones hold good firms and bad ones',
    source: 'a market article of 2025',
    data: [...active, ...passive].map((name) => funds.returns(name)),
    readings: [
      ...active.map((name) => {
        const { n, independent, alpha } = factorRegression(lead(name), five);
        return estimated(`${name} less the passive funds, alpha`, { above: 0 }, alpha, { n, independent });
      }),
      notLuck(leads(), ', each over its own life'),
      notLuck(leads(together), ', over the months that all four share'),
      ...own,
    ],
    missing: 'holdings: whether the passive funds hold bad firms is not in their returns',
    notes: [
      'Alpha a year to five factors, net of fees, Newey–West errors, of the fund less the mean of IWN, IJS, SLYV and VBR, rebalanced monthly without costs: what is common to all such funds, and what the factors leave out of costs, cancels.',
      'The difference and the deflated Sharpe ratio over own lives were put in after the figures had been seen, when alphas of the funds by themselves had been looked at; those stand aside. Sharpe ratios of different months are compared where each fund has its own.',
      'Four funds, alive today and known for their records: those that were closed are missing.',
    ],
  });
};
