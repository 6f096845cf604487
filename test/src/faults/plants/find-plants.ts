import { findPlant } from './find-plant.js';
import type { Searched } from './find-plant.js';
import type { Plant, PlantedPart } from './plant.js';
import { plantsAnswer } from './plants-answer.js';
import type { Sought } from './plants-answer.js';
import { refuseUnfit } from './refuse-unfit.js';

export interface PlantSearch {
  readonly plants: readonly Plant[];
  /** Also plays each run without its mistake. */
  readonly withControls: boolean;
  readonly say: (sentence: string) => void;
}

const WORDS_OF_A_FAILURE = 300;

/** Plants one mistake after the other, each in a house of its own, and answers which of them the harness found. */
export async function findPlants({ plants, withControls, say }: PlantSearch) {
  const at = new Date();
  const startedMs = performance.now();
  await refuseUnfit(plants);
  const all: Sought[] = [];
  for (const plant of plants) {
    const sought = await seek(plant, withControls, say);
    all.push(sought);
    say(sentenceOn(sought));
  }
  return plantsAnswer(all, at, (performance.now() - startedMs) / 1_000);
}

async function seek(plant: Plant, withControl: boolean, say: (sentence: string) => void): Promise<Sought> {
  let searched: Searched | undefined;
  let control: Searched | undefined;
  try {
    searched = await played(plant, 'whole', say);
    if (withControl) control = await played(plant, 'given', say);
    return { plant, searched, control, failure: undefined };
  } catch (failure) {
    return { plant, searched, control, failure: (failure as Error).message };
  }
}

/** A house may not come up because somebody else took its port: then it is tried once more. */
async function played(plant: Plant, part: PlantedPart, say: (sentence: string) => void): Promise<Searched> {
  const tell = told(plant, part, say);
  return findPlant(plant, part, tell).catch((failure: Error) => {
    tell(`could not be played: ${failure.message.slice(0, WORDS_OF_A_FAILURE)}`);
    return findPlant(plant, part, tell);
  });
}

function told({ name }: Plant, part: PlantedPart, say: (sentence: string) => void) {
  const title = part === 'whole' ? name : `without ${name}`;
  return (sentence: string): void => say(`[${title}] ${sentence}`);
}

function sentenceOn({ plant: { name }, searched, failure }: Sought): string {
  if (failure !== undefined) return `${name}: ${failure}`;
  const seconds = `${searched?.seconds.toFixed(1)} s`;
  const said = searched?.wrong[0];
  return said === undefined
    ? `${name} was NOT found in ${seconds}`
    : `${name} was found in ${seconds}: ${said}`;
}
