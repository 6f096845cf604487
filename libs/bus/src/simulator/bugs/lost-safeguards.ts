import type { Plant } from '../world.js';

/** Safeguards that make good for each other's mistakes. To see that one of them works, another is taken away. */

/** The sweeps fetch nothing: whatever an owner has must come through its stream. They still find histories that have parted. */
const NOTHING_BEHIND: Plant = {
  rules(rules) {
    const { compare } = rules.sweepOptions;
    rules.sweepOptions = {
      ...rules.sweepOptions,
      compare: (heads, cursors) => ({ behind: [], suspect: compare(heads, cursors).suspect }),
    };
  },
};

/** What was fetched is not looked after. */
export const NOTHING_WATCHED: Plant = {
  rules(rules) {
    const { newPlan } = rules;
    rules.newPlan = () => {
      const plan = newPlan();
      plan.watch = () => undefined;
      return plan;
    };
  },
};

/** Nothing is compared in full except when a process begins or somebody asks for it. */
export const NO_HOURLY_LOOK: Plant = {
  world({ owner }) {
    Object.defineProperty(owner, 'needsFullLook', { get: () => false, set() {} });
  },
};

/** The owner answers no question over gaps. */
export const GAPS_NOT_ANSWERED: Plant = {
  world({ chaos }) {
    Object.assign(chaos, { ownerAnswers: false });
  },
};

/** Whatever an owner has must come through its stream. */
export const STREAM_ALONE: Plant = {
  rules: NOTHING_BEHIND.rules!,
  world: GAPS_NOT_ANSWERED.world!,
};
