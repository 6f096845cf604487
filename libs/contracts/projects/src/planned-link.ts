import { IsIn, IsInt, IsUUID } from 'class-validator';

/** A task of the same plan that another one waits for. */
export class PlannedLink {
  /** The task that goes before; a summary stands for all tasks in it. */
  @IsUUID() readonly taskId!: string;

  @IsIn(['FS', 'SS', 'FF', 'SF']) readonly kind!: 'FS' | 'SS' | 'FF' | 'SF';

  /** Working minutes between the two, negative for a lead. Elapsed time counts with the part of it that is worked. */
  @IsInt() readonly lagMinutes!: number;
}
