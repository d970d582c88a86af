import { countCell, makeTable, numberCell, percentCell, type Cell, type Table, textCell } from '../../table/index.js';
import type { JudgedReading, ReadingUnit, Says } from './reading.js';
import type { Judgement } from './verdict.js';

const WRITTEN: Readonly<Record<ReadingUnit, (value: number) => Cell>> = {
  percent: percentCell,
  number: numberCell,
  count: countCell,
};

/** What stands above the table. */
export interface ClaimHead {
  readonly id: string;
  readonly claim: string;
  readonly source: string | null;
  readonly missing: string | null;
}

/** One row per reading, the verdict and its reason first among the notes. */
export function claimTable(head: ClaimHead, judgement: Judgement, notes: readonly string[]): Table {
  const { verdict, because, readings } = judgement;
  return makeTable({
    title: `${head.id}. ${head.claim}`,
    columns: [
      { key: 'reading', label: 'Reading', align: 'left' },
      { key: 'says', label: 'Claim says', align: 'left' },
      { key: 'figure', label: 'Data say' },
      { key: 'interval', label: 'Interval' },
      { key: 'base', label: 'Base' },
      { key: 'n', label: 'n' },
      { key: 'independent', label: 'Independent' },
      { key: 'agrees', label: 'Agrees', align: 'left' },
    ],
    rows: readings.flatMap((reading) => [
      readingCells(reading),
      ...reading.parts.map((part) => ({ ...readingCells(part), reading: textCell(`· ${part.reading}`) })),
    ]),
    notes: [
      `Verdict: ${verdict}. ${sentence(because)}`,
      ...(head.source === null ? [] : [`Said by: ${sentence(head.source)}`]),
      ...(head.missing === null ? [] : [`Missing: ${sentence(head.missing)}`]),
      ...notes,
    ],
  });
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.?$/, '.')}`;

/** The cells of a reading: for one claim's table and for that of many. */
export function readingCells(reading: JudgedReading): Record<string, Cell> {
  const { unit, figure, interval, base, n, independent, parts } = reading;
  const write = WRITTEN[unit];
  return {
    reading: textCell(reading.reading),
    says: textCell(parts.length > 0 ? 'all of these' : saysInWords(reading.says, unit)),
    figure:
      parts.length > 0 && !Number.isNaN(figure)
        ? { value: figure, text: `${figure} of ${parts.length}` }
        : write(figure),
    interval: textCell(
      interval === undefined || Number.isNaN(interval.low + interval.high)
        ? undefined
        : `${write(interval.low).text} to ${write(interval.high).text}`,
    ),
    base: base === undefined ? textCell(undefined) : write(base),
    n: n === undefined ? textCell(undefined) : countCell(n),
    independent: independent === undefined ? textCell(undefined) : countCell(independent),
    agrees: textCell(agreement(reading)),
  };
}

/** What a claim says of a figure: "-27.5 % ± 0.5 %", "above 0 %". */
function saysInWords(says: Says, unit: ReadingUnit): string {
  // As many digits as the claim has: a tolerance is never rounded away.
  const write = (value: number): string =>
    (unit === 'percent' ? percentCell(value, 4) : numberCell(value, 6)).text
      .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
      .replace(/\.(?=\D|$)/, '');
  if ('is' in says) {
    const reach = unit === 'percent' ? write(says.within).replace(' %', ' points') : write(says.within);
    return says.within === 0 ? write(says.is) : `${write(says.is)} ± ${reach}`;
  }
  return 'above' in says ? `above ${write(says.above)}` : `below ${write(says.below)}`;
}

function agreement(reading: JudgedReading): string {
  if (reading.agrees === null) return 'no figure';
  const said = reading.agrees ? yes(reading) : no(reading);
  return reading.aside === true ? `(${said})` : said;
}

function yes({ informative, searched }: JudgedReading): string {
  if (searched !== undefined) return `yes, found by a search of ${searched}`;
  return informative === true ? 'yes' : 'yes, uninformative';
}

const no = ({ contradicts }: JudgedReading): string => (contradicts === true ? 'no' : 'no, but left open');
