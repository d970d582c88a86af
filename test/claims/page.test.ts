import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claims } from '../../examples/claims/index.js';
import { claimsPage } from '../../scripts/claims-page.js';
import { filesBelow, root } from '../support/source-files.js';

const files = filesBelow('examples/claims', '.ts');
const studied = Object.values(claims).map((study) => study());

describe('the studies of examples/claims', () => {
  it('are there for each of the claims C1 to C29, in order, each under its own number', () => {
    const numbers = Array.from({ length: 29 }, (_, index) => `C${index + 1}`);
    expect(Object.keys(claims)).toEqual(numbers);
    expect(studied.map(({ id }) => id)).toEqual(numbers);
  });

  it('docs/claims.md holds the verdicts of today (npm run claims writes it)', () => {
    const page = `${root}docs/claims.md`;
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, 'utf8')).toBe(claimsPage(studied));
  });

  it('say who claimed it, what the data are and, where nothing can be tested, what is missing', () => {
    for (const { id, source, notes, missing, verdict } of studied) {
      expect(source, id).toMatch(/article/);
      expect(notes.length, id).toBeGreaterThan(2);
      if (verdict === 'not testable here') expect(missing, id).not.toBeNull();
    }
  });

  it('are short and use the doors of the package alone', () => {
    for (const { path, text } of files) {
      expect(text.trim().split('\n').length, path).toBeLessThanOrEqual(path.endsWith('index.ts') ? 80 : 60);
      for (const [, from] of text.matchAll(/from '([^']+)'/g))
        expect(from, path).toMatch(/^(backtilt(\/\w+)?|\.\/[\w-]+\.js)$/);
    }
  });
});
