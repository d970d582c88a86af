import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  frenchBlocks,
  parseFacts,
  parseFrench,
  parseFrenchFacts,
  parseObservations,
  parsePrices,
  parseReturns,
  readFacts,
  readFrench,
  readObservations,
  readPrices,
  readReturns,
} from '../../src/io/index.js';
import { lifeOf } from '../../src/panel/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { extracted, raw } from './raw.js';

// Every trap of the publishers' layouts once in a small made file, which runs everywhere, and once in the file itself.
const there = existsSync(extracted('etf_monthly_total_return.csv'));
const fund = { frequency: 'monthly', units: 'fraction', dateFormat: 'YYYY-MM', net: true } as const;
const percent = { frequency: 'monthly', units: 'percent', dateFormat: 'YYYYMM' } as const;

describe('monthly returns of funds: fractions, blank before listing', () => {
  it('a blank is no return, never 0, and later funds begin later', () => {
    const panel = parseReturns('yyyymm,SPY,AVUV\n1993-02,0.01066832,\n1993-03,0.02239918,0\n', fund);
    expect([...panel.returns('AVUV').values]).toEqual([NaN, 0]);
    expect([panel.calendar.date(-1), panel.calendar.date(0)]).toEqual(['1993-01-31', '1993-02-28']);
    expect(panel.returns('SPY').meta).toEqual({ kind: 'total', net: true });
  });

  it.skipIf(!there)(
    '46 funds from 1993-02 to 2026-07; SPY lost 36.8 % in 2008, gained 32.3 % in 2013, lost 18.2 % in 2022',
    () => {
      const panel = readReturns(extracted('etf_monthly_total_return.csv'), fund);
      expect([panel.assets.length, panel.calendar.length, panel.holes.length]).toEqual([46, 402, 0]);
      const year = (asset: string, wanted: string): number => {
        let growth = 1;
        panel.returns(asset).values.forEach((value, row) => {
          if (panel.calendar.date(row).startsWith(wanted)) growth *= 1 + value;
        });
        return growth - 1;
      };
      expect(
        [year('SPY', '2008'), year('SPY', '2013'), year('SPY', '2022'), year('IWM', '2020')].map((value) =>
          Number(value.toFixed(3)),
        ),
      ).toEqual([-0.368, 0.323, -0.182, 0.2]);
      // AVUV began on 2019-09-26: that partial month is left out.
      expect(panel.calendar.date(lifeOf(Float64Array.from(panel.returns('AVUV').values)).first)).toBe('2019-10-31');
    },
  );
});

describe('daily adjusted closes: ratios, blank before listing', () => {
  it('the first price gives no return, and the day before a listing none either', () => {
    const panel = parsePrices('date,SPY,VTI\n1993-01-29,24,\n1993-02-01,24.6,100\n1993-02-02,24.6,101\n', {
      frequency: 'daily',
      adjusted: true,
    });
    expect([...panel.returns('VTI').values]).toEqual([NaN, 101 / 100 - 1]);
    expect(panel.returns('SPY').values[0]).toBe(24.6 / 24 - 1);
  });

  it.skipIf(!there)('16 funds from 1993-01-29 to 2026-07-31 without a hole', () => {
    const panel = readPrices(extracted('etf_daily_adjclose.csv'), { frequency: 'daily', adjusted: true });
    expect([panel.assets.length, panel.calendar.length, panel.holes.length]).toEqual([16, 8432, 0]);
    expect([panel.calendar.date(-1), panel.returns('SPY').values[0]]).toEqual(['1993-01-29', 24.2848 / 24.1133 - 1]);
  });
});

