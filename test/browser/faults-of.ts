/**
 * What is wrong with how a page looks, as a program that runs inside it: a page that scrolls sideways, text that is cut off, texts that lie on one another.
 * Boxes that scroll by themselves may be wider inside.
 */
export const faultsOf = `(() => {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push('the page is ' + root.scrollWidth + ' wide in ' + root.clientWidth);
  const shown = (element) => element.checkVisibility() && element.textContent.trim() !== '';
  const boxOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right, top, bottom } = element instanceof SVGElement ? element.getBoundingClientRect() : range.getBoundingClientRect();
    return { left, right, top, bottom, text: element.textContent.trim().slice(0, 40) };
  };
  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2.5;
  const pairs = (boxes, where) => {
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) if (overlap(a, b)) faults.push(where + ': "' + a.text + '" lies on "' + b.text + '"');
    });
  };
  const blocks = [...document.querySelectorAll('h1, h2, h3, p, li, dt, dd, caption, figcaption b, figcaption span')].filter(shown);
  for (const element of blocks) {
    const box = boxOf(element);
    const scrolls = element.closest('.scroll');
    if (!element.classList.contains('skip') && !scrolls && (box.left < -0.5 || box.right > root.clientWidth + 0.5)) faults.push('beyond the page: ' + box.text);
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') faults.push('cut off: ' + box.text);
  }
  pairs(blocks.filter((element) => /^(H[1-3]|CAPTION|B)$/.test(element.tagName)).map(boxOf), 'headings');
  for (const table of document.querySelectorAll('table')) {
    for (const row of table.rows) {
      const cells = [...row.cells].filter(shown);
      for (const cell of cells) if (cell.scrollWidth > cell.clientWidth + 1) faults.push('cell cut off: ' + cell.textContent);
      const name = row.cells[0];
      // A name that stays in sight while the rest scrolls lies on the rest by intention.
      pairs(cells.filter((cell) => cell !== name || getComputedStyle(name).position !== 'sticky').map(boxOf), 'table ' + table.caption.textContent);
    }
  }
  for (const svg of document.querySelectorAll('svg')) {
    if (!svg.checkVisibility()) continue;
    const frame = svg.getBoundingClientRect();
    const name = svg.querySelector('title').textContent.slice(0, 40);
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim() !== '' && text.getAttribute('opacity') !== '0').map(boxOf);
    for (const box of texts)
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        faults.push('picture "' + name + '": cut off: ' + box.text);
    pairs(texts, 'picture "' + name + '"');
  }
  return faults;
})()`;
