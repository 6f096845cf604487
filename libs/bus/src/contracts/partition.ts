/** Number of partitions of every owner's stream. Part of the wire format: it never changes. */
export const PARTITIONS = 16;

/** The partition of an aggregate: 32-bit FNV-1a over the UTF-8 bytes of its id, modulo 16. */
export function partitionOf(aggregateId: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(aggregateId, 'utf8')) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash % PARTITIONS;
}
