import { sumAt } from '../core/index.js';
import { type Calendar } from '../time/index.js';
import { makeTable, numberCell, type Table, textCell, toHtml, toText, withDisplay } from '../table/index.js';
import type { Ledger } from './result.js';

/** The columns of a ledger, in the order in which they add up. */
export const LEDGER_COLUMNS = [
  'opening',
  'assets',
  'cash',
  'financing',
  'fees',
  'trading',
  'flows',
  'closing',
] as const satisfies readonly (keyof Ledger)[];
const TAKEN: readonly string[] = ['financing', 'fees', 'trading'];

/** Up to this many rows a ledger prints row by row, and by calendar year above. */
const MOST_ROWS = 24;

/** A ledger that prints itself. */
export function displayLedger(ledger: Ledger, calendar: Calendar): Ledger {
  const table = (): Table => ledgerTable(ledger, calendar);
  return withDisplay(ledger, { text: () => toText(table()), html: () => toHtml(table()) });
}

function ledgerTable(ledger: Ledger, calendar: Calendar): Table {
  const byYear = calendar.length > MOST_ROWS;
  const groups = new Map<string, number[]>();
  for (let row = 0; row < calendar.length; row++) {
    const key = byYear ? calendar.date(row).slice(0, 4) : calendar.date(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  // Money in units of 1 needs more digits than money in thousands.
  const digits = Math.max(...ledger.closing) < 100 ? 4 : 2;
  return makeTable({
    title: `Money by ${byYear ? 'calendar year' : 'period'}`,
    columns: [
      { key: 'period', label: byYear ? 'Year' : 'To', align: 'left' },
      ...LEDGER_COLUMNS.map((key) => ({ key, label: heads[key] })),
    ],
    rows: [...groups].map(([period, rows]) => ({
      period: textCell(period),
      ...Object.fromEntries(
        LEDGER_COLUMNS.map((key) => {
          const value =
            key === 'opening'
              ? ledger.opening[rows[0]!]!
              : key === 'closing'
                ? ledger.closing[rows.at(-1)!]!
                : sumAt(ledger[key], rows);
          return [key, numberCell(TAKEN.includes(key) && value !== 0 ? -value : value, digits)];
        }),
      ),
    })),
    notes: ['Opening + assets + cash + financing + fees + trading + flows = closing.'],
  });
}

const heads = {
  opening: 'Opening',
  assets: 'Assets',
  cash: 'Cash',
  financing: 'Financing',
  fees: 'Fees',
  trading: 'Trading',
  flows: 'Flows',
  closing: 'Closing',
} as const;
