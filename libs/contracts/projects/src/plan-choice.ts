import { IsString, Length } from 'class-validator';

/** A thing of a plan that one may choose. */
export class PlanChoice {
  @IsString() @Length(1, 100) readonly key!: string;

  @IsString() @Length(1, 600) readonly name!: string;
}
