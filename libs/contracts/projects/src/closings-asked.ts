import { Type } from 'class-transformer';
import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { AskedClosing } from './asked-closing.js';

/** Which projects ask now what keeps them from being closed. */
export class ClosingsAsked {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AskedClosing)
  readonly asked!: readonly AskedClosing[];

  /** Projects that are still to ask: another go asks for them. */
  @IsInt() @Min(0) readonly remaining!: number;
}
