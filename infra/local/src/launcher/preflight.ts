import { statfs } from 'node:fs/promises';
import { availableParallelism, freemem } from 'node:os';
import { isPortFree } from '../free-port.js';
import { portOwner } from './port-owner.js';

const GIGABYTE = 1024 ** 3;
const LEAST_DISK_GB = 1;
const LEAST_MEMORY_GB = 1;

/** Looks at the machine before anything is started. Throws what stands in the way together with the way out. */
export async function preflight(port: number, folder: string): Promise<string> {
  const ports = [port, port + 1];
  for (const wanted of ports) await refuseTakenPort(wanted, port);
  const { bavail, bsize } = await statfs(folder);
  const diskGb = (bavail * bsize) / GIGABYTE;
  if (diskGb < LEAST_DISK_GB) {
    throw new Error(
      `The disk of ${folder} has ${diskGb.toFixed(1)} GB left; ${LEAST_DISK_GB} GB is needed. Make room and start again.`,
    );
  }
  const memoryGb = freemem() / GIGABYTE;
  const warning = memoryGb < LEAST_MEMORY_GB ? ' (little; it may be slow)' : '';
  return [
    `Node ${process.versions.node}`,
    `${availableParallelism()} CPUs`,
    `${memoryGb.toFixed(1)} GB free${warning}`,
    `ports ${ports.join(' ')} ok`,
  ].join(' · ');
}

async function refuseTakenPort(wanted: number, port: number): Promise<void> {
  if (await isPortFree(wanted)) return;
  const owner = (await portOwner(wanted)) ?? 'another program';
  const suggestion = await nextFreePair(port + 10);
  throw new Error(`port ${wanted} is used by ${owner}; pass --port ${suggestion}`);
}

async function nextFreePair(from: number): Promise<number> {
  for (let port = from; port < 65_000; port += 10) {
    if ((await isPortFree(port)) && (await isPortFree(port + 1))) return port;
  }
  return from;
}
