import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** SHA-256 (FIPS 180-4) of lines of text, each ended by a line feed, in UTF-8; as 64 hexadecimal digits. */
export function sha256Hex(lines: Iterable<string>): string {
  const hash = sha256.create();
  for (const line of lines) hash.update(`${line}\n`);
  return bytesToHex(hash.digest());
}
