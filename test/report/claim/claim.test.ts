import { describe, expect, it } from 'vitest';
import { fromReturns } from '../../../src/panel/index.js';
import { type BootstrapFigures, type Estimate, eventStudy } from '../../../src/inference/index.js';
import { splice } from '../../../src/stats/index.js';
import { claim, type ClaimOptions, claimsTable, readingOf, type ReadingOptions } from '../../../src/report/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

const panel = fromReturns({
  frequency: 'monthly',
  dates: ['2020-01', '2020-02', '2020-03'],
  returns: { A: [NaN, 0.1, -0.2], B: [0.01, 0.02, 0.03] },
  source: 'the publisher of A',
});
const spliced = splice(panel.returns('B'), panel.returns('A'));
const given: ClaimOptions = {
  id: 'Z1',
  claim: 'A fell by a fifth',
  source: 'somebody',
  data: [panel.returns('A'), 'a sentence'],
  readings: [
    {
      reading: 'monthly',
      says: { is: -0.2, within: 0.0005 },
      figure: -0.2,
      interval: { low: -0.25, high: -0.1 },
      base: 0.01,
      n: 12,
    },
    { reading: 'other', says: { above: 1.5 }, figure: NaN, unit: 'number', interval: { low: NaN, high: NaN } },
  ],
  notes: ['a note'],
};

