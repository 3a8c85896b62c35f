import { officialRules, sameRules, type OutcomeRules } from '../conversation/rules.js';
import { binEdges } from './bins.js';
import { figures } from './figures.js';
import { measures } from './measures.js';

/** What the numbers of a result mean; goes with every result, card and export. */
export interface Definition {
  /** Counts up whenever {@link Definition.hash} moves. */
  readonly version: string;
  /** Made from the tables of measures, figures and rules, 16 hexadecimal digits. */
  readonly hash: string;
  readonly rules: OutcomeRules;
  /** False for "what if" rules: cards and exports refuse such a result. */
  readonly official: boolean;
}

/** The version of the tables. A test fails when the hash moves without it. */
export const definitionVersion = '3';

/** The hash of the tables of measures, figures, bins and rules. */
export const definitionHash = hashOf(JSON.stringify([measures, figures, Array.from(binEdges), officialRules]));

/** The definition that goes with results by these rules. */
export function definitionOf(rules: OutcomeRules): Definition {
  return { version: definitionVersion, hash: definitionHash, rules, official: sameRules(rules, officialRules) };
}

/** 64-bit FNV-1a over the text's UTF-16 units: small, and the same on every engine. Tells versions apart; keeps no secret. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
