import { createHash } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call, Prepares } from '@meridian/bus';
import { ImportPlan, PlanImportReport } from '@meridian/contracts-projects';
import { importNotes, elementCounts } from '../domain/plan/import-notes.js';
import type { PlanReading } from '../domain/plan-file/plan-reading.js';
import { adoptFile, type AdoptedFigures } from '../persistence/adopt-file.js';
import type { Tx } from '../persistence/database.js';
import { lockManaged } from '../persistence/projects.js';
import { readPlanInWorker } from '../plan-worker/read-in-worker.js';

interface ReadPlan extends PlanReading {
  readonly contentHash: string;
}

/** A plan file becomes the plan of a project; the same file again changes nothing. */
@Controller()
export class ImportPlanCommand {
  @Prepares(ImportPlan)
  async read(@Payload() request: ImportPlan): Promise<ReadPlan> {
    const bytes = Buffer.from(request.contentBase64, 'base64');
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    return { ...(await readPlanInWorker(bytes, { fileName: request.fileName })), contentHash };
  }

  @Answers(ImportPlan)
  async handle(@Payload() request: ImportPlan, @Ctx() call: Call<Tx, ReadPlan>): Promise<PlanImportReport> {
    const { tx, prepared } = call;
    const { projectId } = request;
    const project = await lockManaged(tx, projectId, call.claims);
    const before = await tx.plan.findUnique({ where: { projectId } });
    if (before?.contentHash === prepared.contentHash) {
      return { ...(before.report as unknown as PlanImportReport), isUnchanged: true };
    }
    const { report } = await adoptFile(call, {
      project,
      before,
      file: prepared.plan,
      contentHash: prepared.contentHash,
      source: request.fileName,
      reportOf: (figures) => reportOf(prepared, figures),
    });
    return report;
  }
}

function reportOf(
  { report, plan: file }: ReadPlan,
  { taken, tasks: _, ...figures }: AdoptedFigures,
): PlanImportReport {
  return {
    ...figures,
    isUnchanged: false,
    inFile: elementCounts(report, 'inFile'),
    read: elementCounts(report, 'read'),
    notes: importNotes(report, file, taken.notes),
  };
}
