import { readFile } from 'node:fs/promises';
import { eventually } from '@meridian/testing';
import { SERVICES } from '../recovery.js';
import { deploy } from '../strikes/services.js';
import type { Scene, Strike } from '../strikes/scene.js';
import type { Releases } from './releases.js';
import { rollingMoves } from './rolling-moves.js';
import type { Move } from './rolling-moves.js';

const PROOF_MS = 45_000;

/** Services are replaced by those of another release, one at a time. Proof: the main file of every process that came up. */
export async function rollVersions({ scene, chance }: Strike): Promise<string> {
  const releases = releasesOf(scene);
  const moves = rollingMoves(releases.behind, SERVICES, chance);
  for (const move of moves) {
    releases.set(move);
    await deploy(scene, [move.service], 1, () => undefined);
    await proved(scene, releases, move);
    releases.moved[move.to] += 1;
  }
  const back = moves.filter(({ to }) => to === 'previous').length;
  return `${moves.length - back} services forward, ${back} back; ${releases.behind.join(', ')} left behind`;
}

/** A fault of another kind may have ended it meanwhile; what is started in its place is of the same release. */
async function proved({ processes }: Scene, releases: Releases, move: Move): Promise<void> {
  await eventually(
    async () => {
      const pid = await processes.running(move.service);
      const file = await mainFileOf(pid);
      if (!releases.isOf(move, file))
        throw new Error(`${move.service} (${pid}) runs ${file}, not ${move.to}`);
    },
    { timeoutMs: PROOF_MS, everyMs: 50 },
  );
}

/** The file that a Node process was started with, as the kernel knows it. */
async function mainFileOf(pid: number): Promise<string> {
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
  return words.find((word) => word.endsWith('.js')) ?? words.join(' ');
}

function releasesOf({ releases }: Scene): Releases {
  if (releases === undefined) throw new Error('There is no previous release: --previous names it.');
  return releases;
}
