import { Refusal } from '@meridian/refusal';

/** What must be true for a milestone to be accepted, and what shows it. */
export interface Criterion {
  readonly text: string;
  readonly evidence: string | null;
}

interface Judged {
  readonly name: string;
  readonly acceptedOn: string | null;
}

/** @throws Refusal `projects/milestone-accepted`, `projects/criterion-twice` */
export function requireSettable({ name, acceptedOn }: Judged, criteria: readonly Criterion[]): void {
  if (acceptedOn !== null) {
    throw new Refusal(
      'projects/milestone-accepted',
      `"${name}" was accepted on ${acceptedOn} by the criteria of that day; they no longer change.`,
    );
  }
  const texts = criteria.map(({ text }) => text.trim().toLowerCase());
  const twice = criteria.find((_, at) => texts.indexOf(texts[at] ?? '') < at);
  if (twice) {
    throw new Refusal('projects/criterion-twice', `"${twice.text}" is named twice; name it once.`, {
      kind: 'unprocessable',
    });
  }
}
