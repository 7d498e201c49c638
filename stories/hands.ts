/** The reader's hands in a story: finds what is on screen, also inside the elements, and uses it. */

/** The elements on screen that a selector means, shadow roots included. */
export const seen = (root: ParentNode, selector: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? seen(shadowRoot, selector) : [])),
];

/** Waits, a frame at a time, until something is so. @throws when it has not come about after 15 seconds. */
export const until = async (isSo: () => boolean, what: string): Promise<void> => {
  const end = performance.now() + 15_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`The story waits in vain: ${what}`);
    await new Promise(requestAnimationFrame);
  }
};

/** The first element that a selector means, as soon as there is one. */
export const find = async (root: ParentNode, selector: string): Promise<HTMLElement> => {
  await until(() => seen(root, selector).length > 0, selector);
  const [element] = seen(root, selector);
  if (!element) throw new Error(selector);
  return element;
};

export const press = async (root: ParentNode, selector: string): Promise<void> => {
  (await find(root, selector)).click();
};

/** White space of any kind, no-break space too, as one space; without the brackets that a host's own words may stand in. */
const plain = (words: string): string =>
  words
    .replace(/[⟦⟧⟪⟫]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Presses what begins with these words: a button, a way to another place, a card to choose; in front of the rest, if there is such. */
export const pressOn = async (root: ParentNode, words: string): Promise<void> => {
  const fitting = () => {
    const [front] = seen(root, 'dialog[open]');
    const named = seen(front ?? root, 'button, a, label.choice, label.tick').filter((control) => control.checkVisibility());
    return named.find((control) => plain(control.innerText).startsWith(words));
  };
  await until(() => fitting() !== undefined, words);
  fitting()?.click();
};

/** Waits until these words are to be read. */
export const reads = (root: ParentNode, words: string): Promise<void> =>
  until(() => seen(root, '.root').some(({ innerText }) => plain(innerText).includes(words)), words);

export const type = async (root: ParentNode, selector: string, words: string): Promise<void> => {
  const input = (await find(root, selector)) as HTMLInputElement;
  input.focus();
  input.value = words;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

export const choose = async (root: ParentNode, selector: string, value: string): Promise<void> => {
  const select = (await find(root, selector)) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
