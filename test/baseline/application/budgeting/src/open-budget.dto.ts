import { IsNotEmpty, IsString } from 'class-validator';

export class OpenBudgetDto {
  @IsString()
  @IsNotEmpty()
  projectId!: string;
}
