/** The first step of the guide: who the subscription is for. */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { UserPage } from '../../src/subscriptions/user-row.ts';
import { answers, at as faultAt, line } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import {
  at,
  begin,
  companiesFrom,
  fieldErrors,
  fill,
  fillPlan,
  fillSim,
  listedErrors,
  next,
  ordersOf,
  pick,
  send,
  receipt,
  type Company,
} from './guide.ts';
import { ask } from './profiles.ts';
import { all, control, find, heard, one, plain, reads, textOf } from './screen.ts';

const company = companiesFrom(94, 101);

interface Known {
  readonly id: string;
  readonly name: string;
}

/** The people of a company. */
const peopleOf = async ({ id }: Company): Promise<readonly Known[]> => {
  const question = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 50 };
  const { items } = await ask<UserPage>(`companies/${id}/users/search`, { method: 'POST', body: question });
  return items.flatMap(({ user }) => user ?? []);
};

const options = (element: Element) => all(element, '[role=option]').filter((option) => option.checkVisibility());

/** Opens the look-up and types into it. */
const lookUp = async (element: SubscriptionsElement, words: string): Promise<void> => {
  pick(element, 'En eksisterende bruger');
  await until(() => all(element, '#user').length, 'the look-up');
  one(element, '#user').focus();
  await sendKeys({ type: words });
};

