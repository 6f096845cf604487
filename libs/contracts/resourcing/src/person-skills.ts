import { IsOptional, IsUUID } from 'class-validator';
import { PersonSkillsFigures } from './person-skills-figures.js';

/** What somebody can do, with its history: the own skills, or those of somebody the caller decides for. */
export class PersonSkills {
  static readonly subject = 'requests.resourcing.person-skills.v1';
  static readonly kind = 'query';
  static readonly answer = PersonSkillsFigures;

  /** The caller unless told. */
  @IsOptional() @IsUUID() readonly personId?: string;
}
