/** Reads an element as a person does: by the words on it and the names of its controls. */
import { until } from '../helpers.ts';

const inside = (element: Element): ParentNode => element.shadowRoot ?? element;

/** White space of any kind, no-break space too, as one space. */
export const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Everything that is written on an element, also for those who only hear it. */
export const textOf = (element: Element): string => plain(inside(element).querySelector<HTMLElement>('.root')?.innerText ?? '');

export const all = <Found extends HTMLElement = HTMLElement>(element: Element, selector: string): Found[] => [
  ...inside(element).querySelectorAll<Found>(selector),
];

/** The first that fits. Throws where there is none. */
export const one = <Found extends HTMLElement = HTMLElement>(element: Element, selector: string): Found => {
  const [found] = all<Found>(element, selector);
  if (!found) throw new Error(`There is no ${selector} in: ${textOf(element)}`);
  return found;
};

const nameOf = (control: HTMLElement): string => {
  const labels = control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.labels : null;
  return plain(control.getAttribute('aria-label') ?? labels?.[0]?.innerText ?? control.innerText);
};

/** The names of all controls that can be seen, in the order of the page. */
export const controls = (element: Element): string[] =>
  all(element, 'a, button, input, select, summary')
    .filter((control) => control.checkVisibility())
    .map(nameOf);

/** The control whose name begins with these words, if it can be seen. */
export const find = (element: Element, name: string): HTMLElement | undefined =>
  all(element, 'a, button, input, select, summary, [role=option]').find(
    (control) => control.checkVisibility() && nameOf(control).startsWith(name),
  );

/** The same. Throws where there is none. */
export const control = (element: Element, name: string): HTMLElement => {
  const found = find(element, name);
  if (!found) throw new Error(`There is no control "${name}" in: ${textOf(element)}`);
  return found;
};

/** Waits until these words are written on the element. */
export const reads = (element: Element, words: string, milliseconds?: number): Promise<boolean> =>
  until(() => textOf(element).includes(words), `"${words}" to be written`, milliseconds).catch((error: unknown) => {
    throw new Error(`${String(error)}. It reads: ${textOf(element)}`, { cause: error });
  });

/** The rows of the list, each as the text of its cells. */
export const rows = (element: Element): string[][] =>
  all(element, 'tbody tr').map((row) => [...row.querySelectorAll('td')].map((cell) => plain(cell.innerText)));

/** One column of it, counted from 0: name, subscription, e-mail, telephone number, status. */
export const column = (element: Element, index: number): string[] => rows(element).map((cells) => cells[index] ?? '');

/** Waits until the list shows what was asked for last. */
export const listed = (element: Element): Promise<boolean> =>
  until(() => all(element, '.list[aria-busy=false] tbody tr').length > 0, `rows; it reads: ${textOf(element)}`);

/** What is announced to those who do not see it, all live regions together. */
export const heard = (element: Element): string =>
  all(element, '[role=status], [role=alert]')
    .map(({ innerText }) => plain(innerText))
    .filter(Boolean)
    .join(' | ');

/** Types into a field at once, as a paste does. */
export const type = (field: HTMLElement, words: string): void => {
  if (!(field instanceof HTMLInputElement)) throw new Error('This is no field.');
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

const focused = (): Element | null => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
};

/** The name of what has the focus, through all shadow roots; of a heading, its words. */
export const focusIn = (): string => {
  const found = focused();
  return found instanceof HTMLElement && found !== document.body ? nameOf(found) : '';
};

/** Opens »Sorter visning«, whose choices come when it is met. */
export const openSort = async (element: Element): Promise<void> => {
  control(element, 'Sorter visning').click();
  await until(() => all(element, '[role=menuitemradio]').some((choice) => choice.checkVisibility()), 'the choices of the order');
};

/** Chooses an order, and waits until the list stands in it. */
export const sortBy = async (element: Element, words: string): Promise<void> => {
  await openSort(element);
  const before = rows(element).join('\n');
  all(element, '[role=menuitemradio]')
    .find(({ innerText }) => plain(innerText).startsWith(words))
    ?.click();
  await until(() => rows(element).join('\n') !== before && all(element, '.list[aria-busy=false]').length, `the order by ${words}`);
};
