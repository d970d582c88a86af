import { createHash } from 'node:crypto';
import type { Provenance } from '../../src/data/provenance.js';

/** A set ready to be written. */
export interface DataSet {
  /** Name of the module without its ending. */
  readonly file: string;
  readonly provenance: Provenance;
  readonly encoded: string;
}

/** Adds the checksum to a set. */
export function dataSet(file: string, encoded: string, provenance: Omit<Provenance, 'checksum'>): DataSet {
  const checksum = createHash('sha256').update(encoded).digest('hex');
  return { file, encoded, provenance: { ...provenance, checksum } };
}
