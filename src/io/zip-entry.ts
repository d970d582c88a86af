import { inflateRawSync } from 'node:zlib';
import { InputError, nameList } from '../core/index.js';

/** One file in a zip archive, by the archive's own list. */
interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const LARGEST = 256 * 1024 * 1024;

/**
 * The bytes of the one file in a zip archive; publishers of data pack single tables so.
 *
 * Layout: PKWARE, ".ZIP File Format Specification", sections 4.3.7, 4.3.12 and 4.3.16. Stored and deflated entries are read; the checksum
 * is compared.
 *
 * @throws InputError `file.format`: no archive, damaged, encrypted, more than one file, another method, or larger than 256 MB.
 */
export function zipEntry(where: string, bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries: ZipEntry[];
  try {
    entries = listEntries(view, bytes).filter(({ name }) => !name.endsWith('/'));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refusal(where, 'its list of files points outside of it');
  }
  const [entry] = entries;
  if (entry === undefined) throw refusal(where, 'no list of files was found in it');
  if (entries.length > 1) {
    throw refusal(where, `it holds ${entries.length} files (${nameList(entries.map(({ name }) => name))}), not one`);
  }
  if ((entry.flags & 1) !== 0) throw refusal(where, 'it is encrypted');
  if (entry.size > LARGEST || entry.packed > LARGEST) throw refusal(where, 'its file is larger than 256 MB');
  const plain = unpacked(where, view, bytes, entry);
  if (plain.length !== entry.size || crc32(plain) !== entry.crc) {
    throw refusal(where, 'the checksum of its file is not that of its bytes');
  }
  return plain;
}

/** Whether bytes begin as a zip archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

function listEntries(view: DataView, bytes: Uint8Array): ZipEntry[] {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) return [];
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== LISTED) throw new RangeError('no entry here');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpacked(
  where: string,
  view: DataView,
  bytes: Uint8Array,
  { at, method, packed, size }: ZipEntry,
): Uint8Array {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL)
    throw refusal(where, 'its file is not where the list says');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8) throw refusal(where, `its file is packed by method ${method}; stored and deflated files are read`);
  try {
    // One byte more than promised, so that a file that lies about its size is seen and not unpacked to the end.
    return inflateRawSync(data, { maxOutputLength: size + 1 });
  } catch {
    throw refusal(where, 'its file cannot be unpacked');
  }
}

/** CRC-32 as in ISO 3309: the sum that zip archives carry. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function refusal(where: string, what: string): InputError {
  return new InputError(
    'file.format',
    `${where}: this zip archive cannot be read: ${what}. Unpack it and read the CSV file inside; save the sheet of an Excel workbook, which is such an archive, as CSV.`,
    { where },
  );
}
