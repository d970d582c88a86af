// C17: do rising rates hurt small caps, and do falling ones help?
import { excessReturns, factorRegression, longShortSpread, rateRegime, regimeMask } from 'backtilt';
import { frenchSize, shiller, usEffectiveRate, usFunds, usPolicyRate, usTreasuryBill } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { column } from './column.js';
import { estimated } from './estimates.js';
import { ofAverages, ofDecisions } from './rate-changes.js';

const scale = 0.01; // slopes are for a rise by one percentage point
const hurt = { below: 0 };

export const c17 = (size = frenchSize(), funds = usFunds(), policy = usPolicyRate()): Claim => {
  const thirds = longShortSpread(size.returns('Lo 30'), size.returns('Hi 30'));
  const listed = longShortSpread(funds.returns('IWM'), funds.returns('SPY'));
  const [effective, long] = [ofAverages(usEffectiveRate()), ofAverages(shiller().longRate)];
  const slope = (words: string, lead = thirds, change = effective) => {
    const { loadings, n, independent } = factorRegression<string>(lead, column(lead, 'change', change));
    return estimated(`${words}: lead per point`, hurt, loadings['change']!, { scale, n, independent });
  };
  // Where a yield falls its bonds gain: what rising rates hurt leads with them.
  const withBonds = (name: 'IEF' | 'TLT') => {
    const bonds = excessReturns(funds.returns(name), usTreasuryBill());
    const { loadings, n, independent } = factorRegression<string>(listed, bonds);
    const words = `IWM less SPY: lead per point of ${name} over cash`;
    return estimated(words, { above: 0 }, loadings[bonds.name]!, { scale, n, independent });
  };
  const regime = rateRegime(policy);
  const mark = (which: 'hiking' | 'holding') =>
    column(thirds, which, (_, start) => regimeMask(regime, which).valueOn(start));
  const { loadings, n } = factorRegression<string>(thirds, [mark('hiking'), mark('holding')]);
  const independent = regime.spells.filter((spell) => spell.regime !== 'holding').length;
  return claim({
    id: 'C17',
    claim: 'Rising interest rates hurt small caps beside large ones, falling rates help them',
    source: 'several market articles of 2025',
    data: [
      ...(['Lo 30', 'Hi 30'] as const).map((name) => size.returns(name)),
      ...(['IWM', 'SPY', 'IEF', 'TLT'] as const).map((name) => funds.returns(name)),
    ],
    readings: [
      slope('Effective funds rate'),
      slope('Funds rate target', thirds, ofDecisions(policy)),
      slope('Ten-year rate', thirds, long),
      slope('IWM less SPY, effective funds rate', listed),
      slope('IWM less SPY, ten-year rate', listed, long),
      withBonds('IEF'),
      withBonds('TLT'),
      estimated('While hiking less while cutting, a year', hurt, loadings['hiking']!, { scale: 12, n, independent }),
    ],
    notes: [
      'Figure: by how much the month’s lead of small over large (Lo 30 less Hi 30) changes where a rate rises by a point in that month; Newey–West intervals. The effective rate and the ten-year rate are averages of months, so their changes come half a month late.',
      'IEF and TLT hold Treasuries of 7–10 and over 20 years, priced at month ends: they gain where yields fall, so the claim says that small caps lead with them. These two readings were added after figures had been seen.',
      'Hiking and cutting as known at the start of each month: the latest move of a quarter point or more, for twelve months. Independent: spells of hiking and cutting.',
      'Rates rise in good times: the slope is no effect of rates alone. Three rates, two bond funds, two pairs and one regime were tried; without costs.',
    ],
  });
};
