import type { Action, Actor, ConversationEvent, FeedbackValue, Source, Ticket } from '../conversation/record.js';
import { whenTeamWorks } from './desk-clock.js';
import { agent, automation, phrases, visitor } from './help-desk.js';
import type { Random, Weighted } from './random.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** How quickly people and the agent write on a channel: quantiles in seconds, and how many replies the agent gives. */
interface Pace {
  readonly reply: readonly number[];
  readonly visitor: readonly number[];
  readonly replies: readonly Weighted<number>[];
}

const LIVE: readonly Weighted<number>[] = [
  [1, 46],
  [2, 30],
  [3, 16],
  [4, 8],
];
const CHAT: Pace = { reply: [1.5, 3, 4, 6, 9, 20], visitor: [12, 30, 50, 80, 140, 420], replies: LIVE };
const WHATSAPP: Pace = { reply: [2, 4, 6, 9, 15, 40], visitor: [20, 60, 150, 400, 1500], replies: LIVE };
const EMAIL: Pace = {
  reply: [20, 40, 60, 90, 150, 400],
  visitor: [120, 300, 600, 1200, 3600],
  replies: [
    [1, 80],
    [2, 17],
    [3, 3],
  ],
};
const TEAM_REPLY_MINUTES = [0.5, 1, 3, 6, 12, 30, 120];
const CLOSE_MINUTES = [2, 5, 12, 25, 55, 120, 500];

/** What the agent's replies refer to: something, nothing, or the source does not tell. */
export type Grounding = 'sources' | 'none' | 'unknown';

/** What one conversation is about, in texts that all conversations share so that memory stays low. */
export interface Matter {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly sources: readonly Source[];
  readonly actions: readonly Action[];
}

/** Where and when a conversation takes place. */
export interface Setting {
  readonly id: string;
  readonly startedAt: number;
  readonly channel: string | null;
  readonly utcOffsetMs: number;
  readonly outage: boolean;
}

const NOTHING: readonly never[] = [];
const FAILED: readonly Action[] = [{ name: 'search-articles', ok: false }];
const REPLY_IDS = ['a1', 'a2', 'a3', 'a4'] as const;

/** A conversation in the making: events are added in order, each moves the clock on. */
export class ConversationDraft {
  readonly events: ConversationEvent[] = [];
  /** The moment reached, epoch ms. */
  at: number;
  /** Agent replies so far. */
  replies = 0;
  ticket: Ticket | null = null;
  readonly #pace: Pace;

  constructor(
    readonly random: Random,
    readonly matter: Matter,
    readonly setting: Setting,
  ) {
    this.at = setting.startedAt;
    this.#pace = setting.channel === 'email' ? EMAIL : setting.channel === 'whatsapp' ? WHATSAPP : CHAT;
  }

  wait(seconds: number): void {
    this.at += Math.round(seconds * SECOND_MS);
  }

  waitOneOf(quantiles: readonly number[], unitSeconds = 1): void {
    this.wait(this.random.quantile(quantiles) * unitSeconds);
  }

  visitorWrites(text: string): void {
    this.events.push({ type: 'message', at: this.at, by: visitor, text });
  }

