import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { slope } from '../../bench/run/growth.js';
import { check, type Job } from '../../bench/run/job.js';
import { median } from '../../bench/run/measure.js';
import { outcomeOf } from '../../bench/run/outcome.js';
import { blockOf, refilled } from '../../bench/run/page.js';
import { tableOf } from '../../bench/run/words.js';
import { root } from '../support/source-files.js';

const job: Job = {
  name: 'J9',
  title: 'nine',
  native: { job: 'J9', peers: ['C'] },
  target: { of: 'C', times: 2 },
  prepare: () => ({ checks: () => [], run: () => undefined }),
};
const timing = { first: 30, times: [3, 2, 5], fresh: [4, 6, 8], checks: [check('one', 1, 1)], memory: 50 };
const theirs = new Map([['C', { times: [1, 4, 2], figures: {} }]] as const);

describe('outcomes', () => {
  it('a ratio is that of the medians: 3 over 2 is 1.5, within twice', () => {
    const { ours, ratios, met } = outcomeOf(job, timing, theirs, [], [0]);
    expect(ours).toMatchObject({ median: 3, least: 2, fresh: 6, first: 30 });
    expect(ratios.C).toEqual({ median: 3 / 2, least: 2 / 1 });
    expect(met).toBe(true);
  });

  it('a job that is wrong has not met its target, however fast it is', () => {
    const wrong = { ...timing, checks: [check('one', 1, 2)] };
    expect(outcomeOf(job, wrong, theirs, [], [0])).toMatchObject({ met: false, failed: [{ what: 'one' }] });
  });

  it('figures of the other program are checked as well', () => {
    const strict: Job = { ...job, nativeChecks: () => [check('theirs', 1, 2)] };
    expect(outcomeOf(strict, timing, theirs, [], [0]).failed.map(({ what }) => what)).toEqual(['theirs']);
  });

  it('without the other program nothing is said about the target', () => {
    const alone = outcomeOf(job, timing, new Map(), [], [0]);
    expect(alone.met).toBeNull();
    expect(tableOf([alone])[1]!.at(-1)).toBe('not compared');
  });

  it('a target in milliseconds needs nobody else, and one in times of J6 needs J6 before it', () => {
    const alone: Job = { ...job, target: { milliseconds: 2.9 } };
    expect(outcomeOf(alone, timing, new Map(), [], [0]).met).toBe(false);
    const screen = outcomeOf({ ...job, name: 'J6' }, timing, new Map(), [], [0]);
    const sweep = outcomeOf({ ...job, target: { of: 'J6', times: 1 } }, timing, new Map(), [screen], [0]);
    expect(sweep.ratios.J6!.median).toBe(1);
    expect(sweep.met).toBe(true);
  });

  it('the middle of an even count is halfway between two', () => {
    expect([median([4, 1, 3, 2]), median([9, 1, 5])]).toEqual([2.5, 5]);
  });
});

describe('growth', () => {
  it('the exponent of t = 3 · n² is 2, and of t = n is 1', () => {
    const sizes = [10, 100, 1000];
    const exponent = (times: readonly number[]): number => slope(sizes.map(Math.log), times.map(Math.log));
    expect(exponent(sizes.map((n) => 3 * n * n))).toBeCloseTo(2, 12);
    expect(exponent(sizes)).toBeCloseTo(1, 12);
  });
});

describe('docs/performance.md', () => {
  const findings = {
    bundle: 'the bundle',
    node: '20',
    programs: ['C, gcc'],
    load: 0.1,
    outcomes: [outcomeOf(job, timing, theirs, [], [0])],
  };

  it('figures stand between the marks, and nothing else of the page changes', () => {
    const page = 'before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n';
    expect(refilled(page, 'new')).toBe('before\n<!-- bench:begin -->\n\nnew\n\n<!-- bench:end -->\nafter\n');
    expect(() => refilled('no marks', 'new')).toThrow('bench:begin');
  });

  it('the table has ours, theirs, the ratio and the target of every job', () => {
    expect(blockOf(findings)).toContain('| J9 | 3 ms | 30 ms | 6 ms | 2 ms | – | 1.5 (2) | ≤ 2 × C | met |');
  });

  it('the page has the marks', () => {
    const page = readFileSync(`${root}docs/performance.md`, 'utf8');
    expect(refilled(page, 'x')).toContain('<!-- bench:begin -->\n\nx\n\n<!-- bench:end -->');
  });
});
