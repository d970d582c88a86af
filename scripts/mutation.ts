/**
 * Alters the source in thousands of small ways and counts the alterations that a test notices.
 * `npm run mutation` for all four rooms, `npm run mutation -- signals src/stats/cagr.ts` for some; `--concurrency 2`, `--tests test/stats/cagr.test.ts,…`,
 * `--only` patterns of files in a room, `--seconds` of tests for each alteration, `--sample 0.2` of all.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { leftOut, planOf, type Plan } from './mutation/plan.js';
import { alteredOf, lineOf, scoreOf, type Found } from './mutation/score.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string', default: '2' },
    tests: { type: 'string' },
    only: { type: 'string' },
    seconds: { type: 'string' },
    sample: { type: 'string' },
  },
});

// The runner is TypeScript, and processes of its own read it.
process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import tsx`.trim();

const run = async ({ name, mutate, testFolders }: Plan): Promise<Found> => {
  const options = {
    mutate: values.only?.split(',') ?? mutate,
    testRunner: 'in-one-process',
    plugins: ['./scripts/mutation/runner.ts'],
    inOneProcess: {
      testFolders: values.tests?.split(',') ?? testFolders,
      leftOut,
      ...(values.seconds === undefined ? {} : { seconds: Number(values.seconds) }),
      ...(values.sample === undefined ? {} : { share: Number(values.sample) }),
    },
    coverageAnalysis: 'perTest',
    concurrency: Number(values.concurrency),
    reporters: ['progress-append-only'],
    warnings: { unknownOptions: false },
    disableTypeChecks: false,
    tempDirName: `out/mutation/sandbox-${name}`,
    ignorePatterns: [
      'dist',
      'out',
      '.stryker*',
      'docs',
      'bench',
      'test/notebooks',
      'test/platforms',
      'test/site',
      'coverage',
    ],
    dryRunTimeoutMinutes: 30,
    timeoutMS: 8000,
    timeoutFactor: 2,
    allowConsoleColors: false,
  };
  const results = await new Stryker(options as never).runMutationTest();
  const found: Found = { made: results.length, altered: alteredOf(results) };
  writeFileSync(`out/mutation/${name}.json`, JSON.stringify(found, undefined, 1));
  return found;
};

mkdirSync('out/mutation', { recursive: true });
for (const plan of planOf(positionals)) {
  const { made, altered } = await run(plan);
  const { all, counts, killed } = scoreOf(altered);
  const alive = altered.filter(({ fate }) => fate !== 'killed');
  writeFileSync(`out/mutation/${plan.name}.txt`, `${alive.map(lineOf).join('\n')}\n`);
  if (alive.length <= 60) console.log(alive.map(lineOf).join('\n'));
  console.log(
    `${plan.name}: ${(100 * killed).toFixed(1)} % of ${all} killed${all < made ? `, a sample of ${made}` : ''} (${counts.survived} survived, ${counts.timeout} out of time, ${counts.uncovered} without a test, ${counts.error} errors); out/mutation/${plan.name}.txt lists what lives`,
  );
}
rmSync('out/mutation/sandbox', { recursive: true, force: true });
