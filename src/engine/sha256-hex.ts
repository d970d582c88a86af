import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** SHA-256 (FIPS 180-4) of lines of text in UTF-8, or of bytes, each ended by a line feed; as 64 hexadecimal digits. */
export function sha256Hex(lines: Iterable<string | Uint8Array>): string {
  const hash = sha256.create();
  for (const line of lines) {
    if (typeof line === 'string') hash.update(`${line}\n`);
    else hash.update(line).update('\n');
  }
  return bytesToHex(hash.digest());
}
