import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** A project promises another one what a task of it delivers, by a day. The other project accepts, rejects or renegotiates. */
export class OfferDependency {
  static readonly subject = 'requests.projects.offer-dependency.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** The project that gives. */
  @IsUUID() readonly projectId!: string;

  /** The task or milestone that delivers. */
  @IsUUID() readonly taskId!: string;

  /** The project that gets. */
  @IsUUID() readonly toProjectId!: string;

  /** What is given; the name of the task when absent. */
  @IsOptional() @IsString() @Length(1, 300) readonly name?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly promisedOn!: string;

  @IsOptional() @IsString() @Length(1, 1000) readonly note?: string;
}
