import { InputError, suggestNames } from '../core/index.js';
import { bundledSets, fundFacts, type Provenance } from '../data/index.js';
import { makeTable, toText, wrapText } from '../table/index.js';
import { bundledSpans } from './bundled-spans.js';

/** `backtilt list [set]`: every bundled series with its span and source. */
export function listCommand(set: string | undefined, print: (text: string) => void): void {
  const sets = bundledSets();
  const names = [...new Set(sets.map(({ name }) => name))];
  const chosen = set === undefined ? sets : sets.filter(({ name }) => name.toLowerCase() === set.toLowerCase());
  if (chosen.length === 0) {
    throw new InputError('option.range', `list: unknown set "${set ?? ''}". ${suggestNames(set ?? '', names)}`, {
      set,
    });
  }
  print(chosen.map(describeSet).join('\n\n'));
}

function describeSet(set: Provenance): string {
  const facts: Readonly<Record<string, { readonly name: string } | undefined>> =
    set.name === 'usFunds' || set.name === 'usFundsDaily' ? fundFacts() : {};
  const spans = bundledSpans(set);
  const head = `${set.name}()${set.part === undefined ? '' : ` ${set.part}`}: ${set.title}`;
  const source = `Source: ${set.publisher}; ${set.vintage}; ${set.frequency}; ${set.units}.`;
  const described = spans.some(({ series }) => facts[series] !== undefined);
  const table = makeTable({
    columns: [
      { key: 'series', label: 'Series', align: 'left' },
      { key: 'from', label: 'From', align: 'left' },
      { key: 'to', label: 'To', align: 'left' },
      ...(described ? [{ key: 'what', label: 'Name', align: 'left' } as const] : []),
    ],
    rows: spans.map(({ series, from, to }) => ({
      series,
      from,
      to,
      ...(described ? { what: facts[series]?.name ?? '' } : {}),
    })),
  });
  return [wrapText(head), wrapText(source), toText(table)].join('\n');
}
