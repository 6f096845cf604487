import type { Incompatibility } from './compatibility.js';
import type { ContractSchema } from './contract-schema.js';

/**
 * What the gate says about a contract it refuses: what was found, who would break, what to do instead.
 *
 * @param users the services that consume the event, or ask the request
 */
export function refusalText(
  released: ContractSchema,
  found: readonly Incompatibility[],
  users: readonly string[],
): string {
  const { subject, kind } = released['x-meridian'];
  const role = kind === 'event' ? 'Consumed by' : 'Asked by';
  const lines = found.map(
    ({ path, kind: what, found: text, breaks }) =>
      `  ${path === '' ? released.title : path}: ${text} (${what}).\n    Breaks ${breaks.join(', and ')}.`,
  );
  const next = nextMajor(released.title, subject);
  return [
    `${subject} no longer keeps what was released:`,
    ...lines,
    `  ${role}: ${users.length === 0 ? 'nobody in this repository' : users.join(', ')}.`,
    `  Take the change back, add an optional field instead, or leave ${released.title} as it is and publish`,
    `  ${next.title} on ${next.subject} beside it until its last user has moved.`,
  ].join('\n');
}

/** What the gate says about a released contract whose class is gone. */
export function goneText(path: string, released: ContractSchema, users: readonly string[]): string {
  const { subject } = released['x-meridian'];
  const by = users.length === 0 ? 'No service of this repository uses it.' : `Used by ${users.join(', ')}.`;
  return [
    `${subject} was released, and no class carries it any more (contract-removed). ${by}`,
    '  Bring the class back until its last user has moved and no outbox holds its events any more; then retire it by',
    `  deleting ${path} and its golden examples in a change of their own.`,
  ].join('\n');
}

/** `TaskProgressed` on `...v1` is followed by `TaskProgressedV2` on `...v2`. */
function nextMajor(title: string, subject: string): { readonly title: string; readonly subject: string } {
  const [, stem, major] = /^(.*\.v)(\d+)$/.exec(subject) ?? [];
  const next = Number(major) + 1;
  return { title: `${title.replace(/V\d+$/, '')}V${next}`, subject: `${stem}${next}` };
}
