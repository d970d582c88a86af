import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { withDisplay } from '../../src/table/index.js';

describe('withDisplay', () => {
  const shown = withDisplay({ a: 1 }, { text: ({ a }) => `a is ${a}`, html: ({ a }) => `<p>${a}</p>` });

  it('gives an object its text and its HTML, and freezes it', () => {
    expect([shown.toString(), inspect(shown)]).toEqual(['a is 1', 'a is 1']);
    const bundle = (shown as unknown as Record<symbol, () => unknown>)[Symbol.for('Jupyter.display')]!();
    expect(bundle).toEqual({ 'text/html': '<p>1</p>', 'text/plain': 'a is 1' });
    expect(Object.isFrozen(shown)).toBe(true);
  });

  it('stays out of loops, copies and JSON', () => {
    expect(Object.keys(shown)).toEqual(['a']);
    expect(Object.getOwnPropertySymbols({ ...shown })).toEqual([]);
    expect(JSON.stringify(shown)).toBe('{"a":1}');
  });
});
