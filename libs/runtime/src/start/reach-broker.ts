import { connect } from 'node:net';
import { tryUntilThere } from './try-until-there.js';
import type { Patience } from './try-until-there.js';

const CONNECT_MS = 2_000;

/** Waits until one of the brokers listed (with commas) takes connections; the bus then signs in. */
export function reachBroker(addresses: string, patience: Patience): Promise<void> {
  const brokers = addresses.split(',').map((address) => new URL(address));
  const reachOne = () => Promise.any(brokers.map(reach));
  return tryUntilThere('the broker', reachOne, patience);
}

function reach({ hostname, port }: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || 4222), timeout: CONNECT_MS });
    const refuse = (failure: Error): void => {
      socket.destroy();
      reject(failure);
    };
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('timeout', () => refuse(new Error(`no answer from ${hostname} within ${CONNECT_MS} ms`)));
    socket.once('error', refuse);
  });
}
