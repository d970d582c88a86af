import { InputError } from '../core/index.js';
import type { PricesDescription } from './panel-from-columns.js';
import { isAdjustedClose, isClose, quoteColumns } from './quote-columns.js';
import type { TextTableOptions } from './text-table.js';

/**
 * Refuses a table of one fund's quotes whose every column would become an asset, a bare close that is declared adjusted while the
 * adjusted one stands beside it, and an adjusted close that is declared bare.
 *
 * @throws InputError `file.format` (quotes without a choice of columns), `option.range`.
 */
export function assertPriceColumns(
  where: string,
  header: readonly string[],
  { columns, adjusted, long }: TextTableOptions & Pick<PricesDescription, 'adjusted'>,
): void {
  const found = quoteColumns(header);
  const details = { where, known: header };
  if (columns === undefined && long === undefined) {
    if (!found.quotes && (found.close.length === 0 || found.adjusted.length === 0)) return;
    const take = found.adjusted[0] ?? found.close[0] ?? 'Close';
    throw new InputError(
      'file.format',
      `${where}: the columns ${header.join(', ')} are quotes of one thing, not one asset each. Say columns: { SPY: '${take}' } with its name, or read the file with parseQuotes.`,
      details,
    );
  }
  for (const column of chosen(columns, long)) {
    if (adjusted && isClose(column) && found.adjusted.length > 0) {
      throw contradiction(
        where,
        `"${column}", while the adjusted prices stand in "${found.adjusted[0]!}"`,
        'true',
        details,
      );
    }
    // A wrong "adjusted" is told elsewhere.
    if ((adjusted as unknown) === false && isAdjustedClose(column)) {
      throw contradiction(where, `"${column}", in which dividends are by its name`, 'false', details);
    }
  }
}

function chosen(columns: TextTableOptions['columns'], long: TextTableOptions['long']): string[] {
  const picked: unknown = long === undefined ? columns : [(long as Partial<typeof long>).value];
  const values: unknown[] = typeof picked === 'object' && picked !== null ? Object.values(picked) : [];
  return values.filter((value) => typeof value === 'string');
}

const contradiction = (where: string, what: string, adjusted: string, details: Record<string, unknown>): InputError =>
  new InputError(
    'option.range',
    `${where}: "adjusted" is ${adjusted}, but the prices are taken from ${what}. Take the other column, or say what these prices are.`,
    { ...details, option: 'adjusted' },
  );
