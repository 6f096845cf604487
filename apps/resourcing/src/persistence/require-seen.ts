import { Refusal } from '@meridian/refusal';

/** Refuses when the caller saw another version of the record; a caller who says none takes it as it is. */
export function requireSeen(record: string, version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'resourcing/version-conflict',
    `The ${record} was changed since you read it (it is at version ${version} now); read it again.`,
    { kind: 'stale-version', details: { version } },
  );
}
