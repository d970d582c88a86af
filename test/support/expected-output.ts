import ts from 'typescript';

/** What the comments of an example say that each `console.log` prints; undefined where one says nothing. */
export type ExpectedOutput = readonly (string | undefined)[];

/**
 * Reads what an example promises: the `// …` comment behind each `console.log(…)` statement, and the comment lines directly below
 * it as further lines of the same output.
 */
export function expectedOutput(code: string): ExpectedOutput {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
  const lines = code.split('\n');
  const expected: (string | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) && isConsoleLog(node.expression)) {
      const { line, character } = file.getLineAndCharacterOfPosition(node.getEnd());
      const comment = /^\s*\/\/ ?(.*)$/.exec(lines[line]!.slice(character));
      const said = comment === null ? [] : [comment[1]!];
      for (let next = line + 1; next < lines.length; next++) {
        const below = /^\s*\/\/ ?(.*)$/.exec(lines[next]!);
        if (below === null) break;
        said.push(below[1]!);
      }
      expected.push(said.length === 0 ? undefined : said.join('\n').trimEnd());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return expected;
}

const isConsoleLog = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && node.expression.getText() === 'console.log';
