import { isInputError } from '../../src/index.js';
import { parseFacts, parseFrench, parseObservations, parsePrices, parseReturns } from '../../src/io/index.js';

const many = (count: number, cell: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => cell(index)).join(',');
const monthly = { frequency: 'monthly', units: 'fraction' } as const;
const prices = { frequency: 'monthly', adjusted: true } as const;

/** Files with very many columns; each answers what was read of the last one, which must be 0.01. */
export const wideFiles: Readonly<Record<string, (columns: number) => () => number>> = {
  returns: (columns) => {
    const text = `date,${many(columns, (one) => `c${one}`)}\n2024-01-31,${many(columns, () => '0.01')}\n`;
    return () => parseReturns(text, monthly).returns(`c${columns - 1}`).values[0]!;
  },
  prices: (columns) => {
    const text = `date,${many(columns, (one) => `c${one}`)}\n2024-01-31,${many(columns, () => '100')}\n2024-02-29,${many(columns, () => '101')}\n`;
    return () => Math.round(parsePrices(text, prices).returns(`c${columns - 1}`).values[0]! * 1e12) / 1e12;
  },
  'a long table': (columns) => {
    const text = `date,asset,value\n${Array.from({ length: columns }, (_, one) => `2024-01-31,c${one},0.01`).join('\n')}\n`;
    return () =>
      parseReturns(text, { ...monthly, long: { asset: 'asset', value: 'value' } }).returns(`c${columns - 1}`)
        .values[0]!;
  },
  'JSON of columns': (columns) => {
    const text = `{"date":["2024-01-31"],${many(columns, (one) => `"c${one}":[0.01]`)}}`;
    return () => parseReturns(text, monthly).returns(`c${columns - 1}`).values[0]!;
  },
  'JSON of records': (columns) => {
    const text = `[{"date":"2024-01-31",${many(columns, (one) => `"c${one}":0.01`)}}]`;
    return () => parseReturns(text, monthly).returns(`c${columns - 1}`).values[0]!;
  },
  French: (columns) => {
    const text = `,${many(columns, (one) => `c${one}`)}\n202401,${many(columns, () => '1.00')}\n`;
    return () => parseFrench(text).returns(`c${columns - 1}`).values[0]!;
  },
  facts: (columns) => {
    const text = `date,${many(columns, (one) => `c${one}`)}\n2024-01-31,${many(columns, () => '0.01')}\n`;
    return () =>
      (parseFacts(text, { knownAfter: { days: 0 } }).values as Record<string, number[]>)[`c${columns - 1}`]![0]!;
  },
  'an unknown column among them': (columns) => {
    const text = `date,${many(columns, (one) => `c${one}`)}\n2024-01-31,${many(columns, () => '0.01')}\n`;
    return () =>
      refused(() => parseObservations(text, { knownAfter: { days: 0 }, units: 'number', column: `c${columns}` }));
  },
  'a column twice among them': (columns) => {
    const text = `date,${many(columns, (one) => `c${one % (columns - 1)}`)}\n2024-01-31,${many(columns, () => '0.01')}\n`;
    return () => refused(() => parseReturns(text, monthly));
  },
};

function refused(act: () => unknown): number {
  try {
    act();
    return NaN;
  } catch (error) {
    if (isInputError(error) && error.message.length < 5000) return 0.01;
    throw error;
  }
}

/** What is wrong with reading one of them: another number, another error than a named one, or more seconds of processor time than allowed. */
export function wideFault(name: string, columns: number, seconds: number): string | undefined {
  const read = wideFiles[name]!(columns);
  const began = process.cpuUsage();
  try {
    const found = read();
    if (found !== 0.01) return `read ${found}`;
  } catch (error) {
    if (!isInputError(error)) return String(error);
  }
  const used = process.cpuUsage(began).user / 1e6;
  return used > seconds ? `took ${used.toFixed(1)} s for ${columns} columns` : undefined;
}
