import type { Random } from '../random.js';
import type { Rules } from '../rules.js';
import type { Plant, World } from '../world.js';

/** A mistake that the simulator has to find. */
export interface Bug {
  readonly name: string;
  /** What is done instead of the right thing. */
  readonly says: string;
  readonly plant: Plant;
}

/** A mistake in a rule or a machine. */
export function inRules(name: string, says: string, rules: (rules: Rules, random: Random) => void): Bug {
  return { name, says, plant: { rules } };
}

/** A mistake in what joins the machines to databases and broker. */
export function inWorld(name: string, says: string, world: (world: World) => void): Bug {
  return { name, says, plant: { world } };
}
