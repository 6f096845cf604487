import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { SkillMatrix, SkillMatrixFigures } from '@meridian/contracts-resourcing';
import { skillKey, skillState } from '../domain/skills/skill.js';
import { Database } from '../persistence/database.js';

@Controller()
export class SkillMatrixQuery {
  constructor(private readonly database: Database) {}

  /** Evidence and wishes stay with the person and who decides for them. */
  @Answers(SkillMatrix)
  async handle(@Payload() request: SkillMatrix, @Ctx() { now }: Asking): Promise<SkillMatrixFigures> {
    const today = now.toISOString().slice(0, 10);
    const { skill, minimumLevel = 1, orgUnit } = request;
    const skills = await this.database.skill.findMany({
      where: {
        level: { gte: minimumLevel },
        OR: [{ validUntil: null }, { validUntil: { gte: today } }],
        ...(skill !== undefined && { nameKey: skillKey(skill) }),
        person: {
          OR: [{ employedUntil: null }, { employedUntil: { gte: today } }],
          ...(orgUnit !== undefined && { orgUnit }),
        },
      },
      include: { person: { select: { name: true, orgUnit: true } } },
      orderBy: [{ nameKey: 'asc' }, { level: 'desc' }, { person: { name: 'asc' } }, { personId: 'asc' }],
    });
    return {
      cells: skills.map((one) => ({
        personId: one.personId,
        personName: one.person.name,
        orgUnit: one.person.orgUnit,
        skill: one.name,
        level: one.level,
        state: skillState(one, today),
        ...(one.validUntil !== null && { validUntil: one.validUntil }),
        isConfirmed: one.isConfirmed,
      })),
    };
  }
}
