import type { Pool } from 'pg';

/** Every pool of this process, for the metrics. */
export const openPools = new Set<Pool>();
