import { assertName, InputError } from '../core/index.js';
import type { FrenchBlock, FrenchTable } from './french-blocks.js';

/** A block by its title, or by a part of it that no other title has; capital letters do not matter. */
export function chooseBlock(where: string, tables: readonly FrenchTable[], block: string): FrenchTable {
  assertName(where, 'block', block);
  const wanted = block.replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const exact = tables.filter(({ title }) => title.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : tables.filter(({ title }) => title.toLowerCase().includes(wanted));
  if (found.length === 1) return found[0]!;
  const what = found.length === 0 ? `no block "${block}"` : `"${block}" stands in the titles of ${found.length} blocks`;
  const listed = found.length === 0 ? tables : found;
  throw new InputError('file.format', `${where}: ${what}. Blocks: ${listed.map(describeBlock).join('; ')}.`, {
    where,
    block,
    known: listed.map(({ title }) => title),
  });
}

/**
 * The block that is meant when none is named: the first one of monthly returns, or the first of returns in a file without months. Yearly returns never
 * stand in for months whose title was damaged.
 */
export function defaultBlock(where: string, tables: readonly FrenchTable[]): FrenchTable {
  const months = tables.filter(({ rows }) => rows === 'months');
  const found = (months.length === 0 ? tables : months).find(({ returns }) => returns);
  if (found !== undefined) return found;
  throw new InputError(
    'file.format',
    `${where}: found no block of returns. Blocks: ${tables.map(describeBlock).join('; ')}. Other figures are read by parseFrenchFacts.`,
    { where, known: tables.map(({ title }) => title) },
  );
}

/** A block in a message. */
export const describeBlock = ({ title, rows, from, to }: FrenchBlock): string =>
  `${title === '' ? '(no title)' : `"${title}"`} (${rows} ${from} to ${to})`;
