import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsNumber, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { SprintVelocity } from './sprint-velocity.js';

/** Points done per closed sprint. */
export class Velocity {
  /** The last twelve closed sprints, oldest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SprintVelocity)
  readonly sprints!: readonly SprintVelocity[];

  /** Over how many sprints mean and range go: the last three, fewer while there are fewer. */
  @IsInt()
  @Min(0)
  @Max(3)
  readonly sprintCount!: number;

  /** Mean of the points done; absent while it is not available. */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0)
  readonly meanPoints?: number;

  @IsOptional() @IsInt() @Min(0) readonly lowPoints?: number;

  @IsOptional() @IsInt() @Min(0) readonly highPoints?: number;

  /** Why there is none: no sprint was closed yet. */
  @IsOptional() @IsIn(['no-closed-sprint']) readonly notAvailable?: 'no-closed-sprint';
}
