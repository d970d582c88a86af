import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../support/source-files.js';

type Step = {
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, string | number | boolean>;
  env?: Record<string, string>;
};
type Job = {
  needs?: string;
  if?: string;
  permissions?: Record<string, string>;
  container?: string;
  'timeout-minutes'?: number;
  steps: Step[];
};
type Workflow = { on: Record<string, unknown>; permissions?: Record<string, string>; jobs: Record<string, Job> };

const folder = `${root}.github/workflows/`;
const files = readdirSync(folder).map((name) => {
  const text = readFileSync(folder + name, 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const named = (name: string): Workflow => files.find((file) => file.name === name)!.workflow;
const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each(files)('the workflow $name', ({ text, workflow }) => {
  it('runs no stranger’s code with rights of its own', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('workflow_run');
  });

  it('may read, and no more, unless a job says so', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  it('takes every action by its full hash with the version beside it, but for the one that says why not', () => {
    const uses = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
    const loose = uses.filter((address) => !/@[0-9a-f]{40}$/.test(address));
    expect(loose.filter((address) => address !== 'changesets/action@v1')).toEqual([]);
    for (const [line] of text.matchAll(/.*@[0-9a-f]{40}.*/g)) expect(line).toMatch(/# v\d+\.\d+\.\d+$/);
  });

  it('names one version of Node, to the last figure, for what is released, and tests on the oldest that is supported', () => {
    const jobs = Object.values(workflow.jobs);
    const versions = jobs.flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@')).map((step) => step.with?.['node-version']),
    );
    expect(versions.length).toBeGreaterThan(0);
    expect(new Set(versions)).toEqual(new Set(['24.11.1']));
    const images = jobs.flatMap(({ container }) => container ?? []);
    expect(images).toEqual(['node:20-bookworm']);
  });

  it('puts nothing from outside into a command line, and holds no secret but the token of the run', () => {
    for (const { run } of stepsOf(workflow)) expect(run ?? '').not.toContain('${{');
    expect(text).not.toMatch(/secrets\./);
    for (const { env = {} } of stepsOf(workflow)) {
      for (const [name, value] of Object.entries(env)) {
        if (name.includes('TOKEN')) expect(value).toBe('${{ github.token }}');
      }
    }
  });

  it('ends by itself, and calls scripts that are there', () => {
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
    const scripts = stepsOf(workflow).flatMap(({ run, with: given }) => [
      ...`${run ?? ''} ${given?.['version'] ?? ''}`.matchAll(/scripts\/[\w/-]+\.ts|\.ci\/run/g),
    ]);
    expect(scripts.length).toBeGreaterThan(0);
    for (const [path] of scripts) expect(existsSync(root + path), path).toBe(true);
  });
});

describe('ci.yml', () => {
  const { on, jobs } = named('ci.yml');

  it('runs everything on each push to main and each pull request', () => {
    expect(on).toEqual({ push: { branches: ['main'] }, pull_request: null });
    expect(jobs['everything']!.steps.map(({ run }) => run)).toContain('.ci/run');
  });

  it('asks each pull request for a changeset', () => {
    const runs = jobs['changeset']!.steps.map(({ run }) => run ?? '');
    expect(runs.some((run) => run.startsWith('npx changeset status --since="origin/$BASE"'))).toBe(true);
    expect(runs).toContain('npx tsx scripts/release/version.ts --check');
  });
});

describe('release.yml', () => {
  const { on, jobs } = named('release.yml');
  const { test, version, publish } = jobs as Record<'test' | 'version' | 'publish', Job>;
  const runs = publish.steps.map(({ run }) => run ?? '');
  const at = (part: string): number => runs.findIndex((run) => run.includes(part));

  it('runs on main alone', () => {
    expect(on).toEqual({ push: { branches: ['main'] } });
  });

  it('publishes after the tests and after no changeset waits', () => {
    expect(test.steps.map(({ run }) => run)).toContain('.ci/run');
    expect([version.needs, publish.needs]).toEqual(['test', 'version']);
    expect(publish.if).toBe("needs.version.outputs.waiting == 'false'");
  });

  it('gives each job what it needs: only the one that publishes can sign, and it opens no pull request', () => {
    expect(test.permissions).toBeUndefined();
    expect(version.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
    expect(publish.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
  });

  it('publishes with provenance, after it has packed, looked inside and written the bill of materials', () => {
    expect(runs[at('npm publish')]).toBe('npm publish --provenance --access public --ignore-scripts');
    const order = [
      'published.ts',
      'check:package',
      'npm pack --dry-run',
      'sbom.ts',
      'npm publish',
      'gh release create',
    ];
    const places = order.map(at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(runs[at('gh release create')]).toContain('out/sbom.json');
  });

  it('publishes a version once', () => {
    const later = publish.steps.slice(at('published.ts') + 1);
    for (const step of later) expect(step.if).toBe("steps.published.outputs.published == 'false'");
  });
});
