import { IsIn, IsInt, IsNumber, IsOptional, Min } from 'class-validator';

export const UTILISATION_BASES = ['gross', 'net-of-leave', 'logged'] as const;

/** Time logged for projects as a share of the time that the basis names. */
export class UtilisationFigure {
  /** All working time of the employment, that without leave, or all that was logged. */
  @IsIn(UTILISATION_BASES) readonly basis!: (typeof UTILISATION_BASES)[number];

  /** The denominator. */
  @IsInt() @Min(0) readonly ofMinutes!: number;

  /** One decimal; absent where there is nothing to measure against. */
  @IsOptional() @IsNumber() readonly percent?: number;
}
