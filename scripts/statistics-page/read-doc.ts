/** What the doc comment of a statistic says, in the parts of the page. Empty where it says nothing of that. */
export interface StatisticDoc {
  readonly idea: string;
  readonly formula: string;
  readonly convention: readonly string[];
  readonly undefinedCases: string;
  readonly source: string;
}

/**
 * Takes a doc comment apart: the idea is the first sentence up to a colon, the formula what follows it or else the sentences with
 * mathematics at the head of the second paragraph, the convention the rest up to the tags.
 */
export function readDoc(comment: string): StatisticDoc {
  const { prose, tags } = plainText(comment);
  const [first = '', ...rest] = prose.filter((paragraph) => !isUndefined(paragraph));
  const head = first.split(SENTENCE);
  const { idea, formula } = partedAtFormula(head[0] ?? '');
  const convention = [...rest];
  let said = [formula, ...head.slice(1)].filter((text) => text !== '').join(' ');
  if (!MATHEMATICS.test(said) && convention[0] !== undefined) {
    const sentences = convention[0].split(SENTENCE);
    const end = sentences.findIndex((sentence) => !MATHEMATICS.test(sentence));
    const formulas = sentences.slice(0, end < 0 ? sentences.length : end);
    if (formulas.length > 0) {
      convention.splice(0, 1, sentences.slice(formulas.length).join(' '));
      if (said !== '') convention.unshift(said);
      said = formulas.join(' ');
    }
  }
  const hasFormula = MATHEMATICS.test(said);
  return {
    idea,
    formula: hasFormula ? said : '',
    convention: (hasFormula || said === '' ? convention : [said, ...convention]).filter((text) => text !== ''),
    undefinedCases: prose.find(isUndefined)?.replace(UNDEFINED, '') ?? '',
    source: tags.find((tag) => tag.startsWith('@see '))?.slice('@see '.length) ?? '',
  };
}

const UNDEFINED = /^\*Undefined[^*]*\*\s*/;
const isUndefined = (paragraph: string): boolean => UNDEFINED.test(paragraph);
const SENTENCE = /(?<=[.!?]) (?=[A-Z"`ΣΠ√])/;
const MATHEMATICS = /[ΣΠ√×=·^]| − |\w\)? \/ [|\w(]/;

/** "Growth per unit of the fall: CAGR / maximum drawdown" at its colon, where mathematics follows. */
function partedAtFormula(sentence: string): { idea: string; formula: string } {
  const colon = sentence.indexOf(': ');
  const formula = colon < 0 ? '' : sentence.slice(colon + 2);
  return MATHEMATICS.test(formula) && !formula.startsWith('over ')
    ? { idea: `${sentence.slice(0, colon)}.`, formula }
    : { idea: sentence, formula: '' };
}

/** The paragraphs of a comment without its stars, and its tags, each on one line. */
function plainText(comment: string): { prose: string[]; tags: string[] } {
  const text = comment
    .slice('/**'.length, -'*/'.length)
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n');
  const start = text.search(/^@\w/m);
  const oneLine = (part: string): string => part.replace(/\s+/g, ' ').trim();
  const prose = (start < 0 ? text : text.slice(0, start)).split(/\n{2,}/).map(oneLine);
  const tags =
    start < 0
      ? []
      : text
          .slice(start)
          .split(/^(?=@\w)/m)
          .map(oneLine);
  return { prose: prose.filter((part) => part !== ''), tags };
}
