import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import * as root from '../../src/index.js';
import { fixedMix, fromReturns, isInputError, makeTable, toHtml } from '../../src/index.js';
import { writeCsv } from '../../src/io/index.js';
import * as report from '../../src/report/index.js';
import type { Chart } from '../../src/report/index.js';
import { attribute, markup } from './hostile.js';
import { naiveTable } from './naive-table.js';

const folder = mkdtempSync(join(tmpdir(), 'fuzz-pages-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const length = 72;
const dates = Array.from(
  { length },
  (_, row) => `${2015 + Math.floor(row / 12)}-${String((row % 12) + 1).padStart(2, '0')}`,
);
const column = (by: number): number[] => Array.from({ length }, (_, row) => Math.sin(row * row * by) / 20);

/** No tag and no attribute but those of the writer. */
const harmless = (page: string): void => {
  expect(page).not.toMatch(/<img|<script>alert|"><script/i);
};

/** Every picture that can be drawn, of things with these two names. */
function pictures(one: string, two: string): readonly Chart[] {
  const panel = fromReturns({
    frequency: 'monthly',
    dates,
    returns: Object.fromEntries([
      [one, column(1)],
      [two, column(2)],
    ]),
  });
  const [a, b] = [panel.returns(one), panel.returns(two)];
  const strategy = {
    ...fixedMix({
      weights: Object.fromEntries([
        [one, 0.6],
        [two, 0.4],
      ]),
    }),
    name: one,
  };
  const run = root.backtest(panel, strategy, { costs: { tradingBps: 5 } });
  const swept = root.sweep(panel, {
    grid: Object.fromEntries([
      [one, [0, 0.5, 1]],
      [two, [1, 2]],
    ]),
    strategy: (params: Record<string, number>) =>
      fixedMix({
        weights: Object.fromEntries([
          [one, params[one]!],
          [two, 1 - params[one]!],
        ]),
      }),
    metrics: Object.fromEntries([[one, root.cagr]]),
  });
  const events = { name: one, events: [{ knownOn: '2016-03-31' }, { knownOn: '2018-05-31' }] };
  const study = root.eventStudy(a, events as never, { benchmark: b, periods: 3, draws: 20 });
  const drawn = root.bootstrap(a, Object.fromEntries([[one, root.cagr]]) as Record<string, typeof root.cagr>, {
    replications: 100,
    blockLength: 3,
  });
  const look = { title: two };
  return [
    report.wealthChart([a, b], look),
    report.drawdownChart(a),
    report.relativeWealthChart([a], b),
    report.rollingChart([a, b], { of: 'volatility', window: { months: 12 } }),
    report.calendarHeatMap(a),
    report.annualReturnsChart([a, b]),
    report.returnHistogram(a),
    report.weightsChart(run),
    report.tradingChart(run),
    report.contributionChart(run),
    report.eventStudyChart(study, { paths: { series: a, benchmark: b } }),
    report.sweepChart(swept.pivot({ rows: one, columns: two, metric: one })),
    report.fanChart(root.simulate(a, { periods: 12, paths: 100, blockLength: 3 })),
    report.bootstrapHistogram(drawn),
    report.riskReturnChart([a, b]),
  ];
}

describe('names that are markup are words in every page and picture', () => {
  it.each([
    [markup, attribute],
    ['__proto__', 'constructor'],
  ])('%s and %s in all pictures', async (one, two) => {
    for (const chart of pictures(one, two)) {
      const svg = await chart.toSvg();
      expect(svg.length).toBeGreaterThan(500);
      harmless(svg);
      const shown = (chart as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')];
      harmless(shown?.call(chart)['text/html'] ?? '');
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('in claims and comparing sheets', async () => {
    const panel = fromReturns({
      frequency: 'monthly',
      dates,
      returns: Object.fromEntries([
        [markup, column(1)],
        [attribute, column(2)],
      ]),
    });
    const [a, b] = [panel.returns(markup), panel.returns(attribute)];
    const reading = { reading: markup, says: { is: -0.5, within: 0.01 }, figure: root.maxDrawdown(a) };
    const made = report.claim({ id: markup, claim: attribute, data: [a, b], readings: [reading] });
    harmless(toHtml(report.claimsTable([made])));
    harmless(toHtml(made.table));
    harmless((await report.compareSheet([a, b], { title: markup })).html);
  });
});

describe('a CSV file holds no cell that a spreadsheet would compute', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc
      .array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', ' ', '1', 'A', '＝', '.', 'e'), {
        maxLength: 6,
      })
      .map((list) => list.join('')),
  );
  it('whatever the texts are, and wherever the spreadsheet cuts', () => {
    const path = join(folder, 'cells.csv');
    fc.assert(
      fc.property(cell, cell, (name, text) => {
        try {
          writeCsv(
            path,
            makeTable({ columns: [{ key: `k${name}` }, { key: 'b' }], rows: [{ [`k${name}`]: text, b: -0.5 }] }),
          );
        } catch (error) {
          expect(isInputError(error, 'table.invalid')).toBe(true);
          return;
        }
        const file = readFileSync(path, 'utf8');
        for (const delimiter of [',', ';', '\t']) {
          const cells = naiveTable(file, delimiter);
          for (const found of [...(cells?.header ?? []), ...(cells?.rows.flat() ?? [])]) {
            if (delimiter === ',' || !found.includes(','))
              expect(
                /^[=+\-@＝＋－＠]/.test(found) && !Number.isFinite(Number(found)),
                JSON.stringify([name, text, found]),
              ).toBe(false);
          }
        }
      }),
      { seed: 20_261_121, numRuns: 150 },
    );
  });
});
