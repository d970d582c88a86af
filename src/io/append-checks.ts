import { InputError, nameList, suggestNames } from '../core/index.js';
import type { PanelStore } from '../panel/index.js';

/**
 * Refuses to join two panels that are not of the same things: other names, another kind of return, other fields or indicators.
 *
 * @throws InputError `panel.name`, `append.kind`.
 */
export function assertSameThings(where: string, a: PanelStore, b: PanelStore): void {
  const unknown = b.assets.find((asset) => !a.assets.includes(asset));
  if (unknown !== undefined) {
    const what = `${where}: the newer panel has "${unknown}", which the first one has not. ${suggestNames(unknown, a.assets)} Name its columns alike with "columns" when it is read.`;
    throw new InputError('panel.name', what, { where, asset: unknown, known: a.assets });
  }
  const alive = a.assets.filter((_, index) => a.last[index] === a.calendar.length - 1);
  const gone = alive.filter((asset) => !b.assets.includes(asset));
  if (gone.length > 0) {
    const what = `${where}: the newer panel lacks ${nameList(gone)}, alive at the end of the first one. Give all that live on, or append to single series.`;
    throw new InputError('panel.name', what, { where, missing: gone });
  }
  for (const kind of ['fields', 'indicators'] as const) {
    const lacking = [...a[kind].keys()].filter((name) => !b[kind].has(name));
    const further = [...b[kind].keys()].filter((name) => !a[kind].has(name));
    if (lacking.length + further.length === 0) continue;
    const found =
      lacking.length > 0 ? `lacks the ${kind} ${nameList(lacking)}` : `has the further ${kind} ${nameList(further)}`;
    const what = `${where}: the newer panel ${found}. Both need the same ${kind}: append to the returns first, then add ${kind} that reach to the end.`;
    throw new InputError('panel.name', what, { where, lacking, further });
  }
  assertSameKind(where, a, b);
}

function assertSameKind(where: string, a: PanelStore, b: PanelStore): void {
  b.assets.forEach((asset, index) => {
    const [was, is] = [a.metas[a.assets.indexOf(asset)]!, b.metas[index]!];
    if (was.kind === is.kind && was.net === is.net) return;
    const words = ({ kind, net }: typeof was): string =>
      `${kind} returns ${net ? 'after' : 'before'} fees (kind: '${kind}', net: ${net})`;
    throw new InputError(
      'append.kind',
      `${where}: "${asset}" is of ${words(was)}, but in the newer panel of ${words(is)}. If it is the same thing, say so when the newer file is read.`,
      { where, asset, bundled: { kind: was.kind, net: was.net }, newer: { kind: is.kind, net: is.net } },
    );
  });
}
