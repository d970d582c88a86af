/**
 * Writes the unrolled kernels of the sweep: src/engine/sweep/kernels/fused-1.ts to fused-8.ts and their list. Run with `npm run build:kernels` after a
 * change here; a test holds the files to what this writes. Unrolled at build time, because pages with a strict content policy allow no `new Function`.
 * The same kernels in WebAssembly are written with them: build-kernels-wasm.ts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** Variants that one pass carries. Three keep the divider busy and their numbers in registers. */
const LANES = 3;
/** Widest kernel. */
export const WIDEST = 8;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'src/engine/sweep/kernels');

const range = (length: number): number[] => [...Array(length).keys()];

/** The kernel for portfolios of some columns. */
function kernel(rank: number): string {
  const lanes = range(LANES);
  const parts = range(rank);
  const mix = (lane: number): string => parts.map((part) => `w${lane}x${part} * c${part}`).join(' + ');
  const load = parts.map((part) => `const c${part} = columns[at${part === 0 ? '' : ` + ${part}`}]!;`).join('\n');
  const note = (lane: number): string => `sum${lane} += x${lane}; squares${lane} += x${lane} * x${lane};`;
  return `// Written by scripts/build-kernels.ts: change it there.
import type { FusedInput } from '../fused-input.js';

/** Variants ${LANES} by ${LANES} over ${rank} ${rank === 1 ? 'column' : 'columns'}: see \`fused-input.ts\`. */
export function fused${rank}({ columns, rows, trades, shares, shifts, openings, out, costAt }: FusedInput, variants: number): void {
  for (let variant = 0; variant < variants; variant += ${LANES}) {
    ${lanes.map((lane) => parts.map((part) => `const w${lane}x${part} = shares[(variant + ${lane}) * ${rank} + ${part}]!;`).join('\n')).join('\n')}
    ${lanes
      .map(
        (lane) => `const base${lane} = 1 + shifts[variant + ${lane}]!;
    let wealth${lane} = openings[variant + ${lane}]!;
    let last${lane} = 1 / wealth${lane};
    let peak${lane} = last${lane};
    let low${lane} = 1;
    let floor${lane} = peak${lane};
    let sum${lane} = 0;
    let squares${lane} = 0;`,
      )
      .join('\n')}
    let row = 0;
    let at = 0;
    for (let trade = 0; trade <= trades.length; trade++) {
      const end = trade < trades.length ? trades[trade]! : rows;
      for (; row < end; row++) {
        ${load}
        at += ${rank};
        ${lanes
          .map(
            (lane) => `const s${lane} = ${mix(lane)};
        const x${lane} = s${lane} / last${lane} - base${lane};
        ${note(lane)}
        last${lane} = s${lane};
        if (s${lane} > peak${lane}) {
          peak${lane} = s${lane};
          floor${lane} = low${lane} * s${lane};
        } else if (s${lane} < floor${lane}) {
          low${lane} = s${lane} / peak${lane};
          floor${lane} = s${lane};
        }`,
          )
          .join('\n')}
      }
      if (trade === trades.length) break;
      ${load}
      at += ${rank};
      row++;
      ${lanes
        .map(
          (lane) => `const g${lane} = ${mix(lane)};
      const s${lane} = g${lane} - costAt(trade, variant + ${lane}, g${lane});
      const x${lane} = s${lane} / last${lane} - base${lane};
      ${note(lane)}
      if (s${lane} > peak${lane}) peak${lane} = s${lane};
      else if (s${lane} < floor${lane}) low${lane} = s${lane} / peak${lane};
      last${lane} = 1;
      wealth${lane} *= s${lane};
      peak${lane} /= s${lane};
      floor${lane} = low${lane} * peak${lane};`,
        )
        .join('\n')}
    }
    ${lanes
      .map(
        (lane) => `out[(variant + ${lane}) * 4] = wealth${lane} * last${lane};
    out[(variant + ${lane}) * 4 + 1] = sum${lane};
    out[(variant + ${lane}) * 4 + 2] = squares${lane};
    out[(variant + ${lane}) * 4 + 3] = low${lane};`,
      )
      .join('\n')}
  }
}
`;
}

const list = `// Written by scripts/build-kernels.ts: change it there.
import type { FusedInput } from '../fused-input.js';
${range(WIDEST)
  .map((place) => `import { fused${place + 1} } from './fused-${place + 1}.js';`)
  .join('\n')}

/** Variants that a kernel carries at once: it reads and writes as far as the last of them, past the number of variants that it is given. */
export const LANES = ${LANES};

/** The kernel for some columns, by their number; none for 0. */
export const kernels: readonly (((input: FusedInput, variants: number) => void) | undefined)[] = [
  undefined,
  ${range(WIDEST)
    .map((place) => `fused${place + 1},`)
    .join('\n')}
];
`;

/** All files by name, formatted. */
export async function kernelFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const options = { ...(await resolveConfig(join(root, 'package.json'))), parser: 'typescript' };
  const add = async (name: string, text: string): Promise<void> => {
    files.set(name, await format(text, options));
  };
  for (const place of range(WIDEST)) await add(`fused-${place + 1}.ts`, kernel(place + 1));
  await add('index.ts', list);
  return files;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of await kernelFiles()) writeFileSync(join(folder, name), text);
  const { wasmBytesFile, wasmBytesPath } = await import('./build-kernels-wasm.js');
  writeFileSync(join(root, wasmBytesPath), await wasmBytesFile());
}