describe('percents', () => {
  it('become fractions, and months as YYYYMM their last day; a rate of the month is a return of the month', () => {
    const panel = parseReturns('yyyymm,Mkt-RF,RF\n192607,2.89,0.22\n192608,2.64,0.25\n', percent);
    expect([panel.returns('Mkt-RF').values[0], panel.returns('RF').values[0]]).toEqual([2.89 / 100, 0.22 / 100]);
    expect(panel.calendar.date(0)).toBe('1926-07-31');
  });

  it('taken for fractions are refused', () => {
    const rows = Array.from(
      { length: 24 },
      (_, row) =>
        `${2000 + Math.floor(row / 12)}${String((row % 12) + 1).padStart(2, '0')},${row % 2 === 0 ? 2.5 : 0.8}`,
    );
    expectInputError('panel.units', ["units: 'percent'"], () =>
      parseReturns(`m,A\n${rows.join('\n')}\n`, { ...percent, units: 'fraction' }),
    );
  });

  it.skipIf(!there)('in every extracted table: spans, missing cells and refused units', () => {
    for (const [name, columns, months, first, missing] of [
      ['dfsvx_monthly_total_return.csv', 1, 401, -0.8 / 100, 0],
      ['ff3_monthly_v202512.csv', 4, 1194, 2.89 / 100, 0],
      ['ff5_monthly_v202512.csv', 6, 750, -0.39 / 100, 0],
      ['mom_monthly_v202410.csv', 1, 1174, 0.36 / 100, 0],
      ['p25_me_bm_vw_v202602.csv', 25, 1196, 5.8276 / 100, undefined],
      ['p25_me_op_vw_v202602.csv', 25, 752, -0.6108 / 100, undefined],
      ['p32_me_bm_op_vw_v202512.csv', 32, 750, -0.758 / 100, undefined],
      ['op_sorts_vw_v202602.csv', 18, 752, -0.87 / 100, 0],
      ['ind49_vw_v202602.csv', 49, 1196, 2.36 / 100, undefined],
    ] as const) {
      const dateFormat = name.startsWith('dfsvx') ? 'YYYY-MM' : 'YYYYMM';
      const panel = readReturns(extracted(name), { ...percent, dateFormat });
      expect([name, panel.assets.length, panel.calendar.length, panel.returns(panel.assets[0]!).values[0]]).toEqual([
        name,
        columns,
        months,
        first,
      ]);
      const blanks = panel.assets.reduce(
        (count, asset) => count + panel.returns(asset).values.filter(Number.isNaN).length,
        0,
      );
      if (missing !== undefined) expect([name, blanks]).toEqual([name, missing]);
      const least = Math.min(
        ...panel.assets.flatMap((asset) => [...panel.returns(asset).values].filter((value) => !Number.isNaN(value))),
      );
      // -99.99 and -999 are codes for "missing": none of them is left as a return.
      expect(least, name).toBeGreaterThan(-0.95);
      expect(() => readReturns(extracted(name), { ...percent, dateFormat, units: 'fraction' }), name).toThrow(
        /looks? like percent|lose more than/,
      );
    }
  });

  it.skipIf(!there)(
    'the column "<=0" of the size sorts is empty at first and no portfolio of small firms: leave it out by name',
    () => {
      const all = readReturns(extracted('size_sorts_vw_v202602.csv'), percent);
      expect(all.assets[0]).toBe('<=0');
      const deciles = readReturns(extracted('size_sorts_vw_v202602.csv'), { ...percent, columns: ['Lo 10', 'Hi 10'] });
      expect(deciles.assets).toEqual(['Lo 10', 'Hi 10']);
    },
  );
});

describe('numbers of firms and average sizes describe the beginning of their month', () => {
  it("so July's row is known on the last day of June, for the June decision", () => {
    const firms = parseFacts('yyyymm,SMALL\n196307,49.0\n196308,49.0\n', {
      dateFormat: 'YYYYMM',
      describes: 'beginning',
    });
    expect(firms.knownOn[0]).toBe('1963-06-30');
  });

  it.skipIf(!there)('and are the same from the extracted table as from the file as published', () => {
    const text = readFileSync(raw('32_Portfolios_ME_BEME_OP_2x4x4.csv'), 'utf8');
    for (const [name, block] of [
      ['p32_me_bm_op_nfirms_v202512.csv', 'Number of Firms'],
      ['p32_me_bm_op_avgme_v202512.csv', 'Average Market Cap'],
    ] as const)
      expect(readFacts(extracted(name), { dateFormat: 'YYYYMM', describes: 'beginning' })).toEqual(
        parseFrenchFacts(text, { block, describes: 'beginning' }),
      );
  });
});

describe('series of the Federal Reserve', () => {
  it('a monthly average is known in the month after, a day without a figure is none, and M/D/YYYY is declared', () => {
    const average = parseObservations('Date,FEDFUNDS\n2020-03-01,0.65\n2020-04-01,.\n', {
      knownAfter: { months: 1 },
      units: 'number',
    });
    expect(average).toEqual([{ knownOn: '2020-04-01', value: 0.65 }]);
    const target = parseObservations('DATE,DFEDTAR\r\n9/27/1982,10.25\r\n10/1/1982,10\r\n', {
      dateFormat: 'M/D/YYYY',
      knownAfter: { days: 0 },
      units: 'number',
    });
    expect(target[1]).toEqual({ knownOn: '1982-10-01', value: 10 });
  });

  it('changes of the target become known on the day of the decision, not of the effect', () => {
    const text = 'decision_date,effective_date,target_before,target_after\n2019-07-31,2019-08-01,2.5,2.25\n';
    const options = { column: 'target_after', knownAfter: { days: 0 }, units: 'percent' } as const;
    expect(parseObservations(text, options)).toEqual([{ knownOn: '2019-07-31', value: 0.0225 }]);
    expect(parseObservations(text, { ...options, date: 'effective_date' })[0]!.knownOn).toBe('2019-08-01');
  });

  it.skipIf(!there)('186 changes from 1982 to 2026', () => {
    const changes = readObservations(extracted('fed_target_changes.csv'), {
      column: 'target_after',
      knownAfter: { days: 0 },
      units: 'percent',
    });
    expect([changes.length, changes[0], changes.at(-1)]).toEqual([
      186,
      { knownOn: '1982-09-27', value: 0.1025 },
      { knownOn: '2026-09-16', value: 0.04 },
    ]);
  });

  it('turning points are known when they were announced, not when they happened', () => {
    const text = 'turning_month,type,announced,peak\n2020-02,peak,2020-06-08,1\n2020-04,trough,2021-07-19,0\n';
    expect(
      parseObservations(text, { date: 'announced', column: 'peak', knownAfter: { days: 0 }, units: 'number' }),
    ).toEqual([
      { knownOn: '2020-06-08', value: 1 },
      { knownOn: '2021-07-19', value: 0 },
    ]);
  });
});

