/** »Søg efter adresse« in the address form: two steps, what goes wrong on the way, and a host's own service (R23.6, ADR-9). */
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { Address, TypedAddress } from '../../src/api/address.ts';
import { findAddresses } from '../../src/api/find-addresses.ts';
import type { AddressService, FoundAddresses } from '../../src/api/found-address.ts';
import type { Problem } from '../../src/api/problem.ts';
import type { SessionConnection } from '../../src/session/contexts.ts';
import { AddressForm } from '../../src/ui/address-form.ts';
import { danish as addressDanish } from '../../src/ui/address-messages.ts';
import { messages } from '../../src/ui/address-search-messages.ts';
import { danish as formDanish } from '../../src/ui/form-messages.ts';
import { danish } from '../../src/ui/messages.ts';
import type { Sender } from '../../src/ui/submission.ts';
import { clientBehind, holding } from '../api/clients.ts';
import { answers, at, line, offline, type Fault } from '../faults.ts';
import { cleanup, expectAccessible, until } from '../helpers.ts';
import { all, control, find, focusIn, heard, one, plain, textOf, type } from '../subscriptions/screen.ts';
import { drawn, saying, type DrawnElement } from './drawn.ts';
import { expectBothLanguages, expectGlossary } from './glossary.ts';

const main: Address = {
  ...{ street: 'Prøvevej', houseNumber: '12B', floor: '2', door: 'th', place: null },
  ...{ postcode: '8000', town: 'Aarhus C' },
};

interface Stage {
  readonly element: DrawnElement;
  readonly form: AddressForm;
  /** What was asked of the backend's service: the text, and the entrance where one is looked into. */
  readonly asked: () => (readonly [search: string | null, within: string | null])[];
  readonly problems: Problem[];
  readonly changes: () => number;
  /** How often the form around it was sent. */
  readonly sent: () => number;
  readonly input: () => HTMLInputElement;
}

/** A form around a delivery address, whose fields are open, for a person of their own each time. */
const stage = async (inner: typeof fetch = fetch, addresses?: AddressService | null): Promise<Stage> => {
  const { client, requests } = clientBehind(() => inner, holding('maja'));
  const sender: Sender = [client, 'any'];
  const element = await drawn();
  const problems: Problem[] = [];
  let changes = 0;
  let sent = 0;
  const form = new AddressForm(element, {
    id: 'delivery',
    say: saying({ ...danish, ...formDanish, ...addressDanish, ...messages.da }),
    main: () => main,
    changed: () => (changes += 1),
    search: {
      find: findAddresses,
      room: {
        sender: () => sender,
        connection: { addresses } as SessionConnection,
        adopt: () => Promise.resolve(),
        failed: (problem) => problems.push(problem),
      },
    },
  });
  await element.show(
    () =>
      html`<form
        @submit=${(event: Event) => {
          event.preventDefault();
          sent += 1;
        }}
      >
        ${form.render()}<button>Fortsæt</button>
      </form>`,
  );
  control(element, 'Ret').click();
  await until(() => find(element, 'Vejnavn'), 'the fields');
  return {
    ...{ element, form, problems },
    asked: () =>
      requests.map(({ url }) => {
        const { searchParams } = new URL(url);
        return [searchParams.get('search'), searchParams.get('within')] as const;
      }),
    changes: () => changes,
    sent: () => sent,
    input: () => one<HTMLInputElement>(element, '#delivery-search'),
  };
};

/** The same, as soon as one can search. */
const searching = async (...how: Parameters<typeof stage>): Promise<Stage> => {
  const made = await stage(...how);
  await until(() => find(made.element, 'Søg efter adresse'), 'the search');
  return made;
};

const options = (element: Element): string[] =>
  all(element, '[role=option]')
    .filter((option) => option.checkVisibility())
    .map(({ innerText }) => plain(innerText));

const active = (element: Element): string => {
  const id = one(element, '#delivery-search').getAttribute('aria-activedescendant');
  return id === null ? '' : plain(one(element, `#${id}`).innerText);
};

/** Waits until suggestions for what is typed stand there, the first of which begins so. */
const suggests = ({ element }: Stage, beginning: string): Promise<unknown> =>
  until(
    () => all(element, '#delivery-search-popup[aria-busy=false]').length && options(element)[0]?.startsWith(beginning),
    `»${beginning}« first; there is: ${options(element).join(' | ')} in ${textOf(element)}`,
  );

const typing = async ({ input }: Stage, words: string): Promise<void> => {
  input().focus();
  await sendKeys({ type: words });
};

