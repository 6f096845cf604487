import { GatewayProblem } from '@meridian/local';
import { faultAnswer } from '../fault-answer.js';
import { runFaults } from '../fault-run.js';
import type { Plant, PlantedPart } from './plant.js';

export interface Searched {
  /** What the checks of the run said is wrong. */
  readonly wrong: readonly string[];
  /** What went wrong with the run itself: a fault without effect, a service that ended by itself. */
  readonly troubles: readonly string[];
  /** From the first process to the last word of the checks. */
  readonly seconds: number;
  readonly acknowledged: number;
}

/** What the house may take to agree after the last fault; a mistake is found when it does not. */
const PATIENCE_MS = 30_000;
const FAULTS_AT_ONCE = 3;
/** What a check of what clients were told says; everything else is about the run. */
const SAID_BY_A_CHECK = /^check \d+: | was refused: /;

/** Plays the run of a plant in a house of its own, with the mistake or with what is taken away for it alone. */
export async function findPlant(
  plant: Plant,
  part: PlantedPart,
  say: (sentence: string) => void,
): Promise<Searched> {
  const { steps, seed, kinds } = plant;
  const at = new Date();
  const startedMs = performance.now();
  const secondsNow = () => (performance.now() - startedMs) / 1_000;
  let seconds = 0;
  const asked = { steps, seed, kinds, atOnce: FAULTS_AT_ONCE };
  const today = at.toISOString().slice(0, 10);
  try {
    const run = await runFaults(
      { ...asked, today, patienceMs: PATIENCE_MS, planted: { plant, part }, say },
      () => {
        seconds = secondsNow();
        return false;
      },
    );
    return searchedBy(faultAnswer(run, { ...asked, at, seconds }));
  } catch (failure) {
    if (!isRefusal(failure)) throw failure;
    return { wrong: [failure.message], troubles: [], seconds: secondsNow(), acknowledged: 0 };
  }
}

function searchedBy({ violations, acknowledged, seconds }: ReturnType<typeof faultAnswer>): Searched {
  const isSaid = (violation: string): boolean => SAID_BY_A_CHECK.test(violation);
  return {
    wrong: violations.filter(isSaid),
    troubles: violations.filter((violation) => !isSaid(violation)),
    seconds: seconds ?? 0,
    acknowledged,
  };
}

/** Before the first fault clients open two projects; nothing of that is ever refused where nothing was lost. */
function isRefusal(failure: unknown): failure is GatewayProblem {
  return failure instanceof GatewayProblem && failure.status < 500;
}
