import type { Bug } from './bug.js';
import { CURSOR_BUGS } from './cursor-bugs.js';
import { INBOX_BUGS } from './inbox-bugs.js';
import { OWNER_BUGS } from './owner-bugs.js';
import { REDRIVE_BUGS } from './redrive-bugs.js';
import { RELAY_BUGS } from './relay-bugs.js';
import { RELAY_RECORD_BUGS } from './relay-record-bugs.js';
import { STREAM_BUGS } from './stream-bugs.js';
import { SWEEP_BUGS } from './sweep-bugs.js';
import { TRANSACTION_BUGS } from './transaction-bugs.js';

export const BUGS: readonly Bug[] = [
  ...OWNER_BUGS,
  ...RELAY_BUGS,
  ...RELAY_RECORD_BUGS,
  ...STREAM_BUGS,
  ...CURSOR_BUGS,
  ...TRANSACTION_BUGS,
  ...INBOX_BUGS,
  ...SWEEP_BUGS,
  ...REDRIVE_BUGS,
];

export function bugNamed(name: string): Bug {
  const bug = BUGS.find((one) => one.name === name);
  if (bug) return bug;
  throw new Error(`"${name}" is none of the planted mistakes: ${BUGS.map((one) => one.name).join(', ')}.`);
}
