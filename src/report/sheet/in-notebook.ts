import { escapeHtml } from '../../table/index.js';

/**
 * A page for the output of a notebook's cell: in a frame of its own, so that its styles do not reach the notebook, nor the notebook's the
 * page, and so that its headings and ids do not mix with the notebook's. The frame is sandboxed without any permission: no script can run in it. Links inside
 * it name the frame's own address, since a bare "#…" would mean the notebook's.
 */
export function inNotebook(title: string, html: string): string {
  const page = html.replaceAll(' href="#', ' href="about:srcdoc#');
  return `<iframe title="${escapeHtml(title)}" sandbox="" srcdoc="${escapeHtml(page)}" style="width:100%;height:720px;border:1px solid #8884"></iframe>`;
}
