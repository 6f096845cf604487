import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { PersonSkills, PersonSkillsFigures } from '@meridian/contracts-resourcing';
import { levelOn, skillState } from '../domain/skills/skill.js';
import { personOfCaller } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';

@Controller()
export class PersonSkillsQuery {
  constructor(private readonly database: Database) {}

  @Answers(PersonSkills)
  async handle(
    @Payload() request: PersonSkills,
    @Ctx() { claims, now }: Asking,
  ): Promise<PersonSkillsFigures> {
    const today = now.toISOString().slice(0, 10);
    const { personId, name } = await personOfCaller(this.database, claims, request.personId);
    const skills = await this.database.skill.findMany({
      where: { personId },
      include: { history: { orderBy: { version: 'desc' } } },
      orderBy: { nameKey: 'asc' },
    });
    return {
      personId,
      personName: name,
      skills: skills.map((skill) => ({
        skill: skill.name,
        level: levelOn(skill, today),
        state: skillState(skill, today),
        version: skill.version,
        history: skill.history.map(({ skillId: _, evidence, validUntil, recordedAt, ...fact }) => ({
          ...fact,
          ...(evidence !== null && { evidence }),
          ...(validUntil !== null && { validUntil }),
          recordedAt: recordedAt.toISOString(),
        })),
      })),
    };
  }
}
