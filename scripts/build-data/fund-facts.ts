import type { FundFact } from '../../src/data/fund-facts.js';
import type { SourceTable } from './read-source.js';

/** Figures that a reader should not take as they stand, and why. */
const CAUTIONS: Readonly<Record<string, string>> = {
  QQQ: 'A reduction to 0.0018 was reported in December 2025; pages printed later still say 0.0020. Check with Invesco.',
  VTV: 'The page prints 100 times this figure, as it does for the category average; older pages print 0.0004 and 0.0005.',
};

/** The fund table as records: empty cells are absent, notes are left out, the source is that of the expense ratio. */
export function fundFactsOf(source: SourceTable): FundFact[] {
  const cell = (name: string, row: number): string => source.column(name)[row]!.trim();
  return Array.from({ length: source.rows }, (_, row) => {
    const ticker = cell('ticker', row);
    const [inception, percent, asOf] = [cell('inception', row), cell('expense_ratio_pct', row), cell('as_of', row)];
    const caution = CAUTIONS[ticker];
    return {
      ticker: ticker as FundFact['ticker'],
      name: cell('name', row),
      issuer: cell('issuer', row),
      approach: cell('index_or_approach', row),
      ...(inception === '' ? {} : { inception }),
      ...(percent === ''
        ? {}
        : {
            expenseRatio: {
              value: Number(`${percent}e-2`),
              ...(asOf === '' ? {} : { asOf }),
              source: expenseSource(cell('source', row)),
              ...(caution === undefined ? {} : { caution }),
            },
          }),
    };
  });
}

/** The citation of the expense ratio: publisher or title of the page and its address, nothing else. */
function expenseSource(text: string): string {
  const parts = text.split(' | NOTE')[0]!.split(' ; ');
  const part = parts.find((one) => one.startsWith('ER')) ?? parts[0]!;
  const citation = part.replace(/^ER(?: and inception)?: /, '').trim();
  const address = /https?:\/\/\S+$/.exec(citation)?.[0];
  if (address === undefined) throw new Error(`fund_facts: no address in "${citation}".`);
  const title = citation
    .replace('(edge-host copy)', '[copy]')
    .slice(0, -address.length)
    .replace(/,\s*$/, '')
    .replace(/ \([^()]*(?:\([^()]*\)[^()]*)*\)$/, '');
  return `${title}, ${address}`;
}
