/** One cell of a table in a page: what is printed, and the full value where it is a number. */
export interface PageCell {
  readonly text: string;
  readonly value: number | null;
}

/** A table as a page shows it. */
export interface PageTable {
  readonly caption: string;
  /** Headings of columns; '' where there is none. */
  readonly heads: readonly string[];
  /** Cells by the heading of their row. */
  readonly rows: ReadonlyMap<string, readonly PageCell[]>;
  readonly notes: readonly string[];
}

/** A text as a reader sees it. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const textOf = (html: string): string => unescaped(html.replaceAll(/<[^>]*>/g, ''));

/** The table whose caption has an id. */
export function tableIn(html: string, id: string): PageTable {
  const start = html.indexOf(`<caption id="${id}">`);
  if (start < 0) throw new Error(`there is no table "${id}"`);
  const end = html.indexOf('</table>', start);
  const table = html.slice(start, end);
  const [head = '', body = ''] = table.split('<tbody>');
  const rows = [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, line]): readonly [string, PageCell[]] => {
    const name = /<th scope="row"[^>]*>(.*?)<\/th>/s.exec(line!);
    return [textOf(name?.[1] ?? ''), [...line!.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cellOf(cell!))];
  });
  const after = /^<\/table><\/div><ul class="notes">(.*?)<\/ul>/s.exec(html.slice(end));
  return {
    caption: textOf(/>(.*?)<\/caption>/s.exec(table)![1]!),
    heads: [...head.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text]) => textOf(text!)),
    rows: new Map(rows),
    notes: [...(after?.[1] ?? '').matchAll(/<li>(.*?)<\/li>/gs)].map(([, note]) => textOf(note!)),
  };
}

function cellOf(html: string): PageCell {
  const value = /<data value="([^"]*)">/.exec(html)?.[1];
  return { text: textOf(html), value: value === undefined ? null : Number(value) };
}

/** Sentences of the box of warnings. */
export function warningsIn(html: string): readonly string[] {
  const box = /<div class="warnings".*?<ul>(.*?)<\/ul>/s.exec(html)?.[1] ?? '';
  return [...box.matchAll(/<li>(.*?)<\/li>/gs)].map(([, note]) => textOf(note!));
}

/** Drawings of a page. */
export const drawingsIn = (html: string): readonly string[] => html.match(/<svg.*?<\/svg>/gs) ?? [];
