import type { ConversationRecord, HandoffCause } from '../conversation/record.js';
import type { ConversationDraft } from './conversation-draft.js';
import { agent, phrases, team } from './help-desk.js';
import type { Weighted } from './random.js';
import type { Scenario } from './story.js';

/** Fields of a record that its scenario sets. */
type RecordFlags = Partial<Pick<ConversationRecord, 'initiatedBy' | 'eligible' | 'excluded'>>;

const CAUSES: readonly Weighted<HandoffCause>[] = [
  ['agent', 52],
  ['automation', 27],
  ['manual', 19],
  ['unknown', 2],
];

/** How often the visitor asks for a person before a handoff of this cause. */
const REQUESTS_BEFORE: Readonly<Record<HandoffCause, number>> = {
  agent: 0.45,
  automation: 0.15,
  manual: 0.1,
  unknown: 0.1,
};

/** Writes each scenario's events, and hands back what it sets on the record itself. */
export const scenarios: Readonly<Record<Scenario, (draft: ConversationDraft) => RecordFlags | void>> = {
  resolved(draft) {
    open(draft);
    draft.agentReplies('sources');
    if (draft.random.chance(0.001)) comeBackNextDay(draft);
    praise(draft);
    if (draft.random.chance(0.02)) note(draft);
    if (draft.random.chance(0.7)) draft.closeQuietly();
  },

  handoff(draft) {
    open(draft);
    const cause = draft.random.weighted(CAUSES);
    const wordless = cause === 'agent' && draft.random.chance(0.04);
    if (!wordless) draft.agentReplies(draft.random.chance(0.6) ? 'sources' : 'none', draft.random.integer(1, 2));
    if (!wordless && draft.random.chance(draft.setting.outage ? 0.3 : 0.04)) draft.feedback('negative', 'last');
    if (draft.random.chance(REQUESTS_BEFORE[cause])) draft.requestTransfer();
    handOff(draft, cause);
    if (!wordless && draft.random.chance(0.14)) draft.feedback('positive');
  },

  'human-joined'(draft) {
    open(draft);
    draft.agentReplies('sources');
    draft.teamWorks(draft.random.weighted(team));
    if (draft.random.chance(0.16)) draft.feedback('positive');
  },

  unanswered(draft) {
    open(draft);
    draft.agentReplies('none');
    if (draft.matter.sources.length > 0) return findWayOut(draft);
    const mood = draft.random.next();
    if (mood < 0.06) draft.feedback('negative');
    else if (mood < 0.1) draft.feedback('neutral', 'last');
    draft.openTicket();
    if (draft.random.chance(0.5)) draft.closeQuietly();
  },

  disliked(draft) {
    open(draft);
    draft.agentReplies('sources');
    draft.feedback('negative', draft.random.chance(0.5) ? 'last' : 'conversation');
    if (draft.random.chance(0.5)) draft.closeQuietly();
  },

  'transfer-only'(draft) {
    open(draft);
    draft.agentReplies('sources');
    draft.requestTransfer();
    if (draft.random.chance(0.5)) draft.closeQuietly();
  },

  'unknown-grounding'(draft) {
    open(draft);
    draft.agentReplies('unknown');
  },

  'late-handoff'(draft) {
    open(draft);
    draft.agentReplies('sources');
    praise(draft);
    draft.closeQuietly();
    draft.wait(draft.random.quantile([49, 60, 80, 140]) * 3_600);
    draft.visitorWrites(phrases.comingBack);
    draft.reopen();
    handOff(draft, draft.random.pick(['automation', 'manual']));
  },

  unhandled(draft) {
    draft.visitorWrites(draft.matter.question);
    if (draft.random.chance(0.15)) draft.assign(agent);
    if (draft.random.chance(0.08)) return;
    workWithoutAgent(draft);
  },

  'not-eligible'(draft) {
    draft.visitorWrites(draft.matter.question);
    workWithoutAgent(draft);
    return { eligible: false };
  },

  proactive(draft) {
    const mate = draft.random.weighted(team);
    draft.events.push({ type: 'message', at: draft.at, by: mate, text: phrases.outreach });
    if (draft.random.chance(0.5)) {
      draft.waitOneOf([60, 600, 3_600, 20_000]);
      draft.visitorWrites(draft.random.pick(phrases.followUps));
      if (draft.random.chance(0.7)) draft.agentReplies('sources', 1);
    }
    return { initiatedBy: 'team' };
  },

  spam(draft) {
    draft.visitorWrites(phrases.spam);
    if (draft.random.chance(0.3)) draft.agentReplies('none', 1);
    return { excluded: 'spam' };
  },

  test(draft) {
    draft.visitorWrites(phrases.test);
    draft.agentReplies('sources', 1);
    return { excluded: 'test' };
  },
};

/** The visitor asks, and nearly always the desk says that the agent is to answer. */
function open(draft: ConversationDraft): void {
  draft.visitorWrites(draft.matter.question);
  if (draft.setting.channel === 'email') draft.openTicket();
  draft.wait(draft.random.quantile([0.3, 0.8, 2]));
  if (draft.random.chance(0.95)) draft.assign(agent);
}

function praise(draft: ConversationDraft): void {
  if (draft.replies > 1 && draft.random.chance(0.28)) {
    draft.feedback(draft.random.chance(0.85) ? 'positive' : 'negative', 'first');
  }
  const mood = draft.random.next();
  if (mood < 0.15) draft.feedback('positive', draft.random.chance(0.4) ? 'last' : 'conversation');
  else if (mood < 0.2) draft.feedback('neutral');
}

function comeBackNextDay(draft: ConversationDraft): void {
  draft.wait(draft.random.quantile([16, 20, 26]) * 3_600);
  draft.visitorWrites(phrases.comingBack);
  draft.agentReplies('sources', 1);
}

/** Asked once more, the agent finds something after all. */
function findWayOut(draft: ConversationDraft): void {
  draft.visitorAsksOn();
  draft.agentReplies('sources', 1);
  praise(draft);
  if (draft.random.chance(0.7)) draft.closeQuietly();
}

function note(draft: ConversationDraft): void {
  draft.wait(draft.random.integer(300, 7_200));
  const by = draft.random.weighted(team);
  draft.events.push({ type: 'message', at: draft.at, by, public: false, text: phrases.note });
}

function handOff(draft: ConversationDraft, cause: HandoffCause): void {
  draft.wait(draft.random.quantile(cause === 'manual' ? [30, 120, 600, 3_600] : [1, 2, 4]));
  const mate = draft.random.weighted(team);
  const inWords = cause !== 'manual' || draft.random.chance(0.7);
  if (inWords) {
    const toNobody = draft.random.chance(0.2);
    draft.events.push({ type: 'handoff', at: draft.at, cause, ...(toNobody ? {} : { to: mate }) });
    draft.wait(1);
    if (toNobody || draft.random.chance(0.4)) draft.assign(mate);
  } else draft.assign(mate, draft.random.weighted(team)); // Some desks only tell the new assignee.
  draft.teamWorks(mate);
}

function workWithoutAgent(draft: ConversationDraft): void {
  const mate = draft.random.weighted(team);
  draft.wait(draft.random.quantile([5, 60, 600]));
  draft.assign(mate);
  draft.teamWorks(mate);
}
