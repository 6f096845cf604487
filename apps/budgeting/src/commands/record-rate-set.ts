import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { RateSetFigures, RecordRateSet } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { requireRateSet } from '../domain/currencies/rate-set.js';
import type { Tx } from '../persistence/database.js';
import { lockRates } from '../persistence/labour-rates.js';
import { findRateSet, rateSetFigures } from '../persistence/rate-sets.js';
import type { RateSetRow } from '../persistence/rate-sets.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

/** Drafts exchange rates; whoever changes the draft last has recorded it. */
@Controller()
export class RecordRateSetCommand {
  @Answers(RecordRateSet)
  async handle(@Payload() request: RecordRateSet, @Ctx() call: Call<Tx>): Promise<RateSetFigures> {
    const { tx, claims } = call;
    requireApproverRole(claims);
    await lockRates(tx, 'alone');
    const { setId, name, fixedOn, base, rates } = request;
    const before = await findRateSet(tx, setId);
    if (before) requireDraft(before);
    requireVersion(call.expectedVersion, before?.version ?? 0);
    requireRateSet(request);
    await this.requireOwnName(tx, request);
    const data = {
      name,
      fixedOn,
      base,
      rates: rates.map((rate) => ({ ...rate })),
      state: 'drafted',
      version: (before?.version ?? 0) + 1,
      recordedBy: personOf(claims),
      recordedByName: claims.name,
      recordedAt: call.now,
    };
    return rateSetFigures(
      await tx.rateSet.upsert({ where: { setId }, create: { ...data, setId }, update: data }),
    );
  }

  private async requireOwnName(tx: Tx, { setId, name }: RecordRateSet): Promise<void> {
    const named = await tx.rateSet.findUnique({ where: { name }, select: { setId: true } });
    if (!named || named.setId === setId) return;
    throw new Refusal('budgeting/rate-set-name', `There is another set of rates named "${name}".`);
  }
}

/** @throws Refusal `budgeting/rate-set-approved` */
export function requireDraft({ state, name }: RateSetRow): void {
  if (state === 'drafted') return;
  throw new Refusal(
    'budgeting/rate-set-approved',
    `The rates "${name}" are approved and never change; record a new set.`,
  );
}
