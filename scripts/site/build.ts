import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, root } from '../../test/support/source-files.js';
import { pagesFolder, siteFolder, siteHome } from './paths.js';
import { referencePages } from './reference-pages.js';
import { stage, write } from './stage.js';

/** Runs a program to its end and answers what it printed; its failure is an error with the end of that. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${String(code)}:\n${output.slice(-4000)}`));
    });
  });
}

const bin = (name: string): string => join(root, 'node_modules/.bin', name);

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The generator's packages, unless they are there in the versions that package.json asks for. */
async function install(): Promise<void> {
  const { devDependencies } = json(join(siteHome, 'package.json')) as { devDependencies: Record<string, string> };
  const isThere = ([name, version]: [string, string]): boolean => {
    const file = join(siteHome, 'node_modules', name, 'package.json');
    return existsSync(file) && (json(file) as { version: string }).version === version;
  };
  if (Object.entries(devDependencies).every(isThere)) return;
  await run('npm', ['ci', '--prefix', siteHome, '--ignore-scripts', '--no-audit', '--no-fund']);
}

/** TypeDoc's pages of every door, made into those of the site, so that its search finds an export by its name. */
async function reference(): Promise<void> {
  rmSync(join(root, 'out/site-api'), { recursive: true, force: true });
  const said = await run(bin('typedoc'), ['--options', join(siteHome, 'typedoc.json')]);
  for (const warning of said.split('\n').filter((line) => line.includes('[warning]'))) console.log(`site: ${warning}`);
  const pages = filesBelow('out/site-api', '.md').map(({ path, text }) => ({
    path: path.slice('out/site-api/'.length),
    text,
  }));
  for (const { path, text } of referencePages(pages)) write(`api/${path}`, text);
}

/** Builds the site into out/site. The charts are worked out while the generator is installed and the reference written. */
export async function build(): Promise<void> {
  const begin = performance.now();
  const say = (what: string): void => {
    console.log(`site: ${what} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  };
  stage();
  // The pages become modules of the generator: they find its packages beside them.
  symlinkSync(join(siteHome, 'node_modules'), join(pagesFolder, 'node_modules'));
  write('public/icon.svg', ICON);
  const charts = run(bin('tsx'), [join(siteHome, 'record-charts.ts')]);
  await Promise.all([install().then(reference), charts]);
  say('pages, reference and charts gathered');
  rmSync(siteFolder, { recursive: true, force: true });
  await run(join(siteHome, 'node_modules/.bin/vitepress'), ['build', siteHome], YOUNG);
  say('built into out/site');
}

/** More room for young objects: a quarter of the build was spent on clearing them away. */
const YOUNG = { NODE_OPTIONS: '--max-semi-space-size=64' };

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0072b2"/><path d="M6 24 13 15l5 4 8-12" fill="none" stroke="#fff" stroke-width="3"/></svg>\n`;
