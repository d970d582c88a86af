/** Breaks a sentence into lines of at most `width` characters; later lines are indented. A longer word keeps its own line. */
export function wrapText(sentence: string, width = 100, indent = '  '): string {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(/ +/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
