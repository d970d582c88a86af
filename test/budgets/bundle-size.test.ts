import { describe, expect, it } from 'vitest';
import { bundled } from './bundle.js';

/** 1,000 bytes, gzipped. */
const budgets = [
  { what: 'everything', code: "export * from './src/index.ts'", most: 168 },
  { what: 'backtest', code: "export { backtest } from './src/index.ts'", most: 40.5 },
  { what: 'summarize', code: "export { summarize } from './src/index.ts'", most: 20.8 },
  { what: 'fromReturns', code: "export { fromReturns } from './src/index.ts'", most: 7 },
  { what: 'sharpeRatio', code: "export { sharpeRatio } from './src/index.ts'", most: 5.2 },
  { what: 'cagr', code: "export { cagr } from './src/index.ts'", most: 3 },
] as const;

describe('what a page loads stays small', () => {
  it.each(budgets)('$what takes at most $most kB, gzipped and without dependencies', async ({ code, most }) => {
    const { bytes, parts } = await bundled(code);
    const largest = parts.slice(0, 10).map(({ path, bytes: size }) => `${path} ${size}`);
    expect(bytes / 1000, `the largest parts, before gzip: ${largest.join(', ')}`).toBeLessThanOrEqual(most);
  });

  it('a statistic brings no engine, no strategy and no signal with it', async () => {
    const { parts } = await bundled("export { cagr, maxDrawdown, sharpeRatio } from './src/index.ts'");
    const rooms = new Set(parts.map(({ path }) => path.split('/')[1]));
    expect(rooms).toEqual(new Set(['core', 'panel', 'stats', 'time']));
  });

  it('a simple statistic asks for no package', async () => {
    expect((await bundled("export { cagr, maxDrawdown } from './src/index.ts'")).packages).toEqual([]);
  });

  it('the root asks for nothing of Node: it runs on a page', async () => {
    const { packages } = await bundled("export * from './src/index.ts'");
    expect(packages.filter((name) => name.startsWith('node:'))).toEqual([]);
  });

  it('importing for nothing loads nothing: no module does anything when it is loaded', async () => {
    expect((await bundled("import './src/index.ts'")).parts).toEqual([]);
  });
});
