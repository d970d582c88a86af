import { countCell, makeTable, percentCell, showAs, type Table, tableDisplay } from '../table/index.js';
import type { Frequency } from '../time/index.js';
import type { Drawdown } from './drawdowns.js';

/** The deepest ones that a table of drawdowns prints. */
const SHOWN = 10;

const UNITS = { daily: 'Days', weekly: 'Weeks', monthly: 'Months', quarterly: 'Quarters', annual: 'Years' } as const;

/** Lets a list of drawdowns show itself: the ten deepest ones with their dates. To be called before it is frozen. */
export function showDrawdowns(list: Drawdown[], name: string, frequency: Frequency): Drawdown[] {
  const table = (): Table =>
    makeTable({
      title: `Drawdowns of ${name}`,
      columns: [
        { key: 'depth', label: 'Depth' },
        { key: 'peak', label: 'Peak', align: 'left' },
        { key: 'trough', label: 'Trough', align: 'left' },
        { key: 'recovery', label: 'Recovery', align: 'left' },
        { key: 'total', label: UNITS[frequency] },
      ],
      rows: list.slice(0, SHOWN).map(({ depth, peak, trough, recovery, periods: { total } }) => ({
        depth: percentCell(depth),
        peak,
        trough,
        recovery,
        total: countCell(total),
      })),
      notes: [
        ...(list.length === 0 ? ['Wealth never fell.'] : []),
        ...(list.length > SHOWN ? [`The ${SHOWN} deepest of ${list.length}.`] : []),
        ...(list.slice(0, SHOWN).some(({ recovery }) => recovery === null)
          ? ['The one without a recovery is counted to the last day.']
          : []),
      ],
    });
  return showAs(list, tableDisplay(table));
}
