import { describe, expect, it } from 'vitest';
import { declarationOf, docExamples, examplesIn } from './support/doc-comments.js';
import { doorFiles, loadDoors } from './support/doors.js';
import { expectedOutput } from './support/expected-output.js';
import { noExample } from './support/no-example.js';
import { inWords, runExample } from './support/run-example.js';
import { typeErrors, withImports } from './support/type-errors.js';

const doors = await loadDoors();
const names = Object.assign({}, ...doors.values()) as Record<string, unknown>;
const examples = docExamples();

describe('every @example of the source runs and prints what its comments say', () => {
  it.each(examples.map((example) => [`${example.path}:${example.line}`, example] as const))(
    '%s',
    async (place, example) => {
      const expected = expectedOutput(example.code);
      expect(expected, `${place}: a console.log without its "// …" result`).not.toContain(undefined);
      const { printed, error } = await runExample(example.code, doors, names);
      expect(error === undefined ? undefined : `${place}: ${inWords(error)}`).toBeUndefined();
      expect(printed, place).toEqual(expected);
    },
  );

  it('and compiles for a user with strict types', () => {
    const snippets = examples.map(({ path, line, code }) => ({
      place: `${path}:${line}`,
      code: withImports(code, doors),
    }));
    expect(typeErrors(snippets)).toEqual([]);
  });
});

describe('what a user can call is explained', () => {
  const functions = [...doors].flatMap(([door, exported]) =>
    Object.keys(exported)
      .filter((name) => typeof exported[name] === 'function')
      .map((name) => ({ door, name, declaration: declarationOf(doorFiles[door]!, name) })),
  );
  const place = ({ door, name, declaration }: (typeof functions)[number]): string =>
    `${name} of '${door}' (${declaration === undefined ? 'declaration not found' : `${declaration.path}:${declaration.line}`})`;

  it('there are functions to check', () => {
    expect(functions.length).toBeGreaterThan(15);
  });

  it('every exported function has a doc comment', () => {
    expect(functions.filter(({ declaration }) => (declaration?.doc ?? '') === '').map(place)).toEqual([]);
  });

  it('every exported function has an @example, or a reason in no-example.ts', () => {
    const missing = functions.filter(
      ({ name, declaration }) => !(declaration?.doc ?? '').includes('@example') && !(name in noExample),
    );
    expect(missing.map(place)).toEqual([]);
  });

  it('no reason in no-example.ts is left over', () => {
    const left = Object.keys(noExample).filter((name) => {
      const found = functions.find((one) => one.name === name);
      return found === undefined || (found.declaration?.doc ?? '').includes('@example');
    });
    expect(left).toEqual([]);
  });

  it('no name means two things in two doors', () => {
    const meanings = new Map<string, Set<unknown>>();
    for (const exported of doors.values())
      for (const [name, value] of Object.entries(exported))
        meanings.set(name, (meanings.get(name) ?? new Set()).add(value));
    expect([...meanings].filter(([, values]) => values.size > 1).map(([name]) => name)).toEqual([]);
  });
});

describe('the reader of examples itself', () => {
  const comment = (...lines: string[]): string =>
    ['/**', ' * A thing.', ...lines.map((line) => ` * ${line}`), ' */'].join('\n');

  it('finds the code between @example and the next tag, with its line', () => {
    const text = `const a = 1;\n${comment('@example', 'const b = 2;', 'console.log(b); // 2', '@see something')}\n`;
    expect(examplesIn('a.ts', text)).toEqual([{ path: 'a.ts', line: 4, code: 'const b = 2;\nconsole.log(b); // 2' }]);
  });

  it('reads a result behind a console.log over several lines, and further lines below it', () => {
    expect(
      expectedOutput("console.log(\n  1,\n); // 1\nconst a = 2;\nconsole.log('x\\ny'); // x\n// y\nconsole.log(a);"),
    ).toEqual(['1', 'x\ny', undefined]);
  });

  it('is not pleased with an example that prints something else, or throws, or does not parse', async () => {
    expect((await runExample('console.log(1 + 1);', doors)).printed).toEqual(['2']);
    expect((await runExample("throw new Error('no');", doors)).error).toBeInstanceOf(Error);
    expect((await runExample('const = 1;', doors)).error).toBeInstanceOf(SyntaxError);
  });

  it('gives an example the doors by import and by name, and lets it await', async () => {
    const code =
      "import { monthly as m } from 'backtilt';\nconsole.log(m().kind, (await Promise.resolve(quarterly())).kind);";
    expect(await runExample(code, doors, names)).toEqual({ printed: ['monthly quarterly'], error: undefined });
  });

  it('sees what does not compile', () => {
    const code = "console.log(monthly().kinds, daily('x'));";
    const found = typeErrors([{ place: 'here', code: withImports(code, doors) }]);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^here: Property 'kinds' does not exist/);
  });
});
