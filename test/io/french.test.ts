import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frenchBlocks, parseFrench, parseFrenchFacts, readFrench, readReturns } from '../../src/io/index.js';
import { addField, type AnyPanel } from '../../src/panel/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { extracted, raw } from './raw.js';

/** A small file with the traps of the real ones: prose with commas, CRLF, blank lines, blocks of several kinds, long titles. */
const file = [
  'This file was created using the 202512 CRSP database.',
  'Portfolios are formed on OP, operating profits (sales minus cost, minus interest).',
  '',
  'Missing data are indicated by -99.99 or -999.',
  '',
  '',
  '  Average Value Weighted Returns -- Monthly',
  ',Lo 30,2-Dec,Hi 30',
  '202311,    9.00, -99.99,   0.00',
  '202312,   -0.50,   2.25, -99.9900',
  '202401,    1.25,   -999,   4.00',
  '',
  '',
  '  Average Equal Weighted Returns -- Monthly',
  ',Lo 30,2-Dec,Hi 30',
  '202311,    8.00,   1.00,   0.50',
  '202312,   -1.50,   2.00,   1.00',
  '',
  '  Value Weight Returns -- Annual from January to December',
  ',Lo 30,2-Dec,Hi 30',
  '  2022,  -12.50,  25.00,  50.00',
  '  2023,   12.50,  25.00, -999.00',
  '',
  '  Number of Firms in Portfolios',
  ',Lo 30,2-Dec,Hi 30',
  '202311,      49,     22,     59',
  '202312,      50,     -999,     58',
  '',
  '  For portfolios formed in June of year t',
  '  Value Weight Average of OP Calculated as:',
  ',Lo 30,2-Dec,Hi 30',
  '  2022,  -0.073,   0.211,   1.072',
  '',
  'Copyright 2025 Eugene F. Fama and Kenneth R. French',
  '',
].join('\r\n');

