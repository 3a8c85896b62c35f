/** The loading worker: a module of its own, which a page starts by its address. */
import { serveLoads, type LoadPort } from './serve-loads.js';

serveLoads(globalThis as unknown as LoadPort);
