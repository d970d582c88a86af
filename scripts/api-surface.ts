// What the doors export, name by name with its types, as text: npm run docs:surface writes docs/api/*.txt, and a test compares. So no change of what users
// see goes unnoticed: it must be written down, and then it stands in the difference.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { doorFiles } from '../test/support/doors.js';
import { root } from '../test/support/source-files.js';

/** The text of each door, by the name of its file. */
export function apiSurface(): ReadonlyMap<string, string> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const doors = Object.entries(doorFiles);
  const program = ts.createProgram(
    doors.map(([, path]) => root + path),
    options,
  );
  const checker = program.getTypeChecker();
  return new Map(
    doors.map(([door, path]) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(root + path)!)!;
      const lines = checker
        .getExportsOfModule(module)
        .map((symbol) => describe(checker, symbol))
        .sort();
      return [`${door.replace('/', '-')}.txt`, `${lines.join('\n')}\n`];
    }),
  );
}

const FORMAT: ts.TypeFormatFlags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.WriteArrowStyleSignature;

function describe(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declared = real.declarations ?? [];
  if (real.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) {
    const texts = declared.filter((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)).map(plain);
    return `type ${symbol.name}: ${texts.join(' & ')}`;
  }
  const type = checker.getTypeOfSymbolAtLocation(real, declared[0]!);
  const calls = type.getCallSignatures();
  if (calls.length > 0) {
    const signatures = calls.map((call) => checker.signatureToString(call, undefined, FORMAT));
    return `function ${symbol.name}: ${signatures.join(' | ')}`;
  }
  return `const ${symbol.name}: ${checker.typeToString(type, undefined, FORMAT)}`;
}

/** A declaration on one line, without its comments. */
function plain(node: ts.Node): string {
  const printer = ts.createPrinter({ removeComments: true });
  return printer
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
    .replace(/^export /, '')
    .replaceAll(/\s+/g, ' ');
}

/** Writes the texts into docs/api. */
export function writeSurface(): void {
  mkdirSync(join(root, 'docs/api'), { recursive: true });
  for (const [file, text] of apiSurface()) writeFileSync(join(root, 'docs/api', file), text);
}
