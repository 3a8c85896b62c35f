/** What a page would do that takes a text for more than a text: sets this name on its window. */
export const MARK = 'hostileTextRan';

const RUN = `globalThis.${MARK}=1`;

/** Each kind of hostile text, with a number in it so that no two are the same. */
const KINDS: readonly ((number: number) => string)[] = [
  (number) => `<script>${RUN}</script> ${number}`,
  (number) => `<img src=x${number} onerror="${RUN}">`,
  (number) => `<svg/onload=${RUN}> ${number}`,
  (number) => `"><iframe srcdoc="<script>parent.${MARK}=1</script>"></iframe> ${number}`,
  (number) => `</textarea></style></title><body onload=${RUN}> ${number}`,
  (number) => `' onmouseover='${RUN}' autofocus onfocus='${RUN}' x='${number}`,
  (number) => `<a href="javascript:${RUN}">click ${number}</a>`,
  (number) => `javascript:${RUN}//${number}`,
  (number) => `data:text/html,<script>${RUN}</script>${number}`,
  (number) => `\${${RUN}} {{constructor.constructor('${RUN}')()}} <%= ${number} %>`,
  (number) => `\u202Egnp.exe \u2066${number}\u202D reversed \u200F\u061C`,
  (number) => `${'Z\u0351\u036B\u0343\u0360\u0337a\u0334\u0358l\u0489\u0321g\u0335o\u0489'.repeat(20)} ${number}`,
  (number) => `${number} ${'x'.repeat(50_000)}`,
  (number) => `${number} ${'بحث طويل '.repeat(5_600)}`,
  (number) => `null \u0000 byte ${number} \u0007\u001B[2J\u009B`,
  (number) => `broken \uD83D surrogates \uDE00 ${number} \uDBFF`,
  (number) => `${'a'.repeat(299)}\u{1F600} cut through ${number}`,
  (number) => `=HYPERLINK("https://evil.example/${number}","Click")`,
  (number) => `\t=cmd|'/C calc'!A${number}`,
  (number) => `@SUM(1+${number})*cmd|' /C calc'!A0`,
  (number) => `-2+3+cmd|' /C calc'!A${number}`,
  (number) => `"=1+${number}";+${number};\n=${number}`,
  (number) => `${'👩‍👩‍👧‍👦'.repeat(100)} ${number}`,
  (number) => `<!--${number}--><![CDATA[ ]]><?php ?> &lt;b&gt; &#x3C;script&#x3E;`,
  (number) => ` ${number} \u2028\u2029\uFEFF\u00AD\u200B`,
];

/** Two hundred texts that visitors could write, none of them kindly; no two are the same. */
export const hostileTexts: readonly string[] = Array.from({ length: 200 }, (_, place) =>
  KINDS[place % KINDS.length]!(Math.floor(place / KINDS.length)),
);
