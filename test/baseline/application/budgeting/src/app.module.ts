import { Module } from '@nestjs/common';
import { BudgetsController } from './budgets.controller.js';
import { BudgetsService } from './budgets.service.js';
import { HealthController } from './health.controller.js';
import { PrismaService } from './prisma.service.js';

@Module({
  controllers: [BudgetsController, HealthController],
  providers: [BudgetsService, PrismaService],
})
export class AppModule {}
