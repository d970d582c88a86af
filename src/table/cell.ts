/** What a table holds: a number, a text, or nothing. */
export type CellValue = number | string | null;

/** A value with the text that tables print for it. CSV and programs get the value, people the text. */
export interface Cell {
  readonly value: CellValue;
  readonly text: string;
}

/** The text of a value that is undefined on good input. */
export const UNDEFINED_TEXT = '–';

function number(value: number, digits: number, unit: string): Cell {
  if (!Number.isFinite(value)) return { value, text: UNDEFINED_TEXT };
  const text = value.toFixed(digits);
  // No "-0.00": what rounds to zero has no sign.
  return { value, text: `${Number(text) === 0 ? text.replace('-', '') : text}${unit}` };
}

/** A fraction as percent with two decimals: 0.1619 is "16.19 %". The value stays the fraction. */
export function percentCell(fraction: number, digits = 2): Cell {
  return { value: fraction, text: number(fraction * 100, digits, ' %').text };
}

/** A plain number with two decimals, such as a Sharpe ratio. */
export function numberCell(value: number, digits = 2): Cell {
  return number(value, digits, '');
}

/** A whole number. */
export function countCell(value: number): Cell {
  return number(value, 0, '');
}

/** A text, or nothing. */
export function textCell(value: string | null | undefined): Cell {
  return { value: value ?? null, text: value ?? UNDEFINED_TEXT };
}
