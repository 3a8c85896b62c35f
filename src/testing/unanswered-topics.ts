/** A topic the made-up help desk's agent has no answer to. */
export interface UnansweredTopic {
  readonly title: string;
  /** Visitors' own words. */
  readonly questions: readonly string[];
  /** How some of the conversations end well all the same; absent: none does. */
  readonly wayOut?: WayOut;
}

/** What the agent finds at the second attempt. */
export interface WayOut {
  /** Share of the topic's conversations, 0–1. */
  readonly share: number;
  readonly answer: string;
  /** Title of the article. */
  readonly article: string;
}

const LONG_TITLE =
  'Order placed on the old web shop before the move, paid partly with a gift card and partly by bank transfer, ' +
  'delivered in two parcels of which one came back to the warehouse because the name on the bell was missing, and ' +
  'now the customer account shows neither the order nor the refund nor the gift card that was used for it';

/** Topics visitors ask about now, the most frequent first. Untrusted text on purpose: HTML, other scripts, great length. */
const CURRENT: readonly (readonly [title: string, ...questions: string[]])[] = [
  [
    'Change delivery address after ordering',
    'I moved last week and the parcel is already packed. Can I still change the address?',
    'can u send it to my office instead, order is from yesterday',
    'أريد تغيير عنوان التسليم بعد الدفع، هل هذا ممكن؟',
    'Is there a fee for redirecting to a neighbour?',
  ],
  ['Refund to another card', 'My card was cancelled. Can you refund to a new one?', 'refund to different card pls'],
  ['Invoice with a VAT number', 'I need the invoice with our VAT number on it.', 'Can the VAT ID be added afterwards?'],
  ['Battery swells in the heat', 'The battery got thick in the sun, is it dangerous?', 'Battery bulging, what now?'],
  ['Student discount: which proof', 'Which proof do you take for the student discount?', 'Is a semester card enough?'],
  ['Pick-up point closed on arrival', 'The pick-up point was closed. Where is my parcel now?'],
  ['Two accounts, one loyalty card', 'I have two accounts. Can the points be put together?'],
  ['Repair outside the warranty', 'What does a repair cost after the warranty?', 'Do you repair things from 2019?'],
  ['Gift card code not accepted', 'It says the gift card code is wrong but it is not.', 'gift card doesnt work!!'],
  ['Delivery to a parcel locker abroad', 'Do you ship to parcel lockers in Austria?'],
  ['<b onmouseover="alert(1)">URGENT</b> where is my order?!', '<img src=x onerror=alert(1)> where is it??'],
  [LONG_TITLE, 'I cannot find my old order, nor the money, nor the gift card. Who can help?'],
  ['Altgerät bei Lieferung zurückgeben', 'Nehmen Sie mein altes Gerät bei der Lieferung mit?'],
  ['تتبع الشحنة بدون رقم الطلب', 'كيف أتتبع الشحنة إذا لم يكن لدي رقم الطلب؟'],
  ['Engraving spelled wrong', 'The engraving has a typo, can I send it back?'],
  ['Pay in three parts', 'Can I pay in three parts without an interest?', 'Do you take instalments?'],
  ['Sold out: when is it back', 'When is the Ridge tent back in blue?', 'Any date for the restock?'],
  ['Discount code used twice', 'My code says already used, I never did.'],
  ['Return without the box', 'I threw the box away. Can I still return it?'],
  ['Price lower a day later', 'A day after I bought it, it is 20 % cheaper. Do I get the difference?'],
  ['Delivery on a fixed evening', 'Can the driver come after 6 pm?'],
  ['Change the name on the order', 'I married. Can the order go on my new name?'],
  ['Company account with several buyers', 'Can three colleagues order on one company account?'],
  ['Passkey instead of a password', 'Do you support passkeys?'],
  ['Spare key for the bike lock', 'I lost both keys of my lock.'],
  ['Newsletter in French', 'Can I get the newsletter in French?'],
  ['Donate the return', 'Can I donate the item instead of sending it back?'],
  ['Customs papers for Switzerland', 'Which customs papers come with a parcel to Switzerland?'],
  ['Data export of my account', 'Please send me all data you have about me.'],
  ['Assembly service for the bike', 'Can someone put the bike together for me?'],
  ['Paket beim Nachbarn, welcher?', 'Welcher Nachbar hat mein Paket angenommen?'],
  ['Kettle whistles without water', 'Why does it whistle when it is empty?'],
  ['Insurance number for a lost parcel', 'My insurance wants a number for the lost parcel.'],
  ['Reduce plastic in packaging', 'Can you ship without plastic?'],
  ['App on an older tablet', 'Does the app run on my tablet from 2016?'],
  ['Order by phone for my mother', 'My mother has no email. Can I order for her by phone?'],
  ['Colours on screen and in real life', 'Is the green as dark as on the photo?'],
  ['Second parcel of one order missing', 'Only one of two parcels came.'],
  ['Minimum age for the e-bike', 'May my son of 14 ride the Nova?'],
  ['Collect points for an old order', 'Can I get points for an order from before I joined?'],
];

