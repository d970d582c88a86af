import { addField, type IsoDate, type Panel } from 'backtilt';
import { randomPanel } from 'backtilt/testing';

/** Forty made stocks whose characteristics change every June; some are listed late. */
export function madeStocks(): Panel<string, 'marketCap' | 'sizeRank' | 'valueRank' | 'profitabilityRank'> {
  const names = Array.from({ length: 40 }, (_, index) => `S${index}`);
  const listedAfter = Object.fromEntries(names.map((name, index) => [name, index % 4 === 0 ? 5 * index : 0]));
  const panel = randomPanel({ assets: names, rows: 300, seed: 4, listedAfter });
  const draw = randomPanel({ assets: names, rows: 120, seed: 5 });
  const facts = (salt: number) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        Array.from({ length: 25 }, (_, year) => ({
          knownOn: `${2000 + year}-06-15` as IsoDate,
          value: 1 + Math.abs(draw.returns(name).values[salt * 25 + year]!),
        })),
      ]),
    );
  const sized = addField(addField(panel, 'marketCap', facts(0)), 'sizeRank', facts(1));
  return addField(addField(sized, 'valueRank', facts(2)), 'profitabilityRank', facts(3));
}
