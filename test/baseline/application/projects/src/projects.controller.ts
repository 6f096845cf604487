import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { CreateCostDto } from './create-cost.dto.js';
import { ProjectsService } from './projects.service.js';
import { ReportProgressDto } from './report-progress.dto.js';

@Controller('projects/:projectId')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Post('costs')
  createCost(@Param('projectId') projectId: string, @Body() cost: CreateCostDto) {
    return this.projects.createCost(projectId, cost);
  }

  @Patch('tasks/:taskId/progress')
  reportProgress(
    @Param('projectId') projectId: string,
    @Param('taskId') taskId: string,
    @Body() report: ReportProgressDto,
  ) {
    return this.projects.reportProgress(projectId, taskId, report);
  }
}
