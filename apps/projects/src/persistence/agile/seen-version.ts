import { Refusal } from '@meridian/refusal';

/** @throws Refusal `projects/version-conflict` when the caller saw another version */
export function requireSeenVersion(what: string, version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The ${what} was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}
