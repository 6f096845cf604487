import { IsString, IsUUID, Length } from 'class-validator';

/** A person by name. */
export class NamedPerson {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;
}
