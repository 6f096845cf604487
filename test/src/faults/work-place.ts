import { eventually } from '@meridian/testing';
import { openProject } from '../house/open-project.js';
import type { OpenedProject, ProjectPage } from '../house/open-project.js';
import type { TrialHouse } from '../house/trial-house.js';
import { ClientLoad } from './client-load.js';
import type { LoadTarget } from './client-load.js';
import { CommandLog } from './command-log.js';

const UNKNOWN_PATIENCE_MS = 180_000;
const TURNS_PER_STINT = 1_000_000;
const PACE = { fastMs: 150, slowMs: 1_000 };

interface Work {
  readonly today: string;
  readonly breath?: number;
}

/** Two projects to work on, and clients who work on them stint by stint under one log. */
export class WorkPlace {
  #stints = 0;

  private constructor(
    readonly trial: TrialHouse,
    readonly log: CommandLog,
    readonly built: OpenedProject,
    readonly invoiced: OpenedProject,
    private readonly target: LoadTarget,
  ) {}

  static async open(
    trial: TrialHouse,
    { today, breath = 1 }: Work,
    mayDoubtTokens: () => boolean,
  ): Promise<WorkPlace> {
    const { url, tokenOf } = trial.house;
    const log = new CommandLog(url, tokenOf, UNKNOWN_PATIENCE_MS, mayDoubtTokens);
    const wish = { portfolio: 'Trial', tasks: 6, people: ['Ines Moreau', 'Ole Lindqvist'], today };
    const built = await openProject(trial, { ...wish, code: 'BUILT' });
    const invoiced = await openProject(trial, { ...wish, code: 'INVOICED' });
    const { milestoneId, checks } = await eventually(async () => {
      const page = await trial.as('anna.meyer').get<ProjectPage>(`/v1/projects/${built.projectId}`);
      const [milestone] = page.quality?.milestones ?? [];
      if (milestone === undefined) throw new Error('Quality does not know the milestone yet.');
      return milestone;
    });
    const checkIds = checks.map(({ checkId }) => checkId);
    const target = {
      trial,
      log,
      built,
      invoiced,
      checkIds,
      milestoneId,
      today,
      pace: { fastMs: PACE.fastMs * breath, slowMs: PACE.slowMs * breath },
    };
    return new WorkPlace(trial, log, built, invoiced, target);
  }

  /** Clients begin to work; what they name is not named again in another stint. */
  beginStint(): ClientLoad {
    this.#stints += 1;
    return new ClientLoad({ ...this.target, firstTurn: this.#stints * TURNS_PER_STINT + 1 });
  }
}
