import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFormat } from '../../../src/localize/format.js';
import { countedInArabic } from '../../../src/localize/ar-counted.js';
import { localize } from '../../../src/localize/localize.js';
import { plainText } from '../../../src/localize/rich-text.js';

const format = createFormat('ar', 'Europe/Berlin');
const arabic = localize('ar', 'Europe/Berlin').messages;
const monday = Date.UTC(2026, 2, 1, 23);
const friday = Date.UTC(2026, 2, 13, 9, 20);
const plain = (text: Parameters<typeof plainText>[0]) =>
  plainText(text).replaceAll('\u00a0', ' ').replaceAll('\u061c', '');

/** Every text of a catalogue that is written without values. */
function fixedTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(fixedTexts);
}

describe('the Arabic format', () => {
  it('writes Arabic-Indic digits with the separators of the language', () => {
    assert.equal(format.count(1262), '١٬٢٦٢');
    assert.equal(plain(format.ratio(0.6123)), '٦١٫٢٪');
    assert.equal(format.ratioSpoken(0.6123), '٦١٫٢ بالمائة');
    assert.equal(plain(format.compact(1500)), '١٫٥ ألف');
  });

  it('signs differences with a real minus that stands before the number in reading order', () => {
    assert.equal(plain(format.points(0.537, 0.5)), '+٣٫٧');
    assert.equal(plain(format.points(0.469, 0.5)), '\u2212٣٫١');
  });

  it('keeps the digits of the region that was asked for', () => {
    assert.equal(createFormat('ar-MA', 'UTC').count(12), '12');
    assert.equal(createFormat('ar-EG', 'UTC').count(12), '١٢');
  });

  it('writes durations in short words, each on the line of its number', () => {
    assert.equal(format.duration(252_000), '٤\u00a0د ١٢\u00a0ث');
    assert.equal(plain(format.duration(273_600_000)), '٣ أيام ٤ س');
    assert.equal(plain(format.duration(500)), 'أقل من ١ ث');
    assert.equal(format.durationSpoken(252_000), '٤ دقائق و١٢ ثانية');
  });

  it('writes dates of the calendar that weeks and months are cut by', () => {
    assert.equal(format.dateTime(friday), 'الجمعة، ١٣ مارس، ١٠:٢٠\u00a0ص');
    assert.equal(format.dayRange(Date.UTC(2026, 0, 5, 12), friday), '٥ يناير – ١٣ مارس');
    assert.match(createFormat('ar-SA-u-ca-islamic', 'UTC').dayLong(friday), /مارس/);
  });
});

describe('countedInArabic', () => {
  const counted = countedInArabic(format);
  const cases: readonly (readonly [number, string, string])[] = [
    [0, '٠ محادثة', '٠ يوم'],
    [1, 'محادثة واحدة', 'يوم واحد'],
    [2, 'محادثتان', 'يومان'],
    [3, '٣ محادثات', '٣ أيام'],
    [10, '١٠ محادثات', '١٠ أيام'],
    [11, '١١ محادثة', '١١ يومًا'],
    [99, '٩٩ محادثة', '٩٩ يومًا'],
    [100, '١٠٠ محادثة', '١٠٠ يوم'],
    [103, '١٠٣ محادثات', '١٠٣ أيام'],
  ];
  for (const [amount, conversations, days] of cases) {
    it(`uses the form of ${amount}`, () => {
      assert.equal(counted(amount, 'conversation'), conversations);
      assert.equal(counted(amount, 'day'), days);
    });
  }

  it('puts the dual into its case', () => {
    assert.equal(arabic.figures.ofConversations(2), 'من محادثتين');
    assert.equal(arabic.filters.weeks(2), 'آخر أسبوعين');
  });
});

