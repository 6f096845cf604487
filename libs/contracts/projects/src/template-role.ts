import { IsIn, IsInt, IsNumber, IsString, Length, Min } from 'class-validator';

/** Who or what a task of a template needs. */
export class TemplateRole {
  @IsString() @Length(1, 300) readonly role!: string;

  @IsIn(['work', 'material', 'cost']) readonly kind!: 'work' | 'material' | 'cost';

  @IsNumber() readonly unitsPercent!: number;

  @IsInt() @Min(0) readonly workMinutes!: number;
}
