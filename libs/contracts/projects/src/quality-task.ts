import { IsString, IsUUID, Length } from 'class-validator';

/** A task behind a figure. */
export class QualityTask {
  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsString() @Length(1, 500) readonly name!: string;
}
