import { countedInArabic } from './ar-counted.js';
import { windowInArabic } from './ar-window.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';

/** What the conversations of topics came to, in Arabic. */
export function gapCostInArabic(format: Format): Messages['gapCost'] {
  const counted = countedInArabic(format);
  const { hours } = windowInArabic(format);
  const { count } = format;
  return {
    column: 'دون حل',
    of: (known) => `من ${count(known)}`,
    pending: (amount) => `${count(amount)} معلّقة`,
    counting: 'جارٍ العد…',
    notKnown: 'غير معروف',
    sorted: {
      ascending: 'مرتبة حسب المحادثات دون حل، الأقل أولًا',
      descending: 'مرتبة حسب المحادثات دون حل، الأكثر أولًا',
    },
    sortedSoFar: (topics) => `مرتبة حتى الآن بين ${counted(topics, 'topic', 'genitive')}`,
    definition: {
      conversations: {
        name: 'المحادثات',
        text: 'محادثات مختلفة سُئل فيها عن الموضوع ولم تكن لدى الوكيل إجابة، كما يعدها مكتب المساعدة.',
        formula: 'المحادثات المختلفة التي فيها سؤال مسرود من الموضوع',
      },
      unsolved: {
        name: 'دون حل',
        text: `كم من هذه المحادثات انتهى دون حل أو سُلّم إلى شخص: هذا ما تكلفه الفجوة. وتحته عدد المحادثات التي يُعرف مسارها. أما المعلّقة فلم تنقضِ ${hours} عليها بعد وقد تنتهي دون حل.`,
        formula: 'غير المحلولة دون تسليم + المسلّمة، كل محادثة مرة واحدة',
      },
      unknown: {
        name: 'ما هو غير معروف',
        text: 'المحادثات الأقدم مما حمّلته هذه الصفحة، والمحذوفة، وتلك التي تستبعدها التقارير تُعد غير معروفة. وإذا لم يذكر المصدر محادثات موضوع ما فلا يُقال شيء.',
        formula: 'محادثات الموضوع − ما يُعرف مساره منها',
      },
    },
  };
}
