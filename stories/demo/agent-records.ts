import type { DeskChannel } from './inbox-types.js';

/** Something the customer agent may answer from. */
export interface ContentPiece {
  readonly title: string;
  readonly kind: 'kindArticle' | 'kindPolicy' | 'kindGuide';
  /** Days ago. */
  readonly changed: number;
  readonly usedByAgent: boolean;
}

export const contentPieces: readonly ContentPiece[] = [
  { title: 'Returns and exchanges', kind: 'kindPolicy', changed: 6, usedByAgent: true },
  { title: 'Delivery times by country', kind: 'kindArticle', changed: 13, usedByAgent: true },
  { title: 'Repairs: what we mend, and for how much', kind: 'kindArticle', changed: 34, usedByAgent: true },
  { title: 'Find your boot size', kind: 'kindGuide', changed: 41, usedByAgent: true },
  { title: 'Gas and stoves when travelling', kind: 'kindGuide', changed: 58, usedByAgent: true },
  { title: 'Vouchers and reduced goods', kind: 'kindPolicy', changed: 77, usedByAgent: true },
  { title: 'Group orders', kind: 'kindPolicy', changed: 112, usedByAgent: false },
  { title: 'Washing down jackets and sleeping bags', kind: 'kindGuide', changed: 140, usedByAgent: true },
  { title: 'Invoices for companies', kind: 'kindArticle', changed: 203, usedByAgent: false },
];

/** Who answers first on a channel, and when. */
export interface ChannelRule {
  readonly channel: DeskChannel;
  readonly firstAnswer: 'byAgent' | 'byTeam';
  readonly hours: 'always' | 'weekdays';
}

export const channelRules: readonly ChannelRule[] = [
  { channel: 'chat', firstAnswer: 'byAgent', hours: 'always' },
  { channel: 'email', firstAnswer: 'byAgent', hours: 'always' },
  { channel: 'whatsapp', firstAnswer: 'byAgent', hours: 'always' },
  { channel: 'phone', firstAnswer: 'byTeam', hours: 'weekdays' },
];
