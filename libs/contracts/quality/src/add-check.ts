import { IsBoolean, IsString, IsUUID, Length } from 'class-validator';
import { Recorded } from './recorded.js';

/** Adds a quality check to a milestone. */
export class AddCheck {
  static readonly subject = 'requests.quality.add-check.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly milestoneId!: string;

  @IsString() @Length(1, 300) readonly title!: string;

  @IsBoolean() readonly isMandatory!: boolean;
}
