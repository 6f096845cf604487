import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { RAID_KINDS, type RaidKind } from './raid-facts.js';
import { RaidRegister } from './raid-register.js';

/** Risks, assumptions, issues and dependencies of a project. */
export class ProjectRaid {
  static readonly subject = 'requests.projects.project-raid.v1';
  static readonly kind = 'query';
  static readonly answer = RaidRegister;

  @IsUUID() readonly projectId!: string;

  @IsOptional() @IsIn(RAID_KINDS) readonly kind?: RaidKind;
}
