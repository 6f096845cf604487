import { Inject, Injectable, Logger } from '@nestjs/common';
import { ClientProxy } from '@nestjs/microservices';
import type { CreateCostDto } from './create-cost.dto.js';
import { PrismaService } from './prisma.service.js';
import type { ReportProgressDto } from './report-progress.dto.js';

@Injectable()
export class ProjectsService {
  private readonly logger = new Logger(ProjectsService.name);

  constructor(
    private readonly prisma: PrismaService,
    @Inject('EVENTS') private readonly events: ClientProxy,
  ) {}

  async createCost(projectId: string, { amountMinor, reference }: CreateCostDto) {
    const cost = await this.prisma.cost.create({
      data: { projectId, reference, amountMinor: BigInt(amountMinor) },
    });
    this.emit('cost_created', { costId: cost.id, projectId, amountMinor });
    return { costId: cost.id };
  }

  async reportProgress(projectId: string, taskId: string, { percentComplete, reference }: ReportProgressDto) {
    const report = await this.prisma.$transaction(async (tx) => {
      await tx.task.upsert({
        where: { id: taskId },
        create: { id: taskId, projectId, percentComplete },
        update: { percentComplete },
      });
      return tx.progressReport.create({ data: { taskId, reference, percentComplete } });
    });
    this.emit('progress_reported', { reportId: report.id, projectId, taskId, percentComplete });
    return { reportId: report.id };
  }

  private emit(pattern: string, event: object): void {
    this.events.emit(pattern, event).subscribe({
      error: (reason: unknown) => this.logger.error(`${pattern} was not sent: ${String(reason)}`),
    });
  }
}