describe('parseFrench', () => {
  it('reads the first monthly block: percent become fractions, both missing codes become missing', () => {
    const panel = parseFrench(file);
    expect(panel.assets).toEqual(['Lo 30', '2-Dec', 'Hi 30']);
    expect([-1, 0, 2].map((row) => panel.calendar.date(row))).toEqual(['2023-10-31', '2023-11-30', '2024-01-31']);
    expect([...panel.returns('Lo 30').values]).toEqual([0.09, -0.005, 0.0125]);
    expect([...panel.returns('2-Dec').values]).toEqual([NaN, 0.0225, NaN]);
    expect([...panel.returns('Hi 30').values]).toEqual([0, NaN, 0.04]);
  });

  it('says what the numbers are: vintage of the prose, research portfolios, factors as differences, the bill as a return', () => {
    expect(parseFrench(file).returns('Lo 30').meta).toEqual({
      kind: 'total',
      net: false,
      source: 'Kenneth R. French Data Library: Average Value Weighted Returns -- Monthly',
      vintage: '202512',
      researchPortfolio: true,
    });
    const factors = parseFrench('Prose.\n\n,Mkt-RF,RF\n192607, 2.96, 0.22\n', {
      columns: { market: 'Mkt-RF', RF: 'RF' },
    });
    expect(factors.returns('market').meta).toEqual({
      kind: 'excess',
      net: false,
      source: 'Kenneth R. French Data Library',
      researchPortfolio: true,
    });
    expect(factors.returns('RF').meta.kind).toBe('total');
    expect(factors.returns('RF').meta.researchPortfolio).toBeUndefined();
  });

  it('reads another block by its title, or by a part of it that no other title has', () => {
    const equal = parseFrench(file, { block: 'average equal weighted  returns -- Monthly' });
    expect([...equal.returns('Lo 30').values]).toEqual([0.08, -0.015]);
    const annual = parseFrench(file, { block: 'annual', columns: ['Hi 30'] });
    expect(annual.calendar.frequency).toBe('annual');
    expect([annual.calendar.date(-1), annual.calendar.date(1)]).toEqual(['2021-12-31', '2023-12-31']);
    expect([...annual.returns('Hi 30').values]).toEqual([0.5, NaN]);
  });

  it('lists the blocks when none, or more than one, has the name', () => {
    const none = expectInputError(
      'file.format',
      ['"Median"', 'Average Value Weighted Returns -- Monthly', 'months 202311 to 202401'],
      () => parseFrench(file, { block: 'Median' }),
    );
    expect(none.details).toMatchObject({ block: 'Median' });
    expect(none.details['known']).toHaveLength(5);
    expectInputError('file.format', ['titles of 2 blocks', 'Equal'], () => parseFrench(file, { block: '-- monthly' }));
    expectInputError('option.type', ['block'], () => parseFrench(file, { block: '' }));
  });

  it('never gives counts or ratios as returns', () => {
    expectInputError('file.format', ['Number of Firms', 'no returns', 'parseFrenchFacts'], () =>
      parseFrench(file, { block: 'Number of Firms' }),
    );
    expectInputError('file.format', ['no block of returns'], () =>
      parseFrench('Prose\n\n Average Firm Size\n,A\n202401, 5\n'),
    );
  });

  it('refuses a damaged row instead of ending the block there', () => {
    const broken = (bad: string): string => `Prose\n\n,A,B\n202401,1,2\n${bad}\n202403,1,2\n`;
    expectInputError('file.format', ['line 5', '2 cells'], () => parseFrench(broken('202402,1')));
    expectInputError('file.format', ['line 5', '"2024x2"'], () => parseFrench(broken('2024x2,1,2')));
    expectInputError('file.format', ['line 5', '"2024"'], () => parseFrench(broken('2024,1,2')));
    expectInputError('file.format', ['line 6', 'column names'], () => parseFrench(broken('')));
    expectInputError('file.value', ['line 5', 'column "B"', '"x"'], () => parseFrench(broken('202402,1,x')));
    expectInputError('date.impossible', ['line 5', '202413'], () => parseFrench(broken('202413,1,2')));
    expectInputError('calendar.gap', ['line 5', '2024-03-31'], () => parseFrench('P\n\n,A\n202401,1\n202403,2\n'));
    expectInputError('calendar.duplicate', ['line 5'], () => parseFrench('P\n\n,A\n202401,1\n202401,2\n'));
  });

  it('refuses what is no such file', () => {
    expectInputError('file.format', ['no table', 'parseReturns'], () => parseFrench('Only prose, and no more.\n'));
    expectInputError('file.format', ['HTML'], () => parseFrench('<html></html>'));
    expectInputError('file.missing', ['nowhere.csv'], () => readFrench('nowhere.csv'));
    expectInputError('option.unknown', ['blok', 'block'], () => parseFrench(file, { blok: 'x' } as object));
    expectInputError('file.format', ['Hi 40', 'Hi 30'], () => parseFrench(file, { columns: ['Hi 40'] }));
  });

  it('needs to be told whether rows of days are trading days or week ends', () => {
    const days = 'Prose\n\n,Mkt-RF\n20240130, 0.10\n20240131, -1.60\n';
    expectInputError('option.missing', ['frequency', 'daily', 'weekly'], () => parseFrench(days));
    const panel = parseFrench(days, { frequency: 'daily' });
    expect([panel.calendar.date(0), panel.returns('Mkt-RF').values[1]]).toEqual(['2024-01-30', -0.016]);
  });
});

describe('frenchBlocks', () => {
  it('gives titles, kinds of rows and spans in the order of the file, and which hold returns', () => {
    expect(frenchBlocks(file).map(({ title, rows, from, to, returns }) => [title, rows, from, to, returns])).toEqual([
      ['Average Value Weighted Returns -- Monthly', 'months', '202311', '202401', true],
      ['Average Equal Weighted Returns -- Monthly', 'months', '202311', '202312', true],
      ['Value Weight Returns -- Annual from January to December', 'years', '2022', '2023', true],
      ['Number of Firms in Portfolios', 'months', '202311', '202312', false],
      [
        'For portfolios formed in June of year t Value Weight Average of OP Calculated as:',
        'years',
        '2022',
        '2022',
        false,
      ],
    ]);
  });
});

