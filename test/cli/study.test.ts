import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { claims } from '../../examples/claims/index.js';
import { inEmptyFolder, run } from './run.js';

describe('backtilt study', () => {
  it('prints chosen claims as the functions in examples/claims show them, in the order asked for, and the verdicts below', () => {
    const { code, out, err } = run('study', 'claims', 'c2', 'C1');
    expect([code, err]).toEqual([0, '']);
    const [second, first] = [claims['C2']!(), claims['C1']!()];
    expect(out.startsWith(`${String(second)}\n\n${String(first)}\n\nClaims and verdicts\n`)).toBe(true);
  });

  it.each([
    ['first-cut', '2b. Rotation after the first rate cut', 'C1. '],
    ['screen', 'screened value', 'C4. '],
    ['tilt', 'tilt', 'C15. '],
    ['funds', 'AVUV', 'C3. '],
  ])('%s: the backtest first, then the claims made about it', (topic, heading, claim) => {
    const { code, out } = run('study', topic);
    expect(code).toBe(0);
    expect(out.toLowerCase().indexOf(heading.toLowerCase())).toBeGreaterThanOrEqual(0);
    expect(out.indexOf(`\n${claim}`)).toBeGreaterThan(out.toLowerCase().indexOf(heading.toLowerCase()));
    expect(out).toContain('Verdict: ');
  });

  it('writes Markdown, and CSV with one row per reading and full values', () => {
    inEmptyFolder(() => {
      const { code, out } = run('study', 'claims', 'C1', '--csv', 'c.csv', '--markdown', 'c.md');
      expect(code).toBe(0);
      expect(out).toContain('Written: c.md, c.csv.');
      const { readings } = claims['C1']!();
      const { data } = Papa.parse<Record<string, string>>(readFileSync('c.csv', 'utf8'), {
        header: true,
        skipEmptyLines: true,
      });
      expect(data.map(({ reading }) => reading)).toEqual(readings.map(({ reading }) => reading));
      expect(data.map(({ figure }) => Number(figure))).toEqual(readings.map(({ figure }) => figure));
      expect(data.map(({ low }) => Number(low))).toEqual(readings.map(({ interval }) => interval!.low));
      const page = readFileSync('c.md', 'utf8');
      expect(page).toMatch(/^# claims\n/);
      for (const { reading } of readings) expect(page).toContain(`| ${reading} |`);
    });
  });

  it('names what there is when a topic or a claim is unknown', () => {
    expect(run('study', 'frist-cut')).toMatchObject({ code: 1 });
    expect(run('study', 'frist-cut').err).toContain('first-cut');
    expect(run('study', 'claims', 'C99').err).toMatch(/no claim "C99"/);
    expect(run('study').code).toBe(1);
  });
});
