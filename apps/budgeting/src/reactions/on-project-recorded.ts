import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { lockBudget } from '../persistence/budgets.js';
import type { BudgetRow } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { postWaiting } from '../persistence/post-documents.js';
import { reportMoney } from '../persistence/status.js';
import { lockCode } from '../persistence/waiting-costs.js';

/** A project becomes known, or is renamed: cost that waited for its code is posted now. */
@Controller()
export class OnProjectRecorded {
  @On(ProjectRecorded)
  async handle(@Payload() event: ProjectRecorded, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { projectId, code, currency } = event;
    await lockCode(delivery.tx, code);
    await this.store(event, delivery.tx);
    const before = await lockBudget(delivery.tx, projectId);
    const budget = { ...before, currency: isInUse(before) ? before.currency : currency };
    const change = await postWaiting(delivery, { code }, budget);
    if (budget.currency === before.currency && Object.keys(change).length === 0) return;
    await reportMoney(delivery, before, { ...change, currency: budget.currency });
  }

  private async store(event: ProjectRecorded, tx: Tx): Promise<void> {
    const { projectId, code, name, portfolio, currency, isConfidential } = event;
    const known = {
      code,
      name,
      portfolio,
      currency,
      isConfidential,
      managerPersonId: event.managerPersonId ?? null,
      sponsorPersonId: event.sponsorPersonId ?? null,
    };
    await tx.project.upsert({
      where: { projectId },
      create: { projectId, ...known },
      update: known,
      select: { projectId: true },
    });
  }
}

/** What was approved or posted keeps its currency, whatever the record of the project says later. */
function isInUse({ version, currency, acMinor, committedMinor }: BudgetRow): boolean {
  return currency !== null && (version > 0 || acMinor !== 0n || committedMinor !== 0n);
}
