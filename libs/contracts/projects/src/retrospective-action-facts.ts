import { IsString, IsUUID, Length, Matches } from 'class-validator';

/** What a team wants to do differently, who sees to it, and by when. */
export class RetrospectiveActionFacts {
  @IsUUID() readonly actionId!: string;

  @IsString() @Length(1, 500) readonly text!: string;

  @IsUUID() readonly ownerPersonId!: string;

  @IsString() @Length(1, 200) readonly ownerName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;
}
