import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAYS, fiveDaily, manyDaily } from './daily-market.js';
import { monthlyReturns } from './monthly-returns.js';
import { stockMarket } from './stocks.js';
import { weekdays } from './weekdays.js';

/** All data of the jobs by file name: numbers of 8 bytes (.f64), whole ones of 4 (.i32), least significant byte first. */
export function dataFiles(): Readonly<Record<string, Float64Array | Int32Array>> {
  const { days, monthEnds, quarterEnds } = weekdays(DAYS);
  const { returns, sizes, book, profitability } = stockMarket();
  return {
    'd5_ret.f64': fiveDaily().returns,
    'd500.f64': manyDaily().returns,
    'days.i32': days,
    'monthend.i32': monthEnds,
    'quarterend.i32': quarterEnds,
    'm600.f64': monthlyReturns(),
    'panel_ret.f64': returns,
    'panel_me.f64': sizes,
    'panel_be.f64': book,
    'panel_op.f64': profitability,
  };
}

/** The bytes of a column. */
export const bytesOf = (column: Float64Array | Int32Array): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

/** Writes the data for programs in other languages. */
export function writeData(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, column] of Object.entries(dataFiles())) writeFileSync(join(folder, name), bytesOf(column));
}
