import { Refusal } from '@meridian/refusal';

/** Refuses when the caller saw another version of the record; a caller who says none takes it as it is. */
export function requireVersion(
  record: 'gate' | 'decision',
  version: number,
  expected: number | undefined,
): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'governance/version-conflict',
    `The ${record} was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}
