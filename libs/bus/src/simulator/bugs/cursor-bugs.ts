import type { Cursor, Link } from '../../protocol/cursor-rules.js';
import type { ModelEvent } from '../model/model-event.js';
import type { Bug } from './bug.js';
import { inRules } from './bug.js';

/** Mistakes in what a consumer decides over the next event. */
export const CURSOR_BUGS: readonly Bug[] = [
  inRules('no-dedup', 'an event that was taken is taken again', (rules) => replaced(rules, 'skip', 'take')),
  inRules('no-gap-check', 'whatever is newer than the cursor is taken', (rules) =>
    replaced(rules, 'wait', 'take'),
  ),
  inRules('incarnation-ignored', 'the next number is taken, whatever history it belongs to', (rules) => {
    const { decide } = rules;
    rules.decide = (cursor, event, poison) => decide(cursor, sameHistory(cursor, event), poison);
  }),
  inRules('divergence-skipped', 'an event of another history is passed over in silence', (rules) =>
    replaced(rules, 'park-diverged', 'skip'),
  ),
  inRules('parked-let-through', 'events behind a dead letter are taken', (rules) =>
    replaced(rules, 'hold', 'take'),
  ),
  inRules('parked-waits-in-lane', 'events behind a dead letter stay in the lane', (rules) =>
    replaced(rules, 'hold', 'wait'),
  ),
  inRules('poison-skipped', 'an event that cannot be taken is passed over without a letter', (rules) =>
    replaced(rules, 'park-poison', 'skip'),
  ),
  inRules('poison-set-aside', 'an event that cannot be taken gets a letter but parks nothing', (rules) =>
    replaced(rules, 'park-poison', 'set-aside'),
  ),
  inRules('alien-waits', 'an event that its owner never announced waits for ever', (rules) =>
    replaced(rules, 'set-aside', 'wait'),
  ),
  inRules('alien-taken', 'an event that its owner never announced is taken', (rules) =>
    replaced(rules, 'set-aside', 'take'),
  ),
  inRules(
    'shared-watermark',
    'one watermark of positions for all aggregates instead of a cursor each',
    (rules) => {
      let watermark = 0;
      rules.decide = (_cursor, event) => {
        const { position } = event as ModelEvent;
        if (position <= watermark) return 'skip';
        watermark = position;
        return 'take';
      };
    },
  ),
  inRules(
    'order-by-position',
    'the order of positions counts, not the number within the aggregate',
    (rules) => {
      const positions = new Map<string, number>();
      rules.decide = (_cursor, event) => {
        const { position, aggregateId } = event as ModelEvent;
        if (position <= (positions.get(aggregateId) ?? 0)) return 'skip';
        positions.set(aggregateId, position);
        return 'take';
      };
    },
  ),
  inRules('cursor-one-behind', 'the cursor is moved to the number before the event', (rules) => {
    const { advance } = rules;
    rules.advance = (cursor, event) => advance(cursor, { ...event, sequence: event.sequence - 1 });
  }),
  inRules('cursor-forgets-id', 'the cursor does not remember which event it took', (rules) => {
    const { advance } = rules;
    rules.advance = (cursor, event) => ({ ...advance(cursor, event), eventId: cursor.eventId });
  }),
  inRules('dedup-by-memory', 'ids of taken events are kept for the last three only', (rules) => {
    const recent: string[] = [];
    const { decide } = rules;
    rules.decide = (cursor, event, poison) => {
      const decision = decide(cursor, event, poison);
      if (decision === 'skip') return recent.includes(event.eventId) ? 'skip' : 'take';
      if (decision === 'take') recent.push(event.eventId);
      if (recent.length > 3) recent.shift();
      return decision;
    };
  }),
];

type Rules = Parameters<Bug['plant']['rules'] & {}>[0];
type Decision = ReturnType<Rules['decide']>;

function replaced(rules: Rules, right: Decision, wrong: Decision): void {
  const { decide } = rules;
  rules.decide = (cursor, event, poison) => {
    const decision = decide(cursor, event, poison);
    return decision === right ? wrong : decision;
  };
}

function sameHistory(cursor: Cursor, event: Link): Link {
  if (event.sequence === cursor.sequence) return { ...event, eventId: cursor.eventId ?? event.eventId };
  return { ...event, previousId: cursor.eventId };
}
