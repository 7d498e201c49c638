/** Finds words that are written into the code of an element, where no host could replace them and no other language has them. */
import ts from 'typescript';

/** The attributes that are read out or shown. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);
/** The same as properties of an element. */
const spokenProperties = new Set([
  'alt',
  'ariaDescription',
  'ariaLabel',
  'ariaPlaceholder',
  'ariaRoleDescription',
  'ariaValueText',
  'innerText',
  'placeholder',
  'textContent',
  'title',
]);
/** What is called with words for the person. */
const speaking = new Set(['announce', 'setCustomValidity']);

/** Stands for an expression in a template; no text has it. */
const hole = '\u0001';
const letters = /\p{L}/u;

const hasWords = (text: string): boolean => letters.test(text.replace(/&#?\w+;/g, '').replaceAll(hole, ''));

type Place = 'text' | 'spoken' | 'other';

/** Goes through the markup of a template: its words where they are shown or read out, and where each of its expressions stands. */
const read = (markup: string): { readonly words: string[]; readonly holes: Place[] } => {
  const words: string[] = [];
  const holes: Place[] = [];
  const take = (piece: string, place: Place): void => {
    holes.push(...Array<Place>(piece.split(hole).length - 1).fill(place));
    if (place !== 'other' && hasWords(piece)) words.push(piece.replaceAll(hole, '…').trim());
  };
  // A comment, a tag with its attributes, or what stands between.
  for (const [piece] of markup.matchAll(/<!--[\s\S]*?-->|<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+|</gi)) {
    if (!piece.startsWith('<') || piece === '<') take(piece, 'text');
    else if (piece.startsWith('<!--')) take(piece, 'other');
    else
      for (const [part, name, value] of piece.matchAll(/([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)|[^\s]+?/g))
        take(value ?? part, name !== undefined && spoken.has(name.replace(/^[.?]/, '').toLowerCase()) ? 'spoken' : 'other');
  }
  return { words, holes };
};

/** The words that an expression comes to by itself; what it calls is not looked into. */
const wordsOf = (node: ts.Expression | undefined): string[] => {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return hasWords(node.text) ? [node.text] : [];
  if (ts.isTemplateExpression(node))
    return [
      ...[node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).filter(hasWords),
      ...node.templateSpans.flatMap(({ expression }) => wordsOf(expression)),
    ];
  if (ts.isConditionalExpression(node)) return [...wordsOf(node.whenTrue), ...wordsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    // Of a comparison and of `a && b` the left side is a question.
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return wordsOf(node.right);
    return [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken].includes(kind)
      ? [...wordsOf(node.left), ...wordsOf(node.right)]
      : [];
  }
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? wordsOf(node.expression) : [];
};

const inTemplate = ({ template }: ts.TaggedTemplateExpression): string[] => {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return read(template.text).words;
  const { words, holes } = read(
    [template.head, ...template.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(hole),
  );
  return [
    ...words,
    ...template.templateSpans.flatMap(({ expression }, index) => ((holes[index] ?? 'text') === 'other' ? [] : wordsOf(expression))),
  ];
};

/** Letters that a style sheet puts on screen. */
const inStyles = (text: string): string[] =>
  [...text.matchAll(/(?<![\w-])content:\s*(?:"([^"]*)"|'([^']*)')/g)]
    .map(([, double, single]) => (double ?? single ?? '').replace(/\\+[\da-f]{1,6}\s?/gi, ''))
    .filter(hasWords);

const nameOf = (node: ts.Expression): string =>
  ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) ? node.name.text : '';

/** The words written into one file of code, in their order, each as it stands there. */
export const wordsInCode = (source: string): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) {
      const tag = nameOf(node.tag);
      if (tag === 'html' || tag === 'svg') found.push(...inTemplate(node));
      else if (tag === 'css') found.push(...inStyles(node.template.getText()));
    } else if (ts.isCallExpression(node)) {
      const [first, second] = node.arguments;
      if (speaking.has(nameOf(node.expression))) found.push(...wordsOf(first));
      else if (nameOf(node.expression) === 'setAttribute' && first && ts.isStringLiteralLike(first) && spoken.has(first.text))
        found.push(...wordsOf(second));
    } else if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left) &&
      spokenProperties.has(node.left.name.text)
    )
      found.push(...wordsOf(node.right));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('element.ts', source, ts.ScriptTarget.Latest, true));
  return found;
};
