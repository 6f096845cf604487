import type { HeadPage, SweepQuestion, SweepRound } from '../../protocol/anti-entropy.js';
import type { ModelEvent } from '../model/model-event.js';
import type { Rules } from '../rules.js';
import type { Bug } from './bug.js';
import { among, given, inRules, inWorld } from './bug.js';
import { NO_HOURLY_LOOK, NOTHING_WATCHED } from './lost-safeguards.js';

/** Mistakes in anti-entropy. */
export const SWEEP_BUGS: readonly Bug[] = [
  inRules('no-sweep', 'what was taken is never compared with the owner', (rules) => {
    rules.sweepOptions = { ...rules.sweepOptions, compare: () => ({ behind: [], suspect: [] }) };
  }),
  inRules('heads-off-by-one', 'an aggregate that lacks one event is not behind', (rules) => {
    const { compare } = rules.sweepOptions;
    const one = (heads: Parameters<typeof compare>[0], cursors: Parameters<typeof compare>[1]) => {
      const { behind, suspect } = compare(heads, cursors);
      return { behind: behind.filter(({ fromSequence, toSequence }) => toSequence > fromSequence), suspect };
    };
    rules.sweepOptions = { ...rules.sweepOptions, compare: one };
  }),
  inRules('new-aggregates-overlooked', 'aggregates without a cursor are not compared', (rules) => {
    const { compare } = rules.sweepOptions;
    rules.sweepOptions = {
      ...rules.sweepOptions,
      compare: (heads, cursors) =>
        compare(
          heads.filter(({ aggregateId }) => cursors.has(aggregateId)),
          cursors,
        ),
    };
  }),
  inRules('suspects-overlooked', 'an owner that has less than we took is not looked into', (rules) => {
    const { compare } = rules.sweepOptions;
    rules.sweepOptions = {
      ...rules.sweepOptions,
      compare: (heads, cursors) => ({ ...compare(heads, cursors), suspect: [] }),
    };
  }),
  inRules('suspects-not-verified', 'a suspect is parked without a second look', (rules) => {
    answered(rules, (question, answer) =>
      question.kind === 'fetch-events' && question.limit === 1 ? [] : answer,
    );
  }),
  given(
    NOTHING_WATCHED,
    inRules('parked-once-skipped', 'an aggregate that was ever parked is not compared any more', (rules) => {
      const parked = new Set<string>();
      const { compare } = rules.sweepOptions;
      rules.sweepOptions = {
        ...rules.sweepOptions,
        compare: (heads, cursors) => {
          for (const [id, { parkedSequence }] of cursors) if (parkedSequence !== null) parked.add(id);
          const isFree = ({ aggregateId }: { readonly aggregateId: string }) => !parked.has(aggregateId);
          const { behind, suspect } = compare(heads, cursors);
          return { behind: behind.filter(isFree), suspect };
        },
      };
    }),
  ),
  inRules('first-page-only', 'only the first page of heads is compared', (rules) => {
    answered(rules, (question, answer) =>
      question.kind === 'list-heads' ? { ...(answer as HeadPage), after: null, isComplete: false } : answer,
    );
  }),
  {
    name: 'watch-forgotten',
    says: 'fetched events are offered once, and never looked for again',
    plant: NOTHING_WATCHED,
  },
  among(
    ['oldest-lost', 'owner-unreachable', 'consumer-crash'],
    true,
    inRules(
      'failed-round-counts',
      'the horizon of a round that broke off is where the next one begins',
      (rules) => {
        let horizon: string | null = null;
        answered(rules, (question, answer) => {
          if (question.kind === 'list-heads') ({ horizon } = answer as HeadPage);
          return answer;
        });
        const { newPlan } = rules;
        rules.newPlan = () => {
          const plan = newPlan();
          plan.failed = () => {
            if (horizon !== null) plan.ended(horizon);
          };
          return plan;
        };
      },
    ),
  ),
  given(
    NO_HOURLY_LOOK,
    inWorld('future-horizon-believed', 'a horizon from before a restore is believed', ({ owner }) => {
      const listHeads = owner.listHeads.bind(owner);
      owner.listHeads = (after, since, limit) => {
        const page = listHeads(after, since, limit);
        return since !== null && page.isComplete
          ? { heads: [], after: null, isComplete: false, horizon: since }
          : page;
      };
    }),
  ),
  among(
    ['late-commit', 'oldest-lost', 'consumer-frozen'],
    true,
    inWorld(
      'horizon-of-commits-begun',
      'the horizon is the newest transaction, though older ones are open',
      ({ owner }) => {
        const listHeads = owner.listHeads.bind(owner);
        owner.listHeads = (after, since, limit) => {
          const { open } = owner;
          owner.open = [];
          const page = listHeads(after, since, limit);
          owner.open = open;
          return page;
        };
      },
    ),
  ),
  among(
    ['owner-restored', 'replicas-collide'],
    true,
    inWorld('park-without-lock', 'a divergence is parked though the cursor has moved since', ({ rules }) => {
      rules.isStillAt = () => true;
    }),
  ),
  inWorld('newest-fetched-first', 'a page of missing events begins with the newest', ({ owner }) => {
    const fetchEvents = owner.fetchEvents.bind(owner);
    owner.fetchEvents = (wanted, limit) => fetchEvents(wanted, Number.MAX_SAFE_INTEGER).slice(-limit);
  }),
];

/** Changes what a round is answered. */
function answered(
  rules: Rules,
  change: (question: SweepQuestion<ModelEvent>, answer: unknown) => unknown,
): void {
  const { sweep } = rules;
  rules.sweep = (since) => through(sweep(since), change);
}

function* through<R>(
  round: SweepRound<ModelEvent, R>,
  change: (question: SweepQuestion<ModelEvent>, answer: unknown) => unknown,
): SweepRound<ModelEvent, R> {
  let step = round.next();
  while (step.done !== true) {
    const answer: unknown = yield step.value;
    step = round.next(change(step.value, answer) as never);
  }
  return step.value;
}
