import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Answers, madeUpCursor, recordOfCursor } from '@meridian/bus';
import { InboundPage, InboundRecords } from '@meridian/contracts-connectors';
import { Database } from '../persistence/database.js';

const PAGE = 50;

@Controller()
export class InboundRecordsQuery {
  constructor(private readonly database: Database) {}

  /** Newest first; the cursor is the last record seen. */
  @Answers(InboundRecords)
  async handle(@Payload() request: InboundRecords): Promise<InboundPage> {
    const limit = request.limit ?? PAGE;
    const cursor = await this.placeOf(request.cursor);
    const rows = await this.database.inboundEvent.findMany({
      ...(request.verdict === undefined ? {} : { where: { verdict: request.verdict } }),
      ...(cursor && { cursor, skip: 1 }),
      orderBy: [{ receivedAt: 'desc' }, { recordId: 'desc' }],
      take: limit + 1,
    });
    const records = rows.slice(0, limit).map((row) => ({
      recordId: row.recordId,
      source: row.source,
      id: row.eventId,
      type: row.type,
      receivedAt: row.receivedAt.toISOString(),
      verdict: row.verdict,
      ...(row.reason === null ? {} : { reason: row.reason }),
    }));
    const last = records.at(-1);
    return { records, ...(rows.length > limit && last ? { nextCursor: last.recordId } : {}) };
  }

  private async placeOf(cursor: string | undefined): Promise<{ recordId: string } | undefined> {
    const recordId = recordOfCursor(cursor);
    if (recordId === undefined) return undefined;
    const found = await this.database.inboundEvent.findUnique({
      where: { recordId },
      select: { recordId: true },
    });
    if (!found) throw madeUpCursor(recordId);
    return found;
  }
}
