import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { Notes, NotesFigures } from '@meridian/contracts-resourcing';
import { callerAsPerson } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';
import { namesOf } from '../persistence/names.js';

const MOST = 500;

@Controller()
export class NotesQuery {
  constructor(private readonly database: Database) {}

  @Answers(Notes)
  async handle(@Payload() _: Notes, @Ctx() { claims }: Asking): Promise<NotesFigures> {
    const { personId } = await callerAsPerson(this.database, claims);
    const notes = await this.database.oneToOneNote.findMany({
      where: { OR: [{ writtenBy: personId }, { withPerson: personId, isShared: true }] },
      orderBy: [{ day: 'desc' }, { noteId: 'asc' }],
      take: MOST,
    });
    const other = ({ writtenBy, withPerson }: { writtenBy: string; withPerson: string }) =>
      writtenBy === personId ? withPerson : writtenBy;
    const names = await namesOf(this.database, notes.map(other));
    return {
      notes: notes.map((note) => ({
        noteId: note.noteId,
        version: note.version,
        isOwn: note.writtenBy === personId,
        withPersonId: other(note),
        withName: names(other(note)),
        day: note.day,
        text: note.text,
        isShared: note.isShared,
      })),
    };
  }
}
