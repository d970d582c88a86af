import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import ts from 'typescript';
import type { DoorExports } from './doors.js';

/** What an example printed, one entry per console.log, and the error that ended it. */
export interface ExampleRun {
  readonly printed: readonly string[];
  readonly error: unknown;
}

type Body = (...values: unknown[]) => Promise<void>;
type BodyMaker = new (...parts: string[]) => Body;
const AsyncFunction = (async () => Promise.resolve()).constructor as BodyMaker;

/** An error in words, with the place where it happened. */
export const inWords = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : `a thrown ${typeof error}`;
/**
 * Runs TypeScript as a user would write it: `names` are in scope without an import, `import … from 'backtilt/data'` and the
 * like give the doors, anything else is resolved from the repository. The working folder is a new, empty one.
 */
export async function runExample(
  code: string,
  doors: ReadonlyMap<string, DoorExports>,
  names: DoorExports = {},
): Promise<ExampleRun> {
  const printed: string[] = [];
  const log = (...values: unknown[]): void => void printed.push(format(...values));
  const resolve = createRequire(import.meta.url);
  const scope: Record<string, unknown> = {
    ...names,
    console: { log, error: log, warn: log, table: log },
    require: (name: string) => doors.get(name) ?? (resolve(name) as unknown),
    exports: {},
  };
  const folder = mkdtempSync(join(tmpdir(), 'example-'));
  const before = process.cwd();
  process.chdir(folder);
  try {
    // The inner block lets an example declare a name that is also in scope.
    const body = new AsyncFunction(...Object.keys(scope), `{\n${compile(code)}\n}`);
    await body(...Object.values(scope));
    return { printed, error: undefined };
  } catch (error) {
    return { printed, error };
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile(code: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
    },
  });
  const first = diagnostics[0];
  if (first !== undefined) throw new SyntaxError(ts.flattenDiagnosticMessageText(first.messageText, '\n'));
  return outputText;
}
