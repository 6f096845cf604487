import { IsInt, IsUUID, Min } from 'class-validator';

/** The node as it is now. */
export class BudgetNodeVersion {
  @IsUUID() readonly nodeId!: string;

  @IsInt() @Min(1) readonly version!: number;
}
