// C26: do Treasuries still diversify stocks?
import { correlation, overlap, slice } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { drawn } from './drawn.js';

const windows = { '3 years': '2022-08', '5 years': '2020-08' }; // each up to July 2025, when the article appeared
const before = { '3 years': '2022-07', '5 years': '2020-07' };

export const c26 = (funds = usFunds()): Claim =>
  claim({
    id: 'C26',
    claim: 'Treasuries no longer diversify stocks: they move with them now',
    source: 'a market article of 2025',
    data: [funds.returns('SPY'), funds.returns('IEF'), funds.returns('TLT'), funds.returns('SHY')],
    readings: (['IEF', 'TLT', 'SHY'] as const).flatMap((bonds) => {
      const both = overlap(funds, ['SPY', bonds]);
      return (['3 years', '5 years'] as const).map((length) => {
        const now = slice(both, { from: windows[length], to: '2025-07' });
        const earlier = slice(both, { to: before[length] });
        return drawn(
          `SPY and ${bonds}, last ${length}`,
          { above: 0 },
          [now.returns('SPY'), now.returns(bonds)],
          correlation,
          { blockLength: 3, base: correlation(earlier.returns('SPY'), earlier.returns(bonds)) },
        );
      });
    }),
    notes: [
      'Figure: correlation of monthly total returns up to July 2025; interval by resampling quarters of both; base: correlation from 2002 until the window begins.',
      'IEF, TLT and SHY hold Treasuries of 7–10, over 20 and 1–3 years. A correlation under 1 diversifies, one above 0 only does not offset: the claim is read in the stricter way.',
      'Three years of months are few, and they hold the fastest rise of rates in forty years. Two windows and three funds were tried.',
    ],
  });
