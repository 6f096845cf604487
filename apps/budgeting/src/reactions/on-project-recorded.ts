import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ProjectRecorded } from '@meridian/contracts-projects';
import type { BudgetRow } from '../persistence/budgets.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { MoneyWork } from '../persistence/money-work.js';
import { postWaiting } from '../persistence/post-documents.js';
import { reportMoney } from '../persistence/status.js';
import { postWaitingTime } from '../persistence/waiting-time.js';
import type { ProjectRow } from '../persistence/waiting-costs.js';

/** A project becomes known, or is renamed: cost that waited for its code, and its time, are posted now. */
@Controller()
export class OnProjectRecorded {
  @On(ProjectRecorded, MoneyWork)
  async handle(@Payload() event: ProjectRecorded, @Ctx() delivery: Delivery<Tx, MoneyWork>): Promise<void> {
    const { projectId, code, currency } = event;
    const { shared } = delivery;
    shared.keepProject(projectOf(event));
    const before = shared.budget(projectId);
    const budget = { ...before, currency: isInUse(before) ? before.currency : currency };
    const change = shared.waitsFor(code) ? await postWaiting(delivery, { code }, budget) : {};
    const isNews = budget.currency !== before.currency || Object.keys(change).length > 0;
    if (isNews) await reportMoney(delivery, before, { ...change, currency: budget.currency }, shared);
    if (shared.timeWaitsFor(projectId)) await postWaitingTime(delivery, shared.budget(projectId), shared);
    if (event.stage === 'closing') await answerClosing(delivery, projectId);
  }
}

function projectOf({ managerPersonId, sponsorPersonId, ...event }: ProjectRecorded): ProjectRow {
  const { projectId, code, name, portfolio, currency, isConfidential } = event;
  const people = { managerPersonId: managerPersonId ?? null, sponsorPersonId: sponsorPersonId ?? null };
  return { projectId, code, name, portfolio, currency, isConfidential, ...people };
}

/** What was approved or posted keeps its currency, whatever the record of the project says later. */
function isInUse({ version, currency, acMinor, labourMinutes, committedMinor }: BudgetRow): boolean {
  if (currency === null) return false;
  return version > 0 || acMinor !== 0n || labourMinutes !== 0 || committedMinor !== 0n;
}
