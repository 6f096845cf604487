import { IsIn, IsOptional, IsString } from 'class-validator';
import type { MissingPart } from './from-services.js';

/** A part of a page that is missing, as the API description shows it. */
export class Gap implements MissingPart {
  @IsString() readonly part!: string;
  @IsString() readonly service!: string;
  @IsIn(['unavailable', 'too-slow', 'refused', 'failed']) readonly reason!: MissingPart['reason'];
  /** Code of the refusal, when the service said no. */
  @IsOptional() @IsString() readonly code?: string;
}
