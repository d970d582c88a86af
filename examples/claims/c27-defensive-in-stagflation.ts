// C27: do defensive and calm industries lead while prices rise and the economy shrinks?
import { annually, backtest, equalWeight, excessReturns, longShortSpread, recessions } from 'backtilt';
import { frenchFactors, frenchIndustries, shiller, usRecessions } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { whenever } from './estimates.js';
import { stagflations } from './stagflations.js';
import { tenCalmest } from './ten-calmest.js';

const defensive = ['Food', 'Beer', 'Smoke', 'Hshld', 'Drugs', 'Util'] as const;

export const c27 = (
  industries = frenchIndustries(),
  factors = frenchFactors(),
  regimes = stagflations(shiller(), recessions(usRecessions(), { known: 'hindsight' })),
): Claim => {
  const schedule = annually({ month: 6 });
  const runs = {
    'Defensive industries': backtest(industries, equalWeight({ assets: defensive, schedule })),
    'Ten calmest industries': backtest(industries, tenCalmest(industries, schedule)),
  };
  const market = factors.three.returns('Mkt-RF');
  const readings = Object.entries(runs).flatMap(([name, run]) => {
    const lead = longShortSpread(excessReturns(run, factors.riskFree), market);
    return regimes.map((regime) => whenever(`${name}, ${regime.name}: lead a year`, { above: 0 }, lead, regime));
  });
  return claim({
    id: 'C27',
    claim: 'Defensive sectors and calm stocks outperform in stagflation',
    source: 'a market article of 2025',
    data: [...Object.values(runs), 'Consumer prices and earnings: Shiller. Recessions: NBER.'],
    readings,
    notes: [
      'Figure: return less that of the market (Mkt-RF) in the months of the regime, arithmetic, a year; Newey–West interval; base: all months of which the regime is known; independent: spells of the regime.',
      'Stagflation has no one definition: inflation over 4 % or higher than a year before, together with a recession or with falling real earnings for want of output. All by hindsight.',
      'Defensive: food, beer, tobacco, household goods, drugs and utilities, a sixth each; calm: the ten industries of the least variation in five years, chosen each June. Without costs.',
    ],
  });
};
