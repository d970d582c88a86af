import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from '../../src/table/index.js';

describe('wrapText', () => {
  it('breaks between words and indents what follows', () => {
    expect(wrapText('one two three four', 9)).toBe('one two\n  three\n  four');
    expect(wrapText('short')).toBe('short');
    expect(wrapText('')).toBe('');
  });

  it('a line of exactly the width stays whole', () => {
    expect(wrapText('a'.repeat(49) + ' ' + 'b'.repeat(50))).not.toContain('\n');
    expect(wrapText('a'.repeat(50) + ' ' + 'b'.repeat(50))).toContain('\n');
  });

  it('loses no word, and no line of several words is longer than the width', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 5, max: 40 }), (words, width) => {
        const lines = wrapText(words.join(' '), width).split('\n');
        expect(lines.join(' ').trim().split(/\s+/)).toEqual(words);
        for (const line of lines) expect(line.length <= width || line.trim().split(' ').length === 1).toBe(true);
      }),
    );
  });
});
