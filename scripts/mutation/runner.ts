import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { constants, Script } from 'node:vm';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { collectTests, getFn, getHooks, type File, type Suite, type Test, type VitestRunner } from '@vitest/runner';
import { bundleTests, requireFrom, testApi } from './bundle.js';
import { isDrawn, notDrawn } from './score.js';
import { makeTestApi } from './test-api.js';

/** Seconds of tests (by the times of the first run) that one mutant gets; what they do not notice counts as survived. */
const usualSeconds = 3;

/** Milliseconds for reading a test file in fresh modules, on top of its tests. */
const fileCost = 60;

/** Leaves a process to the operating system after so many mutants: what they left in memory goes with it. */
interface Instrumentation {
  activeMutant?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  hits?: Float64Array | undefined;
}

type Hook = (...context: unknown[]) => unknown;

interface LoadedTest {
  readonly id: string;
  readonly name: string;
  readonly run: () => Promise<void>;
}

interface Times {
  readonly times: Record<string, number>;
  readonly loads: Record<string, string[]>;
  /** Source file to the tests that run code of it. */
  readonly users: Record<string, string[]>;
}

const config = {
  name: undefined,
  setupFiles: [],
  passWithNoTests: true,
  testNamePattern: undefined,
  allowOnly: true,
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
} as const;

const testFilesBelow = (folder: string): string[] =>
  folder.endsWith('.ts')
    ? [folder]
    : !existsSync(folder)
      ? []
      : readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.test.ts'))
          .map((name) => join(folder, name))
          .sort();

const hooksOf = (suites: readonly Suite[], kind: 'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach'): Hook[] =>
  suites.flatMap((suite) => getHooks(suite)[kind] as unknown as Hook[]);

/** esbuild names every module in a comment above its text. */
const filesOfMutants = (text: string): Map<string, string> => {
  const found = new Map<string, string>();
  let file = '';
  for (const [, module, mutant] of text.matchAll(/^\s*\/\/ (src\/\S+\.ts)$|stryMutAct_9fa48\w*\("(\d+)"\)/gm)) {
    if (module !== undefined) file = module;
    else if (mutant !== undefined) found.set(mutant, file);
  }
  return found;
};

const importers = new Map<string, string[]>();

/** Files of src that import this one, index files left out. */
const importersOf = (root: string, file: string): string[] => {
  if (importers.size === 0) {
    for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || basename(name) === 'index.ts') continue;
      const from = join('src', name);
      for (const [, to] of readFileSync(join(root, from), 'utf8').matchAll(/from '(\.[^']+)\.js'/g)) {
        const target = `${join(dirname(from), to ?? '')}.ts`;
        importers.set(target, [...(importers.get(target) ?? []), from]);
      }
    }
  }
  return importers.get(file) ?? [];
};

const timed = new Script('globalThis.__call()');

class InOneProcess implements TestRunner {
  private readonly root = process.cwd();
  private readonly files: string[];
  private readonly space: Instrumentation;
  private script: Script | undefined;
  private fileOf = new Map<string, string>();
  private environment: Record<string, () => void> = {};
  private readonly loaded = new Map<string, Map<string, LoadedTest>>();
  private times: Times | undefined;
  private runs = 0;

  private readonly seconds: number;
  private readonly share: number;

