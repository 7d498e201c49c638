import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { searchUsers } from '../../src/subscriptions/api.ts';
import { textField } from '../../src/ui/field.ts';
import { danish as lookUpDanish } from '../../src/ui/look-up-messages.ts';
import { danish } from '../../src/ui/messages.ts';
import { Namesakes } from '../../src/ui/namesakes.ts';
import type { Sender } from '../../src/ui/submission.ts';
import { clientBehind, holding } from '../api/clients.ts';
import { offline } from '../faults.ts';
import { cleanup, expectAccessible, until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import { companyOf, cvr } from '../subscriptions/open.ts';
import { all, control, controls, heard, one, textOf } from '../subscriptions/screen.ts';
import { drawn, saying, type DrawnElement } from './drawn.ts';

interface User {
  readonly id: string;
  readonly name: string;
}

interface Stage {
  readonly element: DrawnElement;
  readonly used: User[];
  readonly paths: () => string[];
  readonly name: (words: string) => Promise<void>;
  sender: Sender | undefined;
}

/** The field for a new user's name, and the hint below it. */
const stage = async (inner: typeof fetch = fetch): Promise<Stage> => {
  const { client, paths } = clientBehind(() => inner, holding('maja'));
  const element = await drawn();
  const used: User[] = [];
  const made: Stage = {
    element,
    used,
    paths,
    sender: [client, await companyOf('maja', cvr.nordlys)],
    name: async (words) => {
      one(element, 'input').focus();
      await sendKeys({ type: words });
    },
  };
  let name = '';
  const namesakes = new Namesakes<User>(element, {
    say: saying({ ...danish, ...lookUpDanish }),
    sender: () => made.sender,
    search: async ([as, company], search, signal) => {
      const question = { search, sort: 'name', direction: 'ascending', offset: 0, limit: 20 } as const;
      const { items, total = 0 } = await searchUsers(as, company, question, signal);
      return { items: items.flatMap(({ user }) => (user?.name ? [{ id: user.id, name: user.name }] : [])), total };
    },
    label: (user) => user.name,
    describe: () => 'Mobil 5 GB',
    use: (user) => used.push(user),
  });
  await element.show(() => [
    textField({
      id: 'name',
      label: 'Navn',
      value: name,
      typed: (value) => {
        name = value;
        namesakes.ask(value);
      },
    }),
    namesakes.render(),
  ]);
  return made;
};

describe('The hint that somebody of that name is there already', () => {
  afterEach(cleanup);

  it('is told when the name is typed to its end, in any writing, and offers that user (R22.3)', async () => {
    const { element, used, name } = await stage();
    await name('åse ågård');
    await until(() => all(element, '.strip').length, `the hint; it reads: ${textOf(element)}`);
    expect(heard(element)).to.match(/^Der findes allerede en bruger med det navn\. Brug Åse Ågaard, Mobil 5 GB/);
    await expectAccessible(element);
    control(element, 'Brug Åse Ågaard').click();
    expect(used.map((user) => user.name)).to.deep.equal(['Åse Ågaard']);
  });

  it('offers each of several namesakes (R21.2, R22.3)', async () => {
    const { element, name } = await stage();
    await name('søren sørensen');
    await until(() => all(element, '.strip').length, 'the hint');
    expect(controls(element).filter((words) => words.startsWith('Brug Søren Sørensen'))).to.have.length(2);
  });

  it('is not there for a part of a name, nor for a name that nobody has, and goes when the name is changed (R22.3)', async () => {
    const { element, paths, name } = await stage();
    await name('bo');
    await until(() => paths().length === 1, 'the question');
    await name(' ib');
    await until(() => all(element, '.strip').length, 'the hint');
    await name('sen');
    await element.again();
    expect([all(element, '.strip').length, heard(element)]).to.deep.equal([0, '']);
  });

  it('asks once typing pauses, and nothing for nothing (R22.1)', async () => {
    const { element, paths, name } = await stage();
    expect(paths()).to.deep.equal([]);
    await name('bo ib');
    await until(() => all(element, '.strip').length, 'the hint');
    expect(paths().length).to.be.lessThan(5);
    const asked = paths().length;
    for (let times = 0; times < 5; times++) await sendKeys({ press: 'Backspace' });
    await until(() => all(element, '.strip').length === 0, 'the hint to go');
    await element.again();
    expect(paths().length - asked).to.be.lessThan(4);
  });

  it('is silent when it cannot be found out: it only hints (R22.3, F01)', async () => {
    const { element, paths, name } = await stage(offline()(fetch));
    await name('bo ib');
    await until(() => paths().length === 3, 'three attempts');
    await element.again();
    expect([textOf(element), heard(element)]).to.deep.equal(['Abonnementer Navn', '']);
  });

  it('never comes from another company (T05, F20)', async () => {
    const wire = gate();
    const made = await stage(wire.fetch);
    await made.name('bo ib');
    const held = await until(() => wire.waiting[0], 'the question');
    made.sender = made.sender && [made.sender[0], await companyOf('maja', cvr.aeroe)];
    await made.element.again();
    expect(held.request.signal.aborted).to.equal(true);
    wire.open();
    await made.element.again();
    expect(all(made.element, '.strip')).to.have.length(0);
  });
});
