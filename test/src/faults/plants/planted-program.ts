import { fileURLToPath } from 'node:url';
import type { ServiceProgram } from '@meridian/local';
import { MAIN_FILE, PLANT_NAME, PLANTED_PART } from './plant-environment.js';
import type { Plant, PlantedPart } from './plant.js';

/** A mistake, or what is taken away with it, for all services of a house. */
export interface Planted {
  readonly plant: Plant;
  readonly part: PlantedPart;
}

const ENTRY = fileURLToPath(new URL('./service-with-plant.js', import.meta.url));

/** What is run for a service so that it has the mistake. The gateway only asks: no mistake of the bank is in its way. */
export function plantedProgram(
  service: string,
  usual: ServiceProgram,
  { plant, part }: Planted,
): ServiceProgram {
  if (service === 'gateway') return usual;
  const told = { [PLANT_NAME]: plant.name, [PLANTED_PART]: part, [MAIN_FILE]: usual.file };
  return { file: ENTRY, environment: { ...usual.environment, ...told } };
}
