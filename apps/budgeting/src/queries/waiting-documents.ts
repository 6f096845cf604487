import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { WaitingDocument, WaitingDocumentList, WaitingDocuments } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import type { CostDocument } from '../domain/cost/cost-document.js';
import { requireApproverRole } from '../access/may-change-money.js';
import { Database } from '../persistence/database.js';
import type { WaitingRow } from '../persistence/waiting-costs.js';
import { lastRetries } from '../persistence/waiting-retries.js';
import type { WaitingRetry } from '../persistence/waiting-retries.js';

const MOST = 500;

/** A project's documents are shown to its manager; all of them, also of unknown projects, to who answers for all money. */
@Controller()
export class WaitingDocumentsQuery {
  constructor(private readonly database: Database) {}

  @Answers(WaitingDocuments)
  async handle(
    @Payload() { projectId }: WaitingDocuments,
    @Ctx() { claims }: Asking,
  ): Promise<WaitingDocumentList> {
    if (projectId === undefined) {
      requireApproverRole(claims);
      return this.waiting({});
    }
    const project = await this.database.project.findUnique({ where: { projectId } });
    requireManager(claims, project);
    return this.waiting({ projectCode: project?.code ?? '' });
  }

  private async waiting(where: { readonly projectCode?: string }): Promise<WaitingDocumentList> {
    const rows = await this.database.waitingCost.findMany({
      where,
      orderBy: { position: 'asc' },
      take: MOST,
    });
    const retries = await lastRetries(
      this.database,
      rows.map(({ documentKey }) => documentKey),
    );
    return { documents: rows.map((row) => onWire(row, retries.get(row.documentKey))) };
  }
}

function onWire(
  row: WaitingRow,
  retry: Pick<WaitingRetry, 'retriedAt' | 'byName'> | undefined,
): WaitingDocument {
  const { documentKey, projectCode, amountMinor, currency, reason, sentence, receivedAt } = row;
  const { postedOn } = row.document as unknown as CostDocument;
  return {
    document: documentKey,
    projectCode,
    amountMinor: minorToWire(amountMinor),
    currency,
    postedOn,
    reason,
    ...(sentence === null ? {} : { sentence }),
    receivedAt: receivedAt.toISOString(),
    ...(retry === undefined ? {} : { retriedAt: retry.retriedAt.toISOString(), retriedBy: retry.byName }),
  };
}
