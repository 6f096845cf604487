import type { RelayEffect, RelayInput, RelayState } from '../../protocol/relay-protocol.js';
import type { Rules } from '../rules.js';
import type { Bug } from './bug.js';
import { among, given, inRules } from './bug.js';
import { NO_HOURLY_LOOK } from './lost-safeguards.js';

/** Mistakes in the relay's decisions. */
export const RELAY_BUGS: readonly Bug[] = [
  inRules('no-idle-check', 'an idle relay never compares the stream with its records', (rules) => {
    heard(rules, (input) => (input.kind === 'rested' ? { kind: 'rested', why: 'woken' } : input));
  }),
  inRules(
    'republishes-nothing-after-wipe',
    'a new stream is taken over as if all sent before were safe',
    (rules) => {
      asked(rules, (effect) =>
        effect.kind === 'adopt' && effect.confirmed === 0
          ? { ...effect, keepUpTo: Number.MAX_SAFE_INTEGER }
          : effect,
      );
    },
  ),
  inRules('tail-not-returned', 'events of a lost tail stay marked as sent', (rules) => {
    asked(rules, (effect, state, input) => {
      const isTail =
        effect.kind === 'adopt' &&
        input.kind === 'inspected' &&
        input.inspection.record.epoch === effect.epoch;
      return isTail ? { ...effect, keepUpTo: Number.MAX_SAFE_INTEGER } : effect;
    });
  }),
  inRules('epoch-ignored', 'a wiped stream that has grown again is taken for the old one', (rules) => {
    heard(rules, (input) => {
      if (input.kind !== 'inspected' || input.inspection.record.epoch === null) return input;
      const { record, epoch } = input.inspection;
      return { kind: 'inspected', inspection: { ...input.inspection, record: { ...record, epoch } } };
    });
  }),
  inRules(
    'no-reconciliation',
    'messages beyond the records are passed over as if they were ours',
    (rules) => {
      heard(rules, (input) => {
        if (input.kind !== 'inspected') return input;
        const { record, lastSequence, lastEventId } = input.inspection;
        const sent = { streamSequence: lastSequence, eventId: lastEventId ?? '' };
        const isBeyond =
          record.epoch === input.inspection.epoch &&
          Math.max(record.sent?.streamSequence ?? 0, record.confirmed) < lastSequence;
        return isBeyond
          ? { kind: 'inspected', inspection: { ...input.inspection, record: { ...record, sent } } }
          : input;
      });
    },
  ),
  inRules(
    'duplicate-believed',
    'an answer from another place than expected marks the event as sent',
    (rules) => {
      const { stepRelay } = rules;
      rules.stepRelay = (state, input) => {
        const step = stepRelay(state, input);
        if (input.kind !== 'published' || !step.state.distrusts) return step;
        const marks = state.batch.flatMap((event, index) => {
          const acknowledgement = input.acknowledgements[index] ?? null;
          return acknowledgement === null ? [] : [{ ...event, ...acknowledgement }];
        });
        return {
          state: { ...step.state, batch: state.batch },
          effect: { kind: 'mark', marks, broken: true },
        };
      };
    },
  ),
  among(
    ['tail-replaced', 'take-over', 'zombie-relay'],
    false,
    inRules(
      'duplicate-proves-chain',
      'a duplicate in the right place is taken for a new message',
      (rules) => {
        heard(rules, (input) =>
          input.kind === 'published'
            ? {
                kind: 'published',
                acknowledgements: input.acknowledgements.map((one) => one && { ...one, isDuplicate: false }),
              }
            : input,
        );
      },
    ),
  ),
  inRules(
    'length-alone-trusted',
    'a stream is trusted by its length: neither its life nor its last messages count',
    (rules) => {
      heard(rules, (input) => {
        if (input.kind === 'reconciled') return { ...input, replaced: false };
        if (input.kind !== 'inspected' || input.inspection.record.epoch === null) return input;
        const { record, epoch } = input.inspection;
        const inspection = { ...input.inspection, lastEventId: null, record: { ...record, epoch } };
        return { kind: 'inspected', inspection };
      });
    },
  ),
  inRules(
    'same-length-trusted',
    'a stream of the same length is trusted whatever its last message is',
    (rules) => {
      heard(rules, (input) =>
        input.kind === 'inspected'
          ? { kind: 'inspected', inspection: { ...input.inspection, lastEventId: null } }
          : input,
      );
    },
  ),
  inRules('keeps-one-too-many', 'the low-water mark after a wipe is one too high', (rules) => {
    asked(rules, (effect) =>
      effect.kind === 'adopt' ? { ...effect, keepUpTo: effect.keepUpTo + 1 } : effect,
    );
  }),
  inRules('silence-is-success', 'a publish without acknowledgement counts as published', (rules) => {
    heard(rules, (input, state) =>
      input.kind === 'published'
        ? {
            kind: 'published',
            acknowledgements: input.acknowledgements.map(
              (one, index) => one ?? { streamSequence: state.chain.sequence + index + 1, isDuplicate: false },
            ),
          }
        : input,
    );
  }),
  inRules('one-acknowledgement-for-all', 'one acknowledged message marks its whole batch', (rules) => {
    asked(rules, (effect, { batch }, input) => {
      if (effect.kind !== 'mark' || input.kind !== 'published') return effect;
      const last = effect.marks.at(-1)!.streamSequence;
      const marks = batch.map((event, index) => ({
        ...event,
        streamSequence: input.acknowledgements[index]?.streamSequence ?? last,
      }));
      return { ...effect, marks };
    });
  }),
  inRules('gives-up-after-failures', 'after five failures in a row the relay rests for good', (rules) => {
    const { stepRelay } = rules;
    rules.stepRelay = (state, input) =>
      state.failures >= 5
        ? { state, effect: { kind: 'rest', maxMs: 1_000, wakeable: false } }
        : stepRelay(state, input);
  }),
  inRules(
    'rests-when-broken',
    'a broken chain is met with rest and another load, never with a look',
    (rules) => {
      asked(rules, (effect, _state, input) => {
        const isAfterTrouble =
          input.kind === 'marked' || (input.kind === 'rested' && effect.kind === 'inspect');
        return effect.kind === 'inspect' && isAfterTrouble ? { kind: 'load' } : effect;
      });
    },
  ),
  given(
    NO_HOURLY_LOOK,
    inRules('foreign-history-not-renamed', 'a database that was set back keeps its old name', (rules) => {
      heard(rules, (input) => (input.kind === 'reconciled' ? { ...input, unknown: false } : input));
    }),
  ),
];

/** Changes what the relay is told. */
function heard(rules: Rules, change: (input: RelayInput, state: RelayState) => RelayInput): void {
  const { stepRelay } = rules;
  rules.stepRelay = (state, input) => stepRelay(state, change(input, state));
}

/** Changes what the relay asks for. */
function asked(
  rules: Rules,
  change: (effect: RelayEffect, state: RelayState, input: RelayInput) => RelayEffect,
): void {
  const { stepRelay } = rules;
  rules.stepRelay = (state, input) => {
    const step = stepRelay(state, input);
    return { state: step.state, effect: change(step.effect, step.state, input) };
  };
}
