import { expect } from 'chai';
import { html } from 'lit';
import { link, type LinkHost } from '../../src/ui/link.ts';
import { cleanup, fixture } from '../helpers.ts';

interface Followed {
  readonly control: HTMLElement;
  readonly routes: string[];
}

const linkIn = async (href: LinkHost['href']): Promise<Followed> => {
  const routes: string[] = [];
  const host: LinkHost = { href, navigate: (route) => routes.push(route) };
  const control = await fixture<HTMLElement>(html`${link(host, 'users/u1', 'Åse <b>')}`);
  // What the browser would do with a click that is left to it must not happen to the test's own page.
  control.parentElement?.addEventListener('click', (event) => {
    event.preventDefault();
  });
  return { control, routes };
};

const clicked = (control: HTMLElement, init: MouseEventInit): boolean => {
  let ours = false;
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
  control.addEventListener('click', () => (ours = event.defaultPrevented), { once: true });
  control.dispatchEvent(event);
  return ours;
};

describe('A link inside a widget', () => {
  afterEach(cleanup);

  it('is a real one where the host has addresses, and a button where it has none (R13.1)', async () => {
    const real = await linkIn((route) => `/erhverv/${route}`);
    expect(real.control.localName).to.equal('a');
    expect(real.control.getAttribute('href')).to.equal('/erhverv/users/u1');
    expect(real.control.textContent).to.equal('Åse <b>');
    const alone = await linkIn(undefined);
    expect(alone.control.localName).to.equal('button');
    expect(alone.control.getAttribute('type')).to.equal('button');
  });

  it('goes to its place in the widget on a plain click, and nowhere else (R13.1)', async () => {
    for (const href of [undefined, (route: string) => `#${route}`]) {
      const { control, routes } = await linkIn(href);
      expect(clicked(control, {})).to.be.true;
      expect(routes).to.deep.equal(['users/u1']);
    }
  });

  for (const [what, init] of [
    ['with Ctrl', { ctrlKey: true }],
    ['with Cmd', { metaKey: true }],
    ['with Shift', { shiftKey: true }],
    ['with Alt', { altKey: true }],
    ['of the middle button', { button: 1 }],
  ] as const) {
    it(`leaves a click ${what} to the browser (R13.1)`, async () => {
      const { control, routes } = await linkIn((route) => `#${route}`);
      expect(clicked(control, init)).to.be.false;
      expect(routes).to.deep.equal([]);
    });
  }
});
