import { FaultProxy } from './fault-proxy.js';

export const STORES = ['broker', 'database'] as const;
export type Store = (typeof STORES)[number];

/** A proxy for every service on its way to the broker, and one on its way to its database. */
export class HouseLinks {
  readonly #proxies = new Map<string, FaultProxy>();

  /** Given to the house: the address of the proxy that stands before `url`. */
  readonly through = async (url: string, service: string): Promise<string> => {
    const address = new URL(url);
    const proxy = await FaultProxy.listen(address.hostname, Number(address.port));
    const store: Store = address.protocol === 'nats:' ? 'broker' : 'database';
    this.#proxies.set(`${service} ${store}`, proxy);
    return url.replace(address.host, `127.0.0.1:${proxy.port}`);
  };

  of(service: string, store: Store): FaultProxy {
    const proxy = this.#proxies.get(`${service} ${store}`);
    if (proxy === undefined) throw new Error(`There is no way from ${service} to its ${store}.`);
    return proxy;
  }

  healAll(): void {
    for (const proxy of this.#proxies.values()) proxy.heal();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#proxies.values()].map((proxy) => proxy.close()));
  }
}