  constructor(options: Options['inOneProcess']) {
    this.seconds = options.seconds ?? usualSeconds;
    this.share = options.share ?? 1;
    this.files = options.testFolders.flatMap(testFilesBelow).filter((file) => !options.leftOut.includes(file));
    const global = globalThis as unknown as Record<string, unknown>;
    this.space = global['__stryker__'] ??= {};
    global[testApi] = makeTestApi();
  }

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const bundled = await bundleTests(this.root, this.files);
    // Who covers what is asked in the first run alone, and counted in one array of numbers: by texts it would take ten times as long.
    const text = bundled
      .replaceAll(
        /function cover\w*\(\) \{/g,
        '$& if (ns.hits === undefined) return; for (var k = 0; k < arguments.length; k++) ns.hits[arguments[k]]++; return;',
      )
      .replaceAll(/stryCov_9fa48\w*\(([^()]*)\)/g, (call) => call.replaceAll(/"(\d+)"/g, '$1'));
    this.fileOf = filesOfMutants(text);
    this.script = new Script(`(function (require, module) { ${text}\n})`, {
      filename: join(this.root, 'tests.cjs'),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    this.renew();
  }

  /** Modules are evaluated anew from here on. */
  private renew(): void {
    this.loaded.clear();
    const module: { exports: Record<string, () => void> } = { exports: {} };
    const run = this.script?.runInThisContext() as (require: NodeJS.Require, into: typeof module) => void;
    run(requireFrom(this.root), module);
    this.environment = module.exports;
  }

  private async load(file: string): Promise<Map<string, LoadedTest>> {
    const known = this.loaded.get(file);
    if (known !== undefined) return known;
    const importFile = (): void => {
      this.environment[file]?.();
    };
    const trace = <T>(_name: string, second: unknown, third?: () => T): T => (third ?? (second as () => T))();
    const runner = { config: { ...config, root: this.root }, importFile, trace } as unknown as VitestRunner;
    const [collected] = await collectTests([join(this.root, file)], runner);
    if (collected === undefined) throw new Error(`${file} was not collected.`);
    if (collected.result?.state === 'fail')
      throw new Error(collected.result.errors?.[0]?.message ?? `${file} failed to load`);
    const tests = new Map<string, LoadedTest>();
    this.collect(file, collected, [], tests);
    this.loaded.set(file, tests);
    return tests;
  }

  private collect(file: string, suite: Suite | File, above: readonly Suite[], into: Map<string, LoadedTest>): void {
    const suites = [...above, suite];
    for (const task of suite.tasks) {
      if (task.mode !== 'run' && task.mode !== 'queued') continue;
      if (task.type === 'suite') this.collect(file, task, suites, into);
      else {
        const name = [...suites.slice(1).map((one) => one.name), task.name].join(' > ');
        let id = `${file}#${name}`;
        while (into.has(id)) id += ' again';
        into.set(id, { id, name, run: () => this.runTest(id, task, suites) });
      }
    }
  }

  private async runTest(id: string, test: Test, suites: readonly Suite[]): Promise<void> {
    const context = { task: test };
    const after: Hook[] = [];
    const enter = async (hook: Hook, ...given: unknown[]): Promise<void> => {
      const leave = await hook(...given);
      if (typeof leave === 'function') after.unshift(leave as Hook);
    };
    try {
      for (const suite of suites) for (const hook of hooksOf([suite], 'beforeAll')) await enter(hook, {}, suite);
      for (const suite of suites) for (const hook of hooksOf([suite], 'beforeEach')) await enter(hook, context, suite);
      await this.withinTime(() => getFn(test)(), this.limits(id));
    } finally {
      const inwards = [...suites].reverse();
      for (const suite of inwards) for (const hook of hooksOf([suite], 'afterEach')) await hook(context, suite);
      for (const suite of inwards) for (const hook of hooksOf([suite], 'afterAll')) await hook({}, suite);
      for (const leave of after) await leave();
    }
  }

  private limits(id: string): number | undefined {
    const usual = this.space.hits === undefined ? this.known().times[id] : undefined;
    return usual === undefined ? undefined : Math.ceil(1000 + 20 * usual);
  }

  /** Ends what runs for too long, loops without an end included, as far as it runs in one go. */
  private withinTime<T>(call: () => T, milliseconds: number | undefined): T {
    if (milliseconds === undefined) return call();
    const global = globalThis as unknown as Record<string, unknown>;
    global['__call'] = call;
    try {
      return timed.runInThisContext({ timeout: milliseconds }) as T;
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') this.hung = true;
      throw error;
    }
  }

  private hung = false;

  private readonly timesFile = join(this.root, 'test-times.json');

  async dryRun(): Promise<DryRunResult> {
    const { space } = this;
    const tests: TestResult[] = [];
    const times: Record<string, number> = {};
    const loads: Record<string, string[]> = {};
    const perTest: Record<string, Record<string, number>> = {};
    const users: Record<string, string[]> = {};
    const atRunTime = new Set<string>();
    space.activeMutant = undefined;
    space.hits = new Float64Array(100_000);
    const taken = (): Record<string, number> => {
      const hits: Record<string, number> = {};
      space.hits?.forEach((count, mutant) => {
        if (count > 0) hits[mutant] = count;
      });
      space.hits?.fill(0);
      return hits;
    };
    for (const file of this.files) {
      this.renew();
      const loadedTests = await this.load(file);
      for (const id of Object.keys(taken())) (loads[id] ??= []).push(file);
      for (const test of loadedTests.values()) {
        const begin = performance.now();
        let failure: string | undefined;
        try {
          await test.run();
        } catch (error) {
          failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
        }
        const timeSpentMs = performance.now() - begin;
        times[test.id] = timeSpentMs;
        const hits = taken();
        if (failure === undefined) perTest[test.id] = hits;
        for (const id of Object.keys(hits)) atRunTime.add(id);
        const files = new Set(Object.keys(hits).map((id) => this.fileOf.get(id) ?? ''));
        for (const used of files) (users[used] ??= []).push(test.id);
        // A test that does not pass here (it times itself, say) is no witness.
        if (failure === undefined)
          tests.push({
            id: test.id,
            name: test.name,
            fileName: join(this.root, file),
            timeSpentMs,
            status: TestStatus.Success,
          });
        else appendFileSync(join(this.root, '..', '..', 'not-used.txt'), `${test.id}: ${failure}\n`);
      }
    }
    space.hits = undefined;
    const fixed = Object.fromEntries(Object.keys(loads).flatMap((id) => (atRunTime.has(id) ? [] : [[id, 1]])));
    writeFileSync(this.timesFile, JSON.stringify({ times, loads, users } satisfies Times));
    this.renew();
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: fixed, perTest } };
  }