describe('parseFrenchFacts', () => {
  it('dates a figure that describes the beginning of its month by the last day of the month before', () => {
    const firms = parseFrenchFacts(file, {
      block: 'Number of Firms',
      describes: 'beginning',
      columns: { low: 'Lo 30', two: '2-Dec' },
    });
    expect(firms).toEqual({ knownOn: ['2023-10-31', '2023-11-30'], values: { low: [49, 50], two: [22, null] } });
    const end = parseFrenchFacts(file, { block: 'Number of Firms', describes: 'end' });
    expect(end.knownOn).toEqual(['2023-11-30', '2023-12-31']);
  });

  it('gives what addField takes: the first figure is known on the base', () => {
    const firms = parseFrenchFacts(file, { block: 'Number of Firms', describes: 'beginning' });
    const panel: AnyPanel = addField(parseFrench(file), 'firms', firms);
    expect(panel.toJSON().fields['firms']!['Hi 30']).toEqual([59, 58, 58, 58]);
  });

  it('refuses yearly figures, whose day is not in the file, and a missing word on which end is meant', () => {
    expectInputError('file.format', ['years', 'addField'], () =>
      parseFrenchFacts(file, { block: 'Average of OP', describes: 'end' }),
    );
    expectInputError('option.range', ['describes', 'beginning'], () =>
      parseFrenchFacts(file, { block: 'Number of Firms' } as { block: string; describes: 'end' }),
    );
  });
});

describe.skipIf(!existsSync(raw('SPY.csv')))("the library's own files (skipped where they are absent)", () => {
  const percentOf = (panel: AnyPanel, asset: string, row: number): number => panel.returns(asset).values[row]! * 100;

  it.each([
    ['32_Portfolios_ME_BEME_OP_2x4x4.csv', 10, 32, '202512', 750],
    ['Portfolios_Formed_on_OP.csv', 7, 18, '202602', 752],
    ['F-F_Momentum_Factor.CSV', 2, 1, '202410', 1174],
    ['F-F_Research_Data_5_Factors_2x3.csv', 2, 6, '201507', 625],
  ])('%s is read from the first month to the last, with all its blocks', (name, blocks, assets, vintage, months) => {
    const panel = readFrench(raw(name));
    expect(frenchBlocks(readFileSync(raw(name), 'utf8'))).toHaveLength(blocks);
    expect(panel.assets).toHaveLength(assets);
    expect(panel.calendar.length).toBe(months);
    expect(panel.returns(panel.assets[0]!).meta.vintage).toBe(vintage);
  });

  it('gives the figures seen in the files', () => {
    const momentum = readFrench(raw('F-F_Momentum_Factor.CSV'));
    expect([momentum.calendar.date(0), percentOf(momentum, 'Mom', 0)]).toEqual(['1927-01-31', 0.36]);
    expect(percentOf(momentum, 'Mom', 1173)).toBeCloseTo(2.84, 12);
    const five = readFrench(raw('F-F_Research_Data_5_Factors_2x3.csv'));
    expect(five.assets).toEqual(['Mkt-RF', 'SMB', 'HML', 'RMW', 'CMA', 'RF']);
    expect(percentOf(five, 'HML', 624)).toBeCloseTo(-4.5, 12);
    const annual = readFrench(raw('F-F_Research_Data_5_Factors_2x3.csv'), { block: 'Annual Factors' });
    expect([annual.calendar.date(0), percentOf(annual, 'Mkt-RF', 0)]).toEqual(['1964-12-31', 12.54]);
  });

  it('gives every cell that another program took from the same files', () => {
    for (const [name, table] of [
      ['32_Portfolios_ME_BEME_OP_2x4x4.csv', 'p32_me_bm_op_vw_v202512.csv'],
      ['F-F_Momentum_Factor.CSV', 'mom_monthly_v202410.csv'],
    ] as const) {
      const mine = readFrench(raw(name));
      const other = readReturns(extracted(table), { frequency: 'monthly', units: 'percent', dateFormat: 'YYYYMM' });
      expect(mine.assets).toEqual(other.assets);
      expect(mine.toJSON().returns).toEqual(other.toJSON().returns);
      expect(mine.calendar.toJSON()).toEqual(other.calendar.toJSON());
    }
  });

  it('gives the numbers of firms and average sizes as facts known the month before', () => {
    const text = readFileSync(raw('32_Portfolios_ME_BEME_OP_2x4x4.csv'), 'utf8');
    const firms = parseFrenchFacts(text, { block: 'Number of Firms', describes: 'beginning' });
    expect([firms.knownOn[0], firms.values['SMALL LoBM LoOP']![0]]).toEqual(['1963-06-30', 49]);
    const size = parseFrenchFacts(text, { block: 'Average Market Cap', describes: 'beginning' });
    expect(size.values['SMALL LoBM LoOP']![0]).toBe(11.79);
  });
});