describe('the guide’s step for the user', () => {
  afterEach(cleanup);

  it('has nothing chosen beforehand, and shows what fits the answer (R20.1, R20.2, D14)', async () => {
    const element = await begin(await company());
    expect(all(element, ':checked')).to.have.lengthOf(0);
    expect(all(element, 'form input[type=text], form input[type=email]')).to.have.lengthOf(0);
    pick(element, 'En ny bruger');
    await until(() => all(element, '#name').length, 'the fields');
    expect(all(element, 'form .form-field > label').map(({ innerText }) => plain(innerText))).to.deep.equal([
      'Navn',
      'E-mailadresse Valgfrit',
      'Omkostningssted Valgfrit',
    ]);
    pick(element, 'En eksisterende bruger');
    await until(() => all(element, '#user').length, 'the look-up');
    expect(all(element, '#name')).to.have.lengthOf(0);
    expect(textOf(element)).to.contain('Begynd at skrive brugerens navn');
  });

  it('orders for an existing user, found by the first letter and chosen by keyboard (R20.2, R21.1, R21.4, D15)', async () => {
    const own = await company();
    const [person] = await peopleOf(own);
    if (!person) throw new Error('The company has nobody.');
    const element = await begin(own);
    await lookUp(element, person.name.slice(0, 1));
    await until(() => options(element).length, 'suggestions');
    await sendKeys({ type: person.name.slice(1) });
    await until(() => options(element).length === 1 && plain(options(element)[0]?.innerText ?? '').startsWith(person.name), 'the person');
    await sendKeys({ press: 'ArrowDown' });
    await until(() => one(element, '#user').getAttribute('aria-activedescendant'), 'the first suggestion to be marked');
    await sendKeys({ press: 'Enter' });
    await until(() => heard(element).includes(`${person.name} er valgt.`), 'the choice to be told');
    await at(element, 'Bruger');
    await sendKeys({ press: 'Enter' });
    await at(element, 'Abonnement');
    await fillPlan(element, 'Datasim 10 GB', 'Simkort');
    await fillSim(element);
    expect(plain(one(element, '.part-line').innerText)).to.contain(person.name);
    send(element);
    await receipt(element);
    const [order] = await ordersOf(own);
    expect(order?.items[0]?.user).to.deep.equal({ id: person.id, name: person.name });
    expect((await peopleOf(own)).filter(({ name }) => name === person.name)).to.have.lengthOf(1);
  });

  it('counts only somebody chosen: text that was only typed is no answer (R21.6)', async () => {
    const element = await begin(await company());
    await lookUp(element, 'a');
    next(element);
    await until(() => listedErrors(element).length, 'the error');
    expect(fieldErrors(element)).to.deep.equal(['Vælg en bruger på listen, eller vælg ”En ny bruger”.']);
    expect(one(element, '#user').matches(':focus')).to.equal(true);
  });

  it('takes the typed name over to a new user when nobody is called that (R22.1, R22.2)', async () => {
    const own = await company();
    const before = await peopleOf(own);
    const element = await begin(own);
    await lookUp(element, 'Xenia Zachow');
    await reads(element, 'Vi fandt ingen bruger med det navn.');
    control(element, 'Opret som ny bruger').click();
    await until(() => all(element, '#name').length, 'the fields');
    expect(one<HTMLInputElement>(element, '#name').value).to.equal('Xenia Zachow');
    await until(() => one(element, '#name').matches(':focus'), 'the focus');
    expect(await peopleOf(own)).to.deep.equal(before);
    next(element);
    await at(element, 'Abonnement');
  });

  it('says that a typed name is somebody’s already and offers that person, without standing in the way (R22.3)', async () => {
    const own = await company();
    const [person] = await peopleOf(own);
    if (!person) throw new Error('The company has nobody.');
    const element = await begin(own);
    pick(element, 'En ny bruger');
    await fill(element, 'name', person.name);
    await reads(element, 'Der findes allerede en bruger med det navn.');
    expect(heard(element)).to.contain('Der findes allerede en bruger med det navn.');
    next(element);
    await at(element, 'Abonnement');
    one(element, '.steps [data-route="new/user"]').click();
    await at(element, 'Bruger');
    await until(() => find(element, `Brug ${person.name}`), 'the offer');
    control(element, `Brug ${person.name}`).click();
    await until(() => all(element, '#user').length, 'the look-up');
    expect(one<HTMLInputElement>(element, '#user').value).to.equal(person.name);
    next(element);
    await at(element, 'Abonnement');
    expect(plain(one(element, 'aside').innerText)).to.contain(`Bruger ${person.name}`);
  });

  it('sends of both answers only the one that was given last (R20.3)', async () => {
    const own = await company();
    const seen = counting();
    const element = await begin(own, { fetch: seen.fetch });
    const [person] = await peopleOf(own);
    if (!person) throw new Error('The company has nobody.');
    await lookUp(element, person.name);
    await until(() => options(element).length, 'suggestions');
    options(element)[0]?.click();
    await until(() => heard(element).includes('er valgt.'), 'the choice');
    pick(element, 'En ny bruger');
    await fill(element, 'name', '  Sofus   Sand ');
    next(element);
    await at(element, 'Abonnement');
    await fillPlan(element, 'Datasim 10 GB', 'Simkort');
    await fillSim(element);
    send(element);
    await receipt(element);
    const sent = seen.requests.find(({ method, url }) => method === 'POST' && url.endsWith('/orders'));
    const body = (await sent?.json()) as { items: { user: unknown }[] };
    expect(body.items[0]?.user).to.deep.equal({ name: 'Sofus Sand', email: null, costCentre: null });
  });

  it('says that looking up has failed, and looks again on request (R21.5)', async () => {
    const wire = line();
    const element = await begin(await company(), { fetch: wire.fetch });
    wire.use(faultAt('/look-up', answers(422)));
    await lookUp(element, 'a');
    await until(() => find(element, 'Prøv igen'), 'the way to try again');
    wire.use();
    control(element, 'Prøv igen').click();
    await until(() => options(element).length || textOf(element).includes('Vi fandt ingen bruger'), 'the answer');
  });

  it('takes a name of a hundred characters, and no longer one (R16.2)', async () => {
    const element = await begin(await company());
    pick(element, 'En ny bruger');
    await fill(element, 'name', 'a'.repeat(100));
    expect(one<HTMLInputElement>(element, '#name').maxLength).to.equal(100);
    next(element);
    await at(element, 'Abonnement');
  });
});
