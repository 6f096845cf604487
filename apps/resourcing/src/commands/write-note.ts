import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, WriteNote } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { requireDate } from '../domain/weeks.js';
import { callerAsPerson } from '../persistence/approvers.js';
import type { Tx } from '../persistence/database.js';
import { requireSeen } from '../persistence/require-seen.js';

@Controller()
export class WriteNoteCommand {
  @Answers(WriteNote)
  async handle(@Payload() request: WriteNote, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { noteId, withPersonId: withPerson, day, text, isShared } = request;
    requireDate(day);
    const { personId: writtenBy } = await callerAsPerson(tx, call.claims);
    await requireOther(tx, writtenBy, withPerson);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${noteId}, 5))`;
    const before = await tx.oneToOneNote.findUnique({ where: { noteId } });
    if (before && (before.writtenBy !== writtenBy || before.withPerson !== withPerson)) throw notFound();
    requireSeen('note', before?.version ?? 0, call.expectedVersion);
    const said = { day, text, isShared };
    const { version } = await tx.oneToOneNote.upsert({
      where: { noteId },
      create: { noteId, writtenBy, withPerson, ...said },
      update: { ...said, version: { increment: 1 } },
    });
    return { id: noteId, version };
  }
}

async function requireOther(tx: Tx, writtenBy: string, personId: string): Promise<void> {
  if (personId !== writtenBy && (await tx.person.count({ where: { personId } })) > 0) return;
  throw new Refusal('resourcing/person-not-found', 'A note is of a talk with somebody else who works here.', {
    kind: 'not-found',
  });
}

function notFound(): Refusal {
  return new Refusal('resourcing/note-not-found', 'You have written no note with this id and person.', {
    kind: 'not-found',
  });
}
