import { inPercent } from '../../core/index.js';
import { countCell, makeTable, numberCell, type Table, textCell } from '../../table/index.js';
import { FEWEST } from '../doubt-words.js';
import { pCell } from '../regression/factor-regression-table.js';
import type { Untabled } from '../with-table.js';
import type { GroupComparison } from './compare-groups.js';

/** The table of two groups. */
export function compareGroupsTable(groups: Untabled<GroupComparison>): Table {
  const { labels, sizes, means, interval, level, n } = groups;
  const ends = Number.isNaN(interval.low) ? null : `${interval.low.toFixed(4)} to ${interval.high.toFixed(4)}`;
  return makeTable({
    title: `${labels[0]} less ${labels[1]}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: '' },
    ],
    rows: [
      { figure: `Mean of ${labels[0]} (${sizes[0]})`, value: numberCell(means[0], 4) },
      { figure: `Mean of ${labels[1]} (${sizes[1]})`, value: numberCell(means[1], 4) },
      { figure: 'Difference', value: numberCell(groups.difference, 4) },
      { figure: `${inPercent(level)} by Welch's t`, value: textCell(ends) },
      { figure: "Welch's t", value: numberCell(groups.t) },
      { figure: 'p of t, two-sided', value: pCell(groups.tPValue) },
      { figure: 'p by permutation, two-sided', value: pCell(groups.pValue) },
      { figure: `p by permutation, one-sided: ${labels[0]} higher`, value: pCell(groups.oneSidedPValue) },
      { figure: 'Divisions', value: countCell(groups.divisions) },
    ],
    notes: [
      ...(n < FEWEST ? [`n = ${n}; no inference: so few figures describe themselves and prove nothing.`] : []),
      ...groups.assumptions,
    ],
  });
}
