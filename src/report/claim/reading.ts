import {
  assertFilledArray,
  assertKnownOptions,
  assertName,
  assertNumber,
  assertObject,
  assertOneOf,
  describeValue,
  InputError,
} from '../../core/index.js';

/** What a claim says of a figure: near a number, above it, or below it. */
export type Says =
  { readonly is: number; readonly within: number } | { readonly above: number } | { readonly below: number };

/** How the figures of a reading are written; 'percent' takes fractions. */
export type ReadingUnit = 'percent' | 'number' | 'count';

/** A figure beside what a claim says of it. */
export interface ClaimFigure {
  /** Series, horizon, definition: whatever sets this reading apart. */
  readonly reading: string;
  readonly says: Says;
  /** What the data say; NaN where they say nothing. */
  readonly figure: number;
  readonly unit?: ReadingUnit | undefined;
  /** Of the figure. */
  readonly interval?: { readonly low: number; readonly high: number } | undefined;
  /** What the figure would be without what is claimed: the share of all windows, the market's return. */
  readonly base?: number | undefined;
  /** Cases, and how many of them have no row in common. */
  readonly n?: number | undefined;
  readonly independent?: number | undefined;
  /** How many windows or definitions were looked at to find this one: then it counts only where it does not agree. */
  readonly searched?: number | undefined;
}

/** Several figures that are claimed together: the reading agrees where all of them do. */
export interface ClaimFigures {
  readonly reading: string;
  readonly parts: readonly ClaimFigure[];
  readonly n?: number | undefined;
  readonly independent?: number | undefined;
  readonly searched?: number | undefined;
}

/** One fair way to read a claim: a definition, what the claim says under it, and what the data say. */
export type ClaimReading = ClaimFigure | ClaimFigures;

/** A reading after judgement. That of several figures has as its figure how many of them agree. */
export interface JudgedReading extends ClaimFigure {
  readonly unit: ReadingUnit;
  /** Whether the figure is what the claim says; null where there is none. */
  readonly agrees: boolean | null;
  /** Whether it says more than chance or the base would; null where there is no figure. */
  readonly informative: boolean | null;
  /** Whether it counts for the verdict. */
  readonly counts: boolean;
  /** The figures that are claimed together; empty where there is one. */
  readonly parts: readonly JudgedReading[];
}

/** Fewer cases than this prove nothing, whatever they say. */
export const ENOUGH_CASES = 10;

const FIELDS = ['reading', 'says', 'figure', 'unit', 'interval', 'base', 'n', 'independent', 'searched'];

/** Whether a figure is what a claim says. One that lies at the end of a tolerance up to rounding is within it. */
function meets(says: Says, figure: number): boolean {
  if ('is' in says) return Math.abs(figure - says.is) <= says.within * (1 + 1e-12);
  return 'above' in says ? figure > says.above : figure < says.below;
}

/** Judges one reading; the rules are those of `verdict`. */
export function judge(reading: ClaimReading): JudgedReading {
  if ('parts' in reading) return judgeAll(reading);
  const { says, figure, unit = 'percent', searched } = reading;
  const known = !Number.isNaN(figure);
  const agrees = known ? meets(says, figure) : null;
  return Object.freeze({
    ...reading,
    unit,
    agrees,
    informative: known ? tellsMore(reading) : null,
    counts: known && !(searched !== undefined && agrees === true),
    parts: Object.freeze([]),
  });
}

function judgeAll({ reading, parts: given, searched, n, independent }: ClaimFigures): JudgedReading {
  const parts = given.map(judge);
  const known = parts.every(({ agrees }) => agrees !== null);
  const agreeing = parts.filter(({ agrees }) => agrees === true).length;
  const agrees = known ? agreeing === parts.length : null;
  return Object.freeze({
    reading,
    says: { is: parts.length, within: 0 },
    figure: known ? agreeing : NaN,
    unit: 'count',
    n,
    independent,
    searched,
    agrees,
    informative: known
      ? (independent ?? ENOUGH_CASES) >= ENOUGH_CASES && parts.every((part) => part.informative)
      : null,
    counts: known && !(searched !== undefined && agrees === true),
    parts: Object.freeze(parts),
  });
}

