const WIDTH = 30;

/** A bar that grows on one line of a terminal; done, it goes away. Nothing is written between two looks that are alike. */
export function progressBar(write: (text: string) => void): (done: number, all: number) => void {
  let shown = '';
  return (done, all) => {
    const filled = Math.floor((done / all) * WIDTH);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor((done / all) * 100)} % of ${all}`;
    const next = done >= all ? ' '.repeat(shown.length) : bar;
    if (next === shown) return;
    write(done >= all ? `\r${next}\r` : `\r${next}`);
    shown = next;
  };
}
