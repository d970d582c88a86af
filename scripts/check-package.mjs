// Packs the library as npm would publish it and uses it as a stranger would: npm run check:package [-- --built]
// With --built the present dist/ is taken as it is; otherwise it is built first.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonJsUse, esmUse, strategyModule, typedUse } from './ci/consumer.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const doors = ['.', './data', './report', './io', './testing', './workers', './cluster'];
const LARGEST = 3 * 1024 * 1024;
const LARGEST_UNPACKED = 9 * 1024 * 1024;

/** Runs a program and answers what it printed; a failure carries its whole output. */
function run(program, args, cwd) {
  try {
    return execFileSync(program, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    throw new Error(`${[program, ...args].join(' ')} failed:\n${error.stdout ?? ''}${error.stderr ?? error.message}`, {
      cause: error,
    });
  }
}

function demand(condition, sentence) {
  if (!condition) throw new Error(sentence);
}

const steps = {
  'build and pack': (state) => {
    if (!process.argv.includes('--built')) run('npm', ['run', 'build'], root);
    // The scripts are left out: `prepack` would build once more.
    const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', state.folder], root);
    const [tarball] = JSON.parse(packed);
    state.tarball = join(state.folder, tarball.filename);
    state.files = tarball.files.map(({ path }) => path);
    state.modes = new Map(tarball.files.map(({ path, mode }) => [path, mode]));
    demand(tarball.size <= LARGEST, `the tarball has ${tarball.size} bytes; at most ${LARGEST} are allowed`);
    demand(
      tarball.unpackedSize <= LARGEST_UNPACKED,
      `unpacked it has ${tarball.unpackedSize} bytes; at most ${LARGEST_UNPACKED} are allowed`,
    );
    return `${tarball.filename}: ${(tarball.size / 1024).toFixed(0)} KB packed, ${(tarball.unpackedSize / 1024).toFixed(0)} KB unpacked, ${state.files.length} files`;
  },

  'list of files': ({ files, modes }) => {
    const allowed =
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|docs\/[\w-]+\.md|docs\/pictures\/[\w-]+\.svg|examples\/(?:claims\/)?[\w-]+\.ts|dist\/[\w-]+\.(?:js|cjs|d\.ts|d\.cts|js\.map))$/;
    const strange = files.filter((path) => !allowed.test(path));
    demand(strange.length === 0, `files that do not belong into the package: ${strange.join(', ')}`);
    const { exports, bin, main, module, types, typesVersions } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    const named = JSON.stringify({ exports, bin, main, module, types, typesVersions });
    for (const target of named.match(/\.\/dist\/[\w.-]+/g)) {
      demand(files.includes(target.slice(2)), `package.json names ${target}, which is not in the package`);
    }
    const opened = Object.keys(exports).filter((door) => door !== './package.json');
    demand(
      opened.sort().join() === [...doors].sort().join(),
      `package.json opens ${opened.join(', ')}; tried are ${doors.join(', ')}`,
    );
    for (const path of Object.values(bin).map((target) => target.slice(2))) {
      demand((modes.get(path) & 0o111) === 0o111, `${path} cannot be executed`);
      demand(readFileSync(join(root, path), 'utf8').startsWith('#!/usr/bin/env node\n'), `${path} does not name node`);
    }
    demand(files.includes('dist/worker.js'), 'the file that threads run, dist/worker.js, is not in the package');
    for (const path of files.filter((path) => /\.c?js$/.test(path))) {
      const [, map] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(readFileSync(join(root, path), 'utf8')) ?? [];
      demand(map === undefined || files.includes(`dist/${map}`), `${path} names the map ${map}, which is not there`);
    }
    for (const path of files.filter((path) => path.endsWith('.map'))) {
      demand(files.includes(path.slice(0, -'.map'.length)), `${path} is the map of a file that is not there`);
      const map = JSON.parse(readFileSync(join(root, path), 'utf8'));
      demand(
        (map.sourcesContent ?? []).every((text) => text === null),
        `${path} carries the contents of its sources`,
      );
      demand(
        map.sources.every((source) => !source.startsWith('/')),
        `${path} names a path of the building machine`,
      );
    }
    return 'nothing but dist, docs, examples and the papers; every export is there';
  },

  'no trace of a machine': ({ files }) => {
    const registry = new URL(run('npm', ['config', 'get', 'registry'], root).trim()).hostname;
    const traces = [root, `${homedir()}/`, `${tmpdir()}/`, registry];
    // A host that is called by an everyday word would be found everywhere.
    if (/[\d.-]/.test(hostname())) traces.push(hostname());
    const place = /(?<![\w.:/])\/(?:home|Users|var\/folders)\/\w|[A-Z]:\\+Users\\/;
    for (const path of files) {
      const text = readFileSync(join(root, path), 'utf8');
      const found = traces.find((trace) => text.includes(trace)) ?? place.exec(text)?.[0];
      demand(found === undefined, `${path} holds "${found}"`);
    }
    return `${files.length} files without a path or a name of the machine that built them`;
  },

  'front door without Node': () => {
    const seen = new Set();
    const visit = (path) => {
      if (seen.has(path)) return;
      seen.add(path);
      const text = readFileSync(path, 'utf8');
      for (const [, specifier] of text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"'\n]+)["']/g)) {
        demand(!specifier.startsWith('node:'), `dist/index.js reaches ${specifier} through ${path.slice(root.length)}`);
        const next = join(dirname(path), specifier);
        if (specifier.startsWith('.') && existsSync(next)) visit(next);
      }
    };
    visit(join(root, 'dist', 'index.js'));
    return `${seen.size} modules, none of Node's`;
  },

  'publint --strict': ({ tarball }) => run(bin('publint'), ['run', tarball, '--strict'], root) && 'green',

  'are the types wrong': ({ tarball }) =>
    run(bin('attw'), [tarball, '--no-emoji', '--no-color', '--format', 'ascii'], root) &&
    'node10, node16 (both), bundler',

  'install in an empty folder': (state) => {
    state.home = join(state.folder, 'stranger');
    mkdirSync(state.home);
    writeFileSync(join(state.home, 'package.json'), '{ "name": "stranger", "private": true }\n');
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', state.tarball], state.home);
    const installed = readdirSync(join(state.home, 'node_modules')).filter((name) => !name.startsWith('.'));
    for (const path of installedPackages(join(state.home, 'node_modules'))) {
      const { name, scripts = {}, gypfile } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      const runs = ['preinstall', 'install', 'postinstall'].filter((script) => script in scripts);
      demand(runs.length === 0, `${name} has the script ${runs.join(', ')}`);
      demand(gypfile !== true && !existsSync(join(path, 'binding.gyp')), `${name} is built when it is installed`);
    }
    return `with ${installed.length - 1} packages beside it: ${installed.filter((name) => name !== 'backtilt').join(', ')}`;
  },

  'import every door': ({ home }) => {
    writeFileSync(join(home, 'strategies.mjs'), strategyModule);
    writeFileSync(join(home, 'use.mjs'), esmUse(doors));
    return run('node', ['use.mjs'], home).trim();
  },

  'require every door': ({ home }) => {
    writeFileSync(join(home, 'use.cjs'), commonJsUse(doors));
    return run('node', ['use.cjs'], home).trim();
  },

  'type-check a user': ({ home }) => {
    const ways = [
      { name: 'node10', moduleResolution: 'node10', module: 'commonjs', file: 'user.ts' },
      { name: 'node16-esm', moduleResolution: 'node16', module: 'node16', file: 'user.mts' },
      { name: 'node16-cjs', moduleResolution: 'node16', module: 'node16', file: 'user.cts' },
      { name: 'bundler', moduleResolution: 'bundler', module: 'esnext', file: 'user.ts' },
    ];
    for (const { name, moduleResolution, module, file } of ways) {
      writeFileSync(join(home, file), typedUse(doors));
      const config = `tsconfig.${name}.json`;
      const compilerOptions = {
        strict: true,
        noEmit: true,
        target: 'es2022',
        lib: ['es2023', 'dom'],
        types: [],
        moduleResolution,
        module,
      };
      writeFileSync(join(home, config), JSON.stringify({ compilerOptions, files: [file] }));
      typeCheck(name, config, home);
    }
    return ways.map(({ name }) => name).join(', ');
  },

  'run the command': ({ home }) => {
    const command = join(home, 'node_modules', '.bin', 'backtilt');
    const help = run(command, ['--help'], home);
    demand(/usage/i.test(help), `backtilt --help does not say how it is used:\n${help}`);
    const list = run(command, ['list'], home);
    demand(list.trim().length > 0, 'backtilt list prints nothing');
    const words = [
      'compare',
      'AVUV',
      'IWM',
      '--benchmark',
      'SPY',
      '--from',
      '2019-10',
      '--to',
      '2026-07',
      '--csv',
      'out.csv',
    ];
    const compared = run(command, words, home);
    demand(
      compared.includes('16.19 %') && compared.includes('-42.41 %'),
      `backtilt compare prints other figures:\n${compared}`,
    );
    demand(
      readFileSync(join(home, 'out.csv'), 'utf8').includes('\nAVUV,2019-10-31,2026-07-31,82,'),
      'out.csv lacks AVUV',
    );
    const demo = run(command, ['demo'], home);
    demand(
      existsSync(join(home, 'out', 'demo.md')) && demo.includes('first cuts'),
      'backtilt demo wrote no out/demo.md',
    );
    const swept = run(command, ['sweep', '--weights', '0:1:0.5', '--threads', '2', '--to', '2026-07'], home);
    demand(swept.includes('12 variants tried'), `backtilt sweep prints something else:\n${swept}`);
    const wrong = spawnSync(command, ['compare', 'AVUW'], { cwd: home, encoding: 'utf8' });
    demand(wrong.status === 1, `a wrong ticker exits with ${wrong.status}, not 1`);
    demand(
      /^backtilt: .*AVUV.*\n$/.test(wrong.stderr),
      `a wrong ticker does not name the near ones in one line:\n${wrong.stderr}`,
    );
    return `--help ${help.split('\n').length} lines, list ${list.split('\n').length} lines, compare, demo, sweep, a wrong ticker`;
  },
};

