// C14: what the S&P 500 made in 2024, what seven of its members made, and how many members beat it.
import { usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { allThree, in2024, part, type Constituents } from './constituents.js';

export const c14 = (funds = usFunds(), constituents?: Constituents): Claim =>
  claim({
    id: 'C14',
    claim: 'In 2024 the S&P 500 rose by 23 %, seven large members by 67 %, and 19 % of its members beat it',
    source: 'a market article of 2025',
    data: [funds.returns('SPY'), funds.returns('VOO')],
    readings: [
      constituents === undefined ? part('The index without dividends', 0.23, NaN) : allThree(constituents),
      part('SPY for the index, with dividends', 0.23, in2024(funds.returns('SPY'))),
      part('VOO for the index, with dividends', 0.23, in2024(funds.returns('VOO'))),
    ],
    missing:
      constituents === undefined ? 'the index without dividends; its members with their returns of 2024' : undefined,
    notes: [
      'Without the members only the first part is tested, and with dividends only. The article does not say which it means.',
      'A share of one year is a count, not an estimate: it says nothing of other years. The seven were named after they had risen.',
    ],
  });