  private known(): Times {
    this.times ??= JSON.parse(readFileSync(this.timesFile, 'utf8')) as Times;
    return this.times;
  }

  /**
   * The tests of one mutant: those of the file with its name first, then those that run code of its file, of the files that import it, of its room; each the
   * quick ones first, until the time is spent.
   */
  private chosen(ids: readonly string[], sourceFile: string, fresh: boolean): string[] {
    const { times, users } = this.known();
    const source = relative(this.root, sourceFile);
    const importers = importersOf(this.root, source);
    const direct = new Set(users[source]);
    const through = new Set(importers.flatMap((file) => users[file] ?? []));
    const further = new Set(
      importers.flatMap((file) => importersOf(this.root, file)).flatMap((file) => users[file] ?? []),
    );
    const room = `test/${source.split('/')[1] ?? ''}/`;
    const distance = (id: string): number => {
      if (basename(id.slice(0, id.indexOf('#')), '.test.ts') === basename(source, '.ts')) return 0;
      if (direct.has(id)) return id.startsWith(room) ? 1 : 2;
      if (through.has(id)) return 3;
      if (further.has(id)) return 4;
      return id.startsWith(room) ? 5 : 6;
    };
    const near = ids.map((id) => ({ id, far: distance(id), time: times[id] ?? 0 }));
    near.sort((a, b) => (a.far === b.far ? a.time - b.time : a.far - b.far));
    let left = 1000 * this.seconds;
    const files = new Set<string>();
    const affordable = near.filter(({ id, time }, i) => {
      const file = id.slice(0, id.indexOf('#'));
      left -= time + (fresh && !files.has(file) ? fileCost : 0);
      files.add(file);
      return left > 0 || i === 0;
    });
    return affordable.map(({ id }) => id);
  }

  private outOfTime(): boolean {
    return this.hung || (this.space.hitCount ?? 0) > (this.space.hitLimit ?? Infinity);
  }

  private async passes(id: string): Promise<boolean> {
    const tests = await this.load(id.slice(0, id.indexOf('#')));
    const test = tests.get(id);
    if (test === undefined) return false;
    try {
      await test.run();
      return true;
    } catch {
      return false;
    }
  }

