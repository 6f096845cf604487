import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { OwnPerson } from './own-person.js';

/** The caller's people by name. */
export class OwnPeopleFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnPerson)
  readonly people!: readonly OwnPerson[];
}
