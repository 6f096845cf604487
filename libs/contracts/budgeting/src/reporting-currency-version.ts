import { IsInt, IsString, Length, Min } from 'class-validator';

/** In which currency and with which rates a portfolio is reported was set. */
export class ReportingCurrencyVersion {
  @IsString() @Length(1, 200) readonly portfolio!: string;

  @IsInt() @Min(1) readonly version!: number;
}