describe('the Arabic messages', () => {
  it('follow all six plural forms', () => {
    assert.equal(arabic.gaps.more(1), 'موضوع واحد إضافي');
    assert.equal(arabic.gaps.more(2), 'موضوعان إضافيان');
    assert.equal(arabic.gaps.more(5), '٥ مواضيع إضافية');
    assert.equal(arabic.gaps.more(38), '٣٨ موضوعًا إضافيًا');
    assert.equal(arabic.gaps.more(100), '١٠٠ موضوع إضافي');
    assert.equal(arabic.card.leftOut(3), 'استُبعدت ٣ سجلات');
    assert.equal(arabic.card.cancelled.text(0), 'لم يصل شيء بعد. تُعرض الأرقام بعد التحميل.');
    assert.equal(arabic.figures.pendingCanChange(2), 'اثنتان منها قد تتغيّران');
    assert.equal(arabic.gapWork.done('dismiss', 1), 'استُبعد سؤال واحد');
    assert.equal(arabic.gapWork.done('dismiss', 5), 'استُبعدت ٥ أسئلة');
    assert.equal(arabic.gapWork.done('resolve', 11), 'أُنشئت إجابة قصيرة، وحُل ١١ سؤالًا');
  });

  it('say a change with its sign, its unit and its words', () => {
    assert.equal(plain(arabic.comparison.points(0.537, 0.5)), '+٣٫٧ نقطة عن الأسبوع الماضي');
    assert.equal(plain(arabic.comparison.noClearChange('٣٠١')), 'لا تغيّر واضح (٣٠١ حينها)');
  });

  it('say a point of a chart in full', () => {
    const point = {
      grain: 'week',
      start: monday,
      reference: monday,
      name: arabic.rateCharts['resolution-rate-chart'].name,
      rate: 1208 / 1973,
      numerator: 1208,
      denominator: 1973,
      state: 'settling',
      pending: arabic.figures.pending(90),
      low: 0.586,
      high: 0.619,
    } as const;
    assert.equal(
      arabic.spoken.rate(point),
      'أسبوع ٢ مارس، معدل الحل ٦١٫٢ بالمائة، ١٬٢٠٨ من ١٬٩٧٣، قيد الحسم، ٩٠ ما زالت ضمن مهلة ٧٢ ساعة، قد ينتهي بين ٥٨٫٦ بالمائة و٦١٫٩ بالمائة',
    );
    assert.equal(
      arabic.spoken.rate({ ...point, rate: null, state: 'complete', pending: '', low: null, high: null }),
      'أسبوع ٢ مارس، معدل الحل غير معروف بعد',
    );
  });

  it('sum a chart up in sentences', () => {
    const first = { rate: 0.509, start: monday - 6 * 604_800_000 };
    const last = { rate: 0.612, start: monday };
    const summary = { label: 'معدل الحل', grain: 'week', reference: monday, nothing: 'x', unfinished: 2 } as const;
    assert.equal(
      arabic.spoken.summary({ ...summary, buckets: 8, first, last, lowest: first, highest: last }),
      'معدل الحل على مدى ٨ أسابيع: من ٥٠٫٩ بالمائة في أسبوع ١٩ يناير إلى ٦١٫٢ بالمائة في أسبوع ٢ مارس. الأدنى ٥٠٫٩ بالمائة في أسبوع ١٩ يناير، والأعلى ٦١٫٢ بالمائة في أسبوع ٢ مارس. لم يكتمل بعد: أسبوعان.',
    );
  });

  it('say what is unfinished, how far it can go and until when', () => {
    const unfinished = {
      grain: 'week',
      reference: monday,
      current: { pending: 738, low: 0.586, high: 0.619 },
      earlier: 12,
      settledBy: monday + 10 * 3_600_000,
      dashed: true,
    } as const;
    assert.equal(
      plain(arabic.rateCharts['resolution-rate-chart'].pending!.foot(unfinished)),
      'المتقطع: ٧٣٨ محادثة من هذا الأسبوع ما زالت ضمن مهلة ٧٢ ساعة؛ يوضح النطاق أين يمكن أن ينتهي المعدل، من ٥٨٫٦٪ إلى ٦١٫٩٪. ' +
        'و١٢ محادثة من أسابيع سابقة. الحسم بحلول الاثنين، ٢ مارس، ١٠:٠٠ ص.',
    );
  });

  it('keep names and ids from turning the sentence around them', () => {
    assert.equal(arabic.card.zone('Europe/Berlin'), 'الأوقات بتوقيت \u2066Europe/Berlin\u2069');
    assert.equal(arabic.gaps.noMatch('VAT (EU)').title, 'لا يوجد موضوع يحتوي على «\u2068VAT (EU)\u2069»');
    assert.equal(arabic.filters.both('Web chat', 'واتساب'), '\u2068Web chat\u2069، \u2068واتساب\u2069');
    assert.equal(arabic.export.downloaded('report.csv'), 'تم تنزيل \u2066report.csv\u2069');
  });

  it('leave names of columns without marks of direction', () => {
    const { header } = arabic.export;
    assert.doesNotMatch(fixedTexts(header).join(''), /[\u061c\u200e\u200f\u2066-\u2069]/);
    assert.equal(arabic.export.withUnit('المعدل', 'ratio'), 'المعدل (نسبة من 0 إلى 1)');
  });

  it('hold no Latin letter but those of names and of code', () => {
    const latin = fixedTexts(arabic).filter((text) => /[A-Za-z]/.test(text));
    assert.deepEqual(latin.toSorted(), [
      '.adapter',
      '<agent-performance>',
      '<agent-performance>',
      'configure({ adapter })',
      'تنزيل CSV',
      'تنزيل JSON',
      'تنزيل PNG',
    ]);
  });
});