function tellsMore({ says, interval, base, independent }: ClaimFigure): boolean {
  if (independent !== undefined && independent < ENOUGH_CASES) return false;
  if (interval === undefined) return base === undefined || !meets(says, base);
  const { low, high } = interval;
  if ('is' in says) return base === undefined ? meets(says, low) && meets(says, high) : base < low || base > high;
  // All that is likely must be what is claimed, and more of it than the base.
  if (!meets(says, low) || !meets(says, high)) return false;
  return base === undefined || ('above' in says ? base < low : base > high);
}

/** Checks what the user gave as a reading. */
export function checkReading(where: string, given: unknown): ClaimReading {
  assertObject(where, 'a reading', given);
  if (!('parts' in given)) return checkFigure(where, given);
  assertKnownOptions(where, given, ['reading', 'parts', 'n', 'independent', 'searched']);
  const { reading, parts, searched, n, independent } = given;
  assertName(where, 'reading', reading);
  assertFilledArray(where, 'parts', parts);
  checkCounts(where, { n, independent });
  checkSearched(where, searched);
  return {
    reading,
    n: n as number | undefined,
    independent: independent as number | undefined,
    parts: parts.map((part, index) => checkFigure(`${where}, part ${index}`, part)),
    searched: searched as number | undefined,
  };
}

function checkFigure(where: string, given: unknown): ClaimFigure {
  assertObject(where, 'a reading', given);
  assertKnownOptions(where, given, FIELDS);
  const reading = given as unknown as ClaimFigure;
  assertName(where, 'reading', reading.reading);
  checkSays(where, reading.says);
  checkNumber(where, 'figure', reading.figure);
  checkCounts(where, { base: reading.base, n: reading.n, independent: reading.independent });
  checkSearched(where, reading.searched);
  if (reading.unit !== undefined) assertOneOf(where, 'unit', reading.unit, ['percent', 'number', 'count']);
  if (reading.interval !== undefined) checkInterval(where, reading.interval);
  return reading;
}

function checkCounts(where: string, given: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(given)) if (value !== undefined) checkNumber(where, name, value);
}

function checkSearched(where: string, searched: unknown): void {
  if (searched !== undefined) assertNumber(where, 'searched', searched, { min: 1, integer: true });
}

function checkSays(where: string, says: unknown): void {
  assertObject(where, 'says', says);
  const names = Object.keys(says).sort().join(' ');
  if (!['is within', 'above', 'below'].includes(names)) {
    throw new InputError(
      'option.type',
      `${where}: "says" has ${names === '' ? 'nothing' : `the fields ${names}`}; it must be { is, within }, { above } or { below }.`,
      { where, option: 'says' },
    );
  }
  for (const [name, value] of Object.entries(says)) {
    assertNumber(where, `says.${name}`, value, name === 'within' ? { min: 0 } : {});
  }
}

function checkInterval(where: string, interval: unknown): void {
  assertObject(where, 'interval', interval);
  const { low, high } = interval as { low?: unknown; high?: unknown };
  checkNumber(where, 'interval.low', low);
  checkNumber(where, 'interval.high', high);
  if ((low as number) > (high as number)) {
    throw new InputError(
      'option.range',
      `${where}: "interval" goes from ${describeValue(low)} to ${describeValue(high)}; low must not be above high.`,
      { where, option: 'interval' },
    );
  }
}

function checkNumber(where: string, name: string, value: unknown): void {
  if (typeof value === 'number') return;
  throw new InputError('option.type', `${where}: "${name}" is ${describeValue(value)}; it must be a number.`, {
    where,
    option: name,
  });
}
