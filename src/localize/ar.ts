import { breakdownsInArabic } from './ar-breakdowns.js';
import { cardInArabic } from './ar-card.js';
import { countChartsInArabic } from './ar-count-charts.js';
import { countedInArabic } from './ar-counted.js';
import { definitionsInArabic } from './ar-definitions.js';
import { exportInArabic } from './ar-export.js';
import { filtersInArabic } from './ar-filters.js';
import { gapCostInArabic } from './ar-gap-cost.js';
import { gapExportInArabic } from './ar-gap-export.js';
import { gapPanelInArabic } from './ar-gap-panel.js';
import { gapWorkInArabic } from './ar-gap-work.js';
import { gapsInArabic } from './ar-gaps.js';
import { ownReportInArabic } from './ar-own-report.js';
import { rateChartsInArabic } from './ar-rate-charts.js';
import { shortAnswersInArabic } from './ar-short-answers.js';
import { timeInArabic } from './ar-time.js';
import { windowInArabic } from './ar-window.js';
import type { Format } from './format.js';
import type { CountAt, CountSummary, Messages, RateAt, RateSummary } from './messages.js';
import { pluralOf } from './plural.js';
import { rich, strong } from './rich-text.js';

/** The Arabic texts. */
export function arabic(format: Format): Messages {
  const plural = pluralOf('ar');
  const counted = countedInArabic(format);
  const { count, ratio, ratioTick, ratioSpoken, duration } = format;
  const time = timeInArabic(format);
  const window = windowInArabic(format);
  const inBucket = ({ grain, reference }: Pick<RateSummary, 'grain' | 'reference'>, start: number): string =>
    time.inside(grain, start, reference);
  const rateIn = (summary: RateSummary, { rate, start }: RateAt): string =>
    `${ratioSpoken(rate)} ${inBucket(summary, start)}`;
  const countIn = (summary: CountSummary, { count: amount, start }: CountAt): string =>
    `${count(amount)} ${inBucket(summary, start)}`;
  const unfinished = ({ grain, unfinished: amount }: Pick<RateSummary, 'grain' | 'unfinished'>): readonly string[] =>
    amount === 0 ? [] : [`لم يكتمل بعد: ${time.buckets(grain, amount)}.`];

  return {
    card: cardInArabic(format),
    filters: filtersInArabic(format),
    gaps: gapsInArabic(format),
    gapCost: gapCostInArabic(format),
    gapExport: gapExportInArabic,
    gapPanel: gapPanelInArabic(format),
    gapWork: gapWorkInArabic(format),
    shortAnswers: shortAnswersInArabic(format),
    definitions: definitionsInArabic(format),
    export: exportInArabic,

    buckets: {
      state: time.state,
      title: time.title,
      axis: (grain, start, reference) =>
        grain === 'month' ? format.monthShort(start, reference) : format.day(start, reference),
      column: (grain) => ({ day: 'اليوم', week: 'أسبوع', month: 'الشهر' })[grain],
      clipped: 'لا يُحتسب إلا الجزء الواقع ضمن الفترة',
    },

    figures: {
      ofHandled: window.ofHandled,
      ofAnswers: (part, whole) => `${count(part)} من ${counted(whole, 'answer', 'genitive')}`,
      ofConversations: (whole) => `من ${counted(whole, 'conversation', 'genitive')}`,
      medianIs: (ms) => `الوسيط ${duration(ms)}`,
      pending: window.pending,
      pendingCanChange: (amount) =>
        plural(amount, {
          one: 'واحدة منها قد تتغيّر',
          two: 'اثنتان منها قد تتغيّران',
          other: `${count(amount)} منها قد تتغيّر`,
        }),
      canEndBetween: (low, high) => `قد ينتهي بين ${ratio(low)} و${ratio(high)}`,
      interval: (low, high) => `مجال الثقة ${ratioTick(0.95)} من ${ratioTick(low)} إلى ${ratioTick(high)}`,
      intervalColumn: `مجال الثقة ${ratioTick(0.95)}`,
      intervalRange: (low, high) => `من ${ratioTick(low)} إلى ${ratioTick(high)}`,
      nothingHandled: 'لم يُعالَج شيء بعد',
      nothingResolved: 'لم يُحل شيء بعد',
      noAnswers: 'لا تقييمات بعد',
    },

    comparison: {
      points: (rate, then) => rich`${strong(`${format.points(rate, then)} نقطة`)} عن الأسبوع الماضي`,
      change: (change) => rich`${strong(format.change(change))} عن الأسبوع الماضي`,
      timeThen: (ms) => rich`${duration(ms)} في الأسبوع الماضي`,
      noClearChange: (then) => rich`لا تغيّر واضح (${then} حينها)`,
      lastWeek: (then) => rich`${then} في الأسبوع الماضي`,
      nothingThen: rich`لا شيء للمقارنة في الأسبوع الماضي`,
    },

    comparisonBefore: {
      points: (rate, then) => rich`${strong(`${format.points(rate, then)} نقطة`)} عن الفترة السابقة`,
      change: (change) => rich`${strong(format.change(change))} عن الفترة السابقة`,
      timeThen: (ms) => rich`${duration(ms)} في الفترة السابقة`,
      noClearChange: (then) => rich`لا تغيّر واضح (${then} في الفترة السابقة)`,
      lastWeek: (then) => rich`${then} في الفترة السابقة`,
      nothingThen: rich`لا شيء للمقارنة في الفترة السابقة`,
      whole: 'الفترة كلها',
      before: 'الفترة السابقة',
      column: 'المقارنة',
    },

    impact: {
      title: 'الأثر هذا الأسبوع',
      note: (weekStart, reference) =>
        `من ${format.weekdayDay(weekStart, reference)} حتى الآن، مقارنةً بالجزء نفسه من الأسبوع الماضي كما كان حينها`,
      noteSnapshot: (weekStart, reference) =>
        `من ${format.weekdayDay(weekStart, reference)} حتى الآن، دون مقارنة: هذا المصدر لا يعرف إلا الحاضر`,
      resolved: 'محادثات تم حلها',
      resolvedSet: 'حُسمت هذا الأسبوع',
      resolvedPending: (amount) =>
        plural(amount, {
          one: `محادثة واحدة من هذا الأسبوع ما زالت ضمن مهلة ${window.hours}`,
          two: `محادثتان من هذا الأسبوع ما زالتا ضمن مهلة ${window.hours}`,
          other: `${count(amount)} من هذا الأسبوع ما زالت ضمن مهلة ${window.hours}`,
        }),
      handled: 'محادثات تمت معالجتها',
      averageResolutionTime: 'متوسط وقت الحل',
      overResolvedSet: (amount) =>
        plural(amount, {
          one: 'من محادثة واحدة محلولة، حُسمت هذا الأسبوع',
          two: 'من محادثتين محلولتين، حُسمتا هذا الأسبوع',
          other: `من ${count(amount)} محلولة، حُسمت هذا الأسبوع`,
        }),
      deflectionRate: 'معدل التحويل الذاتي',
      helpfulRate: 'تقييم «مفيد»',
      empty: {
        title: 'لا محادثات هذا الأسبوع',
        text: 'تظهر أرقام هذا الأسبوع هنا عندما يكتب أحد الزوار.',
      },
      table: {
        figure: 'المؤشر',
        thisWeek: 'هذا الأسبوع',
        of: 'من',
        lastWeek: 'الأسبوع الماضي حينها',
        comparison: 'المقارنة',
      },
    },

    rateCharts: rateChartsInArabic(format),
    countCharts: countChartsInArabic(format),
    breakdowns: breakdownsInArabic(format),
    ownReport: ownReportInArabic(format),

    tab: {
      label: 'الأداء',
      topic: 'أسئلة موضوع',
      views: { reports: 'التقارير', 'knowledge-gaps': 'فجوات المعرفة' },
      sections: {
        resolutions: 'الحلول والتقييم',
        workload: 'حجم العمل',
        handoffs: 'التحويل الذاتي والتسليم',
      },
    },

    charts: {
      inBuckets: time.inBuckets,
      soFar: (rate) => `${ratio(rate)} حتى الآن`,
      stillRunning: (grain, pattern) =>
        `${pattern === 'ring' ? 'الحلقة' : 'المظلّل'}: ${time.current[grain]}، لم ينتهِ بعد`,
      axisFrom: (rate) => `يبدأ المحور عند ${ratioTick(rate)}.`,
      low: 'ينتهي على الأقل عند',
      high: 'ينتهي على الأكثر عند',
      state: 'الحالة',
    },

    spoken: {
      chart: 'رسم بياني',
      rate: (point) => {
        const clauses = [time.title(point.grain, point.start, point.reference)];
        if (point.rate === null) clauses.push(`${point.name} غير معروف بعد`);
        else {
          clauses.push(`${point.name} ${ratioSpoken(point.rate)}`);
          clauses.push(`${count(point.numerator)} من ${count(point.denominator)}`);
        }
        if (point.state !== 'complete') clauses.push(time.state(point.state));
        if (point.pending) clauses.push(point.pending);
        if (typeof point.low === 'number' && typeof point.high === 'number') {
          clauses.push(`قد ينتهي بين ${ratioSpoken(point.low)} و${ratioSpoken(point.high)}`);
        }
        return clauses.join('، ');
      },
      count: (point) => {
        const clauses = [time.title(point.grain, point.start, point.reference), `${count(point.count)} ${point.what}`];
        if (point.state !== 'complete') clauses.push(time.state(point.state));
        if (point.pending !== undefined) clauses.push(point.pending);
        return clauses.join('، ');
      },
      summary: (summary) => {
        const { first, last, lowest, highest } = summary;
        const span = `${summary.label} ${time.overBuckets(summary.grain, summary.buckets)}`;
        const sentences: string[] = [];
        if (first === null || last === null) sentences.push(`${span}: ${summary.nothing}.`);
        else if (first.start === last.start) sentences.push(`${span}: ${rateIn(summary, last)}.`);
        else sentences.push(`${span}: من ${rateIn(summary, first)} إلى ${rateIn(summary, last)}.`);
        if (lowest !== null && highest !== null && lowest.rate !== highest.rate)
          sentences.push(`الأدنى ${rateIn(summary, lowest)}، والأعلى ${rateIn(summary, highest)}.`);
        return [...sentences, ...unfinished(summary)].join(' ');
      },
      countSummary: (summary) => {
        const { parts, first, last, lowest, highest } = summary;
        const all = `المجموع ${count(summary.total)}`;
        const each = parts.map(({ label, total }) => `${label} ${count(total)}`);
        const span = `${summary.label} ${time.overBuckets(summary.grain, summary.buckets)}`;
        const sentences = [`${span}: ${[all, ...each].join('، ')}.`];
        if (first !== null && last !== null && first.start !== last.start)
          sentences.push(`من ${countIn(summary, first)} إلى ${countIn(summary, last)}.`);
        if (lowest !== null && highest !== null && lowest.count !== highest.count)
          sentences.push(`الأدنى ${countIn(summary, lowest)}، والأعلى ${countIn(summary, highest)}.`);
        return [...sentences, ...unfinished(summary)].join(' ');
      },
    },
  };
}
