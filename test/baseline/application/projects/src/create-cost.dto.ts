import { IsNotEmpty, IsNumberString, IsString } from 'class-validator';

export class CreateCostDto {
  /** Cents, in digits. */
  @IsNumberString({ no_symbols: true })
  amountMinor!: string;

  @IsString()
  @IsNotEmpty()
  reference!: string;
}
