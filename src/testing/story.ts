import type { Weighted } from './random.js';

/** How one made-up conversation goes. */
export type Scenario =
  | 'resolved'
  | 'handoff'
  | 'human-joined'
  | 'unanswered'
  | 'disliked'
  | 'transfer-only'
  | 'unknown-grounding'
  | 'late-handoff'
  | 'unhandled'
  | 'not-eligible'
  | 'proactive'
  | 'spam'
  | 'test';

/** Weeks the story runs from the help desk's first day to its present size. */
export const storyWeeks = 104;
/** The story's week in which a release of the agent's content helps for good. */
export const releaseWeek = 95;
/** The story's week of an outage: more handoffs, more negative feedback. */
export const outageWeek = 100;
/** From this week of the story on visitors ask about the topics that are open at its end. */
export const openTopicsWeek = 101;

/** What is typical of one week of the story. */
export interface StoryWeek {
  /** Weeks since the story began. */
  readonly index: number;
  /** Size against the end of the story, about 0.3–1. */
  readonly level: number;
  readonly outage: boolean;
  readonly scenarios: readonly Weighted<Scenario>[];
  /** null: the source names no channel. */
  readonly channels: readonly Weighted<string | null>[];
}

/** What is typical of the week that is this many weeks after the story's beginning. */
export function storyWeek(index: number): StoryWeek {
  const progress = Math.min(1, Math.max(0, index / storyWeeks));
  const outage = index === outageWeek;
  return {
    index,
    level: 0.28 + 0.72 * Math.max(0, index / storyWeeks),
    outage,
    scenarios: scenarioMix(progress, index >= releaseWeek, outage),
    channels: [
      ['chat', 0.57 - 0.03 * progress],
      ['email', 0.34 - 0.08 * progress],
      ['whatsapp', 0.05 + 0.12 * progress],
      ['messenger', 0.025],
      [null, 0.012],
    ],
  };
}

function scenarioMix(progress: number, released: boolean, outage: boolean): readonly Weighted<Scenario>[] {
  const handled = 0.68 + 0.14 * progress + (released ? 0.01 : 0);
  const endings: readonly Weighted<Scenario>[] = [
    ['handoff', 0.32 - 0.05 * progress - (released ? 0.035 : 0) + (outage ? 0.2 : 0)],
    ['human-joined', released ? 0.035 : 0.045],
    ['unanswered', 0.11 - 0.03 * progress - (released ? 0.022 : 0) + (outage ? 0.05 : 0)],
    ['disliked', (released ? 0.034 : 0.044) + (outage ? 0.09 : 0)],
    ['transfer-only', 0.022],
    ['late-handoff', 0.006],
    ['unknown-grounding', 0.003],
  ];
  const failing = endings.reduce((sum, [, weight]) => sum + weight, 0);
  const share = (weight: number): number => weight * handled * COUNTED;
  return [
    ['resolved', share(1 - failing)],
    ...endings.map(([scenario, weight]) => [scenario, share(weight)] as const),
    ['unhandled', (1 - handled) * COUNTED],
    ['proactive', 0.02],
    ['not-eligible', 0.015],
    ['spam', 0.014],
    ['test', 0.001],
  ];
}

/** Share of conversations that metrics count: neither proactive nor ineligible nor excluded. */
const COUNTED = 0.95;
