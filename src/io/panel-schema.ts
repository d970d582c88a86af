import { z } from 'zod';
import type { PanelJson, ReturnKind, SeriesMeta } from '../panel/index.js';
import { type CalendarJson, frequencies } from '../time/index.js';

/** Numbers in JSON; null is NaN. */
export const numbers = z.array(z.number().nullable());
const kinds = ['total', 'price', 'excess'] as const satisfies readonly ReturnKind[];

// Every key of the types must stand here: a schema that forgets one would refuse, or lose, what a panel says about itself.
export const metaShape = {
  kind: z.enum(kinds),
  net: z.boolean(),
  source: z.string().exactOptional(),
  vintage: z.string().exactOptional(),
  researchPortfolio: z.boolean().exactOptional(),
  usesHindsight: z.boolean().exactOptional(),
  endsOn: z.iso.date().exactOptional(),
  joins: z.array(z.strictObject({ from: z.string(), source: z.string() })).exactOptional(),
  proxyRows: z
    .array(
      z
        .strictObject({ from: z.iso.date(), to: z.iso.date(), source: z.string() })
        .refine(({ from, to }) => from <= to, 'its "from" lies after its "to"'),
    )
    .exactOptional(),
} satisfies Record<keyof SeriesMeta, z.ZodType>;

export const calendarShape = {
  frequency: z.enum(frequencies),
  base: z.string(),
  dates: z.array(z.string()),
  partialRows: z.array(z.int().nonnegative()),
} satisfies Record<keyof CalendarJson, z.ZodType>;

const panel = {
  calendar: z.strictObject(calendarShape),
  returns: z.record(z.string(), numbers),
  meta: z.record(z.string(), z.strictObject(metaShape)),
  fields: z.record(z.string(), z.record(z.string(), numbers)),
  indicators: z.record(z.string(), numbers),
  usesHindsight: z.array(z.string()),
} satisfies Record<keyof PanelJson, z.ZodType>;

/** What is wrong with a part of JSON. */
export interface JsonIssue {
  /** For example `returns.SPY[3]`; empty for the whole. */
  readonly path: string;
  readonly found: unknown;
  readonly message: string;
}

/** The first thing that is wrong with a value that should be a panel's JSON. */
export function panelJsonIssue(value: unknown): JsonIssue | undefined {
  return firstIssue(z.strictObject(panel), value);
}

/** The first thing that is wrong with a value by a schema. */
export function firstIssue(schema: z.ZodType, value: unknown): JsonIssue | undefined {
  const issue = schema.safeParse(value).error?.issues[0];
  if (issue === undefined) return undefined;
  const found = issue.path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
  return { path: pathText(issue.path), found, message: issue.message };
}

/** `returns.SPY[3]` of ['returns', 'SPY', 3]. */
function pathText(path: readonly PropertyKey[]): string {
  const parts = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return parts.join('').replace(/^\./, '');
}
