import type { Action, Actor, Source } from '../conversation/record.js';
import type { Weighted } from './random.js';

/** The customer agent of the made-up help desk. */
export const agent: Actor = { kind: 'agent', id: 'agent', name: 'Harbor Assistant' };
export const visitor: Actor = { kind: 'visitor' };
export const automation: Actor = { kind: 'automation', name: 'Routing rules' };

function teammate(id: string, name: string): Actor {
  return { kind: 'teammate', id, name };
}

/** The team, with how much each takes on. */
export const team: readonly Weighted<Actor>[] = [
  [teammate('priya', 'Priya Raman'), 21],
  [teammate('jonas', 'Jonas Weber'), 19],
  [teammate('amira', 'Amira Haddad'), 17],
  [teammate('tomas', 'Tomás Oliveira'), 14],
  [teammate('mei', 'Mei Chen'), 11],
  [teammate('luca', 'Luca Ferrari'), 6],
  [teammate('hanna', 'Hanna Nowak'), 5],
  [teammate('kofi', 'Kofi Mensah'), 3],
  [teammate('sofia', 'Sofía Álvarez'), 2],
  [teammate('ben', 'Ben O’Connor'), 2],
];

/** Something visitors ask about that the agent can answer. */
export interface AnsweredTopic {
  readonly title: string;
  readonly questions: readonly string[];
  readonly answer: string;
  readonly sources: readonly Source[];
  /** What the agent does for it in the shop's own systems; empty where it only answers. */
  readonly actions: readonly Action[];
}

const HELP_CENTRE = 'https://help.harbor.example/articles/';

/** An article of the help centre. */
export function sourceOf(article: string): Source {
  return { title: article, url: HELP_CENTRE + article.toLowerCase().replaceAll(' ', '-') };
}

function topic(title: string, article: string, questions: readonly string[], answer: string, action?: string) {
  return {
    title,
    questions,
    answer,
    sources: [sourceOf(article)],
    actions: action === undefined ? [] : [{ name: action }],
  };
}

/** What visitors ask about, with how often. */
export const answeredTopics: readonly Weighted<AnsweredTopic>[] = [
  [
    topic(
      'Order status',
      'Track your order',
      ['Where is my order?', 'Has my parcel left yet?', 'tracking number doesn’t work'],
      'Your parcel is on its way and arrives tomorrow between 9 and 13 o’clock.',
      'look-up-order',
    ),
    20,
  ],
  [
    topic(
      'Returns',
      'Return an item',
      ['How do I send something back?', 'Return label please', 'It does not fit, what now?'],
      'You can return it within 30 days. I have put the label into your account.',
      'create-return-label',
    ),
    16,
  ],
  [
    topic(
      'Refunds',
      'When you get your refund',
      ['When do I get my money back?', 'Refund still not here'],
      'We pay back within five working days after the parcel has arrived with us.',
      'look-up-refund',
    ),
    11,
  ],
  [
    topic(
      'Delivery',
      'Delivery times and costs',
      ['How long does delivery take?', 'What is shipping to Denmark?'],
      'Delivery takes two to four working days and is free from 50 €.',
    ),
    11,
  ],
  [
    topic(
      'Payment',
      'Ways to pay',
      ['Can I pay by invoice?', 'My card is refused'],
      'You can pay by card, invoice, PayPal or bank transfer. A refused card often needs the bank’s approval.',
    ),
    9,
  ],
  [
    topic(
      'Account and password',
      'Log in and reset your password',
      ['I cannot log in', 'Forgot my password', 'reset mail never comes'],
      'I have sent you a new link. It is valid for one hour.',
      'send-password-link',
    ),
    8,
  ],
  [
    topic(
      'Warranty',
      'Warranty and repair',
      ['It broke after a year, is that covered?', 'How do I claim warranty?'],
      'The warranty covers three years. Send us a photo and your order number.',
    ),
    7,
  ],
  [
    topic(
      'Cancel an order',
      'Cancel or change an order',
      ['Please cancel my order', 'Ordered twice by mistake'],
      'It has not been packed yet, so I have cancelled it. You get a mail in a minute.',
      'cancel-order',
    ),
    6,
  ],
  [
    topic(
      'Sizes',
      'Find your size',
      ['Which size should I take?', 'Does it run small?'],
      'It runs true to size. Between two sizes take the larger one.',
    ),
    5,
  ],
  [
    topic(
      'Vouchers',
      'Vouchers and gift cards',
      ['Where do I enter my voucher?', 'Is my voucher still valid?'],
      'Enter it in the last step of the checkout. Vouchers are valid for three years.',
    ),
    4,
  ],
  [
    topic(
      'Opening hours',
      'Our shops',
      ['When are you open on Saturday?', 'Is there a shop in Bremen?'],
      'Our shops are open from 10 to 19 o’clock, on Saturdays to 18 o’clock.',
    ),
    3,
  ],
];

/** Short texts that fit any topic. */
export const phrases = {
  followUps: [
    'Thanks, and how long does that take?',
    'ok',
    'And if it does not work?',
    'Do I have to do anything else?',
  ],
  unsure: 'I am sorry, I have found nothing about this. Could you say it in other words?',
  transfer: 'Can I talk to a person, please?',
  comingBack: 'Hi, it is me again, it still does not work.',
  takingOver: ['Hi, I am taking over here. Let me check that for you.', 'Hello, I have looked into it.'],
  done: 'That is settled now. Is there anything else?',
  note: 'Checked with the warehouse, see the order.',
  outreach: 'Your delivery is delayed by a day. We are sorry and keep you posted.',
  spam: 'Grow your web traffic with our offer!!!',
  test: 'test test',
} as const;
