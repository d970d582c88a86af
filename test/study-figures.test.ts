import { describe, expect, it } from 'vitest';
import { bundledDemoData } from '../src/cli/demo/demo-data.js';
import { demoSections } from '../src/cli/demo/demo-sections.js';
import type { Row } from '../src/table/index.js';

// Authority: a second program in another language (plain Python: lists and loops, no package), written from docs/timing.md and
// docs/conventions.md alone and run on the publishers' own tables, with 5 bp for funds, 10 bp for Hi 30, 50 bp for Lo 30 and the
// cells, French's RF and BIL as risk-free. Its figures, to six decimals.
const exhibits = new Map(
  demoSections(bundledDemoData()).flatMap((section) =>
    section.exhibits.map(({ file, data }) => [file, data.rows] as const),
  ),
);
const row = (file: string, index: number): Row => exhibits.get(file)![index]!;

const OWN = ['cagr', 'volatility', 'sharpeRatio', 'maxDrawdown'] as const;
const AGAINST = ['trackingError', 'informationRatio', 'hitRate', 'beta', 'alpha'] as const;

const STRATEGIES = [
  [
    'tilt-french',
    0,
    [0.109128, 0.202517, 0.45194, -0.847877],
    [0.05348, 0.199953, 0.486622, 1.101327, 0.002484],
    0.025366,
    101,
  ],
  [
    'tilt-funds',
    0,
    [0.085349, 0.160832, 0.476834, -0.509906],
    [0.030064, 0.081697, 0.474522, 1.046535, -0.001005],
    0.012953,
    27,
  ],
  [
    'rotation-french',
    0,
    [0.11657, 0.161232, 0.554855, -0.489787],
    [0.054398, -0.096868, 0.103647, 1.011186, -0.006329],
    0.414587,
    521,
  ],
  [
    'rotation-french',
    1,
    [0.122828, 0.154929, 0.607177, -0.510838],
    [0.027186, -0.024886, 0.47025, 1.016032, -0.002195],
    0.054433,
    521,
  ],
  [
    'rotation-funds',
    0,
    [0.085027, 0.161142, 0.47517, -0.463973],
    [0.041578, 0.055746, 0.079618, 1.030468, 0.000052],
    0.305732,
    314,
  ],
  [
    'rotation-funds',
    1,
    [0.085213, 0.155464, 0.486899, -0.508659],
    [0.015354, 0.095297, 0.474522, 1.023991, -0.000321],
    0.034377,
    314,
  ],
  [
    'screened-value',
    0,
    [0.155276, 0.188891, 0.632068, -0.562093],
    [0.029949, 0.128415, 0.541333, 0.949024, 0.009746],
    0.078569,
    63,
  ],
  ['screened-value', 1, [0.149152, 0.196792, 0.587121, -0.59076], undefined, 0.082859, 63],
] as const;

const CORES = [
  ['tilt-french', 1, [0.102077, 0.178185, 0.45388, -0.830416]],
  ['tilt-funds', 1, [0.084369, 0.151119, 0.491219, -0.507848]],
] as const;

// Twelve months after the month in which the cut was known: Hi 30, Lo 30, SPY, IWM.
const EVENTS: readonly (readonly [string, number, number, number | null, number | null])[] = [
  ['1984-09-20', 0.155018, 0.107772, null, null],
  ['1987-11-04', 0.228276, 0.228628, null, null],
  ['1989-06-06', 0.15547, 0.012948, null, null],
  ['1995-07-06', 0.164692, 0.10481, 0.165805, null],
  ['1998-09-29', 0.273331, 0.248815, 0.280076, null],
  ['2001-01-03', -0.167005, 0.089163, -0.163426, -0.035678],
  ['2007-09-18', -0.217883, -0.204434, -0.223682, -0.141169],
  ['2019-07-31', 0.145036, -0.050866, 0.119719, -0.045106],
  ['2024-09-18', 0.191992, 0.136343, 0.175194, 0.107281],
];

describe('the figures of the demonstration are those of a second program in another language', () => {
  it.each(STRATEGIES)('%s, column %i', (file, index, own, against, turnover, decisions) => {
    const found = row(file, index);
    OWN.forEach((key, position) => {
      expect(found[key]).toBeCloseTo(own[position]!, 6);
    });
    if (against !== undefined) {
      AGAINST.forEach((key, position) => {
        expect(found[key]).toBeCloseTo(against[position]!, 6);
      });
    }
    expect(found['turnoverPerYear']).toBeCloseTo(turnover, 6);
    expect(found['decisions']).toBe(decisions);
  });

  it.each(CORES)('%s, the core', (file, index, own) => {
    OWN.forEach((key, position) => {
      expect(row(file, index)[key]).toBeCloseTo(own[position]!, 6);
    });
  });

  it.each(EVENTS)('the months after the cut of %s', (date, ...figures) => {
    const found = exhibits.get('first-cuts')!.find((event) => event['First cut'] === date)!;
    (['Hi 30', 'Lo 30', 'SPY', 'IWM'] as const).forEach((asset, position) => {
      const expected = figures[position] ?? null;
      if (expected === null) expect(found[asset]).toBeNaN();
      else expect(found[asset]).toBeCloseTo(expected, 6);
    });
  });
});
