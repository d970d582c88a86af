// Runs the notebooks of examples/notebooks in both kernels, Deno's and tslab, from the packed library, and holds what they show against
// what is committed: npm run notebooks [-- --built] [-- --write]
// With --built the present dist/ is taken as it is. With --write the outputs of Deno are written into the notebooks instead.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { asText, differences } from '../../test/notebooks/differences.js';
import { codeCells, notebookFolder, notebookNames, readNotebook, shownBy } from '../../test/notebooks/notebook.js';
import { notebookText } from '../../test/notebooks/notebook-text.js';
import { root } from '../../test/support/source-files.js';

const kernels = join(root, 'test/notebooks');
const bin = join(kernels, 'node_modules/.bin');
const DEBIAN = ['jupyter-core', 'jupyter-client', 'python3-ipykernel'];
const PYTHON = '/usr/bin/python3';
/** Two kernels at a time: a machine of two cores gains nothing by more. */
const AT_ONCE = 2;

interface Result {
  readonly code: number | null;
  readonly output: string;
}

function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', (error) => {
      resolve({ code: 1, output: error.message });
    });
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

async function must(
  program: string,
  args: readonly string[],
  options: Parameters<typeof run>[2] = {},
): Promise<string> {
  const { code, output } = await run(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}:\n${output.slice(-4000)}`);
  return output;
}

/** Why the notebooks cannot be run here; undefined where they can. Installs what is missing. */
async function obstacle(): Promise<string | undefined> {
  if (!existsSync(join(bin, 'deno')) || !existsSync(join(bin, 'tslab'))) {
    const { code, output } = await run('npm', ['ci', '--prefix', kernels, '--no-audit', '--no-fund']);
    if (code !== 0) return `the kernels cannot be installed: npm ci --prefix test/notebooks\n${output.slice(-2000)}`;
  }
  const present = (): boolean => spawnSync(PYTHON, ['-c', 'import jupyter_client, ipykernel']).status === 0;
  if (present()) return undefined;
  const install = ['install', '-y', '--no-install-recommends', ...DEBIAN];
  const byHand = `install them by hand: apt-get ${install.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get'))
    return `jupyter_client and ipykernel for ${PYTHON} are missing, and there is no apt-get`;
  const { code, output } = await run('apt-get', install);
  return code === 0 && present() ? undefined : `Jupyter's tools are missing; ${byHand}\n${output.slice(-2000)}`;
}

/** Installs the packed library into an empty folder, as a user would, with the types of Node for the kernel that checks types. */
async function stranger(folder: string): Promise<string> {
  if (!process.argv.includes('--built')) await must('npm', ['run', 'build'], { cwd: root });
  const packed = await must('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  });
  const home = join(folder, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "name": "stranger", "private": true }\n');
  const tarball = join(folder, packed.trim().split('\n').at(-1)!);
  await must('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', tarball], { cwd: home });
  for (const name of ['@types', 'undici-types']) {
    symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
  }
  return home;
}

/** Where the kernels are made known, and what they may write, apart from the user's own. */
async function environment(folder: string): Promise<NodeJS.ProcessEnv> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: ['/usr/bin', bin, process.env['PATH'] ?? ''].join(delimiter),
    XDG_DATA_HOME: join(folder, 'data'),
    JUPYTER_PATH: [join(folder, 'data/jupyter'), join(folder, 'tslab/share/jupyter')].join(delimiter),
    JUPYTER_CONFIG_DIR: join(folder, 'config'),
    JUPYTER_DATA_DIR: join(folder, 'own'),
    JUPYTER_RUNTIME_DIR: join(folder, 'runtime'),
    IPYTHONDIR: join(folder, 'ipython'),
    DENO_DIR: join(folder, 'deno'),
    DENO_NO_UPDATE_CHECK: '1',
    NO_COLOR: '1',
  };
  await must(join(bin, 'deno'), ['jupyter', '--install', '--force'], { env });
  await must(join(bin, 'tslab'), ['install', '--python', PYTHON, '--prefix', join(folder, 'tslab')], {
    env,
  });
  return env;
}

interface Place {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs one notebook in one kernel and answers what is wrong with what it showed. */
async function runIn(kernel: 'deno' | 'tslab', name: string, { home, env }: Place): Promise<string[]> {
  const committed = `${root}${notebookFolder}${name}.ipynb`;
  const [input, output] = [`${kernel}-${name}.ipynb`, `${kernel}-${name}.out.ipynb`];
  copyFileSync(committed, join(home, input));
  await must(PYTHON, [join(root, 'scripts/ci/notebooks.py'), kernel, input, output], { cwd: home, env });
  const ran = readNotebook(join(home, output));
  const wanted = readNotebook(committed);
  try {
    const shown = codeCells(ran).map(shownBy);
    if (kernel === 'deno' && process.argv.includes('--write')) {
      writeFileSync(committed, notebookText(wanted, shown));
      return [];
    }
    const expected = codeCells(wanted).map(shownBy);
    return kernel === 'deno' ? differences(shown, expected) : differences(shown, expected.map(asText));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function main(): Promise<void> {
  const begin = performance.now();
  const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
  const missing = await obstacle();
  if (missing !== undefined) {
    console.error(`notebooks: not run. ${missing}`);
    process.exitCode = process.env['CI'] === undefined ? 0 : 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'notebooks-'));
  try {
    const place: Place = { home: await stranger(folder), env: await environment(folder) };
    console.log(`notebooks: the packed library installed, the kernels known (${seconds(begin)})`);
    const both = process.argv.includes('--write') ? (['deno'] as const) : (['deno', 'tslab'] as const);
    const jobs = notebookNames().flatMap((name) => both.map((kernel) => ({ kernel, name })));
    let wrong = 0;
    const worker = async (): Promise<void> => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
        const since = performance.now();
        const complaints = await runIn(job.kernel, job.name, place).catch((error: unknown) => [String(error)]);
        if (complaints.length > 0) wrong++;
        console.log(`${job.name} in ${job.kernel}: ${complaints.length === 0 ? 'good' : 'WRONG'} (${seconds(since)})`);
        for (const complaint of complaints) console.log(`  ${complaint}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    console.log(`notebooks: ${wrong === 0 ? 'all good' : `${wrong} wrong`} (${seconds(begin)})`);
    if (wrong > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
