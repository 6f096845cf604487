import { IsBoolean, IsString, IsUUID, Length } from 'class-validator';

/** A check that a milestone should carry. */
export class PlannedCheck {
  @IsUUID() readonly milestoneId!: string;

  @IsString() @Length(1, 300) readonly title!: string;

  @IsBoolean() readonly isMandatory!: boolean;
}
