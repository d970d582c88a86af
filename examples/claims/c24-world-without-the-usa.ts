// C24: what shares outside the USA made in the first half of 2025. The index is not bundled.
import { periodToDate, slice, type ReturnSeries } from 'backtilt';
import { claim, type Claim } from 'backtilt/report';

const says = { is: 0.17, within: 0.005 };

/**
 * Give monthly or daily total returns of the MSCI ACWI ex USA index (in US dollars, net dividends), 2024-07 to 2025-06 at least:
 *
 *     const dates = ['2024-07', '2024-08', …, '2025-06'];
 *     const { returns } = fromReturns({ frequency: 'monthly', dates, returns: { World: [0.0231, 0.0285, …] } });
 *     c24(returns('World'));
 */
export const c24 = (world?: ReturnSeries): Claim => {
  const asOf = world && periodToDate(slice(world, { to: '2025-06' }));
  return claim({
    id: 'C24',
    claim: 'The MSCI ACWI ex USA had gained 17 % by June 2025',
    source: 'a market article of 2025',
    data: [world ?? 'No series of this index is bundled.'],
    readings: asOf
      ? [
          { reading: 'Year so far, end of June', figure: asOf.yearToDate.return, says },
          { reading: 'Last twelve months', figure: asOf.oneYear.return, says },
        ]
      : [],
    missing: asOf ? undefined : 'returns of the MSCI ACWI ex USA',
    notes: ['An index has no fees, and it comes in three forms: price, net and gross of taxes on dividends.'],
  });
};