  /** The first of these tests that fails while the mutant is active, or what else happened. */
  private async firstKiller(ids: readonly string[], mutant: string, fromLoad: boolean): Promise<string | undefined> {
    const { space } = this;
    space.hitCount = 0;
    this.hung = false;
    try {
      for (const id of ids) {
        const file = id.slice(0, id.indexOf('#'));
        space.activeMutant = fromLoad ? mutant : undefined;
        try {
          await this.load(file);
        } catch {
          return id;
        }
        space.activeMutant = mutant;
        const passed = await this.passes(id);
        if (this.outOfTime()) return undefined;
        if (!passed) return id;
      }
      return undefined;
    } finally {
      space.activeMutant = undefined;
    }
  }

  /** Told at once as well, for whoever does not want to wait for the end. */
  private readonly live = process.env['MUTATION_LIVE'];

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (!isDrawn(Number(options.activeMutant.id), this.share))
      return { status: MutantRunStatus.Error, errorMessage: notDrawn };
    const result = await this.tryMutant(options);
    if (this.live !== undefined && result.status !== MutantRunStatus.Killed) {
      const { fileName, location, mutatorName, replacement } = options.activeMutant;
      const place = `${fileName.slice(fileName.lastIndexOf('src/'))}:${location.start.line}:${location.start.column}`;
      appendFileSync(
        this.live,
        `${place} ${result.status} ${mutatorName} → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}\n`,
      );
    }
    return result;
  }

  private async tryMutant(options: MutantRunOptions): Promise<MutantRunResult> {
    const { space } = this;
    const { id } = options.activeMutant;
    const { times, loads } = this.known();
    this.runs += 1;
    if (this.runs % 300 === 0) this.renew();
    space.hitLimit = options.hitLimit;
    const fromLoad = options.mutantActivation === 'static';
    const covered =
      options.testFilter ??
      Object.keys(times).filter((test) => loads[id]?.includes(test.slice(0, test.indexOf('#'))) ?? true);
    const tests = this.chosen(covered, options.sandboxFileName, fromLoad);
    if (fromLoad) this.renew();
    let killer = await this.firstKiller(tests, id, fromLoad);
    let hung = this.outOfTime();
    if (killer !== undefined && !fromLoad && !hung) {
      // A test that fails without the mutant as well was spoilt by what mutants left behind: again, in fresh modules.
      space.hitCount = undefined;
      if (!(await this.passes(killer))) {
        this.renew();
        killer = await this.firstKiller(tests, id, false);
        hung = this.outOfTime();
        this.renew();
      }
    }
    // Code that runs both while a test file is read and in its tests: once more with the mutant in place from the start.
    if (killer === undefined && !hung && !fromLoad && loads[id] !== undefined) {
      this.renew();
      const inFiles = new Set(loads[id]);
      const again = this.chosen(
        Object.keys(times).filter((test) => inFiles.has(test.slice(0, test.indexOf('#')))),
        options.sandboxFileName,
        true,
      );
      killer = await this.firstKiller(again, id, true);
      hung = this.outOfTime();
      this.renew();
    }
    if (fromLoad || hung) this.renew();
    space.hitCount = undefined;
    if (hung) return { status: MutantRunStatus.Timeout, reason: 'hit limit' };
    return killer === undefined
      ? { status: MutantRunStatus.Survived, nrOfTests: tests.length }
      : { status: MutantRunStatus.Killed, killedBy: [killer], failureMessage: killer, nrOfTests: tests.length };
  }
}

interface Options {
  readonly inOneProcess: {
    readonly testFolders: readonly string[];
    readonly leftOut: readonly string[];
    readonly seconds?: number;
    /** Of all alterations, drawn by their number; 1 if not given. */
    readonly share?: number;
  };
}

const makeRunner = (options: Options): TestRunner => new InOneProcess(options.inOneProcess);
makeRunner.inject = ['options'] as const;

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-one-process', makeRunner as never)];