describe('figures in which 0.0 means missing', () => {
  const figures = { knownAfter: { months: 1 }, units: 'number', missing: ['0.0'] } as const;

  it('are missing in every spelling of the code, and nothing else is', () => {
    const text = 'date,price,pe10\n1871-01-01,4.44,0.0\n1871-02-01,4.5,0\n1871-03-01,4.61,0.00\n1871-04-01,4.7,0.01\n';
    expect(parseObservations(text, { ...figures, column: 'pe10' })).toEqual([{ knownOn: '1871-05-01', value: 0.01 }]);
  });

  it.skipIf(!there)('CAPE begins ten years after the prices and ends in 2023', () => {
    const cape = readObservations(extracted('shiller_monthly_pddl.csv'), { ...figures, column: 'pe10' });
    expect(cape[0]!.knownOn).toBe('1881-02-01');
    expect(cape.at(-1)!.knownOn.slice(0, 4)).toBe('2023');
    expect(Math.min(...cape.map(({ value }) => value))).toBeGreaterThan(4);
    // Monthly averages labelled by the first day are no month-end prices: as prices they are refused until the label is declared.
    expectInputError('calendar.frequency', ['"YYYY-MM-01"'], () =>
      readPrices(extracted('shiller_monthly_pddl.csv'), {
        frequency: 'monthly',
        adjusted: false,
        columns: ['sp500_avg'],
      }),
    );
  });
});

describe('index levels are price only', () => {
  it.skipIf(!there)('and their returns say so', () => {
    const panel = readPrices(extracted('index_price_monthend.csv'), {
      frequency: 'monthly',
      adjusted: false,
      dateFormat: 'YYYY-MM',
    });
    expect([panel.returns('spx_close').meta.kind, panel.returns('spx_close').values[0]]).toEqual([
      'price',
      17.57 / 17.66 - 1,
    ]);
    const russell = lifeOf(Float64Array.from(panel.returns('rut_close').values));
    expect([panel.calendar.date(russell.first), panel.calendar.date(russell.last)]).toEqual([
      '1987-10-31',
      '2024-07-31',
    ]);
  });
});

describe('files of the French library', () => {
  it('with annual rows below monthly ones, averages by another weight, and names that a spreadsheet took for dates', () => {
    const text =
      'Made using the 202602 CRSP database.\r\n\r\n  Average Value Weight Returns -- Monthly\r\n,Lo 10,2-Dec,Hi 10\r\n196307,-1.37,-99.99,-0.94\r\n\r\n  Average Equal Weight Returns -- Monthly\r\n,Lo 10,2-Dec,Hi 10\r\n196307,1.37,-999,0.94\r\n\r\n Annual\r\n,Lo 10,2-Dec,Hi 10\r\n  1964,10,20,30\r\n\r\nCopyright\r\n';
    expect(frenchBlocks(text).map(({ rows }) => rows)).toEqual(['months', 'months', 'years']);
    const panel = parseFrench(text, { columns: { low: 'Lo 10', second: '2-Dec' } });
    expect([panel.returns('low').values[0], panel.returns('second').values[0]]).toEqual([-0.0137, NaN]);
  });

  it.skipIf(!there)('give in every block of every raw file as many rows as lines, and no code as a figure', () => {
    for (const name of [
      '32_Portfolios_ME_BEME_OP_2x4x4.csv',
      'Portfolios_Formed_on_OP.csv',
      'F-F_Momentum_Factor.CSV',
      'F-F_Research_Data_5_Factors_2x3.csv',
    ]) {
      const text = readFileSync(raw(name), 'utf8');
      const lines = text.split(/\r?\n/).filter((line) => /^\s*\d{4}(?:\d\d)?\s*,/.test(line)).length;
      let rows = 0;
      for (const { title, returns, rows: kind, from, to } of frenchBlocks(text)) {
        const months =
          kind === 'months'
            ? (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(4)) - Number(from.slice(4)) + 1
            : Number(to) - Number(from) + 1;
        rows += months;
        if (!returns) continue;
        const panel = parseFrench(text, title === '' ? {} : { block: title });
        expect(panel.calendar.length, `${name}: ${title}`).toBe(months);
        for (const asset of panel.assets)
          expect(Math.min(...[...panel.returns(asset).values].filter((value) => !Number.isNaN(value)))).toBeGreaterThan(
            -0.9,
          );
      }
      expect(rows, name).toBe(lines);
    }
    const op = readFrench(raw('Portfolios_Formed_on_OP.csv'), { columns: { 'Dec 2': '2-Dec', 'Hi 10': 'Hi 10' } });
    const other = readReturns(extracted('op_sorts_vw_v202602.csv'), { ...percent, columns: ['Dec 2', 'Hi 10'] });
    expect(op.toJSON().returns).toEqual(other.toJSON().returns);
  });
});
