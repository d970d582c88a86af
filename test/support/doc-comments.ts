import { posix } from 'node:path';
import ts from 'typescript';
import { filesBelow } from './source-files.js';

/** An `@example` of a doc comment. */
export interface DocExample {
  readonly path: string;
  /** Line of its `@example`. */
  readonly line: number;
  readonly code: string;
}

/** Every `@example` in the doc comments of some files. */
export function docExamples(folder = 'src'): DocExample[] {
  return filesBelow(folder, '.ts').flatMap(({ path, text }) => examplesIn(path, text));
}

/** Every `@example` in the doc comments of a text. */
export function examplesIn(path: string, text: string): DocExample[] {
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
    const firstLine = text.slice(0, comment.index).split('\n').length;
    const lines = comment[0].slice(3, -2).split('\n');
    const plain = lines.map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());
    return plain.flatMap((line, start) => {
      if (!line.startsWith('@example')) return [];
      const length = plain.slice(start + 1).findIndex((later) => /^@\w/.test(later));
      const body = plain.slice(start + 1, length < 0 ? undefined : start + 1 + length);
      const code = [line.slice('@example'.length).trim(), ...body].filter((text) => !text.startsWith('```')).join('\n');
      return [{ path, line: firstLine + start, code: code.trim() }];
    });
  });
}

/** Where a name that a module exports is declared, and the doc comment there. */
export interface Declaration {
  readonly path: string;
  readonly line: number;
  readonly doc: string;
}

/** Follows `export { … } from` and `export *` from a module to the declaration of one of its exports. */
export function declarationOf(entry: string, name: string, sources = parsedSources()): Declaration | undefined {
  const file = sources.get(entry);
  if (file === undefined) return undefined;
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined) {
      const next = targetOf(entry, statement.moduleSpecifier);
      const clause = statement.exportClause;
      if (clause === undefined) {
        const found = declarationOf(next, name, sources);
        if (found !== undefined) return found;
      } else if (ts.isNamedExports(clause)) {
        const element = clause.elements.find((one) => one.name.text === name);
        if (element !== undefined) return declarationOf(next, (element.propertyName ?? element.name).text, sources);
      }
    } else if (declares(statement, name)) {
      const line = file.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
      const doc = ts
        .getJSDocCommentsAndTags(statement)
        .filter((part) => ts.isJSDoc(part))
        .map((part) => part.getText())
        .join('\n');
      return { path: entry, line, doc };
    }
  }
  return undefined;
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.some((one) => one.name.getText() === name);
  }
  return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name?.text === name;
}

const targetOf = (from: string, specifier: ts.Expression): string =>
  posix.join(posix.dirname(from), ts.isStringLiteral(specifier) ? specifier.text : '').replace(/\.js$/, '.ts');

let parsed: ReadonlyMap<string, ts.SourceFile> | undefined;

function parsedSources(): ReadonlyMap<string, ts.SourceFile> {
  parsed ??= new Map(
    filesBelow('src', '.ts').map(({ path, text }) => [
      path,
      ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
    ]),
  );
  return parsed;
}
