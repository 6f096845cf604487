import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';

/** Why a task cannot start a day earlier than proposed. */
export class MoveReason {
  /**
   * `resource`: a person or a role has no room, other work has it. `link`: the task it waits for moved. `absence`: the
   * person is away. `smoothing`: it could, but the load would be less even.
   */
  @IsIn(['resource', 'link', 'absence', 'smoothing']) readonly kind!:
    'resource' | 'link' | 'absence' | 'smoothing';

  @IsString() @Length(1, 1000) readonly sentence!: string;

  /** The person or role without room. */
  @IsOptional() @IsString() @MaxLength(300) readonly resourceName?: string;

  /** Monday of the week in which there is no room. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart?: string;

  /** The task that has the room, or that is waited for; left out when the person may not see its project. */
  @IsOptional() @IsUUID() readonly taskId?: string;

  /** Whose work goes first. */
  @IsOptional() @IsUUID() readonly projectId?: string;
}
