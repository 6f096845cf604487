import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { AttentionList } from './attention-list.js';

/** What needs a person in the projects the caller may see. */
export class Attention {
  static readonly subject = 'requests.reporting.attention.v1';
  static readonly kind = 'query';
  static readonly answer = AttentionList;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit?: number;
}
