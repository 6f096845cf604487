import { IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { OfferedTemplate } from './offered-template.js';

/** What a later version of the template that a project was made from offers it, line by line. */
export class TemplateOffer {
  static readonly subject = 'requests.projects.template-offer.v1';
  static readonly kind = 'query';
  static readonly answer = OfferedTemplate;

  @IsUUID() readonly projectId!: string;

  /** The latest when absent. */
  @IsOptional() @IsInt() @Min(2) readonly toVersion?: number;
}