describe('a claim', () => {
  it('shows what it says, what the data say, and the verdict with its reason', () => {
    const { table, verdict, notes } = claim(given);
    expect(verdict).toBe('supported');
    expect(table.title).toBe('Z1. A fell by a fifth');
    expect(table.texts).toEqual([
      ['monthly', '-20 % ± 0.05 points', '-20.00 %', '-25.00 % to -10.00 %', '1.00 %', '12', '–', 'yes'],
      ['other', 'above 1.5', '–', '–', '–', '–', '–', 'no figure'],
    ]);
    expect(notes).toEqual([
      'Verdict: supported. The one reading agrees with the claim; 1 of them says more than chance or the base.',
      'Said by: Somebody.',
      'a note',
      'a sentence',
      'Series: A, monthly, 2020-02 to 2020-03.',
      'Data: the publisher of A.',
    ]);
  });

  it('shows several figures below the reading that they belong to', () => {
    const says = { above: 0 };
    const parts = [
      { reading: 'A', says, figure: 0.1 },
      { reading: 'B', says, figure: -0.1 },
    ];
    const { table } = claim({ ...given, readings: [{ reading: 'both', parts, searched: 7 }] });
    expect(table.texts.map((row) => [row[0], row[1], row[2], row[7]])).toEqual([
      ['both', 'all of these', '1 of 2', 'no'],
      ['· A', 'above 0 %', '10.00 %', 'yes'],
      ['· B', 'above 0 %', '-10.00 %', 'no'],
    ]);
  });

  it('marks what is proxy and what was made with hindsight', () => {
    const { notes } = claim({ ...given, data: [spliced] });
    expect(notes.join('\n')).toMatch(/33 % of it proxy/);
    const hindsight = { ...panel.returns('B'), meta: { ...panel.returns('B').meta, usesHindsight: true } };
    expect(claim({ ...given, data: [hindsight] }).notes.join('\n')).toMatch(
      /B, monthly, 2020-01 to 2020-03, made with hindsight/,
    );
  });

  it('prints itself, freezes itself and survives JSON', () => {
    const made = claim(given);
    expect(String(made)).toContain('Verdict: supported');
    expect(Object.isFrozen(made.readings[0])).toBe(true);
    const shown = (made as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!();
    expect(shown['text/html']).toContain('<table');
    expect(JSON.parse(JSON.stringify(made))).toMatchObject({ id: 'Z1', verdict: 'supported', missing: null });
  });

  it('without readings it must say what is missing', () => {
    const open = claim({ ...given, readings: [], missing: 'a survey' });
    expect(open.verdict).toBe('not testable here');
    expect(open.notes.slice(0, 3)).toEqual([
      'Verdict: not testable here. No reading has a figure.',
      'Said by: Somebody.',
      'Missing: A survey.',
    ]);
    expectInputError('option.type', ['claim Z1', 'readings'], () => claim({ ...given, readings: [] }));
    expectInputError('option.type', ['claim Z1', 'missing'], () => claim({ ...given, readings: [], missing: '' }));
  });

  it('refuses what it cannot use', () => {
    expectInputError('option.unknown', ['reading', 'readings'], () => claim({ ...given, reading: [] } as ClaimOptions));
    expectInputError('option.type', ['"id"'], () => claim({ ...given, id: '' }));
    expectInputError('option.type', ['claim Z1', 'data'], () => claim({ ...given, data: [] }));
    expectInputError('option.type', ['claim Z1, reading 0'], () =>
      claim({ ...given, readings: [{ ...given.readings[0]!, figure: null as unknown as number }] }),
    );
  });

  it('stands in one row beside others, with its first reading', () => {
    const open = claim({ ...given, id: 'Z2', readings: [], missing: 'a survey' });
    const { columns, texts } = claimsTable([claim(given), open]);
    const cell = (row: number, key: string): string => texts[row]![columns.indexOf(key)]!;
    expect(['id', 'verdict', 'agree', 'figure', 'says', 'reading'].map((key) => cell(0, key))).toEqual([
      'Z1',
      'supported',
      '1 of 1',
      '-20.00 %',
      '-20 % ± 0.05 points',
      'monthly',
    ]);
    expect(['id', 'verdict', 'agree', 'figure', 'base'].map((key) => cell(1, key))).toEqual([
      'Z2',
      'not testable here',
      '–',
      '–',
      '–',
    ]);
    expectInputError('option.type', ['claims'], () => claimsTable([]));
  });
});

describe('a reading of what an inference gave', () => {
  const says = { above: 0 };

  it('takes figure, exact interval, base and cases of an event study over', () => {
    const dates = Array.from(
      { length: 24 },
      (_, month) => `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
    );
    const made = fromReturns({
      frequency: 'monthly',
      dates: dates,
      returns: { S: dates.map((_, month) => (month % 4 === 0 ? 0.01 : -0.01)), B: dates.map(() => 0) },
    });
    // The windows of one month after both events are months 4 and 8, in which S gains; six of the 24 months are like them.
    const { horizons } = eventStudy(made.returns('S'), ['2020-04-30', '2020-08-31'], {
      benchmark: made.returns('B'),
      months: 1,
    });
    const reading = readingOf(horizons[0]!, { says: { above: 0.5 } });
    expect(reading).toMatchObject({ reading: '1 month', figure: 1, base: 6 / 24, n: 2, independent: 2 });
    // Clopper–Pearson of 2 in 2: from (α/2)^(1/2) to 1.
    expect(reading.interval!.low).toBeCloseTo(Math.sqrt(0.025), 12);
    expect(reading.interval!.high).toBe(1);
    expect(Object.isFrozen(reading)).toBe(true);
  });

  it('takes an estimate with its interval, and what is said beside it first', () => {
    const estimate = { estimate: 0.5, low: 0.1, high: 0.9 } as Estimate;
    expect(readingOf(estimate, { reading: 'slope', says, unit: 'number', n: 30 })).toEqual({
      reading: 'slope',
      says,
      unit: 'number',
      n: 30,
      figure: 0.5,
      interval: { low: 0.1, high: 0.9 },
    });
    const drawn = { estimate: 0.4, percentile: { low: 0.2, high: 0.6 } } as BootstrapFigures;
    expect(readingOf(drawn, { reading: 'CAGR', says }).interval).toEqual({ low: 0.2, high: 0.6 });
  });

  it('refuses what has no figure or no name', () => {
    const estimate = { estimate: 0.5, low: 0.1, high: 0.9 } as Estimate;
    expectInputError('option.type', ['readingOf', '"reading"'], () => readingOf(estimate, { says }));
    expectInputError('option.type', ['readingOf', 'event study'], () =>
      readingOf({} as Estimate, { reading: 'a', says }),
    );
    expectInputError('option.type', ['readingOf'], () => readingOf(0.5 as unknown as Estimate, { reading: 'a', says }));
    expectInputError('option.unknown', ['"say"', 'says'], () =>
      readingOf(estimate, { reading: 'a', say: says } as unknown as ReadingOptions),
    );
  });
});
