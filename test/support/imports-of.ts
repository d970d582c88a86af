import ts from 'typescript';

/** One import of a module: `import`, `export … from`, `import()` or an import type. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Whether nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** The imports of a TypeScript file, read from its syntax tree: text in comments and strings does not count. */
export function importsOf(path: string, text: string): Import[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ specifier: specifier.text, line, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The code of a TypeScript file without its comments and without the contents of its strings; line breaks stay. */
export function codeOnly(path: string, text: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const blanks: [number, number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node) || isTemplatePart(node)) {
      blanks.push([node.getStart() + 1, node.getEnd() - 1]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let code = text;
  for (const [from, to] of blanks) code = code.slice(0, from) + blank(code.slice(from, to)) + code.slice(to);
  return code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, blank);
}

const isTemplatePart = (node: ts.Node): boolean =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
