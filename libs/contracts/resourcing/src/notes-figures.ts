import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { NoteLine } from './note-line.js';

/** Notes of the caller's talks, the last day first. */
export class NotesFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NoteLine)
  readonly notes!: readonly NoteLine[];
}
