import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAYS, fiveDaily } from '../../bench/data/daily-market.js';
import { draws, nextWord } from '../../bench/data/draws.js';
import { MONTHS, STOCKS, stockMarket } from '../../bench/data/stocks.js';
import { weekdays } from '../../bench/data/weekdays.js';
import { bytesOf, dataFiles } from '../../bench/data/write-data.js';
import { root } from '../support/source-files.js';

/** SHA-256 of the files that the other generator of these data writes, as `sha256sum` gives it. */
const DIGESTS: Readonly<Record<string, string>> = {
  'd5_ret.f64': '1f35fa21c75b5e5002f28f15d056b43f7cc5581824e295efc29aed2588ae71d5',
  'd500.f64': '5497fc48ef9ed3efffc7f76da8ea42a5780c82c3b9c606f520bef81dbb3dcb13',
  'days.i32': '0cb09634594889c63678f3834679e9a53281a3460338b14af2d9d69d89e49f03',
  'monthend.i32': '2c954bde6ea938e33f74ff7c7d538e426335e2345104e7faf937d6e821859a38',
  'quarterend.i32': 'b3f2e77fb9e829ab05a81c0a75c5a9f8f1583aa8ea8c46ecfd8982090eae617e',
  'm600.f64': '8ace0fd9814d5cf98bc41a9780d1c8ce860eb8bbf6c33587c989f405bd132167',
  'panel_ret.f64': '337122d616e9d4d3dd7d7279e7bfa19ed805e63a50cd959b67e436fde6b573aa',
  'panel_me.f64': 'cc2b08342dd7cb1ff4b6f51599084e660c1541b99a5edbad4ff0efeae61ee5bd',
  'panel_be.f64': 'fc3840656ab5f1a938bf737685b51c9c5df6f1ace05e24ac54fb5d47fbc66f9a',
  'panel_op.f64': '72c53f64f1324455f0c225aacbbe8ac539a003bc750d6f3b523780c4188fcf36',
};

describe('draws', () => {
  it('the words are those of the xorshift paper: 723471715, 2497366906, 2064144800 after 2463534242', () => {
    const words = [2463534242];
    for (let step = 0; step < 3; step++) words.push(nextWord(words.at(-1)!));
    expect(words.slice(1)).toEqual([723471715, 2497366906, 2064144800]);
  });

  it('a uniform is the word and a half over 2³², and two of them give a pair of normals', () => {
    const [u, v] = [(723471715 + 0.5) / 2 ** 32, (2497366906 + 0.5) / 2 ** 32];
    const { uniform } = draws(2463534242);
    expect([uniform(), uniform()]).toEqual([u, v]);
    const { normal } = draws(2463534242);
    const radius = Math.sqrt(-2 * Math.log(u));
    expect([normal(), normal()]).toEqual([radius * Math.cos(2 * Math.PI * v), radius * Math.sin(2 * Math.PI * v)]);
  });
});

describe('data of the jobs', () => {
  it.each(Object.entries(dataFiles()))('%s is what the other generator makes, to the last bit', (name, column) => {
    expect(createHash('sha256').update(bytesOf(column)).digest('hex')).toBe(DIGESTS[name]);
  });

  const generator = `${root}../shared/bench/generate.mjs`;
  // Only where the other generator lies beside the repository; the digests above say the same without it.
  it.skipIf(!existsSync(generator))('the other generator, run now, writes the same bytes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'made-data-'));
    try {
      execFileSync(process.execPath, [generator, folder]);
      for (const [name, column] of Object.entries(dataFiles())) {
        expect(readFileSync(join(folder, name)).equals(bytesOf(column)), name).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('days are weekdays from Monday 2000-01-03 on, and months end where the next row lies in another', () => {
    const { dates, monthEnds, quarterEnds } = weekdays(DAYS);
    expect([dates[0], dates[4], dates[5], dates.at(-1)]).toEqual([
      '2000-01-03',
      '2000-01-07',
      '2000-01-10',
      '2024-02-23',
    ]);
    const ended = dates.filter((_, row) => monthEnds[row] === 1);
    expect(ended.slice(0, 3)).toEqual(['2000-01-31', '2000-02-29', '2000-03-31']);
    // 24 years of twelve months and January 2024; the last month has no row after it.
    expect(ended).toHaveLength(24 * 12 + 1);
    expect(dates.filter((_, row) => quarterEnds[row] === 1)).toHaveLength(24 * 4);
  });

  it('the first day is that of the purchase and has no return', () => {
    expect(Array.from(fiveDaily(2).returns.subarray(0, 5))).toEqual([0, 0, 0, 0, 0]);
  });

  it('a stock has a size while it has returns, and book equity in the Decembers of its life', () => {
    const { returns, sizes, book } = stockMarket();
    for (let entry = 0; entry < STOCKS * MONTHS; entry += 997) {
      expect(Number.isNaN(sizes[entry]!)).toBe(Number.isNaN(returns[entry]!));
    }
    for (let stock = 0; stock < STOCKS; stock += 7) {
      expect(Number.isNaN(book[20 * STOCKS + stock]!)).toBe(Number.isNaN(sizes[251 * STOCKS + stock]!));
    }
  });
});
