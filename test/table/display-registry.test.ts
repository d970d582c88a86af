import { inspect } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { docExamples } from '../support/doc-comments.js';
import { type DoorExports, loadDoors } from '../support/doors.js';
import { runExample } from '../support/run-example.js';

/*
 * Every function of every door has an @example, and a test runs them all. Here they run once more, with each function watched: what
 * it returned is what a user sees at the end of a notebook's cell. A new function is looked at without being named here.
 */
const doors = await loadDoors();
const TEXT = Symbol.for('nodejs.util.inspect.custom');
const BUNDLE = Symbol.for('Jupyter.display');
const VEGA = 'application/vnd.vegalite.v5+json';

/** What shows nothing of its own, each with its reason; it is plain data of a few lines, or numbers and rows to compute with. */
const PLAIN: Readonly<Record<string, string>> = {
  accountingField: 'observations by asset, an input of addField',
  applyScreens: 'members and weights of one day, for programs',
  cluster: 'a connection, nothing to read',
  drawdownSeries: 'numbers, a typed array',
  frenchBlocks: 'the blocks of a file with all their columns, to choose one from',
  parseFacts: 'columns, an input of addField',
  parseFrenchFacts: 'columns, an input of addField',
  parseObservations: 'rows, an input of addIndicator',
  proxyMask: 'marks, a typed array',
  threads: 'workers, nothing to read',
  toColumns: 'columns of numbers, for other libraries',
  toLongColumns: 'columns of numbers, for other libraries',
  toDataFrame: "a frame of danfo's, which shows itself",
  verdict: 'the judgement as data; a claim shows it',
  wealth: 'numbers, a typed array',
};

const seen = new Map<string, unknown[]>();
const called = new Set<string>();

beforeAll(async () => {
  const note = (name: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const values = seen.get(name) ?? [];
    if (values.length < 4) values.push(value);
    seen.set(name, values);
  };
  const watched = (name: string, value: unknown): unknown => {
    if (typeof value !== 'function' || /^class\b/.test(String(value))) return value;
    const call = value as (...parts: unknown[]) => unknown;
    const wrapper = (...parts: unknown[]): unknown => {
      called.add(name);
      const answer = call(...parts);
      if (answer instanceof Promise)
        void answer
          .then((one: unknown) => {
            note(name, one);
          })
          .catch(() => undefined);
      else note(name, answer);
      return answer;
    };
    return Object.assign(wrapper, value);
  };
  const copies = new Map<string, DoorExports>(
    [...doors].map(([door, exported]) => [
      door,
      Object.fromEntries(Object.entries(exported).map(([name, value]) => [name, watched(name, value)])),
    ]),
  );
  const names = Object.assign({}, ...copies.values()) as DoorExports;
  const functions = Object.keys(names).filter((name) => typeof names[name] === 'function');
  for (const { code } of docExamples()) {
    // An example of functions that have all been called shows nothing new.
    if (functions.some((name) => !called.has(name) && code.includes(`${name}(`))) await runExample(code, copies, names);
  }
});

const all = (): [string, Record<PropertyKey, unknown>][] =>
  [...seen].flatMap(([name, values]) =>
    values.map((value): [string, Record<PropertyKey, unknown>] => [name, value as Record<PropertyKey, unknown>]),
  );
const shown = (): ReturnType<typeof all> => all().filter(([, value]) => BUNDLE in value);
const bundleOf = (value: Record<PropertyKey, unknown>): Record<string, unknown> =>
  (value[BUNDLE] as () => Record<string, unknown>)();
const textOf = (value: object): string => (value as { toString(): string }).toString();
const isChart = (value: Record<PropertyKey, unknown>): boolean => typeof value['toSpec'] === 'function';

