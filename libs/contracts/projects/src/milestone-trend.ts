import { IsUUID } from 'class-validator';
import { MilestoneTrendChart } from './milestone-trend-chart.js';

/** Milestone trend analysis of a project. */
export class MilestoneTrend {
  static readonly subject = 'requests.projects.milestone-trend.v1';
  static readonly kind = 'query';
  static readonly answer = MilestoneTrendChart;

  @IsUUID() readonly projectId!: string;
}
