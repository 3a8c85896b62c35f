import type { Format } from './format.js';
import { pluralOf } from './plural.js';

/** Where a counted noun stands: only the dual shows it. */
export type Case = 'nominative' | 'genitive';

/** The forms of a noun beside a number: 1 and 2 are words of their own, 3–10, 11–99, and full hundreds. */
interface Noun {
  readonly one: string;
  readonly two: Readonly<Record<Case, string>>;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

const NOUNS = {
  conversation: feminine('محادثة', 'محادثتان', 'محادثتين', 'محادثات'),
  answer: masculine('تقييم', 'تقييمان', 'تقييمين', 'تقييمات'),
  handoff: feminine('عملية تسليم', 'عمليتا تسليم', 'عمليتي تسليم', 'عمليات تسليم'),
  record: masculine('سجل', 'سجلان', 'سجلين', 'سجلات'),
  channel: feminine('قناة', 'قناتان', 'قناتين', 'قنوات'),
  topic: masculine('موضوع', 'موضوعان', 'موضوعين', 'مواضيع'),
  question: masculine('سؤال', 'سؤالان', 'سؤالين', 'أسئلة'),
  shortAnswer: feminine('إجابة', 'إجابتان', 'إجابتين', 'إجابات'),
  hour: feminine('ساعة', 'ساعتان', 'ساعتين', 'ساعات'),
  day: masculine('يوم', 'يومان', 'يومين', 'أيام'),
  week: masculine('أسبوع', 'أسبوعان', 'أسبوعين', 'أسابيع'),
  month: masculine('شهر', 'شهران', 'شهرين', 'أشهر'),
} as const satisfies Record<string, Noun>;

/** What Arabic texts count. */
export type Counted = keyof typeof NOUNS;

/** Writes numbers with their nouns in Arabic: «محادثتان», «٣ محادثات», «١١ محادثة». */
export function countedInArabic(format: Format): (amount: number, what: Counted, stands?: Case) => string {
  const plural = pluralOf('ar');
  return (amount, what, stands = 'nominative') => {
    const noun: Noun = NOUNS[what];
    const number = format.count(amount);
    return plural(amount, {
      one: noun.one,
      two: noun.two[stands],
      few: `${number} ${noun.few}`,
      many: `${number} ${noun.many}`,
      other: `${number} ${noun.other}`,
    });
  };
}

function feminine(singular: string, nominative: string, genitive: string, several: string): Noun {
  const one = `${singular} واحدة`;
  return { one, two: { nominative, genitive }, few: several, many: singular, other: singular };
}

// From 11 to 99 a noun stands in the accusative, which only a masculine one shows.
function masculine(singular: string, nominative: string, genitive: string, several: string): Noun {
  const one = `${singular} واحد`;
  return { one, two: { nominative, genitive }, few: several, many: `${singular}ًا`, other: singular };
}