const fields = ({ element }: Stage): string[] =>
  ['street', 'houseNumber', 'floor', 'door', 'place', 'postcode'].map((name) => one<HTMLInputElement>(element, `#delivery-${name}`).value);

const inside: Address = { ...main, houseNumber: '8', floor: '1', door: 'tv' };
const typedInside: TypedAddress = { ...inside, floor: '1', door: 'tv', place: '' };

/** A service that knows one house, with two doors. */
const house = (more: Partial<AddressService> = {}): AddressService & { readonly calls: unknown[][] } => {
  const calls: unknown[][] = [];
  const found: FoundAddresses = { items: [{ id: 'e1', text: 'Hjemvej 8, 8000 Aarhus C', address: null }], total: 1 };
  const doors: FoundAddresses = {
    items: ['tv', 'th'].map((door) => ({
      id: door,
      text: `Hjemvej 8, 1. ${door}., 8000 Aarhus C`,
      address: { ...inside, street: 'Hjemvej', door },
    })),
    total: 2,
  };
  return {
    calls,
    search: (text, signal, within) => {
      calls.push([text, signal instanceof AbortSignal, within]);
      return Promise.resolve(structuredClone(within === undefined ? found : doors));
    },
    ...more,
  };
};

describe('Searching for an address', () => {
  afterEach(async () => {
    cleanup();
    await setViewport({ width: 800, height: 600 });
  });

  it('takes nothing for an address that is only typed: that is told, and nothing is sent to the one that stood there before (R21.6, R23.2, R25.3)', async () => {
    const { element, form, input } = await searching();
    expect(form.address?.street).to.equal('Prøvevej');
    type(input(), 'Eksempelgade 7');
    await until(() => options(element).length, 'the suggestions');
    expect(form.address).to.equal(undefined);
    expect(await form.check()).to.equal(undefined);
    await until(() => textOf(element).includes('Vælg adressen på listen, eller ryd feltet.'), 'what is wrong');
    expect(form.errors.map(({ id }) => id)).to.deep.equal([input().id]);
    type(input(), '');
    expect((await form.check())?.street).to.equal('Prøvevej');
    expect(form.errors).to.deep.equal([]);
  });

  it('begins with the first letter, shows ten at most and says how many there are (R23.6, D15, R21.7)', async () => {
    const made = await searching();
    await typing(made, 'P');
    await suggests(made, 'P');
    expect(options(made.element)).to.have.lengthOf(10);
    expect(made.asked().at(-1)).to.deep.equal(['P', null]);
    await until(() => /10 forslag.*Viser de første 10 af \d+/.test(heard(made.element)), `it is told: ${heard(made.element)}`);
    await expectAccessible(made.element);
  });

  it('takes two steps by keyboard: an entrance, then its floor and door, and fills in every field (R23.6, ADR-9, R21.4)', async () => {
    const made = await searching();
    await typing(made, 'prøvevej 12b 8000');
    await suggests(made, 'Prøvevej 12B, 8000 Aarhus C');
    await sendKeys({ press: 'ArrowDown' });
    expect(active(made.element)).to.equal('Prøvevej 12B, 8000 Aarhus C');
    await sendKeys({ press: 'Enter' });
    await suggests(made, 'Prøvevej 12B, ');
    await until(() => options(made.element).some((option) => option.includes('st. tv.')), 'the doors');
    expect(focusIn()).to.equal('Søg efter adresse');
    expect(made.input().value).to.equal('Prøvevej 12B, 8000 Aarhus C, ');
    expect(heard(made.element))
      .to.contain('Vælg etage og dør på listen. ')
      .and.to.match(/\d+ forslag/);
    await sendKeys({ press: 'ArrowDown' });
    const chosen = active(made.element);
    await sendKeys({ press: 'Enter' });
    await until(() => heard(made.element).includes(`Felterne er udfyldt med ${chosen}.`), `it is told: ${heard(made.element)}`);
    expect(fields(made).slice(0, 2)).to.deep.equal(['Prøvevej', '12B']);
    expect(focusIn()).to.equal('Søg efter adresse');
    expect(textOf(made.element)).to.contain('Felterne herunder er udfyldt. Du kan stadig rette dem.');
    const address = await made.form.check();
    expect(`${address?.street ?? ''} ${address?.houseNumber ?? ''}, ${address?.floor ?? ''}. ${address?.door ?? ''}.`).to.equal(
      chosen.replace(', 8000 Aarhus C', ''),
    );
    expect([address?.postcode, address?.town]).to.deep.equal(['8000', 'Aarhus C']);
    expect([made.sent(), made.changes()]).to.deep.equal([0, 2]);
    await expectAccessible(made.element);
  });

  it('goes on within an entrance with what is typed behind it, and anew when its name is changed (ADR-9)', async () => {
    const made = await searching();
    await typing(made, 'prøvevej 12b 8000');
    await suggests(made, 'Prøvevej 12B, 8000 Aarhus C');
    all(made.element, '[role=option]')[0]?.click();
    await until(() => options(made.element).length > 1 && options(made.element)[0]?.includes('. '), 'the doors');
    await sendKeys({ type: '2 th' });
    await until(() => options(made.element).join() === 'Prøvevej 12B, 2. th., 8000 Aarhus C', `one: ${options(made.element).join(' | ')}`);
    const [search, within] = made.asked().at(-1) ?? [];
    expect([search, within?.length]).to.deep.equal(['2 th', within?.length]);
    expect(within).to.be.a('string').and.not.to.equal('');
    type(made.input(), 'Eksempel');
    await suggests(made, 'Eksempel');
    expect(made.asked().at(-1)).to.deep.equal(['Eksempel', null]);
  });

  it('fills in a whole address at once by a press, and what stood in the fields is gone (R23.6)', async () => {
    const made = await searching(
      fetch,
      house({
        search: () =>
          Promise.resolve({
            items: [{ id: '1', text: 'Prøvevej 8', address: { ...main, houseNumber: '8', floor: null, door: null } }],
            total: 1,
          }),
      }),
    );
    await typing(made, 'p');
    await suggests(made, 'Prøvevej 8');
    all(made.element, '[role=option]')[0]?.click();
    await until(() => fields(made)[1] === '8', 'the house number');
    expect(fields(made)).to.deep.equal(['Prøvevej', '8', '', '', '', '8000']);
  });

  it('leaves the fields to be edited, and forgets what was found once they say something else (R23.2)', async () => {
    const made = await searching(fetch, house());
    made.form.restore(typedInside);
    await made.element.again();
    await typing(made, 'hjem');
    await suggests(made, 'Hjemvej 8');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await suggests(made, 'Hjemvej 8, 1.');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await until(() => fields(made)[0] === 'Hjemvej', 'the street');
    type(one(made.element, '#delivery-houseNumber'), '9');
    await made.element.updateComplete;
    expect([made.input().value, (await made.form.check())?.houseNumber]).to.deep.equal(['', '9']);
    control(made.element, 'Brug jeres hovedadresse').click();
    await made.element.updateComplete;
    expect(find(made.element, 'Søg efter adresse')).to.equal(undefined);
    expect(await made.form.check()).to.deep.equal(main);
  });

  it('says that nothing fits, and that the fields below can be used (R23.6)', async () => {
    const made = await searching();
    await typing(made, 'qqqqqq');
    const words = 'Vi fandt ingen adresse, der passer. Udfyld felterne herunder i stedet.';
    await until(() => textOf(made.element).includes(words), `it is said: ${textOf(made.element)}`);
    expect(heard(made.element)).to.contain(words);
    await expectAccessible(made.element);
  });

  it('never shows an older answer over a newer one, not even of a service that does not hear that nobody waits (R21.5)', async () => {
    const waiting = new Map<string, (found: FoundAddresses) => void>();
    const search = (text: string) => new Promise<FoundAddresses>((resolve) => waiting.set(text, resolve));
    const answer = (text: string) => {
      waiting.get(text)?.({ items: [{ id: text, text: `${text}vej 1`, address: main }], total: 1 });
    };
    const made = await searching(fetch, { search });
    made.input().focus();
    type(made.input(), 'Prøve');
    await until(() => waiting.has('Prøve'), 'the first question');
    type(made.input(), 'Eksempel');
    await until(() => waiting.has('Eksempel'), 'the second question');
    answer('Eksempel');
    await suggests(made, 'Eksempelvej 1');
    answer('Prøve');
    await new Promise(requestAnimationFrame);
    await made.element.updateComplete;
    expect(options(made.element)).to.deep.equal(['Eksempelvej 1']);
  });

  for (const [what, fault, words] of [
    ['the backend fails', answers(422), 'Noget gik galt hos os. Prøv igen om lidt.'],
    ['there is no connection', offline(), 'Vi kan ikke få forbindelse til Selvbetjening lige nu.'],
  ] as readonly (readonly [string, Fault, string])[])
    it(`says when ${what}, tries again, and does not stand in the way of the fields (R21.5, R23.6, F02)`, async () => {
      const wire = line();
      const made = await searching(wire.fetch);
      wire.use(at('/addresses', fault));
      await typing(made, 'Prøve');
      await until(() => textOf(made.element).includes(words), `it is said: ${textOf(made.element)}`, 8_000);
      expect(textOf(made.element)).to.contain('Du kan også udfylde felterne herunder.');
      expect(await made.form.check()).to.deep.equal(main);
      expect(made.problems.map(({ kind }) => kind))
        .to.have.lengthOf.at.least(1)
        .and.not.to.include('missing');
      wire.use();
      control(made.element, 'Prøv igen').click();
      await suggests(made, 'Prøve');
      expect(focusIn()).to.equal('Søg efter adresse');
    });

  it('is not there where the operator has no address service, which is found out once and without a word (R23.6)', async () => {
    const made = await stage(at('/addresses', answers(404))(fetch));
    await until(() => made.asked().length === 1 && !find(made.element, 'Søg efter adresse'), 'the search to be gone');
    expect(focusIn()).to.equal('Vejnavn');
    expect(made.problems).to.deep.equal([]);
    expect(await made.form.check()).to.deep.equal(main);
    control(made.element, 'Brug jeres hovedadresse').click();
    await made.element.updateComplete;
    control(made.element, 'Ret').click();
    await until(() => find(made.element, 'Vejnavn'), 'the fields');
    expect([made.asked().length, find(made.element, 'Søg efter adresse')]).to.deep.equal([1, undefined]);
  });

  it('that goes away while somebody types takes the focus to the street, and says nothing of a fault (R23.6)', async () => {
    const wire = line();
    const made = await searching(wire.fetch);
    await until(() => made.asked().length === 1, 'the first question');
    wire.use(at('/addresses', answers(404)));
    await typing(made, 'P');
    await until(() => !find(made.element, 'Søg efter adresse'), 'the search to be gone');
    await until(() => focusIn() === 'Vejnavn', 'the focus on the street');
    expect(made.problems).to.deep.equal([]);
  });

  it('is not there where the host wants none, and nothing is asked (R23.6)', async () => {
    const made = await stage(fetch, null);
    await until(() => one<HTMLInputElement>(made.element, '#delivery-town').value, 'the town');
    expect([made.asked().length, find(made.element, 'Søg efter adresse')]).to.deep.equal([0, undefined]);
  });

  it('asks the host’s own service, in two steps too, and not the backend’s (R23.6, ADR-9)', async () => {
    const service = house();
    const made = await searching(fetch, service);
    await typing(made, 'h');
    await suggests(made, 'Hjemvej 8, 8000');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await suggests(made, 'Hjemvej 8, 1. tv.');
    expect(service.calls).to.deep.equal([
      ['h', true, undefined],
      ['', true, 'e1'],
    ]);
    expect(made.asked()).to.deep.equal([]);
  });

  it('offers nothing of a host’s own service that cannot be read, and says when that fails (F09)', async () => {
    const odd = {
      items: [
        { id: '1', text: 7, address: null },
        { id: '2', text: 'Halv Vej 1', address: { street: 'Halv Vej' } },
        { id: '3', text: 'Hel Vej 1, 8000 Aarhus C', address: main },
      ],
      total: 3,
    } as unknown as FoundAddresses;
    let fails = false;
    const search = () => (fails ? Promise.reject(new TypeError('no answer')) : Promise.resolve(structuredClone(odd)));
    const made = await searching(fetch, { search });
    await typing(made, 'h');
    await suggests(made, 'Hel Vej 1');
    expect(options(made.element)).to.deep.equal(['Hel Vej 1, 8000 Aarhus C']);
    fails = true;
    await typing(made, 'e');
    await until(() => textOf(made.element).includes('Noget gik galt hos os.'), 'it is said');
  });

  it('has room at 320 px, with the list below its field (R23.6)', async () => {
    await setViewport({ width: 320, height: 640 });
    const made = await searching();
    await typing(made, 'P');
    await suggests(made, 'P');
    const [field, popup] = [made.input(), one(made.element, '#delivery-search-popup')].map((part) => part.getBoundingClientRect());
    expect(popup && field && popup.left >= 0 && popup.right <= 320 && popup.top >= field.bottom - 1).to.equal(true);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('has the words of the glossary, in both languages (R38.2)', async () => {
    expect(await expectGlossary(messages)).to.be.greaterThan(4);
    await expectBothLanguages(messages);
  });
});
