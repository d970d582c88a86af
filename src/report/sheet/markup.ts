import { escapeHtml } from '../../table/index.js';

/** HTML in which every text from outside was escaped; only {@link markup} and {@link trusted} make it. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: texts and numbers are escaped, markup and lists of it are not, null is nothing. */
export type MarkupValue = string | number | Markup | null | readonly MarkupValue[];

/** A template of HTML that escapes what it is given, in texts and in attributes (which must be in double quotes). */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const text = parts.reduce((all, part, index) => all + written(values[index - 1] ?? null) + part);
  return trusted(text);
}

/** HTML that the library itself made, such as a drawing. */
export const trusted = (text: string): Markup => Object.freeze({ markup: text });

/** Nothing. */
export const nothing: Markup = trusted('');

function written(value: MarkupValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(written).join('');
}
