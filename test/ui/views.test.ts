import { expect } from 'chai';
import { html, LitElement, type PropertyDeclarations } from 'lit';
import { Views } from '../../src/ui/views.ts';
import { cleanup, fixture } from '../helpers.ts';

class PlacesElement extends LitElement {
  static override properties: PropertyDeclarations = { route: {} };

  route = '';
  readonly views: Views = new Views(
    this,
    [
      { path: '', render: () => 'list' },
      { path: 'users/:user', render: () => `user ${this.views.param('user') ?? 'nobody'}` },
    ],
    () => 'nowhere',
  );

  protected override willUpdate(): void {
    this.views.show(this.route);
  }

  protected override render(): unknown {
    return this.views.outlet();
  }
}

customElements.define('x-places', PlacesElement);

const placeOf = async (route: string): Promise<string> => {
  const element = await fixture<PlacesElement>(html`<x-places .route=${route}></x-places>`);
  return element.renderRoot.textContent;
};

describe('The views of a widget', () => {
  afterEach(cleanup);

  for (const [route, place] of [
    ['', 'list'],
    ['users/u1', 'user u1'],
    ['users/%C3%A5%2Fb', 'user å/b'],
    ['users/', 'nowhere'],
    ['users/u1/more', 'nowhere'],
    ['elsewhere', 'nowhere'],
    ['users/%E0%A4%A', 'user nobody'],
  ] as const) {
    it(`show »${place}« at »${route}«, in the first picture (F30)`, async () => {
      expect(await placeOf(route)).to.equal(place);
    });
  }

  it('follow the route at once', async () => {
    const element = await fixture<PlacesElement>(html`<x-places></x-places>`);
    element.route = 'users/u1';
    await element.updateComplete;
    expect(element.renderRoot.textContent).to.equal('user u1');
  });

  it("leave the page's links and its address alone (F30)", async () => {
    const before = location.href;
    const page = await fixture<HTMLElement>(html`<div><a href="#users/u1">link</a><x-places></x-places></div>`);
    const heard: boolean[] = [];
    const listen = (event: Event) => {
      heard.push(event.defaultPrevented);
      event.preventDefault();
    };
    window.addEventListener('click', listen);
    page.querySelector('a')?.click();
    window.removeEventListener('click', listen);
    expect(heard).to.deep.equal([false]);
    expect(page.querySelector('x-places')?.renderRoot.textContent).to.equal('list');
    expect(location.href).to.equal(before);
  });
});

declare global {
  interface HTMLElementTagNameMap {
    'x-places': PlacesElement;
  }
}
