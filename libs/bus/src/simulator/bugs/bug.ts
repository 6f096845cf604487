import type { Disturbance } from '../disturbance.js';
import type { Random } from '../random.js';
import type { Rules } from '../rules.js';
import type { Plant, World } from '../world.js';

/** A mistake that the simulator has to find. */
export interface Bug {
  readonly name: string;
  /** What is done instead of the right thing. */
  readonly says: string;
  readonly plant: Plant;
  /** What the mistake needs to show: another safeguard, which would make good for it, is taken away. A schedule counts that holds with this alone. */
  readonly given?: Plant;
}

/** A mistake in a rule or a machine. */
export function inRules(name: string, says: string, rules: (rules: Rules, random: Random) => void): Bug {
  return { name, says, plant: { rules } };
}

/** A mistake in what joins the machines to databases and broker. */
export function inWorld(name: string, says: string, world: (world: World) => void): Bug {
  return { name, says, plant: { world } };
}

/** A mistake that another safeguard makes good for: it is looked for where that one is missing. */
export function given(safeguardLost: Plant, bug: Bug): Bug {
  const { plant } = bug;
  return {
    ...bug,
    plant: {
      focus: plant.focus ?? safeguardLost.focus,
      rules(rules, random) {
        safeguardLost.rules?.(rules, random);
        plant.rules?.(rules, random);
      },
      world(world) {
        safeguardLost.world?.(world);
        plant.world?.(world);
      },
    },
    given: safeguardLost,
  };
}

/** A mistake that shows when rare misfortunes meet: it is looked for where they are frequent. */
export function among(kinds: readonly Disturbance[], hasSweep: boolean, bug: Bug): Bug {
  return given({ focus: { hasSweep, kinds } }, bug);
}
