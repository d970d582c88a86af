import ts from 'typescript';
import { doorFiles } from './doors.js';
import { root } from './source-files.js';

/** A piece of code to check, named by its place. */
export interface Snippet {
  readonly place: string;
  readonly code: string;
}

/**
 * What the TypeScript compiler says of pieces of code, each a module of its own, with the doors of the package within reach by
 * name. The settings are those of a careful user (`strict`), not the stricter ones of this repository.
 */
export function typeErrors(snippets: readonly Snippet[]): string[] {
  const files = new Map(snippets.map((snippet, index) => [`${root}test/snippet-${index}.ts`, snippet]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
    paths: Object.fromEntries(Object.entries(doorFiles).map(([door, path]) => [door, [root + path]])),
  };
  const host = ts.createCompilerHost(options);
  const plain = ts.createCompilerHost(options);
  const codeOf = (path: string): string | undefined => {
    const snippet = files.get(path);
    return snippet === undefined ? undefined : `${snippet.code}\nexport {};\n`;
  };
  host.fileExists = (path) => files.has(path) || plain.fileExists(path);
  host.readFile = (path) => codeOf(path) ?? plain.readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const code = codeOf(path);
    return code === undefined
      ? plain.getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, code, version, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([path, { place }]) => {
    const file = program.getSourceFile(path)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

/**
 * A piece of code with the imports of those names of the doors that it uses; each name comes from the first door that has it. The
 * block around the code lets it declare a name of its own that a door has too.
 */
export function withImports(code: string, doors: ReadonlyMap<string, Readonly<Record<string, unknown>>>): string {
  if (/^import /m.test(code)) return code;
  const taken = new Set<string>();
  const imports = [...doors].map(([door, exported]) => {
    const used = Object.keys(exported).filter((name) => !taken.has(name) && new RegExp(`\\b${name}\\b`).test(code));
    for (const name of used) taken.add(name);
    return `import { ${used.join(', ')} } from '${door}';`;
  });
  return `${imports.join(' ')}\n{\n${code}\n}`;
}