describe('whatever a function of the library returns', () => {
  it('is looked at here', () => {
    expect(seen.size).toBeGreaterThan(100);
    expect(shown().length).toBeGreaterThan(80);
  });

  it('shows itself, or is plain data of a few lines', () => {
    const bare = all().filter(([name, value]) => !(BUNDLE in value) && !(name in PLAIN));
    const unreadable = bare.filter(([, value]) => {
      const text = inspect(value);
      return text.split('\n').length > 16 || /\[Function|\d Array\(|Array\(\d+\) \[/.test(text.replace(DECIDE, ''));
    });
    expect(unreadable.map(([name]) => name)).toEqual([]);
  });

  it('has a text for consoles, Node, Deno and tslab, which is also the text of its bundle', () => {
    for (const [name, value] of shown()) {
      const text = inspect(value);
      expect(typeof value[TEXT], name).toBe('function');
      expect(text, name).toBe(bundleOf(value)['text/plain']);
      expect(text, name).toBe(textOf(value));
      expect(text.trim(), name).not.toBe('');
      // No raw dump of numbers, no undefined, no object that could not be said.
      expect(text, name).not.toMatch(/Float64Array|\[object |undefined|NaN|Infinity|\[Function/);
    }
  });

  it('has HTML and text in its bundle, or, a chart, Vega-Lite and text and no HTML, which would win over it', () => {
    for (const [name, value] of shown()) {
      const bundle = bundleOf(value);
      const rich = Object.keys(bundle).filter((type) => type !== 'text/plain');
      // What is said in a few lines needs no HTML.
      const fewLines = !isChart(value) && textOf(value).split('\n').length <= 12;
      expect(fewLines ? [[], ['text/html']] : [[isChart(value) ? VEGA : 'text/html']], name).toContainEqual(rich);
      expect(bundle['text/plain'], name).toBe(textOf(value));
      if ('table' in value || 'rows' in value) expect(rich, name).toEqual(['text/html']);
      if (!isChart(value)) continue;
      expect(bundle[VEGA]).toEqual((value['toSpec'] as () => unknown)());
      expect((bundle[VEGA] as { $schema: string }).$schema).toBe('https://vega.github.io/schema/vega-lite/v5.json');
      expect(JSON.parse(JSON.stringify(bundle[VEGA]))).toEqual(bundle[VEGA]);
    }
  });

  it('has well-formed HTML, with every text escaped', () => {
    for (const [name, value] of shown().filter(([, one]) => !isChart(one))) {
      expect(malformed((bundleOf(value)['text/html'] ?? '') as string), name).toBeUndefined();
    }
  });

  it('is not taken for a picture, an element or a data frame by a kernel', () => {
    for (const [name, value] of all()) {
      expect('toDataURL' in value || 'outerHTML' in value, name).toBe(false);
      expect('schema' in value && 'head' in value && 'toRecords' in value, name).toBe(false);
      if ('toSpec' in value) expect([VEGA in bundleOf(value), 'toSvg' in value], name).toEqual([true, true]);
    }
  });

  it('hides its displays from loops, copies and JSON', () => {
    for (const [name, value] of shown()) {
      expect(Object.keys(value), name).not.toContain('toString');
      expect(Object.getOwnPropertySymbols({ ...value }), name).not.toContain(BUNDLE);
    }
  });

  it('no reason is left over', () => {
    const without = new Set(
      all()
        .filter(([, value]) => !(BUNDLE in value))
        .map(([name]) => name),
    );
    expect(Object.keys(PLAIN).filter((name) => !without.has(name))).toEqual([]);
  });
});

/** A schedule or a screen may carry a function of its author's. */
const DECIDE = /decide: \[Function[^\]]*\]/g;

/** Tags that are not closed in order, or text that could be read as one; undefined where all is well. */
function malformed(html: string): string | undefined {
  const open: string[] = [];
  let rest = html;
  while (rest !== '') {
    const text = /^[^<]*/.exec(rest)![0];
    if (/&(?!amp;|lt;|gt;|quot;|#\d+;)/.test(text) || text.includes('>')) return `not escaped: ${text.slice(0, 80)}`;
    rest = rest.slice(text.length);
    if (rest === '') break;
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*="[^"<>]*")*)\s*(\/?)>/i.exec(rest);
    if (tag === null) return `no tag: ${rest.slice(0, 80)}`;
    const [whole, closing, name = '', , alone] = tag;
    rest = rest.slice(whole.length);
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes something else`;
    } else if (alone !== '/' && !['br', 'hr', 'img', 'meta'].includes(name)) open.push(name);
  }
  return open.length === 0 ? undefined : `<${open.join('><')}> is never closed`;
}

describe('the reader of HTML itself', () => {
  it('sees what is not closed, crossed or not escaped', () => {
    expect(malformed('<p title="a">1 &lt; 2<br></p>')).toBeUndefined();
    expect(malformed('<p>1 < 2</p>')).toMatch(/no tag/);
    expect(malformed('<p>a & b</p>')).toMatch(/not escaped/);
    expect(malformed('<p><b></p></b>')).toMatch(/closes something else/);
    expect(malformed('<p>')).toMatch(/never closed/);
  });
});
