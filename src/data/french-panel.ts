import { assemblePanel, type Panel, type ReturnKind } from '../panel/index.js';
import { decodeTable, type EncodedTable } from './decode-table.js';
import { monthlyCalendar } from './monthly-calendar.js';
import type { Provenance } from './provenance.js';
import { seriesMetaFrom } from './series-meta-from.js';

/**
 * A panel of one of Kenneth French's files: percent of a month become fractions, and every series is marked as a research
 * portfolio, whose own reconstitution is not charged.
 *
 * @param assets the columns that are portfolios; absent: all but the month.
 */
export function frenchPanel<Asset extends string>(
  encoded: string | EncodedTable,
  provenance: Provenance,
  { kind = 'total', assets }: { readonly kind?: ReturnKind; readonly assets?: readonly string[] } = {},
): Panel<Asset> {
  const table = typeof encoded === 'string' ? decodeTable(encoded) : encoded;
  const names = assets ?? table.names.filter((name) => name !== 'month');
  const values = new Float64Array(names.length * table.rows);
  names.forEach((name, index) => {
    values.set(table.column(name, 2), index * table.rows);
  });
  const meta = seriesMetaFrom(provenance, { kind, net: false, researchPortfolio: true });
  return assemblePanel({ calendar: monthlyCalendar(table), assets: names, values, metas: names.map(() => meta) });
}
