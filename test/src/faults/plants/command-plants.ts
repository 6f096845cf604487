import type { Plant } from './plant.js';

const COMMAND = 'libs/bus/dist/requests/answer-command.js';

/** Mistakes around the transaction of a command. */
export const COMMAND_PLANTS: readonly Plant[] = [
  {
    name: 'answer-apart-from-command',
    says: 'the answer of a command is not stored in its transaction',
    changes: [
      {
        file: COMMAND,
        from: 'await announcements.flushWithAnswer(sql, { key, subject, fingerprint: print, answer });',
        to: 'await announcements.flush(sql);',
      },
    ],
    kinds: ['service killed', 'connections reset'],
    steps: 9,
    seed: 3334,
  },
  {
    name: 'answered-before-commit',
    says: 'a command is answered before its transaction is committed',
    changes: [
      {
        file: COMMAND,
        from: 'return inTransaction(database, (tx, sql) => runCommand(tx, sql, command), limits);',
        to:
          'return new Promise((answered, failed) => {\n' +
          '        const run = async (tx, sql) => { const done = await runCommand(tx, sql, command); answered(done); return done; };\n' +
          '        inTransaction(database, run, limits).catch(failed);\n    });',
      },
    ],
    kinds: ['database killed', 'database restarted immediately', 'database sessions ended'],
    steps: 10,
    seed: 1,
  },
];
