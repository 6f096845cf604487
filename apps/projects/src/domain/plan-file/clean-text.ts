/** Controls, marks that turn the reading direction, and halves of characters: nobody typed them on purpose. */
const UNWANTED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

export interface CleanText {
  readonly text: string;
  /** What was done to it, in words for a report; empty when it stands as it was. */
  readonly changes: readonly string[];
}

/** A name for one line: no controls, no line breaks, no blanks around it, at most `maxLength` characters. */
export function cleanName(raw: string, maxLength = 512): CleanText {
  const changes: string[] = [];
  const visible = raw.replace(UNWANTED, '');
  if (visible !== raw) changes.push('control characters were removed');
  const oneLine = visible.replace(/[\t\r\n\u2028\u2029]+/g, ' ');
  if (oneLine !== visible) changes.push('line breaks became blanks');
  const trimmed = oneLine.trim();
  if (trimmed !== oneLine) changes.push('blanks around it were removed');
  const characters = trimmed.length > maxLength ? [...trimmed] : [];
  if (characters.length <= maxLength) return { text: trimmed, changes };
  return {
    text: characters.slice(0, maxLength).join(''),
    changes: [...changes, `it was cut to ${maxLength} of ${characters.length} characters`],
  };
}

/** Text of several lines without controls. */
export function cleanLines(raw: string): CleanText {
  const text = raw.replace(UNWANTED, '').replace(/\r\n?/g, '\n');
  const changes =
    text.length === raw.replace(/\r\n?/g, '\n').length ? [] : ['control characters were removed'];
  return { text, changes };
}
