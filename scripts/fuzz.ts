// npm run fuzz -- --minutes 5 --seed 1 [--only cagr,sweep]: calls every public function with bad input for some minutes.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const end = Date.now() + Number(values.minutes) * 60_000;
const caseFile = join(mkdtempSync(join(tmpdir(), 'fuzz-case-')), 'case.txt');
/** Seconds after which a call that does not come back is a fault. */
const PATIENCE = 120;
/** Seconds that a process may take to hear the good calls, on a busy computer. */
const START = 240;

interface Fault {
  readonly name?: string;
  readonly fault?: string;
  readonly rounds?: number;
}

const found = new Map<string, { readonly words: string; readonly names: Set<string> }>();
let first = 0;
console.log(`seed ${values.seed}, ${values.minutes} minutes`);

/** Notes a fault once for each place in the source. */
function note(line: string, { name = '', fault = '' }: Fault): void {
  const place = fault.split('\n').slice(0, 2).join(' ');
  const known = found.get(place);
  if (known !== undefined) known.names.add(name);
  else {
    found.set(place, { words: line, names: new Set([name]) });
    console.log(`${name}: ${fault}\n  smallest: ${line}`);
  }
}

/** One process until the time is over, or until a call kills it or does not come back. */
function run(): Promise<void> {
  const left = Math.max(1, (end - Date.now()) / 1000);
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--max-old-space-size=3000',
      '--import',
      'tsx',
      'test/fuzz/fuzz-rounds.ts',
      values.seed,
      String(first),
      String(left),
      caseFile,
      values.only,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let ended = false;
  let complaints = '';
  child.stderr!.on('data', (words: Buffer) => (complaints = (complaints + words.toString()).slice(-2000)));
  createInterface({ input: child.stdout! }).on('line', (line) => {
    if (!line.startsWith('{')) return;
    const fault = JSON.parse(line) as Fault;
    if (fault.rounds === undefined) note(line, fault);
    else {
      ended = true;
      console.log(`${fault.rounds.toFixed(1)} rounds over all functions`);
    }
  });
  const watch = setInterval(() => {
    const latest = statSync(caseFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const idle = (Date.now() - Math.max(began, latest)) / 1000;
    if (idle > (latest > began ? PATIENCE : START)) child.kill('SIGKILL');
  }, 1000);
  const began = Date.now();
  return new Promise((done) => {
    child.on('close', () => {
      clearInterval(watch);
      if (!ended && !existsSync(caseFile)) {
        throw new Error(`the process ended before its first call:\n${complaints}`);
      }
      if (!ended) {
        const words = readFileSync(caseFile, 'utf8').trim();
        const [position = '0', name = ''] = words.split(' ');
        note(words, { name, fault: 'the process died, or the call did not come back' + ` (${name})` });
        first = Number(position) + 1;
      }
      done();
    });
  });
}

do await run();
while (Date.now() < end);
console.log(found.size === 0 ? 'no fault found' : `${found.size} faults; again with --seed ${values.seed}`);
process.exitCode = found.size === 0 ? 0 : 1;
