import type { GapQuestion, GapStatus } from '../gaps/gap-records.js';
import type { TopicQuestions } from '../gaps/topics.js';
import { openTopicsWeek } from './story.js';
import {
  answeredInVain,
  answeredLately,
  IN_VAIN_MS,
  LATELY_MS,
  returnedTopics,
  unansweredTopics,
} from './unanswered-topics.js';

/** A conversation in which the agent had no answer. */
export interface UnansweredConversation {
  readonly id: string;
  readonly startedAt: number;
  /** The week of the story it started in. */
  readonly storyIndex: number;
  /** Place of its topic in `unansweredTopics`. */
  readonly topic: number;
  readonly question: string;
}

/** The topics of these conversations, each with its questions: the story's last weeks are open, those before are done. */
export function gapTopicsOf(conversations: Iterable<UnansweredConversation>, now: number): readonly TopicQuestions[] {
  const questions = new Map<number, GapQuestion[]>();
  for (const conversation of conversations) {
    const ofTopic = questions.get(conversation.topic) ?? [];
    ofTopic.push(toQuestion(conversation, now));
    questions.set(conversation.topic, ofTopic);
  }
  return [...questions].map(([topic, ofTopic]) => ({
    id: topicIdOf(topic),
    title: unansweredTopics[topic]?.title ?? '',
    returned: returnedTopics.includes(topic) || topic === answeredLately,
    questions: ofTopic,
  }));
}

/** The id of the topic at a place of `unansweredTopics`. */
export function topicIdOf(place: number): string {
  return `g-${place + 1}`;
}

function toQuestion(conversation: UnansweredConversation, now: number): GapQuestion {
  const { id, startedAt, topic, question } = conversation;
  const number = id.slice(2);
  return {
    id: `q-${number}`,
    text: question,
    askedAt: startedAt,
    conversationId: id,
    ticket: { id: `T-${number}`, url: `https://desk.harbor.example/tickets/${number}` },
    status: isOpen(conversation, now) ? 'open' : pastStatus(topic),
  };
}

function isOpen({ storyIndex, topic, startedAt }: UnansweredConversation, now: number): boolean {
  if (topic === answeredInVain) return startedAt > now - IN_VAIN_MS;
  return storyIndex >= openTopicsWeek && (topic !== answeredLately || startedAt > now - LATELY_MS);
}

/** How a topic was dealt with: two of thirteen were not worth an answer. */
function pastStatus(topic: number): GapStatus {
  return topic % 13 < 2 ? 'dismissed' : 'resolved';
}
