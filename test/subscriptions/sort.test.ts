import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { cleanup, until } from '../helpers.ts';
import { companyOf, cvr, open } from './open.ts';
import { all, column, control, focusIn, heard, one, openSort, plain, rows, sortBy, textOf } from './screen.ts';

const sortedHead = (element: Element): string[] =>
  all(element, 'th[aria-sort]').map((head) => `${plain(head.innerText)} ${String(head.getAttribute('aria-sort'))}`);

/** Addresses are identifiers: they stand in no language's order (SRT-7). */
const root = new Intl.Collator('en');
const danish = new Intl.Collator('da', { numeric: true });

const openByKeys = async (element: Element): Promise<void> => {
  control(element, 'Sorter visning').focus();
  await sendKeys({ press: 'Enter' });
  await until(() => focusIn().startsWith('Navn'), 'the focus on the present choice');
};

describe('»Sorter visning«', () => {
  afterEach(cleanup);

  it('stands at the right of the list’s head with the present order in it (R12.1)', async () => {
    const element = await open('maja');
    const button = control(element, 'Sorter visning');
    expect(plain(button.innerText)).to.equal('Sorter visning Navn');
    const { right, bottom } = button.getBoundingClientRect();
    expect(right).to.be.closeTo(element.getBoundingClientRect().right, 1);
    expect(bottom).to.be.below(one(element, 'table').getBoundingClientRect().top);
  });

  it('orders by the last word of the name where the operator wants that, and by the name as displayed otherwise (D8)', async () => {
    const element = await open('maja');
    element.setAttribute('order-by', 'last-name');
    await until(() => column(element, 0)[3] === 'Çigdem Demir' && column(element, 0)[2] !== 'Bo Ib', 'another order');
    // What no person has is ordered by its label.
    const names = column(element, 0).filter((name) => !name.includes('Uden bruger'));
    const last = (name: string) => name.split(' ').at(-1) ?? '';
    expect(names).to.have.length(24);
    expect(names).to.deep.equal([...names].sort((one, other) => danish.compare(last(one), last(other)) || danish.compare(one, other)));
    element.setAttribute('order-by', 'by chance');
    await until(() => column(element, 0)[2] === 'Bo Ib', 'the order by the name as displayed');
  });

  it('opens the four choices; the present one is marked, also for assistive technology (R12.2)', async () => {
    const element = await open('maja');
    await openSort(element);
    const { yaml } = await executeServerCommand<{ yaml: string }, string>('aria', 'ss-subscriptions [role=menu]');
    expect(yaml).to.match(/menu "Sorter efter"/);
    expect(
      [...yaml.matchAll(/menuitemradio "([^"]+)"( \[checked\])?/g)].map(([, name, checked]) => `${String(name)}${checked ?? ''}`),
    ).to.deep.equal(['Navn , Stigende [checked]', 'Abonnement', 'E-mailadresse', 'Telefonnummer']);
    expect(control(element, 'Sorter visning').getAttribute('aria-expanded')).to.equal('true');
  });

  it('works by keyboard alone: arrows, Home and End go round the choices, Enter chooses, the focus comes back (R12.3)', async () => {
    const element = await open('maja');
    await openByKeys(element);
    const at = async (key: string) => {
      await sendKeys({ press: key });
      return focusIn();
    };
    expect(await at('ArrowUp')).to.equal('Telefonnummer');
    expect(await at('ArrowDown')).to.contain('Navn');
    expect(await at('End')).to.equal('Telefonnummer');
    expect(await at('Home')).to.contain('Navn');
    expect(await at('ArrowDown')).to.equal('Abonnement');
    await sendKeys({ press: 'Enter' });
    await until(() => sortedHead(element).join() === 'Abonnement ascending', 'the order by subscription');
    expect(focusIn()).to.match(/^Sorter visning/);
  });

  it('closes on Escape, gives the focus back to the control and changes nothing (R12.3)', async () => {
    const element = await open('maja');
    await openByKeys(element);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    await until(() => !one(element, '#sort').matches(':popover-open'), 'the menu to close');
    expect(focusIn()).to.match(/^Sorter visning/);
    expect(sortedHead(element)).to.deep.equal(['Navn ascending']);
  });

  it('closes when Tab leaves it (R12.3)', async () => {
    const element = await open('maja');
    await openByKeys(element);
    await sendKeys({ press: 'Tab' });
    await until(() => !one(element, '#sort').matches(':popover-open'), 'the menu to close');
    expect(focusIn()).to.equal('Anders Abildgaard');
  });

  it('announces the new order (R12.4)', async () => {
    const element = await open('maja');
    await sortBy(element, 'E-mailadresse');
    expect(heard(element)).to.equal('Listen er sorteret efter e-mailadresse, stigende.');
    await sortBy(element, 'E-mailadresse');
    expect(heard(element)).to.equal('Listen er sorteret efter e-mailadresse, faldende.');
  });

  it('orders by subscription with digits by value, by e-mail address, by telephone number, and back to name (R11.6, D9)', async () => {
    const element = await open('lars');
    await sortBy(element, 'Abonnement');
    const plans = column(element, 1).map((plan) => plan.replace(/(?<=GB) .+/, ''));
    expect(plans.pop()).to.equal('Intet abonnement');
    expect(plans).to.deep.equal([...plans].sort(danish.compare));
    expect(plans.indexOf('Mobil 5 GB')).to.be.below(plans.indexOf('Mobil 20 GB'));
    await sortBy(element, 'E-mailadresse');
    const addresses = column(element, 2).filter((address) => address.includes('@'));
    expect(addresses).to.deep.equal([...addresses].sort(root.compare));
    await sortBy(element, 'Telefonnummer');
    const numbers = column(element, 3)
      .map((number) => number.replace(/^– /, ''))
      .filter((number) => number !== '–');
    expect(numbers.map((number) => number.replaceAll(/\D/g, '').replace(/^45(?=37)/, ''))).to.deep.equal(
      numbers.map((number) => number.replaceAll(/\D/g, '').replace(/^45(?=37)/, '')).sort(),
    );
    await sortBy(element, 'Navn');
    expect(sortedHead(element)).to.deep.equal(['Navn ascending']);
    expect(column(element, 0).slice(0, 2)).to.deep.equal(['Anders Abildgaard', 'Birthe Bæk']);
  });

  it('turns the order round when the same is chosen again, and starts upwards with another (D10)', async () => {
    const element = await open('lars');
    const upwards = column(element, 0);
    await sortBy(element, 'Navn');
    expect(sortedHead(element)).to.deep.equal(['Navn descending']);
    expect(column(element, 0).filter((name) => name !== 'Søren Sørensen')).to.deep.equal(
      upwards.toReversed().filter((name) => name !== 'Søren Sørensen'),
    );
    await sortBy(element, 'E-mailadresse');
    expect(sortedHead(element)).to.deep.equal(['E-mailadresse ascending']);
  });

  it('breaks ties by name, then by number, upwards in both directions, so that the order is the same every time (R11.7)', async () => {
    const element = await open('lars');
    const sorens = () =>
      rows(element)
        .filter(([name]) => name === 'Søren Sørensen')
        .map((cells) => cells[3]);
    expect(sorens()).to.deep.equal(['67 10 46 33', '67 10 47 70']);
    await sortBy(element, 'Navn');
    expect(sorens()).to.deep.equal(['67 10 46 33', '67 10 47 70']);
    for (let way = 0; way < 2; way++) {
      await sortBy(element, 'Abonnement');
      const same = rows(element)
        .filter((cells) => cells[1] === 'Mobil 20 GB')
        .map((cells) => cells[0] ?? '');
      expect(same)
        .to.deep.equal([...same].sort(danish.compare))
        .and.to.have.lengthOf.above(4);
    }
  });

  it('puts rows without the value last in either direction (R11.8)', async () => {
    const element = await open('lars');
    for (const direction of ['ascending', 'descending']) {
      await sortBy(element, 'E-mailadresse');
      expect(sortedHead(element)).to.deep.equal([`E-mailadresse ${direction}`]);
      expect(
        column(element, 2)
          .slice(-3)
          .every((address) => !address.includes('@')),
      ).to.equal(true);
      expect(column(element, 2)[22]).to.contain('@');
    }
  });

  it('goes back to the first page when the order changes (R11.6, R10.3)', async () => {
    const element = await open('maja', { company: await companyOf('maja', cvr.oeresund) });
    control(element, 'Næste').click();
    await until(() => rows(element).length === 12, 'the second page');
    await sortBy(element, 'E-mailadresse');
    expect(textOf(element)).to.contain('Viser 1–50 af 62');
  });
});
