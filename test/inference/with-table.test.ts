import { expect, it } from 'vitest';
import { withTable } from '../../src/inference/with-table.js';
import { makeTable, toHtml, toText } from '../../src/table/index.js';

it('figures with a table print it, have its notes, are frozen, and keep their readers out of loops and JSON', () => {
  const table = makeTable({ title: 'T', columns: [{ key: 'a' }], rows: [{ a: 1 }], notes: ['Warning.'] });
  const shown = withTable({ list: [1] }, table, { twice: (x: number) => 2 * x });
  expect(String(shown)).toBe(toText(table));
  const bundle = (shown as unknown as Record<symbol, () => object>)[Symbol.for('Jupyter.display')]!();
  expect(bundle).toEqual({ 'text/plain': toText(table), 'text/html': toHtml(table) });
  expect(shown.notes).toEqual(['Warning.']);
  expect(shown.twice(4)).toBe(8);
  expect(Object.keys(shown)).not.toContain('twice');
  expect(Object.isFrozen(shown.list)).toBe(true);
});
