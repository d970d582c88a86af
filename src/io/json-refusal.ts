import type { z } from 'zod';
import { describeValue, InputError, isInputError } from '../core/index.js';
import { assembleCalendar, type Calendar, type CalendarJson, makeCalendar } from '../time/index.js';
import { firstIssue } from './panel-schema.js';

/** Refuses JSON that a reader cannot take: where in it, what was found there, and what to give. */
export type Refuse = (code: 'file.format' | 'file.value', path: string, found: string) => InputError;

/** @param given what makes such JSON, as in "a sweep, as JSON.stringify(result) makes it". */
export const refuser =
  (where: string, given: string): Refuse =>
  (code, path, found) =>
    new InputError(code, `${where}: ${path}: ${found}. Give the JSON of ${given}.`, { where, path });

/** Refuses what says that it is of another form: of another version of this library, or something else. */
export function assertForm(refuse: Refuse, json: unknown, form: string): void {
  if (typeof json !== 'object' || json === null)
    throw refuse('file.format', 'the whole', `found ${describeValue(json)}`);
  const { form: found } = json as { readonly form?: unknown };
  if (found === form) return;
  const said = found === undefined ? 'found nothing' : `found ${describeValue(found)}`;
  throw refuse('file.format', 'form', `${said}; this version reads "${form}"`);
}

/** Refuses what has not the shape of a schema. */
export function assertShape(refuse: Refuse, schema: z.ZodType, json: unknown): void {
  const issue = firstIssue(schema, json);
  if (issue === undefined) return;
  throw refuse(
    'file.format',
    issue.path === '' ? 'the whole' : issue.path,
    `found ${describeValue(issue.found)} (${issue.message})`,
  );
}

/** A calendar from its JSON. */
export function calendarFrom(where: string, refuse: Refuse, json: CalendarJson): Calendar {
  const { frequency, base, dates, partialRows } = json;
  const outside = partialRows.findIndex((row) => row >= dates.length);
  if (outside >= 0) throw refuse('file.value', `calendar.partialRows[${outside}]`, 'found a row beyond the last date');
  try {
    const checked = makeCalendar({ frequency, dates, base }, where);
    return assembleCalendar(frequency, checked.base, checked.days.slice(), partialRows);
  } catch (error) {
    if (!isInputError(error) || error.message.startsWith(where)) throw error;
    throw new InputError(error.code, `${where}: ${error.message}`, { ...error.details, where });
  }
}