/** The folders of all packages below a `node_modules`, those with a scope and those inside others too. */
function installedPackages(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => join(name, inner)) : [name],
    )
    .map((name) => join(folder, name))
    .flatMap((path) => [path, ...installedPackages(join(path, 'node_modules'))]);
}

/** Declarations of other packages are their makers' business; ours are checked, `skipLibCheck` is off. */
function typeCheck(name, config, home) {
  let output = '';
  try {
    run(bin('tsc'), ['-p', config], home);
  } catch (error) {
    output = error.message;
  }
  const ours = output
    .split('\n')
    .filter((line) => /error TS/.test(line) && !/^node_modules\/(?!backtilt\/)/.test(line));
  demand(ours.length === 0, `types do not hold with ${name}:\n${ours.join('\n')}`);
}

const state = { folder: mkdtempSync(join(tmpdir(), 'check-package-')) };
try {
  for (const [name, step] of Object.entries(steps)) {
    try {
      console.log(`${name}: ${step(state)}`);
    } catch (error) {
      console.error(`check-package failed at "${name}": ${error.message}`);
      process.exitCode = 1;
      break;
    }
  }
} finally {
  rmSync(state.folder, { recursive: true, force: true });
}
if (process.exitCode !== 1) console.log('check-package: the package can be published.');
