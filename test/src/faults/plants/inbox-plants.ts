import { NOTHING_PUBLISHED_AGAIN, STREAM_ALONE } from './lost-safeguards.js';
import type { Plant } from './plant.js';

const RULES = 'libs/bus/dist/protocol/cursor-rules.js';
const LANE = 'libs/bus/dist/protocol/lane.js';
const TAKING = 'libs/bus/dist/inbox/taking.js';
const TAKE_EVENTS = 'libs/bus/dist/inbox/take-events.js';
const CURSORS = 'libs/bus/dist/inbox/cursor-table.js';
const INBOX = 'libs/bus/dist/inbox/owner-inbox.js';

/** Mistakes of a consumer. */
export const INBOX_PLANTS: readonly Plant[] = [
  {
    name: 'cursor-apart-from-effect',
    says: 'the cursor is committed in a transaction of its own, before the effect',
    changes: [
      {
        file: CURSORS,
        from: 'ORDER BY aggregate_id FOR UPDATE\n), made',
        to: 'ORDER BY aggregate_id\n), made',
      },
      {
        file: TAKE_EVENTS,
        from: 'passed.left, options',
        to: 'passed.left, { ...options, apart: database }',
      },
      { file: TAKING, from: 'lockCursors(this.sql,', to: 'lockCursors(this.options.apart ?? this.sql,' },
      {
        file: TAKING,
        from: 'const reaction = this.options.reactions.get(event.type);',
        to:
          "const { saveCursors } = await import('./cursor-table.js');\n" +
          '        const moved = { ...advance(cursor, event), parkedSequence: null, heldSequence: null, incarnation: event.incarnation };\n' +
          '        if (this.options.apart) await saveCursors(this.options.apart, event.source, new Map([[event.aggregateId, moved]]));\n' +
          '        const reaction = this.options.reactions.get(event.type);',
      },
    ],
    kinds: ['database killed', 'database restarted immediately', 'database sessions ended'],
    steps: 12,
    seed: 35,
  },
  {
    name: 'duplicate-check-left-out',
    says: 'an event that was taken before is taken again',
    changes: [
      {
        file: RULES,
        from: "if (event.sequence < cursor.sequence)\n        return 'duplicate';\n    if (event.eventId === cursor.eventId)\n        return 'duplicate';",
        to: "if (event.sequence <= cursor.sequence)\n        return cursor.parkedSequence === null ? 'next' : 'held';",
      },
    ],
    kinds: ['old messages again'],
    steps: 5,
    seed: 321,
  },
  {
    name: 'acknowledged-before-commit',
    says: 'messages are acknowledged when they arrive, before anything is committed',
    changes: [
      {
        file: INBOX,
        from: 'const arrival = await readMessage(message, this.source, token);',
        to: 'const arrival = await readMessage(message, this.source, token);\n            message.ack();',
      },
    ],
    given: [STREAM_ALONE],
    kinds: ['service killed', 'database killed'],
    steps: 8,
    seed: 657,
  },
  {
    name: 'gap-ignored',
    says: 'an event is taken although others before it are missing',
    changes: [
      {
        file: RULES,
        from: "if (event.sequence > cursor.sequence + 1)\n        return 'gap';",
        to: "if (event.sequence > cursor.sequence + 1)\n        return 'next';",
      },
    ],
    kinds: ['garbage on event subjects', 'broker disk deleted', 'service paused'],
    steps: 12,
    seed: 1,
  },
  {
    name: 'redelivered-out-of-order',
    says: 'the number of an event is not looked at: what is delivered takes effect, in whatever order it comes',
    changes: [
      {
        file: RULES,
        from: "if (event.sequence < cursor.sequence)\n        return 'duplicate';\n    if (event.eventId",
        to: 'if (event.eventId',
      },
      {
        file: RULES,
        from: "if (event.sequence === cursor.sequence)\n        return 'diverged';\n    if (event.sequence > cursor.sequence + 1)\n        return 'gap';\n    return event.previousId === cursor.eventId ? 'next' : 'diverged';",
        to: "return 'next';",
      },
      {
        file: RULES,
        from: 'return { ...cursor, sequence: event.sequence,',
        to: 'return { ...cursor, sequence: Math.max(cursor.sequence, event.sequence),',
      },
      { file: LANE, from: 'waiting[at - 1].sequence > arrival.sequence', to: 'false' },
      { file: LANE, from: 'lane.waiting.sort((one, other) => one.sequence - other.sequence);', to: '' },
    ],
    kinds: ['old messages again', 'database killed'],
    steps: 6,
    seed: 744,
  },
  {
    name: 'anti-entropy-off',
    says: 'neither what was taken is compared with the record of its owner nor what is missing asked for',
    changes: [STREAM_ALONE],
    given: [NOTHING_PUBLISHED_AGAIN],
    kinds: ['broker disk deleted', 'service paused'],
    steps: 8,
    seed: 2993,
  },
];
