import { IsInt, IsUUID, Min } from 'class-validator';

/** What a closed sprint committed to and what it did. */
export class SprintVelocity {
  @IsUUID() readonly sprintId!: string;

  @IsInt() @Min(1) readonly number!: number;

  @IsInt() @Min(0) readonly committedPoints!: number;

  @IsInt() @Min(0) readonly donePoints!: number;
}
