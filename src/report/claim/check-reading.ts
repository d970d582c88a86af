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
import type { ClaimFigure, ClaimReading } from './reading.js';

const FIELDS = ['reading', 'says', 'figure', 'unit', 'interval', 'base', 'n', 'independent'];

/** Checks what the user gave as a reading. */
export function checkReading(where: string, given: unknown): ClaimReading {
  assertObject(where, 'a reading', given);
  if (!('parts' in given)) return checkFigure(where, given, [...FIELDS, 'searched', 'aside']);
  assertKnownOptions(where, given, ['reading', 'parts', 'n', 'independent', 'searched', 'aside']);
  const { reading, parts, searched, n, independent, aside } = given;
  assertName(where, 'reading', reading);
  assertFilledArray(where, 'parts', parts);
  checkCounts(where, { n, independent });
  checkMarks(where, searched, aside);
  return {
    reading,
    n: n as number | undefined,
    independent: independent as number | undefined,
    parts: parts.map((part, index) => checkFigure(`${where}, part ${index}`, part, FIELDS)),
    searched: searched as number | undefined,
    aside: aside as true | undefined,
  };
}

function checkFigure(where: string, given: unknown, known: readonly string[]): ClaimFigure {
  assertObject(where, 'a reading', given);
  assertKnownOptions(where, given, known);
  const reading = given as unknown as ClaimFigure;
  assertName(where, 'reading', reading.reading);
  checkSays(where, reading.says);
  checkNumber(where, 'figure', reading.figure);
  checkCounts(where, { base: reading.base, n: reading.n, independent: reading.independent });
  checkMarks(where, reading.searched, reading.aside);
  if (reading.unit !== undefined) assertOneOf(where, 'unit', reading.unit, ['percent', 'number', 'count']);
  if (reading.interval !== undefined) checkInterval(where, reading.interval);
  return reading;
}

function checkCounts(where: string, given: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(given)) if (value !== undefined) checkNumber(where, name, value);
}

function checkMarks(where: string, searched: unknown, aside: unknown): void {
  if (searched !== undefined) assertNumber(where, 'searched', searched, { min: 1, integer: true });
  if (aside === undefined || aside === true) return;
  throw new InputError(
    'option.type',
    `${where}: "aside" is ${describeValue(aside)}; it must be true, or be left out.`,
    {
      where,
      option: 'aside',
    },
  );
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
