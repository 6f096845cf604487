import { IsInt, IsNumberString, IsString } from 'class-validator';

export class CostCreatedDto {
  @IsInt()
  costId!: number;

  @IsString()
  projectId!: string;

  /** Cents, in digits. */
  @IsNumberString({ no_symbols: true })
  amountMinor!: string;
}