  visitorAsksOn(): void {
    this.waitOneOf(this.#pace.visitor);
    this.visitorWrites(this.random.pick(phrases.followUps));
  }

  assign(to: Actor, by: Actor = automation): void {
    this.events.push({ type: 'assignment', at: this.at, to, by });
  }

  /** The agent answers `times`, the visitor in between. Where it has sources, one reply at least refers to them. */
  agentReplies(grounding: Grounding, times = this.random.weighted(this.#pace.replies)): void {
    for (let turn = 0; turn < times; turn++) {
      if (turn > 0) this.visitorAsksOn();
      this.waitOneOf(this.#pace.reply);
      this.#agentReply(grounding === 'sources' && turn > 0 && this.random.chance(0.2) ? 'none' : grounding);
    }
  }

  #agentReply(grounding: Grounding): void {
    const id = REPLY_IDS[this.replies] ?? `a${this.replies + 1}`;
    const text = grounding === 'none' ? phrases.unsure : this.matter.answer;
    const reply = { type: 'message', id, at: this.at, by: agent, text } as const;
    this.replies++;
    if (grounding === 'unknown') this.events.push(reply);
    else if (grounding === 'none') {
      const actions = this.random.chance(0.1) ? FAILED : NOTHING;
      this.events.push({ ...reply, sources: NOTHING, actions });
    } else this.events.push({ ...reply, sources: this.matter.sources, actions: this.matter.actions });
  }

  /** The visitor judges the last reply, or with `first` the first one although there were more. */
  feedback(value: FeedbackValue, about: 'conversation' | 'first' | 'last' = 'conversation'): void {
    this.waitOneOf([6, 15, 30, 90]);
    const event = { type: 'feedback', at: this.at, value } as const;
    const messageId = about === 'first' ? REPLY_IDS[0] : REPLY_IDS[this.replies - 1];
    this.events.push(about === 'conversation' || messageId === undefined ? event : { ...event, messageId });
  }

  requestTransfer(): void {
    this.waitOneOf([5, 15, 40, 120]);
    this.visitorWrites(phrases.transfer);
    this.events.push({ type: 'transfer-request', at: this.at });
  }

  /** A teammate takes the conversation up in working hours, answers it, and most times closes its ticket. */
  teamWorks(mate: Actor): void {
    this.openTicket();
    if (this.random.chance(0.25)) this.#teamWrites(mate, phrases.note, false);
    this.#teamWrites(mate, this.random.pick(phrases.takingOver), true);
    if (this.random.chance(0.5)) this.visitorAsksOn();
    if (!this.random.chance(0.89)) return;
    if (this.random.chance(0.5)) this.#teamWrites(mate, phrases.done, true);
    this.#teamCloses(mate);
    if (this.random.chance(0.04)) this.#reopen(mate);
  }

  openTicket(): void {
    const { id } = this.setting;
    this.ticket ??= { id: `T${id.slice(1)}`, url: `https://desk.harbor.example/tickets/${id.slice(2)}` };
  }

  /** Rules of the desk close what has been quiet for a day. */
  closeQuietly(): void {
    this.wait(24 * 3_600);
    this.events.push({ type: 'closed', at: this.at, by: automation });
  }

  reopen(): void {
    this.events.push({ type: 'reopened', at: this.at, by: visitor });
  }

  #teamWrites(mate: Actor, text: string, isPublic: boolean): void {
    this.waitOneOf(TEAM_REPLY_MINUTES, isPublic ? 60 : 6);
    this.at = whenTeamWorks(this.at, this.random, this.setting.utcOffsetMs);
    const message = { type: 'message', at: this.at, by: mate, text } as const;
    this.events.push(isPublic ? message : { ...message, public: false });
  }

  #teamCloses(mate: Actor): void {
    this.waitOneOf(CLOSE_MINUTES, MINUTE_MS / SECOND_MS);
    this.at = whenTeamWorks(this.at, this.random, this.setting.utcOffsetMs);
    const inTicket = this.random.chance(0.6);
    if (inTicket && this.ticket !== null) this.ticket = { ...this.ticket, closedAt: this.at };
    // Some sources only tell the ticket's close, some both, some only the event.
    if (!inTicket || this.random.chance(0.7)) this.events.push({ type: 'closed', at: this.at, by: mate });
  }

  #reopen(mate: Actor): void {
    this.wait(this.random.quantile([1, 3, 8, 20]) * 3_600);
    this.visitorWrites(phrases.comingBack);
    this.reopen();
    if (this.ticket !== null) this.ticket = { ...this.ticket, closedAt: null };
    this.#teamWrites(mate, phrases.done, true);
    this.#teamCloses(mate);
  }
}
