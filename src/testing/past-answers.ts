import type { ShortAnswer } from '../gaps/gap-records.js';
import { askedAtOf } from '../gaps/questions.js';
import type { TopicQuestions } from '../gaps/topics.js';
import { topicIdOf } from './gap-topics.js';
import { team } from './help-desk.js';
import { answeredInVain, answeredLately, IN_VAIN_MS, LATELY_MS } from './unanswered-topics.js';

const HOUR_MS = 3_600_000;

/** What the team wrote about the topics of the past, by what their titles begin with. */
const ANSWERS: readonly (readonly [beginning: string, answer: string])[] = [
  ['Spare parts', 'Spare parts are in the shop under Service, Parts: enter the model, and only what fits is shown.'],
  [
    'Care instructions',
    'Wipe it with a damp cloth and let it dry in the air. No bleach, no tumble dryer, no solvents.',
  ],
  [
    'Replacement strap',
    'Straps come in two lengths and cost €9. Reply with the colour and we send one with the next post.',
  ],
  ['Weight and size', 'Weight and size are on the product page under Specifications, packed and unpacked.'],
  ['Manual in French', 'The manual is there in French as a PDF on the product page under Downloads.'],
  [
    'Recall notice',
    'Only serial numbers that begin with 24 are recalled. We replace those for free; yours is on the label.',
  ],
  [
    'Trade-in value',
    'We take it back for up to 40 % of its price, depending on its state. Send three photos for an offer.',
  ],
  ['Extended warranty', 'The warranty can be extended to five years within 30 days of the purchase, in your account.'],
  ['Import duty', 'Inside the EU there is none. Elsewhere the carrier collects duty and tax at the door.'],
  ['Repair price', 'A repair costs €45 plus parts. We tell the sum before we begin, and looking at it is free.'],
  ['Country of origin', 'It is made in Portugal. The certificate of origin is on the product page under Downloads.'],
  ['Gift card code', 'Codes have no letter O and no letter I: type the digits 0 and 1 instead. A code works once.'],
  ['Change the name', 'The name on an order can be changed until the label is printed, in your account under Orders.'],
  ['Discount code used twice', 'A code works once. Was the order cancelled, it works again an hour later.'],
  ['Pay in three parts', 'Yes: choose “Three parts” at the checkout. There is no interest and no fee, from €60 on.'],
];
const OTHERWISE = 'Our team looks at these one by one: reply with your order number, and a person takes over.';

/** What was made of the resolved questions: one short answer a topic, a day after the last of them. */
export function pastAnswersOf(topics: readonly TopicQuestions[], now: number): readonly ShortAnswer[] {
  const madeAt = new Map([
    [topicIdOf(answeredLately), now - LATELY_MS],
    [topicIdOf(answeredInVain), now - IN_VAIN_MS],
  ]);
  return topics.flatMap(({ id, title, questions }, index) => {
    const resolved = questions.filter(({ status }) => status === 'resolved');
    if (resolved.length === 0) return [];
    const lastAskedAt = resolved.reduce((latest, question) => Math.max(latest, askedAtOf(question)), -Infinity);
    const number = id.slice(2);
    return [
      {
        id: `sa-${number}`,
        question: title.endsWith('?') ? title : `${title}?`,
        answer: ANSWERS.find(([beginning]) => title.startsWith(beginning))?.[1] ?? OTHERWISE,
        createdAt: madeAt.get(id) ?? Math.min(now, lastAskedAt + 26 * HOUR_MS),
        createdBy: team[index % team.length]?.[0].name ?? null,
        topicId: id,
        resolvesQuestionIds: resolved.map((question) => question.id),
        url: `https://desk.harbor.example/short-answers/${number}`,
      },
    ];
  });
}
