import { displayProperties } from '../core/index.js';
import type { Table } from './table.js';
import { toHtml } from './to-html.js';
import { toText } from './to-text.js';

/** The display of a kind of object that is best said in a few lines. */
export const textDisplay = <T>(text: (self: T) => string): PropertyDescriptorMap & ThisType<T> =>
  displayProperties<T>({ text });

/** The display of a kind of object that is best read as a table. */
export const tableDisplay = <T>(tableOf: (self: T) => Table): PropertyDescriptorMap & ThisType<T> =>
  displayProperties<T>({ text: (self) => toText(tableOf(self)), html: (self) => toHtml(tableOf(self)) });

/** Gives an object, or a list, the display of its kind, before it is frozen. Loops, copies and JSON do not see it. */
export function showAs<T extends object>(object: T, display: PropertyDescriptorMap): T {
  return Object.defineProperties(object, display);
}
