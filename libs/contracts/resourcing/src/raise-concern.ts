import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { CONFIDENTIALITY, type Confidentiality } from './concern-kinds.js';
import { Recorded } from './recorded.js';

/** Something that troubles somebody, to be answered by a day by those who may read it. */
export class RaiseConcern {
  static readonly subject = 'requests.resourcing.raise-concern.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsIn(CONFIDENTIALITY) readonly confidentiality!: Confidentiality;

  /** For `named-person`. */
  @IsOptional() @IsUUID() readonly namedPersonId?: string;

  @IsString() @Length(1, 200) readonly title!: string;

  @IsString() @Length(1, 10_000) readonly text!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly answerBy!: string;
}
