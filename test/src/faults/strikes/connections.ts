import { setTimeout as pass } from 'node:timers/promises';
import { eventually } from '@meridian/testing';
import type { FaultProxy } from '../links/fault-proxy.js';
import type { Strike } from './scene.js';

/** Faults before this one, several at once, keep services from connecting for a while: what is to be struck is waited for. */
const CONNECTED_MS = 120_000;
const SLOWEST_MS = 60;
const SEVERAL = 3;

/** Both sides get a reset. Proof: there were connections. */
export async function resetConnections(strike: Strike): Promise<string> {
  return tried(await wayOf(strike), (way) => some(way.reset(), 'reset'));
}

/** The far side forgets every connection and the near side is not told. Proof: there were connections. */
export async function halfOpenConnections(strike: Strike): Promise<string> {
  return held(strike, (way) => some(way.halfOpen(), 'half open'));
}

/** Nothing passes for a while, nothing is lost. Proof: there were connections. */
export async function stallConnections(strike: Strike): Promise<string> {
  return held(strike, (way) => some(way.stall(), 'stood still'));
}

/** Everything comes late and in small pieces. Proof: pieces that came late. */
export async function slowConnections(strike: Strike): Promise<string> {
  const way = await wayOf(strike);
  const delayMs = strike.chance.between(5, SLOWEST_MS);
  try {
    way.slow(delayMs);
    const pieces = await eventually(
      () => {
        if (way.delayed === 0) throw new Error('nothing came late');
        return way.delayed;
      },
      { timeoutMs: CONNECTED_MS, everyMs: 50 },
    );
    await pass(strike.step.holdMs);
    return `${Math.max(pieces, way.delayed)} pieces came ${delayMs} ms late`;
  } finally {
    way.heal();
  }
}

async function held(strike: Strike, act: (way: FaultProxy) => string): Promise<string> {
  const way = await wayOf(strike);
  try {
    const proof = await tried(way, act);
    await pass(strike.step.holdMs * SEVERAL);
    return proof;
  } finally {
    way.heal();
  }
}

/** A connection may end by another fault at the very moment at which it was to be met: then the next one is met. */
function tried(way: FaultProxy, act: (way: FaultProxy) => string): Promise<string> {
  return eventually(
    () => {
      try {
        return act(way);
      } catch (error) {
        way.heal();
        throw error;
      }
    },
    { timeoutMs: CONNECTED_MS, everyMs: 20 },
  );
}

/** The way of the step, once there is a connection on it. */
async function wayOf({ scene, step }: Strike): Promise<FaultProxy> {
  const way = scene.links.of(step.service, step.store);
  await eventually(
    () => {
      if (way.connections === 0) throw new Error(`${step.service} has no connection to its ${step.store}`);
    },
    { timeoutMs: CONNECTED_MS, everyMs: 20 },
  );
  return way;
}

function some(count: number, how: string): string {
  if (count === 0) throw new Error(`no connection ${how}`);
  return `${count} connections ${how}`;
}
