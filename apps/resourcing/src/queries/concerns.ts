import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { Concerns, ConcernsFigures } from '@meridian/contracts-resourcing';
import type { ConcernLine } from '@meridian/contracts-resourcing';
import { callerAsPerson } from '../persistence/approvers.js';
import { readableBy } from '../persistence/concerns/concerns.js';
import { Database } from '../persistence/database.js';
import { namesOf } from '../persistence/names.js';

const MOST = 500;
const STATES = ['open', 'answered', 'closed'];

@Controller()
export class ConcernsQuery {
  constructor(private readonly database: Database) {}

  @Answers(Concerns)
  async handle(@Payload() _: Concerns, @Ctx() { claims, now }: Asking): Promise<ConcernsFigures> {
    const today = now.toISOString().slice(0, 10);
    const { personId } = await callerAsPerson(this.database, claims);
    const concerns = await this.database.concern.findMany({
      where: readableBy(personId),
      include: { readers: true, words: { orderBy: { place: 'asc' } } },
      orderBy: [{ answerBy: 'desc' }, { concernId: 'asc' }],
      take: MOST,
    });
    const names = await namesOf(
      this.database,
      concerns.flatMap(({ raisedBy, readers, words }) => [
        raisedBy,
        ...[...readers, ...words].map((one) => one.personId),
      ]),
    );
    const byState = [...concerns].sort((one, other) => placeOf(one) - placeOf(other));
    return {
      concerns: byState.map(({ concernId, version, raisedBy, title, answerBy, readers, words, ...one }) => ({
        concernId,
        version,
        raisedByName: names(raisedBy),
        isOwn: raisedBy === personId,
        confidentiality: one.confidentiality as ConcernLine['confidentiality'],
        title,
        state: one.state as ConcernLine['state'],
        ...(one.outcome !== null && { outcome: one.outcome as NonNullable<ConcernLine['outcome']> }),
        answerBy,
        isOverdue: one.state === 'open' && answerBy < today,
        readers: readers.map((reader) => names(reader.personId)).sort(),
        words: words.map((word) => ({
          byName: names(word.personId),
          at: word.saidAt.toISOString(),
          text: word.text,
        })),
      })),
    };
  }
}

function placeOf({ state }: { readonly state: string }): number {
  return STATES.indexOf(state);
}
