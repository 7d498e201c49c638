import { expect } from 'chai';
import { discardDrafts, keepDraft, keptDraft, newDraft, watchDrafts, type DraftOwner } from '../../src/ui/drafts.ts';
import { until } from '../helpers.ts';

const maja: DraftOwner = { person: 'p1', company: 'c1', form: 'new-subscription' };

/** Storage of its own, with nothing in it. */
const storage = sessionStorage;

/** What these tests take for sound: a name. */
const named = (kept: unknown): { name: string } | undefined =>
  typeof kept === 'object' && kept !== null && Object.hasOwn(kept, 'name') && typeof (kept as { name: unknown }).name === 'string'
    ? { name: (kept as { name: string }).name }
    : undefined;

const kept = (owner: DraftOwner) => keptDraft(storage, owner, named);
const names = (): string[] => Object.keys(storage).filter((name) => name.includes('draft'));

/** A storage that does as the browser does when the page may not use it, or there is no room. */
const failing = (error: () => Error): Storage =>
  new Proxy({} as Storage, {
    get: () => {
      throw error();
    },
    ownKeys: () => {
      throw error();
    },
  });

describe('A draft', () => {
  beforeEach(() => {
    storage.clear();
  });
  after(() => {
    storage.clear();
  });

  it('comes back with its content and the key of its intention (F02, F21)', () => {
    const draft = newDraft({ name: 'Åse' });
    keepDraft(storage, maja, draft);
    expect(kept(maja)).to.deep.equal(draft);
    expect(draft.key).to.match(/^[\da-f]{32}$/);
    expect(newDraft({}).key).not.to.equal(draft.key);
  });

  it('is kept nowhere where the host gives no storage (PRV-5)', () => {
    keepDraft(undefined, maja, newDraft({ name: 'Åse' }));
    expect([keptDraft(undefined, maja, named), names()]).to.deep.equal([undefined, []]);
  });

  for (const [what, other] of [
    ['company', { ...maja, company: 'c2' }],
    ['form', { ...maja, form: 'product-order' }],
  ] as const) {
    it(`never reaches another ${what}, and stays for its own (T05)`, () => {
      keepDraft(storage, maja, newDraft({ name: 'Åse' }));
      expect(kept(other)).to.equal(undefined);
      expect(kept(maja)?.content).to.deep.equal({ name: 'Åse' });
    });
  }

  it('is removed as soon as another person is here (T23)', () => {
    keepDraft(storage, maja, newDraft({ name: 'Åse' }));
    keepDraft(storage, { ...maja, company: 'c2' }, newDraft({ name: 'Bo' }));
    expect(kept({ ...maja, person: 'p2' })).to.equal(undefined);
    expect(names()).to.deep.equal([]);
  });

  it('cannot be reached by a person or company whose id looks like a part of it (T05)', () => {
    keepDraft(storage, { person: 'p1', company: 'c1/new', form: 'x' }, newDraft({ name: 'Åse' }));
    expect(kept({ person: 'p1', company: 'c1', form: 'new/x' })).to.equal(undefined);
    keepDraft(storage, { ...maja, person: 'p1/c1' }, newDraft({ name: 'Bo' }));
    expect(kept(maja), 'p1 is not p1/c1').to.equal(undefined);
    expect(kept({ ...maja, person: 'p' }), 'and not p').to.equal(undefined);
    expect(names(), 'of others nothing stays').to.deep.equal([]);
  });

  it('can be thrown away, alone or with all others, and leaves alone what is not ours (T23)', () => {
    storage.setItem('selvbetjening.company', 'c1');
    storage.setItem('my-draft', 'the host’s');
    keepDraft(storage, maja, newDraft({ name: 'Åse' }));
    keepDraft(storage, maja, undefined);
    expect(kept(maja)).to.equal(undefined);
    keepDraft(storage, maja, newDraft({ name: 'Åse' }));
    keepDraft(storage, { ...maja, person: 'p2' }, newDraft({ name: 'Bo' }));
    discardDrafts(storage);
    expect(Object.keys(storage).sort()).to.deep.equal(['my-draft', 'selvbetjening.company']);
  });

  it('that is not sound is none: what lies in a storage may be anybody’s (T04, T17)', () => {
    const draft = newDraft({ name: 'Åse' });
    keepDraft(storage, maja, draft);
    const [name = ''] = names();
    for (const text of [
      '',
      'null',
      '7',
      '[]',
      '{"content":',
      '{"key":"k"}',
      JSON.stringify({ ...draft, content: { name: 7 } }),
      JSON.stringify({ ...draft, key: 7 }),
      JSON.stringify({ content: draft.content }),
    ]) {
      storage.setItem(name, text);
      expect(kept(maja), text).to.equal(undefined);
    }
  });

  for (const name of ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'length', 'key', '%2F..%2F']) {
    it(`of somebody called ${name} is a draft like any other (T24)`, () => {
      const owner = { person: name, company: name, form: name };
      expect(kept(owner)).to.equal(undefined);
      keepDraft(storage, owner, newDraft({ name }));
      expect(kept(owner)?.content).to.deep.equal({ name });
      expect(({} as { name?: string }).name).to.equal(undefined);
    });
  }

  it('with a key that would change every object changes none (T24)', () => {
    keepDraft(storage, maja, newDraft({ name: 'Åse' }));
    const [name = ''] = names();
    storage.setItem(name, '{"content":{"__proto__":{"name":"x","admin":true}},"key":"k"}');
    expect(kept(maja)).to.equal(undefined);
    expect(({} as { admin?: boolean }).admin).to.equal(undefined);
  });

  for (const [what, error] of [
    ['blocked', () => new DOMException('denied', 'SecurityError')],
    ['full', () => new DOMException('full', 'QuotaExceededError')],
  ] as const) {
    it(`does no harm where the storage is ${what} (F30)`, () => {
      const broken = failing(error);
      keepDraft(broken, maja, newDraft({ name: 'Åse' }));
      keepDraft(broken, maja, undefined);
      discardDrafts(broken);
      expect(keptDraft(broken, maja, named)).to.equal(undefined);
    });
  }

  it('too big for the storage leaves the one before in place (F30)', () => {
    keepDraft(storage, maja, newDraft({ name: 'Åse' }));
    keepDraft(storage, maja, newDraft({ name: 'x'.repeat(20_000_000) }));
    expect(kept(maja)?.content).to.deep.equal({ name: 'Åse' });
  });
});

