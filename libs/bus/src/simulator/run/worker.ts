import { parentPort } from 'node:worker_threads';
import { playChunk } from './chunk.js';
import type { ChunkOrder } from './chunk.js';

parentPort!.on('message', (order: ChunkOrder) => parentPort!.postMessage(playChunk(order)));
