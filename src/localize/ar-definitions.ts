import type { OutcomeRules } from '../conversation/rules.js';
import { countedInArabic } from './ar-counted.js';
import { windowInArabic } from './ar-window.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';

const GROUNDING: Readonly<Record<OutcomeRules['unknownGrounding'], string>> = {
  undeterminable: 'إذا لم يذكر المصدر هل استند الرد إلى مرجع، فلا يمكن تحديد النتيجة.',
  grounded: 'إذا لم يذكر المصدر هل استند الرد إلى مرجع، فيُحتسب كأنه استند.',
  ungrounded: 'إذا لم يذكر المصدر هل استند الرد إلى مرجع، فيُحتسب كأنه لم يستند.',
};

/** What each figure means, in Arabic. */
export function definitionsInArabic(format: Format): Messages['definitions'] {
  const counted = countedInArabic(format);
  const { hours } = windowInArabic(format);
  const windowOf = (ms: number): string => {
    const length = ms / 3_600_000;
    return Number.isInteger(length) ? counted(length, 'hour', 'genitive') : format.duration(ms);
  };
  return {
    rules: (rules) => [
      `تُحسم المحادثة بعد ${windowOf(rules.windowMs)} من آخر رد للوكيل.`,
      rules.requireNoHuman
        ? 'المحادثة التي شارك فيها شخص لا تُعد محلولة.'
        : 'المحادثة التي شارك فيها شخص يمكن أن تُعد محلولة.',
      GROUNDING[rules.unknownGrounding],
    ],
    resolved: {
      text: `محادثات حلها الوكيل دون تدخل بشري: انقضت ${hours} على آخر رد له، واستند إلى مرجع أو نفّذ إجراءً، ولم يُطلب تسليمها إلى شخص، ولم يكن آخر تقييم سلبيًا.`,
      formula: `الحلول التي حُسمت في الفترة، عند انتهاء مهلة ${hours}`,
    },
    handled: {
      text: 'محادثات رد فيها الوكيل على الزائر أو سلّمها.',
      formula: 'المحادثات المعالَجة حسب بدئها',
    },
    averageResolutionTime: {
      text: 'الوقت من بدء الزائر حتى آخر رد للوكيل، للحلول التي حُسمت في الفترة.',
      formula: 'مجموع أوقات الحل ÷ الحلول المحسومة',
    },
    deflectionRate: {
      text: `نسبة المحادثات المعالَجة التي لم يشارك فيها أي شخص. مؤقتة حتى تنقضي ${hours}.`,
      formula: 'التحويلات الذاتية ÷ المعالَجة',
    },
    helpfulRate: {
      text: 'نسبة التقييمات الإيجابية من كل التقييمات التي قدّمها الزوار للوكيل، حسب وقت تقديمها.',
      formula: 'الإيجابية ÷ كل التقييمات',
    },
    resolutionRate: {
      text: `نسبة المحادثات المحسومة التي حلها الوكيل دون تدخل بشري. لا تُحتسب المحادثات التي ما زالت ضمن مهلة ${hours}؛ ويوضح النطاق إلى أي حد يمكن أن تغيّر المعدل.`,
      formula: 'المحلولة ÷ (المحلولة + غير المحلولة)',
    },
    handleRate: {
      text: 'نسبة محادثات الزوار التي رد فيها الوكيل أو سلّمها.',
      formula: 'المعالَجة ÷ المحادثات',
    },
    handoffRate: {
      text: 'نسبة المحادثات المعالَجة التي انتقلت إلى شخص، سواء سلّمها الوكيل أو الأتمتة أو أحد أعضاء الفريق.',
      formula: 'المسلَّمة ÷ المعالَجة',
    },
    resolvedByStart: {
      text: `محادثات حلها الوكيل دون تدخل بشري، حسب وقت بدئها. محادثات آخر ${hours} ما زالت معلّقة.`,
      formula: 'المحادثات المحلولة حسب بدئها',
    },
    pending: {
      text: `محادثات معالَجة لم تنقضِ ${hours} على آخر رد للوكيل فيها: ستصبح محلولة أو غير محلولة.`,
      formula: 'المحادثات المعلّقة حسب بدئها',
    },
    deflected: {
      text: `محادثات معالَجة لم يشارك فيها أي شخص. ليست محلولة دائمًا: فقد يكون الزائر غادر. مؤقتة حتى تنقضي ${hours}.`,
      formula: 'التحويلات الذاتية حسب بدء محادثاتها',
    },
    feedback: {
      text: 'تقييمات قدّمها الزوار لردود الوكيل، كلٌّ حسب وقت تقديمه.',
      formula: 'التقييمات حسب النوع، في وقتها',
    },
    handoffs: {
      text: 'محادثات معالَجة انتقلت إلى شخص، كلٌّ منها مرة واحدة، حسب سبب التسليم الأول: الوكيل أو الأتمتة أو أحد أعضاء الفريق أو سبب غير معروف.',
      formula: 'عمليات التسليم حسب بدء محادثاتها',
    },
    closedByTeammate: {
      text: 'محادثات أغلقها أحد أعضاء الفريق: من كانت مسندة إليه حينها، وإلا فمن أغلقها. لا تشمل المحادثات التي حلها الوكيل.',
      formula: 'المحادثات المغلقة حسب بدئها',
    },
    funnel: {
      text: 'المحادثات المسندة إلى الوكيل، وما انتقل منها إلى شخص، وما أُغلقت تذكرته بعد ذلك.',
      formula: 'المسلَّمة ÷ المسندة',
    },
    averageTimeToClose: {
      text: 'الوقت من الإسناد إلى الوكيل حتى إغلاق التذكرة، للمحادثات التي انتقلت إلى شخص.',
      formula: 'مجموع أوقات الإغلاق ÷ المغلقة',
    },
  };
}
