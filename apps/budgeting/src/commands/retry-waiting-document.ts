import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { RetryWaitingDocument, WaitingDocumentRetried } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { postOrKeep } from '../persistence/post-documents.js';
import { documentOf, projectOfCode } from '../persistence/waiting-costs.js';
import type { WaitingRow } from '../persistence/waiting-costs.js';
import { keepRetry } from '../persistence/waiting-retries.js';
import { requireApproverRole } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

/** What waits is posted by itself when what it waits for comes; somebody who put a thing right need not wait for that. */
@Controller()
export class RetryWaitingDocumentCommand {
  @Answers(RetryWaitingDocument)
  async handle(
    @Payload() { document: documentKey }: RetryWaitingDocument,
    @Ctx() call: Call<Tx>,
  ): Promise<WaitingDocumentRetried> {
    const { tx, claims } = call;
    const { projectCode } = await this.waiting(tx, documentKey);
    const project = await projectOfCode(tx, projectCode);
    if (project) requireManager(claims, project);
    else requireApproverRole(claims);
    // Whoever posts it at this moment holds the budget: what is here afterwards still waits.
    if (project) await lockBudget(tx, project.projectId);
    await postOrKeep(call, documentOf(await this.waiting(tx, documentKey)));
    const left = await tx.waitingCost.findUnique({ where: { documentKey } });
    await keepRetry(tx, {
      retryId: call.newId(),
      documentKey,
      retriedAt: call.now,
      retriedBy: personOf(claims),
      byName: claims.name,
      outcome: left ? 'waiting' : 'posted',
      reason: left?.reason ?? null,
    });
    if (!left) return { document: documentKey, outcome: 'posted' };
    const { reason, sentence } = left;
    const words = sentence === null ? {} : { sentence };
    return { document: documentKey, outcome: 'waiting', reason, ...words };
  }

  /** @throws Refusal `budgeting/unknown-waiting-document` */
  private async waiting(tx: Tx, documentKey: string): Promise<WaitingRow> {
    const row = await tx.waitingCost.findUnique({ where: { documentKey } });
    if (row) return row;
    throw new Refusal(
      'budgeting/unknown-waiting-document',
      `No document "${documentKey}" waits: it may have been posted meanwhile.`,
      { kind: 'not-found' },
    );
  }
}
