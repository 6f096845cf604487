import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { InboundLine } from './inbound-line.js';

/** A page of received events. */
export class InboundPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => InboundLine)
  readonly records!: readonly InboundLine[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly nextCursor?: string;
}
