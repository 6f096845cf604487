import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RecordSkill, SkillRecorded } from '@meridian/contracts-resourcing';
import { requireRecordable, skillKey } from '../domain/skills/skill.js';
import { requireDate } from '../domain/weeks.js';
import { personIdIn, personOfCaller } from '../persistence/approvers.js';
import type { Tx } from '../persistence/database.js';
import { requireSeen } from '../persistence/require-seen.js';

@Controller()
export class RecordSkillCommand {
  @Answers(RecordSkill)
  async handle(@Payload() request: RecordSkill, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { level, evidence = null, validUntil = null, isWanted = false } = request;
    if (validUntil !== null) requireDate(validUntil);
    const { personId } = await personOfCaller(call.tx, call.claims, request.personId);
    const [name, nameKey] = [request.skill.trim(), skillKey(request.skill)];
    await call.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${personId} ${nameKey}`}, 2))`;
    const where = { personId_nameKey: { personId, nameKey } };
    const before = await call.tx.skill.findUnique({ where });
    requireSeen('skill', before?.version ?? 0, call.expectedVersion);
    requireRecordable({ level, validUntil, evidence }, call.now.toISOString().slice(0, 10));
    const version = (before?.version ?? 0) + 1;
    const isConfirmed = personIdIn(call.claims) !== personId;
    const facts = { version, level, validUntil, isWanted, isConfirmed };
    const { skillId } = await call.tx.skill.upsert({
      where,
      create: { skillId: call.newId(), personId, name, nameKey, ...facts },
      update: { name, ...facts },
    });
    const { name: recordedBy } = call.claims;
    await call.tx.skillFact.create({
      data: { skillId, ...facts, evidence, recordedBy, recordedAt: call.now },
    });
    const end = validUntil === null ? {} : { validUntil };
    await call.announce(SkillRecorded, { personId, skill: name, version, level, ...end, isConfirmed });
    return { id: skillId, version };
  }
}
