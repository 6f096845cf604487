import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** What becomes of a candidate when the scenario is approved, against the scenario that is in force. */
export class ScenarioChange {
  @IsString() @Length(1, 60) readonly candidateId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsIn(['begin', 'stop', 'move', 'keep']) readonly change!: 'begin' | 'stop' | 'move' | 'keep';

  /** Name of the period in which it is to start. */
  @IsOptional() @IsString() @Length(1, 30) readonly startsIn?: string;

  /** Name of the period in which it was to start so far. */
  @IsOptional() @IsString() @Length(1, 30) readonly startedIn?: string;
}
