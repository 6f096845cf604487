import { Body, Controller, Post } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { BudgetsService } from './budgets.service.js';
import { CostCreatedDto } from './cost-created.dto.js';
import { OpenBudgetDto } from './open-budget.dto.js';
import { ProgressReportedDto } from './progress-reported.dto.js';

@Controller('budgets')
export class BudgetsController {
  constructor(private readonly budgets: BudgetsService) {}

  @Post()
  open(@Body() { projectId }: OpenBudgetDto) {
    return this.budgets.open(projectId);
  }

  @EventPattern('cost_created')
  onCostCreated(@Payload() event: CostCreatedDto) {
    return this.budgets.addCost(event);
  }

  @EventPattern('progress_reported')
  onProgressReported(@Payload() event: ProgressReportedDto) {
    return this.budgets.setProgress(event);
  }
}
