import ts from 'typescript';

/** The titles of all tests in a file, in order: the first argument of `it(…)` and `test(…)`. What a template fills in is `…`. */
export function titlesOf(source: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && ['it', 'test'].includes(node.expression.text)) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
      else if (title && ts.isTemplateExpression(title))
        titles.push(title.head.text + title.templateSpans.map((span) => `…${span.literal.text}`).join(''));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('titles.ts', source, ts.ScriptTarget.Latest));
  return titles;
}
