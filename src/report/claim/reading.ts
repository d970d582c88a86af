import {
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

/** One fair way to read a claim: a definition, what the claim says under it, and what the data say. */
export interface ClaimReading {
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
}

/** A reading after judgement. */
export interface JudgedReading extends ClaimReading {
  readonly unit: ReadingUnit;
  /** Whether the figure is what the claim says; null where there is none. */
  readonly agrees: boolean | null;
  /** Whether it says more than chance or the base would; null where there is no figure. */
  readonly informative: boolean | null;
}

/** Fewer cases than this prove nothing, whatever they say. */
export const ENOUGH_CASES = 10;

const FIELDS = ['reading', 'says', 'figure', 'unit', 'interval', 'base', 'n', 'independent'];

/**
 * Whether a figure is what a claim says. Figures that lie at a bound up to rounding count as within it.
 *
 * @internal
 */
export function meets(says: Says, figure: number): boolean {
  if ('is' in says) return Math.abs(figure - says.is) <= says.within * (1 + 1e-12);
  return 'above' in says ? figure > says.above : figure < says.below;
}

/** Judges one reading; the rules are those of `verdict`. */
export function judge(reading: ClaimReading): JudgedReading {
  const { says, figure, unit = 'percent', interval, base, independent } = reading;
  if (Number.isNaN(figure)) return Object.freeze({ ...reading, unit, agrees: null, informative: null });
  return Object.freeze({
    ...reading,
    unit,
    agrees: meets(says, figure),
    informative: tellsMore(says, interval, base, independent),
  });
}

function tellsMore(
  says: Says,
  interval: ClaimReading['interval'],
  base: number | undefined,
  independent: number | undefined,
): boolean {
  if (independent !== undefined && independent < ENOUGH_CASES) return false;
  if (interval === undefined) return base === undefined || !meets(says, base);
  if (base !== undefined) return base < interval.low || base > interval.high;
  return meets(says, interval.low) && meets(says, interval.high);
}

/** Checks what the user gave as a reading. */
export function checkReading(where: string, given: unknown): ClaimReading {
  assertObject(where, 'a reading', given);
  assertKnownOptions(where, given, FIELDS);
  const reading = given as unknown as ClaimReading;
  assertName(where, 'reading', reading.reading);
  checkSays(where, reading.says);
  for (const name of ['figure', 'base', 'n', 'independent'] as const) {
    if (name === 'figure' || reading[name] !== undefined) checkNumber(where, name, reading[name]);
  }
  if (reading.unit !== undefined) assertOneOf(where, 'unit', reading.unit, ['percent', 'number', 'count']);
  if (reading.interval !== undefined) checkInterval(where, reading.interval);
  return reading;
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
