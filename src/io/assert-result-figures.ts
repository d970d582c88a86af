import type { BacktestResultJson } from '../engine/index.js';
import type { Calendar } from '../time/index.js';
import { refusal } from './result-refusal.js';

/** Figures of one row agree to this: relative to the largest of them, or to 1 for returns. */
const TOLERANCE = 1e-9;

type Column = readonly (number | null)[];

/** Refuses a result's JSON whose figures do not follow from each other. */
export function assertResultFigures(result: BacktestResultJson, calendar: Calendar): void {
  assertNumbers(result);
  assertReturns(result, calendar);
  assertLedger(result, calendar);
  assertGrowth(result, calendar);
}

/** A run without a return, a weight or an amount does not exist; null stands for one. */
function assertNumbers({ values, gross, costs, ledger, weights, contributions }: BacktestResultJson): void {
  const { financing, fees, trading } = costs;
  const columns: Record<string, Column> = { values, gross };
  const places = { costs: { financing, fees, trading }, ledger, weights, contributions };
  for (const [place, record] of Object.entries(places)) {
    for (const [name, column] of Object.entries(record)) columns[`${place}.${name}`] = column;
  }
  for (const [place, column] of Object.entries(columns)) {
    const row = column.findIndex((value) => value === null || !Number.isFinite(value));
    if (row >= 0) throw refusal('file.value', `${place}[${row}]`, `found ${String(column[row])}, which is no number`);
  }
}

/** Every row must follow from its own parts: 1 + net = (1 + gross)(1 − financing)(1 − fees)(1 − trading). */
function assertReturns({ values, gross, costs }: BacktestResultJson, calendar: Calendar): void {
  const { financing, fees, trading } = costs;
  values.forEach((value, row) => {
    const kept = [financing, fees, trading].reduce((product, column) => product * (1 - at(column, row)), 1);
    const made = (1 + at(gross, row)) * kept - 1;
    if (Math.abs(made - value!) <= TOLERANCE * Math.max(1, Math.abs(made))) return;
    throw refusal(
      'file.value',
      `values[${row}]`,
      `found ${String(value)} on ${calendar.date(row)}, but "gross" and "costs" of that row make ${made}`,
    );
  });
}

/** Every row adds up, and opens with what the one before it closed with. */
function assertLedger({ ledger }: BacktestResultJson, calendar: Calendar): void {
  const { opening, assets, cash, financing, fees, trading, flows, closing } = ledger;
  for (let row = 0; row < calendar.length; row++) {
    const gains = [opening, assets, cash, flows].map((column) => at(column, row));
    const losses = [financing, fees, trading].map((column) => -at(column, row));
    const found = at(closing, row);
    const made = [...gains, ...losses].reduce((sum, amount) => sum + amount, 0);
    const size = Math.max(...[...gains, ...losses, found].map(Math.abs));
    if (Math.abs(made - found) > TOLERANCE * size) {
      const day = calendar.date(row);
      throw refusal(
        'file.value',
        `ledger.closing[${row}]`,
        `found ${found} on ${day}, but the ledger of that row makes ${made}`,
      );
    }
    const next = row + 1 < calendar.length ? at(opening, row + 1) : found;
    if (Math.abs(next - found) > TOLERANCE * size) {
      const day = calendar.date(row);
      throw refusal('file.value', `ledger.opening[${row + 1}]`, `found ${next}, but "closing" of ${day} is ${found}`);
    }
  }
}

/** Where no money came or went, wealth grew by the net return. */
function assertGrowth({ values, ledger, flows }: BacktestResultJson, calendar: Calendar): void {
  const days = new Set(flows.map(({ date }) => date));
  for (let row = 0; row < calendar.length; row++) {
    const moved = days.has(calendar.date(row)) || (row === 0 && days.has(calendar.date(-1)));
    const opened = at(ledger.opening, row);
    if (moved || at(ledger.flows, row) !== 0 || opened <= 0) continue;
    const grown = at(ledger.closing, row) / opened - 1;
    if (Math.abs(grown - at(values, row)) <= TOLERANCE * Math.max(1, Math.abs(grown))) continue;
    throw refusal(
      'file.value',
      `values[${row}]`,
      `found ${at(values, row)} on ${calendar.date(row)}, but "ledger" of that row grew by ${grown}`,
    );
  }
}

/** Columns have a number in each row once `assertNumbers` and the check of their lengths are through. */
const at = (column: Column, row: number): number => column[row] ?? NaN;
