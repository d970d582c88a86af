// C14: what the S&P 500 made in 2024, what seven of its members made, and how many members beat it.
import { usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { allThree, in2024, part, type Constituents } from './constituents.js';

/** S&P 500 index, month-end closes, price only (S&P Dow Jones Indices): 2023-12-29 and 2024-12-31. */
const sp500 = { before: 4769.83, after: 5881.63 };

export const c14 = (funds = usFunds(), constituents?: Constituents, closes = sp500): Claim => {
  const rise = [
    part('The index without dividends', 0.23, closes.after / closes.before - 1),
    part('SPY for the index, with dividends', 0.23, in2024(funds.returns('SPY'))),
    part('VOO for the index, with dividends', 0.23, in2024(funds.returns('VOO'))),
  ];
  return claim({
    id: 'C14',
    claim: 'In 2024 the S&P 500 rose by 23 %, seven large members by 67 %, and 19 % of its members beat it',
    source: 'a market article of 2025',
    data: [funds.returns('SPY'), funds.returns('VOO')],
    // The rise is one part of the claim: beside a reading of all three it does not count.
    readings:
      constituents === undefined
        ? rise
        : [allThree(constituents), ...rise.map((one) => ({ ...one, aside: true as const }))],
    missing: constituents === undefined ? 'the members of the index with their returns of 2024' : undefined,
    notes: [
      `The index without dividends: closes of ${closes.before} on 2023-12-29 and ${closes.after} on 2024-12-31, as S&P Dow Jones Indices publishes them; quoted here after the figures of the funds had been seen.`,
      'Without the members only the first of three parts is tested. The article does not say whether it counts dividends.',
      'A share of one year is a count, not an estimate: it says nothing of other years. The seven were named after they had risen.',
    ],
  });
};
