import { expect } from 'chai';
import { cleanup, until } from '../helpers.ts';
import { backend, closeAll, companyOf, opened, without, type Backend, type Opened } from './backend.ts';

/** What a host gives to remember the choice in, as a `Storage` that only this test sees. */
const memoryWith = (remembered?: string): Storage => {
  const kept = new Map(remembered === undefined ? [] : [['selvbetjening.company', remembered]]);
  return {
    get length() {
      return kept.size;
    },
    clear: () => {
      kept.clear();
    },
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => kept.delete(key),
    setItem: (key, value) => kept.set(key, value),
  };
};

const blocked = new Proxy(memoryWith(), {
  get: () => () => {
    throw new DOMException('blocked', 'SecurityError');
  },
});

const start = async (options: Partial<Backend['options']> = {}): Promise<Opened & { maja: Backend }> => {
  const maja = backend('maja');
  const page = await opened({ ...maja.options, ...options });
  await page.probe.shows('Maja Holm');
  return { ...page, maja };
};

describe('The active company', () => {
  afterEach(() => {
    closeAll();
    cleanup();
  });

  it('is the first in Danish order where nothing is said', async () => {
    const { probe } = await start();
    expect(probe.session?.company).to.equal(probe.session?.companies[0]);
    expect(probe.session?.companies.at(-1)?.name).to.equal('Aagaard & Søn Demo ApS');
  });

  it('is the one that the host names', async () => {
    const { probe } = await start();
    const { id } = companyOf(probe, 'Ærø');
    closeAll();
    const named = await start({ company: id });
    expect(named.probe.session?.company?.id).to.equal(id);
    expect(named.probe.pictures).to.deep.equal(['unknown', 'Maja Holm · Ærø Testfærge I/S']);
  });

  for (const company of ['not-mine', '']) {
    it(`is not »${company}«, which the host names and the session does not hold`, async () => {
      const { probe } = await start({ company });
      expect(probe.pictures).to.deep.equal(['unknown', 'Maja Holm · Nordlys Eksempel A/S']);
      expect(probe.session?.lost).to.be.undefined;
    });
  }

  it('names no company before the session when the host has named none', async () => {
    const { probe } = await opened({ ...backend('maja').options, company: '' });
    expect(probe.connection?.companyId).to.be.undefined;
  });

  it('is remembered where the host allows it, and nowhere else (PRV-5)', async () => {
    const memory = memoryWith();
    const before = JSON.stringify([localStorage, sessionStorage, document.cookie]);
    const { probe } = await start({ memory });
    const { id } = companyOf(probe, 'Ærø');
    await probe.connection?.choose(companyOf(probe, 'Ærø'));
    expect(memory.getItem('selvbetjening.company')).to.equal(id);
    expect(JSON.stringify([localStorage, sessionStorage, document.cookie])).to.equal(before);
    closeAll();
    const again = await start({ memory, company: probe.session?.companies[0]?.id });
    expect(again.probe.session?.company?.id).to.equal(id);
  });

  it('can be chosen although storage is blocked (F30)', async () => {
    const { probe } = await start({ memory: blocked });
    expect(await probe.connection?.choose(companyOf(probe, 'Ærø'))).to.be.true;
    await probe.shows('Maja Holm · Ærø');
  });

  it('changes at once, and what may be done there is asked for again (R5.5, R7.2)', async () => {
    const { probe, maja } = await start();
    const wanted = companyOf(probe, 'Ærø');
    await probe.connection?.choose(wanted);
    expect(probe.connection?.companyId).to.equal(wanted.id);
    await until(() => maja.requests.length === 2, 'the session again');
    expect(probe.pictures.at(-1)).to.equal('Maja Holm · Ærø Testfærge I/S');
  });

  it('changes only when everything unsaved has agreed, asked in turn (R5.7)', async () => {
    const { probe } = await start();
    const asked: string[] = [];
    const answer = (name: string, agrees: boolean) => async () => {
      asked.push(name);
      return Promise.resolve(agrees);
    };
    const takeBack = probe.connection?.guard(answer('first', true));
    const second = probe.connection?.guard(answer('second', false));
    probe.connection?.guard(answer('third', true));
    expect(await probe.connection?.choose(companyOf(probe, 'Ærø'))).to.be.false;
    expect(asked).to.deep.equal(['first', 'second']);
    expect(probe.picture).to.equal('Maja Holm · Nordlys Eksempel A/S');
    takeBack?.();
    second?.();
    expect(await probe.connection?.choose(companyOf(probe, 'Ærø'))).to.be.true;
    expect(asked).to.deep.equal(['first', 'second', 'third']);
  });

  it('is the one chosen last, when a choice overtakes another that is still asked about (R5.6)', async () => {
    const { probe } = await start();
    const agree: ((agreed: boolean) => void)[] = [];
    probe.connection?.guard(() => new Promise((resolve) => agree.push(resolve)));
    const earlier = probe.connection?.choose(companyOf(probe, 'Ærø'));
    const later = probe.connection?.choose(companyOf(probe, 'Øresund'));
    for (const answer of agree.reverse()) answer(true);
    expect(await Promise.all([earlier, later])).to.deep.equal([false, true]);
    await probe.shows('Maja Holm · Øresund');
  });

  it('is never one that somebody else has chosen before (F24, T05)', async () => {
    const { probe, maja, connection } = await start();
    let agree: ((agreed: boolean) => void) | undefined;
    probe.connection?.guard(() => new Promise((resolve) => (agree = resolve)));
    const choice = probe.connection?.choose(companyOf(probe, 'Ærø'));
    maja.person = 'ida';
    connection.resume();
    await probe.shows('Ida Enkel');
    agree?.(true);
    expect(await choice).to.be.false;
    expect(probe.pictures.at(-1)).to.equal('Ida Enkel · Nordlys Eksempel A/S');
  });

  it('gives way to the first one when the right to it is gone, and is named as lost until the next look (F17, R7.3)', async () => {
    const { probe, maja } = await start();
    const gone = companyOf(probe, 'Ærø');
    await probe.connection?.choose(gone);
    maja.use(without(gone.id));
    probe.connection?.refresh();
    await probe.shows('Maja Holm · Nordlys Eksempel A/S · -Ærø');
    probe.connection?.refresh();
    await until(() => probe.pictures.at(-1) === 'Maja Holm · Nordlys Eksempel A/S', 'no more talk of it');
  });

  it('stays when it is not among the first hundred that the session holds (R5.1)', async () => {
    const mange = backend('mange');
    const { probe } = await opened(mange.options);
    await probe.shows('Mange Møller');
    const response = await fetch('/v1/companies?search=&offset=150&limit=1', { headers: { authorization: 'Bearer mange' } });
    const { items } = (await response.json()) as { items: NonNullable<typeof probe.session>['companies'] };
    const [wanted] = items;
    if (!wanted) throw new Error('There is no company 150.');
    await probe.connection?.choose(wanted);
    const answered = mange.requests.length + 1;
    probe.connection?.refresh();
    await until(() => mange.requests.length >= answered, 'the session again');
    await probe.shows(`Mange Møller · ${wanted.name}`);
    expect(probe.pictures.filter((picture) => picture.includes('-'))).to.deep.equal([]);
  });
});
