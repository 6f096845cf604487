import { IsBoolean, IsString, Length } from 'class-validator';

/** Something that a site needs before work begins there. */
export class ReadinessItem {
  @IsString() @Length(1, 300) readonly text!: string;

  @IsBoolean() readonly isDone!: boolean;
}
