import type { Bug } from './bug.js';
import { inRules, inWorld } from './bug.js';

/** Mistakes in what a person's decision over a dead letter does. */
export const REDRIVE_BUGS: readonly Bug[] = [
  inRules('redrive-skips-one', 'the redriven event counts as taken without its effect', (rules) => {
    const { freed } = rules;
    rules.freed = (cursor, letter, owned) => {
      const place = freed(cursor, letter, owned);
      const { first } = owned;
      return first && place !== cursor
        ? { ...place, sequence: first.sequence, eventId: first.eventId }
        : place;
    };
  }),
  inWorld(
    'redrive-twice',
    'a letter that someone else has settled is redriven again',
    ({ persons, rules }) => {
      for (const person of persons) person.isOpen = () => true;
      const { freed } = rules;
      rules.freed = (cursor, letter, owned) => {
        const { first } = owned;
        if (!first || letter.kind === 'diverged') return freed(cursor, letter, owned);
        return { sequence: first.sequence - 1, eventId: first.previousId, parkedSequence: null };
      };
    },
  ),
  inRules('redrive-stays-parked', 'the aggregate stays parked after its letter was redriven', (rules) => {
    const { freed } = rules;
    rules.freed = (cursor, letter, owned) => {
      const place = freed(cursor, letter, owned);
      return { ...place, parkedSequence: cursor.parkedSequence };
    };
  }),
  inRules(
    'reconciled-from-zero',
    'an owner that fell behind the letter is followed from the beginning',
    (rules) => {
      const { freed } = rules;
      rules.freed = (cursor, letter, owned) => freed(cursor, letter, { ...owned, head: null });
    },
  ),
  inRules('reconciled-under-old-history', 'after a reconciliation the old history still counts', (rules) => {
    const { freed } = rules;
    rules.freed = (cursor, letter, owned) => freed(cursor, { ...letter, kind: 'other' }, owned);
  }),
  inRules(
    'foreign-number-goes-back',
    'a foreign event under a taken number makes its owner’s event count again',
    (rules) => {
      const { freed } = rules;
      rules.freed = (cursor, letter, owned) =>
        letter.kind === 'diverged' && owned.first && cursor.parkedSequence === letter.sequence
          ? { sequence: owned.first.sequence - 1, eventId: owned.first.previousId, parkedSequence: null }
          : freed(cursor, letter, owned);
    },
  ),
  inRules('two-letters-at-once', 'an aggregate that waits is parked a second time', (rules) => {
    const { decide, freed } = rules;
    rules.decide = (cursor, event, poison) => {
      const isForeign = event.sequence === cursor.sequence && event.eventId !== cursor.eventId;
      return isForeign ? 'park-diverged' : decide(cursor, event, poison);
    };
    rules.freed = (cursor, letter, owned) =>
      freed({ ...cursor, parkedSequence: letter.sequence }, letter, owned);
  }),
  inRules('discard-forgets-id', 'a discarded event is not named as the one before the next', (rules) => {
    const { skipped } = rules;
    rules.skipped = (cursor, event) => ({ ...skipped(cursor, event), eventId: cursor.eventId });
  }),
  inRules('discard-goes-on-too-far', 'the event after a discarded one is discarded with it', (rules) => {
    const { skipped } = rules;
    rules.skipped = (cursor, event) => {
      const next = skipped(cursor, event);
      return next === cursor ? next : { ...next, sequence: next.sequence + 1 };
    };
  }),
  inWorld(
    'redrive-outside-transaction',
    'the letter is settled although the event was refused again',
    ({ services }) => {
      for (const service of services) {
        const { failureOf } = service;
        service.failureOf = (event) => {
          const failure = failureOf.call(service, event);
          if (failure !== null)
            for (const letter of service.letters) if (letter.event === event) letter.isOpen = false;
          return failure;
        };
      }
    },
  ),
];
