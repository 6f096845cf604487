import { IsInt, IsUUID, Max, Min } from 'class-validator';

/** A task that a risk prolongs when it happens: by how much at best, most likely and at worst, in minutes as its duration counts them. */
export class RaidHit {
  @IsUUID() readonly taskId!: string;

  @IsInt()
  @Min(0)
  @Max(10_000_000)
  readonly lowMinutes!: number;

  @IsInt()
  @Min(0)
  @Max(10_000_000)
  readonly likelyMinutes!: number;

  @IsInt()
  @Min(0)
  @Max(10_000_000)
  readonly highMinutes!: number;
}
