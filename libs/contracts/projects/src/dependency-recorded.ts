import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';
import { DEPENDENCY_STATES, type DependencyState } from './dependency-line.js';

/**
 * A dependency contract was offered or answered, or its forecast moved. `isAtRisk` says that the forecast of the giving task lies
 * after the day that both sides agreed on.
 */
export class DependencyRecorded {
  static readonly subject = 'events.projects.dependency-recorded.v1';
  static readonly aggregate = 'dependencyId';

  @IsUUID() readonly dependencyId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsUUID() readonly giverProjectId!: string;

  @IsUUID() readonly takerProjectId!: string;

  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsIn(DEPENDENCY_STATES) readonly state!: DependencyState;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly promisedOn?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly offeredOn?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastOn?: string;

  @IsBoolean() readonly isAtRisk!: boolean;
}
