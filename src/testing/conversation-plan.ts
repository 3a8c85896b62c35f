import type { Matter } from './conversation-draft.js';
import { answeredTopics, phrases, sourceOf } from './help-desk.js';
import type { Random, Weighted } from './random.js';
import { openTopicsWeek, type Scenario, type StoryWeek } from './story.js';
import { currentTopicCount, returnedTopics, unansweredTopics } from './unanswered-topics.js';

/** Weeks of the story before the open topics come up in which past topics follow one another. */
const PAST_TOPIC_WEEKS = 60;
/** Past topics that are asked about in the same week. */
const PAST_TOPICS_AT_ONCE = 12;

/** The first of the story's weeks whose unanswered topics follow one another. */
export const pastTopicsWeek = openTopicsWeek - PAST_TOPIC_WEEKS;

/** What is settled about a conversation before its events are made. */
export interface ConversationPlan {
  readonly scenario: Scenario;
  /** Place in `unansweredTopics`; null where the topic is one the agent knows. */
  readonly unanswered: number | null;
  /** Title and first message. */
  readonly matter: Matter;
}

const CURRENT_TOPICS: readonly Weighted<number>[] = Array.from({ length: currentTopicCount }, (_, place) => [
  place,
  1 / (place + 3),
]);

/** How a conversation of this week goes and what it is about: the first thing its random numbers settle. */
export function makePlan(random: Random, story: StoryWeek): ConversationPlan {
  const scenario = random.weighted(story.scenarios);
  if (scenario !== 'unanswered') return { scenario, unanswered: null, matter: answeredMatter(random) };
  const unanswered = unansweredTopic(random, story.index);
  return { scenario, unanswered, matter: unansweredMatter(random, unanswered) };
}

function answeredMatter(random: Random): Matter {
  const { title, questions, answer, sources, actions } = random.weighted(answeredTopics);
  return { title, question: random.pick(questions), answer, sources, actions };
}

function unansweredMatter(random: Random, place: number): Matter {
  const topic = unansweredTopics[place];
  if (topic === undefined) throw new RangeError(`makePlan: no unanswered topic ${place}.`);
  const { title, questions, wayOut } = topic;
  const question = random.pick(questions);
  if (wayOut === undefined || !random.chance(wayOut.share)) {
    return { title, question, answer: phrases.unsure, sources: [], actions: [] };
  }
  return { title, question, answer: wayOut.answer, sources: [sourceOf(wayOut.article)], actions: [] };
}

/** Which topic is asked about: the open ones at the story's end, before that one after the other of the past ones. */
function unansweredTopic(random: Random, storyIndex: number): number {
  if (storyIndex >= openTopicsWeek) return random.weighted(CURRENT_TOPICS);
  if (random.chance(0.04)) return random.pick(returnedTopics);
  const past = unansweredTopics.length - currentTopicCount;
  const passed = Math.max(0, storyIndex - pastTopicsWeek) / PAST_TOPIC_WEEKS;
  const first = Math.floor(passed * (past - PAST_TOPICS_AT_ONCE));
  return currentTopicCount + Math.min(past - 1, first + random.integer(0, PAST_TOPICS_AT_ONCE - 1));
}