/** Topics of which visitors are helped at times, by title: how often they are asked about is not what they cost. */
const WAYS_OUT: Readonly<Record<string, WayOut>> = {
  'Change delivery address after ordering': {
    share: 0.65,
    answer: 'Until it is packed you can change the address in your account, under Orders.',
    article: 'Cancel or change an order',
  },
  'Invoice with a VAT number': {
    share: 0.75,
    answer: 'Enter the VAT number in your account, under Billing: the invoice can be downloaded anew then.',
    article: 'Ways to pay',
  },
  'Student discount: which proof': {
    share: 0.5,
    answer: 'A student card or a certificate of this semester: upload it at the checkout.',
    article: 'Discounts and codes',
  },
  'Delivery to a parcel locker abroad': {
    share: 0.6,
    answer: 'The lockers that can be reached are shown at the checkout once the country is chosen.',
    article: 'Delivery times and costs',
  },
};

const PRODUCTS = [
  'Ridge tent',
  'Nova e-bike',
  'Lumen desk lamp',
  'Breeze fan',
  'Pico speaker',
  'Atlas suitcase',
  'Trail headlamp',
  'Ember stove',
  'Drift kayak',
  'Mono watch',
  'Slate backpack',
  'Fjord jacket',
] as const;

const MATTERS = [
  'Spare parts',
  'Care instructions',
  'Replacement strap',
  'Weight and size',
  'Manual in French',
  'Recall notice',
  'Trade-in value',
  'Extended warranty',
  'Import duty',
  'Repair price',
  'Country of origin',
] as const;

function pastTopic(matter: string, product: string): UnansweredTopic {
  const title = `${matter} for the ${product}`;
  return { title, questions: [`${title}?`, `Hi, ${matter.toLowerCase()} for my ${product}, please.`] };
}

/** How many of {@link unansweredTopics} are asked about now; they come first. */
export const currentTopicCount = CURRENT.length;

/** All topics without an answer: those asked about now, then those of the past. */
export const unansweredTopics: readonly UnansweredTopic[] = [
  ...CURRENT.map(([title, ...questions]) => {
    const wayOut = WAYS_OUT[title];
    return { title, questions, ...(wayOut === undefined ? {} : { wayOut }) };
  }),
  ...PRODUCTS.flatMap((product) => MATTERS.map((matter) => pastTopic(matter, product))),
];

/** Places of topics that were dealt with once and are asked about again. */
export const returnedTopics: readonly number[] = [0, 8, 17];

/** Place of the topic that was answered a few days ago. */
export const answeredLately = 15;
/** How long ago that was: too short to tell whether it helped. */
export const LATELY_MS = 5 * 24 * 3_600_000;

/** Place of the topic whose short answer has not helped: visitors ask as before. */
export const answeredInVain = 17;
/** How long ago it was answered. */
export const IN_VAIN_MS = 56 * 24 * 3_600_000;
