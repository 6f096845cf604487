import { Refusal } from '@meridian/refusal';
import type { Concern, ConcernReader, Tx } from '../database.js';

/**
 * A concern that somebody may read, held for the transaction.
 *
 * @throws Refusal `resourcing/concern-not-found`: whether there is one that is not for the caller is not told
 */
export async function holdConcern(
  tx: Tx,
  concernId: string,
  reader: string,
): Promise<Concern & { readonly readers: readonly ConcernReader[] }> {
  await tx.$executeRaw`SELECT 1 FROM concern WHERE concern_id = ${concernId}::uuid FOR UPDATE`;
  const concern = await tx.concern.findUnique({ where: { concernId }, include: { readers: true } });
  if (concern && mayRead(concern, reader)) return concern;
  throw new Refusal('resourcing/concern-not-found', 'There is no concern with this id that you may read.', {
    kind: 'not-found',
  });
}

/** Who raised it, whom it went to, and everybody where it is open. No role reads it. */
function mayRead(
  concern: Concern & { readonly readers: readonly ConcernReader[] },
  personId: string,
): boolean {
  const { confidentiality, raisedBy, readers } = concern;
  return (
    confidentiality === 'open' ||
    raisedBy === personId ||
    readers.some((reader) => reader.personId === personId)
  );
}

/** The same rule as a filter. */
export function readableBy(personId: string) {
  return {
    OR: [{ confidentiality: 'open' }, { raisedBy: personId }, { readers: { some: { personId } } }],
  };
}

/** Says something to a concern, after what was said before. */
export async function say(
  tx: Tx,
  word: { wordId: string; concernId: string; personId: string; saidAt: Date; text: string },
): Promise<void> {
  const place = await tx.concernWord.count({ where: { concernId: word.concernId } });
  await tx.concernWord.create({ data: { ...word, place: place + 1 } });
}
