import { Injectable } from '@nestjs/common';
import type { CostCreatedDto } from './cost-created.dto.js';
import { PrismaService } from './prisma.service.js';
import type { ProgressReportedDto } from './progress-reported.dto.js';

@Injectable()
export class BudgetsService {
  constructor(private readonly prisma: PrismaService) {}

  async open(projectId: string) {
    await this.prisma.budget.create({ data: { projectId } });
    return { projectId };
  }

  async addCost({ costId, projectId, amountMinor }: CostCreatedDto): Promise<void> {
    await this.prisma.$transaction(async (tx) => {
      const budget = await tx.budget.findUniqueOrThrow({ where: { projectId } });
      await tx.costEntry.create({ data: { costId, projectId, amountMinor: BigInt(amountMinor) } });
      await tx.budget.update({
        where: { projectId },
        data: { actualMinor: budget.actualMinor + BigInt(amountMinor), costs: budget.costs + 1 },
      });
    });
  }

  async setProgress({ reportId, projectId, taskId, percentComplete }: ProgressReportedDto): Promise<void> {
    await this.prisma.$transaction(async (tx) => {
      await tx.progressEntry.create({ data: { reportId, taskId, percentComplete } });
      await tx.taskStatus.upsert({
        where: { taskId },
        create: { taskId, projectId, percentComplete },
        update: { percentComplete },
      });
    });
  }
}