describe('Two tabs with one draft', () => {
  const tabs: AbortController[] = [];

  /** A tab that watches, what it has heard, and how it tells. */
  const tab = () => {
    const leaving = new AbortController();
    tabs.push(leaving);
    const heard: string[] = [];
    return { heard, leaving, tell: watchDrafts(leaving.signal, (key) => heard.push(key)) };
  };

  afterEach(() => {
    for (const leaving of tabs.splice(0)) leaving.abort();
  });

  it('learn of each other that it has been sent, and no tab hears itself (F21)', async () => {
    const [one, other] = [tab(), tab()];
    one.tell('key-1');
    await until(() => other.heard.length, 'the message');
    other.tell('key-2');
    await until(() => one.heard.length, 'the message');
    expect([one.heard, other.heard]).to.deep.equal([['key-2'], ['key-1']]);
  });

  it('hear nothing that is not a key, whoever sends it (T17)', async () => {
    const { heard } = tab();
    const stranger = new BroadcastChannel('selvbetjening.drafts');
    for (const forged of [7, null, undefined, {}, ['key'], { key: 'key', sent: true }]) stranger.postMessage(forged);
    stranger.postMessage('key-3');
    await until(() => heard.length, 'the message');
    stranger.close();
    expect(heard).to.deep.equal(['key-3']);
  });

  it('hear nothing any more once they have left, and still tell what was done since (F22)', async () => {
    const [one, other] = [tab(), tab()];
    one.leaving.abort();
    one.tell('late');
    await until(() => other.heard.length, 'the message');
    other.tell('key-4');
    one.tell('later');
    await until(() => other.heard.length === 2, 'the message');
    expect([one.heard, other.heard]).to.deep.equal([[], ['late', 'later']]);
  });

  it('are alone where the browser cannot tell, and still work (F30)', () => {
    const { BroadcastChannel: channel } = window;
    Reflect.deleteProperty(window, 'BroadcastChannel');
    try {
      const { tell, heard } = tab();
      tell('key-5');
      expect(heard).to.deep.equal([]);
    } finally {
      window.BroadcastChannel = channel;
    }
  });
});
