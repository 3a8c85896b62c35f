import type { RichText, TextRun } from '../../src/localize/rich-text.js';

/** A stretch of a line in one weight. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
}

/** One line of a text. */
export type Line = readonly Run[];

/**
 * The lines of a text in a width. A word that is wider than that is broken; one that is strong in part is not.
 * @param widthOf how wide a line is
 */
export function breakLines(text: RichText | string, width: number, widthOf: (line: Line) => number): readonly Line[] {
  const fits = (line: Line): boolean => widthOf(trimEnd(line)) <= width;
  const lines: Line[] = [];
  let line: Line = [];
  const end = (): void => {
    lines.push(trimEnd(line));
    line = [];
  };
  for (const word of wordsOf(text)) {
    if (word === 'end') {
      end();
      continue;
    }
    for (const piece of fits(word) ? [word] : lettersOf(word)) {
      if (line.length > 0 && !fits(join(line, piece))) end();
      line = join(line, piece);
    }
  }
  end();
  return lines;
}

/** Each with the space after it; `end` where the text itself begins a new line. */
function wordsOf(text: RichText | string): readonly (Line | 'end')[] {
  const words: (Line | 'end')[] = [];
  let word: Line = [];
  for (const { text: run, strong } of (typeof text === 'string' ? [text] : text).map(runOf)) {
    for (const piece of run.split(/(?<=[ \t\n])/)) {
      word = join(word, [{ text: piece.replace('\n', ''), strong }]);
      if (!/[ \t\n]$/.test(piece)) continue;
      words.push(word);
      if (piece.endsWith('\n')) words.push('end');
      word = [];
    }
  }
  return [...words, word];
}

function runOf(run: TextRun): Run {
  if (typeof run === 'string') return { text: run, strong: false };
  return 'strong' in run ? { text: run.strong, strong: true } : { text: run.code, strong: false };
}

function lettersOf(word: Line): readonly Line[] {
  return word.flatMap(({ text, strong }) => [...text].map((letter) => [{ text: letter, strong }]));
}

/** Two stretches of one weight become one, so that letters fit together as they do in a whole text. */
function join(line: Line, more: Line): Line {
  const last = line.at(-1);
  const [first, ...rest] = more;
  if (last === undefined || first === undefined || last.strong !== first.strong) return [...line, ...more];
  return [...line.slice(0, -1), { text: last.text + first.text, strong: last.strong }, ...rest];
}

function trimEnd(line: Line): Line {
  const last = line.at(-1);
  return last === undefined ? line : [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }];
}
