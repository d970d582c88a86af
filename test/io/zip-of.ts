import { deflateRawSync } from 'node:zlib';

/** What a made archive says of its files though it is not so. */
interface Lies {
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
}

/** A zip archive of some texts, by the layout of PKWARE's specification; written here so that the reader meets another hand. */
export function zipOf(files: Readonly<Record<string, string>>, lies: Lies = {}): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const plain = Buffer.from(text);
    const data = lies.stored === true ? plain : deflateRawSync(plain);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(lies.flags ?? 0, 2);
    head.writeUInt16LE(lies.method ?? (lies.stored === true ? 0 : 8), 4);
    head.writeUInt32LE(lies.crc ?? crc(plain), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(lies.size ?? plain.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    parts.push(Buffer.from('PK\u0003\u0004', 'latin1'), head, Buffer.from(name), data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    list.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, rest, Buffer.from(name));
    at = parts.reduce((length, part) => length + part.length, 0);
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006', 'latin1'), end]));
}

/** CRC-32 by its definition, bit by bit over one long polynomial division. */
function crc(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes)
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (((sum ^ (byte >> bit)) & 1) === 1 ? 0xedb88320 : 0);
  return (sum ^ -1) >>> 0;
}
