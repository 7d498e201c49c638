/** Where the focus is, and whether it can be seen there. These functions run in the page; each is whole in itself. */

/** Whether this stands before what has the focus, in the order of the page. */
export const isBefore = (element: Element): boolean => {
  const wayTo = (node: Node): Node[] => {
    const root = node.getRootNode();
    return root instanceof ShadowRoot ? [...wayTo(root.host), node] : [node];
  };
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return false;
  const [mine, theirs] = [wayTo(element), wayTo(focused)];
  const fork = mine.findIndex((node, index) => node !== theirs[index]);
  const [here, there] = [mine[fork], theirs[fork]];
  return here !== undefined && there?.compareDocumentPosition(here) === Node.DOCUMENT_POSITION_PRECEDING;
};

/** What has the focus without being seen: it has no outline, or its middle is out of sight or under something else. Empty when all is well. */
export const sightOfFocus = (): string => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement) return '';
  const name = `${focused.localName}#${focused.id} »${focused.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 40)}«`;
  const outlines = (one: Element | null, part?: string): boolean => {
    const { outlineStyle = 'none', outlineWidth = '0' } = one ? getComputedStyle(one, part) : {};
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  };
  const outlined = [focused, focused.closest('.choice'), focused.closest('.tick'), focused.closest('.field')].some((one) => outlines(one));
  // The last stop in a field for a day is the browser's own calendar button, which shows the focus itself.
  const isCalendar = focused.matches('input[type=date]:not(:focus-visible)');
  // Where a whole card can be pressed, the card is outlined.
  if (!outlined && !outlines(focused, '::after') && !isCalendar) return `${name} has no outline`;
  const [box] = focused.getClientRects();
  if (!box || box.width === 0 || box.height === 0) return `${name} has no size`;
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  // Of something tall, so much as a line of text and its frame needs is enough.
  const [wide, high] = [Math.max(right - left, 0) / box.width, Math.max(bottom - top, 0) / Math.min(box.height, 64)];
  if (wide < 0.5 || high < 0.5) return `${name} is out of sight`;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const topmost = (root: Document | ShadowRoot): Element | null => {
    const hit = root.elementFromPoint(x, y);
    return hit?.shadowRoot && hit.shadowRoot !== root ? topmost(hit.shadowRoot) : hit;
  };
  const hit = topmost(document);
  const around = (node: Node | null): Node[] => {
    if (!node) return [];
    const parent = node instanceof Element && node.assignedSlot ? node.assignedSlot : node.parentNode;
    return [node, ...around(parent instanceof ShadowRoot ? parent.host : parent)];
  };
  return around(hit).includes(focused) || around(focused).includes(hit ?? focused)
    ? ''
    : `${name} is under ${hit ? `${hit.localName}.${hit.className}` : 'nothing'}`;
};
