import { COMMAND_PLANTS } from './command-plants.js';
import { INBOX_PLANTS } from './inbox-plants.js';
import type { Plant } from './plant.js';
import { RELAY_PLANTS } from './relay-plants.js';

export const PLANTS: readonly Plant[] = [...RELAY_PLANTS, ...INBOX_PLANTS, ...COMMAND_PLANTS];

export function plantNamed(name: string): Plant {
  const plant = PLANTS.find((one) => one.name === name);
  if (plant !== undefined) return plant;
  throw new Error(`"${name}" is none of the planted mistakes: ${PLANTS.map((one) => one.name).join(', ')}.`);
}
