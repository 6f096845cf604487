import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call, Prepares } from '@meridian/bus';
import {
  ImportPortfolio,
  PortfolioImported,
  PortfolioImportReport,
  ProjectRecorded,
} from '@meridian/contracts-projects';
import { portfolioMappingOf } from '../domain/portfolio-file/portfolio-mapping-of.js';
import type { PortfolioMapping } from '../domain/portfolio-file/portfolio-mapping.js';
import type { PortfolioReading } from '../domain/portfolio-file/read-portfolio-file.js';
import type { Tx } from '../persistence/database.js';
import { takeRows } from '../persistence/portfolio-records.js';
import { projectFact } from '../persistence/projects.js';
import { beginListed, stepBy } from '../persistence/stage-changes.js';
import { lockTree, placeByName } from '../persistence/tree.js';
import { readPortfolioInWorker } from '../plan-worker/read-in-worker.js';

interface ReadList {
  readonly mapping: PortfolioMapping;
  readonly reading: PortfolioReading;
}

/** Rows that can be read go in, the others are listed; the same list again changes nothing. */
@Controller()
export class ImportPortfolioCommand {
  @Prepares(ImportPortfolio)
  async read(@Payload() request: ImportPortfolio): Promise<ReadList> {
    const mapping = portfolioMappingOf(request.mapping);
    const bytes = Buffer.from(request.contentBase64, 'base64');
    return { mapping, reading: await readPortfolioInWorker(bytes, request.fileName, mapping) };
  }

  @Answers(ImportPortfolio)
  async handle(
    @Payload() request: ImportPortfolio,
    @Ctx() call: Call<Tx, ReadList>,
  ): Promise<PortfolioImportReport> {
    const { mapping, reading } = call.prepared;
    const currency = mapping.fields.wholeLifeCost?.currency ?? 'EUR';
    await lockTree(call.tx);
    const { changed, ...counts } = await takeRows(call.tx, reading.rows, {
      portfolio: request.portfolio,
      currency,
      now: call.now,
      newId: call.newId,
    });
    const reason = `In the list ${request.fileName}.`;
    const added = changed.filter(({ version }) => version === 1);
    await placeByName(call.tx, added, call.newId);
    await beginListed(added, { reason, ...stepBy(call.claims) }, call);
    const importId = call.newId();
    const rowsRead = reading.rows.length + reading.unreadable.length;
    for (const project of changed) await call.announce(ProjectRecorded, projectFact(project));
    if (counts.unchanged < reading.rows.length) {
      await call.announce(PortfolioImported, {
        importId,
        fileName: request.fileName,
        snapshots: [...new Set(reading.rows.map((row) => row.snapshot.label))],
        rowsRead,
        ...counts,
        unreadable: reading.unreadable.length,
      });
    }
    const unreadable = reading.unreadable.map((row) => ({ ...row, column: row.column || '(whole line)' }));
    return { importId, rowsRead, ...counts, unreadable, warnings: [...reading.warnings] };
  }
}
