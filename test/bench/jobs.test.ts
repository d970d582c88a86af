import { describe, expect, it } from 'vitest';
import { jobs } from '../../bench/jobs/index.js';
import { check, holds } from '../../bench/run/job.js';
import { measure } from '../../bench/run/measure.js';
import * as library from '../../src/index.js';

describe('every job gives what the reference kernels give', () => {
  it.each(jobs.map((job) => [job.name, job] as const))('%s', (_, job) => {
    const wrong = job
      .prepare(library)
      .checks()
      .filter((one) => !holds(one));
    expect(wrong).toEqual([]);
  });
});

describe('measure', () => {
  const right = check('one', 1, 1);
  const job = (checks: readonly ReturnType<typeof check>[]) => {
    let runs = 0;
    return {
      runs: () => runs,
      job: {
        name: 'J',
        title: '',
        target: { milliseconds: 1 },
        prepare: () => ({ checks: () => checks, run: () => runs++ }),
      },
    };
  };

  it('repeats as often as it is told, beside the first run and those to warm up, and as often on new panels', () => {
    const counted = job([right]);
    const { times, fresh } = measure(counted.job, library, 9);
    expect([times.length, fresh.length]).toEqual([9, 9]);
    expect(counted.runs()).toBeGreaterThanOrEqual(1 + 3 + 9 + 9);
  });

  it('what is wrong is not timed', () => {
    const { times, checks } = measure(job([right, check('two', 2, 3)]).job, library, 9);
    expect(times).toEqual([]);
    expect(checks.map(({ what }) => what)).toEqual(['one', 'two']);
  });

  it('a figure that is not a number is wrong', () => {
    expect([holds(check('x', NaN, 1)), holds(check('x', 1, NaN)), holds(check('x', 0, 0, 0))]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
