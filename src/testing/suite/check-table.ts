import type { Probe } from './probe.js';

/** Checks by their titles. Each throws where the adapter is not as the contract says; a text it hands back is a note. */
export type Checks = Readonly<Record<string, (probe: Probe) => Promise<string | void>>>;
