// C29: do active small-cap value funds add value net of fees, beside passive ones?
import { activeReturns, factorRegression, overlap, slice } from 'backtilt';
import { frenchFactors, usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { estimated } from './estimates.js';
import { notLuck } from './not-luck.js';

const active = ['DFSVX', 'AVUV', 'DFAT', 'DFSV'] as const;
const passive = ['IWN', 'IJS', 'SLYV', 'VBR'] as const;

export const c29 = (given = usFunds(), { five } = frenchFactors()): Claim => {
  // From the month on in which all passive funds are listed.
  const funds = slice(given, { from: overlap(given, passive).calendar.date(0) });
  const alphas = active.map((name) => {
    const { from, to, n, independent, alpha } = factorRegression(funds.returns(name), five);
    const beside = slice(funds, { from, to });
    const rivals = passive.map((rival) => factorRegression(beside.returns(rival), five).alpha.estimate);
    const base = rivals.reduce((sum, one) => sum + one / rivals.length, 0);
    return estimated(`${name}, alpha to five factors`, { above: 0 }, alpha, { base, n, independent });
  });
  const together = overlap(funds, [...active, 'IWN']);
  const lead = (name: (typeof active)[number]) => activeReturns(together.returns(name), together.returns('IWN'));
  const leads = Object.fromEntries(active.map((name) => [`${name} less IWN`, lead(name)]));
  const notes = [
    'Alpha a year, net of fees, Newey–West errors; the factors are research portfolios without costs. Base: the mean alpha of IWN, IJS, SLYV and VBR in the same months.',
    'Four funds, alive today and known for their records: those that were closed are missing.',
  ];
  return claim({
    id: 'C29',
    claim: 'Active small-cap value funds add value net of fees, where passive ones hold good firms and bad ones',
    source: 'a market article of 2025',
    data: [...active, ...passive].map((name) => funds.returns(name)),
    readings: [...alphas, notLuck(leads)],
    missing: 'holdings: whether the passive funds hold bad firms is not in their returns',
    notes,
  });
};
