import { ContextConsumer } from '@lit/context';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { SessionConnection } from '../../src/session/contexts.ts';
import { connectionContext } from '../../src/session/contexts.ts';
import type { SessionAnswer } from '../../src/session/session.ts';
import { answers, line } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { companyOf, cvr, rewritten } from '../subscriptions/open.ts';
import { all, heard, one, textOf } from '../subscriptions/screen.ts';
import { choices, choose, open, shown } from './open.ts';

const first = 'Nordlys Eksempel A/S (CVR 99 00 00 15)';

/** What an element with unsaved work gets of the page's session. */
const connectionOf = async (): Promise<SessionConnection> => {
  const place = document.createElement('div');
  document.body.append(place);
  let connection: SessionConnection | undefined;
  const host = Object.assign(place, {
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => {},
    updateComplete: Promise.resolve(true),
  });
  new ContextConsumer(host, { context: connectionContext, callback: (value) => (connection = value) }).hostConnected();
  place.remove();
  return until(() => connection, 'the connection');
};

describe('the choice of a company', () => {
  afterEach(cleanup);

  it('asks those with unsaved input in turn, shows the old company meanwhile, and stays when one of them says no (R5.7)', async () => {
    const element = await open('maja');
    const connection = await connectionOf();
    let answer: (agreed: boolean) => void = () => {};
    const asked: string[] = [];
    connection.guard(() => {
      asked.push('first');
      return Promise.resolve(true);
    });
    connection.guard(() => {
      asked.push('second');
      return new Promise((resolve) => (answer = resolve));
    });
    for (const agreed of [false, true]) {
      choose(element, 'Ærø');
      await until(() => asked.at(-1) === 'second' && one(element, 'select').getAttribute('aria-busy') === 'true', 'the question');
      expect(shown(element)).to.equal(first);
      asked.length = 0;
      answer(agreed);
      await until(() => one(element, 'select').getAttribute('aria-busy') === 'false', 'the answer');
      await element.updateComplete;
      expect(shown(element)).to.equal(agreed ? 'Ærø Testfærge I/S' : first);
    }
  });

  it('is made once, however often it is asked for while a question is open (R5.7, F21)', async () => {
    const element = await open('maja');
    let answer: (agreed: boolean) => void = () => {};
    let questions = 0;
    (await connectionOf()).guard(() => {
      questions += 1;
      return new Promise((resolve) => (answer = resolve));
    });
    let changes = 0;
    element.addEventListener('ss-company-change', () => (changes += 1));
    choose(element, 'Ærø');
    choose(element, 'Aagaard');
    await element.updateComplete;
    answer(true);
    await until(() => shown(element) === 'Ærø Testfærge I/S', 'the first choice');
    expect([questions, changes]).to.deep.equal([1, 1]);
  });

  it('is made by keyboard alone (R5.1)', async () => {
    const element = await open('maja');
    one(element, 'select').focus();
    await sendKeys({ press: 'End' });
    await until(() => shown(element) === 'Aagaard & Søn Demo ApS', 'the company');
    expect(one(element, 'select').matches(':focus')).to.equal(true);
  });

  it('is remembered where the host has given a memory, for the next page of the same tab (R5.2)', async () => {
    const kept = new Map<string, string>();
    const memory = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    } as unknown as Storage;
    choose(await open('maja', { memory }), 'Ærø');
    const id = await companyOf('maja', cvr.aeroe);
    await until(() => [...kept.values()].includes(id), 'the memory');
    cleanup();
    expect(shown(await open('maja', { memory }))).to.equal('Ærø Testfærge I/S');
  });

  it('says which company one has lost the access to, and goes on with another (F17, T06)', async () => {
    const wire = line();
    const element = await open('maja', { fetch: wire.fetch });
    choose(element, 'Ærø');
    await until(() => shown(element).startsWith('Ærø'), 'the company');
    wire.use(
      rewritten((session: SessionAnswer) => {
        const companies = session.companies.filter((company) => company.cvr !== cvr.aeroe);
        return { ...session, companies, total: companies.length };
      }),
    );
    (await connectionOf()).refresh();
    await until(() => textOf(element).includes('Du har ikke længere adgang til Ærø Testfærge I/S.'), 'the words');
    expect(heard(element)).to.equal('Du har ikke længere adgang til Ærø Testfærge I/S.');
    expect(shown(element)).to.equal(first);
    expect(choices(element)).to.have.lengthOf(6);
  });

  it('stays with what it knows when the rights cannot be asked for again (F10)', async () => {
    const wire = line();
    const seen = counting(wire.fetch);
    const element = await open('maja', { fetch: seen.fetch });
    wire.use(answers(422));
    choose(element, 'Ærø');
    await until(() => seen.requests.length === 2, 'the request');
    await until(() => shown(element).startsWith('Ærø'), 'the company');
    expect(choices(element)).to.have.lengthOf(7);
    expect(all(element, '[part=problem]')).to.have.lengthOf(0);
  });
});
