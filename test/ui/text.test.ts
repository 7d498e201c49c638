import { expect } from 'chai';
import { html, LitElement, type PropertyDeclarations } from 'lit';
import { Text, type Messages, type TextHost } from '../../src/ui/text.ts';
import { cleanup, fixture, until } from '../helpers.ts';

const danish = {
  greeting: 'Hej {name}',
  'user.one': '{n} bruger',
  'user.other': '{n} brugere',
};
type Key = keyof typeof danish;
const english: Readonly<Record<Key, string>> = { greeting: 'Hello {name}', 'user.one': '{n} user', 'user.other': '{n} users' };

const messages: Messages<Key> = { da: danish, en: () => Promise.resolve(english) };

class SpeakerElement extends LitElement implements TextHost {
  static override properties: PropertyDeclarations = { words: { attribute: false } };

  words: TextHost['words'];
  messages = messages;
  readonly text = new Text<Key>(this, { da: messages.da, en: () => this.messages.en() });

  get said(): string {
    return this.renderRoot.textContent.trim();
  }

  protected override render(): string {
    return this.text.ready ? `${this.text.language}: ${this.text.say('greeting', { name: 'Åse' })}` : '…';
  }

  async says(words: string): Promise<void> {
    await until(() => this.said === words, `»${words}« in place of »${this.said}«`);
  }
}

customElements.define('x-speaker', SpeakerElement);

const inDanish = 'da: Hej Åse';
const inEnglish = 'en: Hello Åse';
const speakerIn = (root: ParentNode): SpeakerElement => {
  const speaker = root.querySelector('x-speaker');
  if (!(speaker instanceof SpeakerElement)) throw new Error('Nobody speaks.');
  return speaker;
};

describe('A widget', () => {
  const pageLanguage = document.documentElement.lang;
  beforeEach(() => {
    document.documentElement.removeAttribute('lang');
  });
  afterEach(() => {
    document.documentElement.lang = pageLanguage;
    cleanup();
  });

  it('speaks Danish where nothing is said (R38.2)', async () => {
    await (await fixture<SpeakerElement>(html`<x-speaker></x-speaker>`)).says(inDanish);
  });

  for (const [lang, words] of [
    ['en', inEnglish],
    ['EN-gb', inEnglish],
    ['da', inDanish],
    ['da-DK', inDanish],
    ['de', inDanish],
    ['tlh', inDanish],
    ['', inDanish],
    ['-', inDanish],
  ] as const) {
    it(`says »${words}« under lang="${lang}" (R38.2, F30)`, async () => {
      await speakerIn(await fixture(html`<div lang=${lang}><x-speaker></x-speaker></div>`)).says(words);
    });
  }

  it('speaks the language of the page, unless something nearer has another (R38.2)', async () => {
    document.documentElement.lang = 'en';
    const outer = await fixture(
      html`<div>
        <x-speaker></x-speaker>
        <p lang="da"><x-speaker></x-speaker></p>
      </div>`,
    );
    await speakerIn(outer).says(inEnglish);
    await speakerIn(outer.querySelector('p') ?? outer).says(inDanish);
  });

  it('finds the language across shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="en"><section></section></div>`);
    const inner = document.createElement('div');
    outer.querySelector('section')?.attachShadow({ mode: 'closed' }).append(inner);
    const speaker = new SpeakerElement();
    inner.attachShadow({ mode: 'open' }).append(speaker);
    await speaker.says(inEnglish);
    inner.lang = 'da';
    await speaker.says(inDanish);
    inner.removeAttribute('lang');
    await speaker.says(inEnglish);
  });

  it('follows when the language changes or it is put elsewhere', async () => {
    const outer = await fixture<HTMLElement>(
      html`<div>
        <x-speaker></x-speaker>
        <p lang="en"></p>
      </div>`,
    );
    const speaker = speakerIn(outer);
    await speaker.says(inDanish);
    outer.lang = 'en';
    await speaker.says(inEnglish);
    outer.lang = 'da';
    await speaker.says(inDanish);
    outer.querySelector('p')?.append(speaker);
    await speaker.says(inEnglish);
  });

  it('stays with the language asked for last, whichever comes first', async () => {
    const outer = await fixture<HTMLElement>(html`<div><x-speaker></x-speaker></div>`);
    const speaker = speakerIn(outer);
    let arrive: (() => void) | undefined;
    const arrived = new Promise<Readonly<Record<Key, string>>>((resolve) => {
      arrive = () => {
        resolve(english);
      };
    });
    speaker.messages = { ...messages, en: () => arrived };
    outer.lang = 'en';
    await new Promise(requestAnimationFrame);
    outer.lang = 'da';
    await new Promise(requestAnimationFrame);
    arrive?.();
    await arrived;
    await speaker.updateComplete;
    expect(speaker.said).to.equal(inDanish);
  });

  it('speaks Danish when the English words cannot be fetched (F05)', async () => {
    const speaker = new SpeakerElement();
    speaker.messages = { ...messages, en: () => Promise.reject(new Error('gone')) };
    speaker.lang = 'en';
    (await fixture(html`<div></div>`)).append(speaker);
    await speaker.says(inDanish);
  });

  it('says words of code that came later, in the language of the moment, once they are there (R38.2)', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="en"><x-speaker></x-speaker></div>`);
    const speaker = speakerIn(outer);
    await speaker.says(inEnglish);
    const say = speaker.text.say as (key: string) => string;
    expect(say('farewell')).to.equal('farewell');
    await speaker.text.learn({ da: { farewell: 'Farvel' }, en: () => Promise.resolve({ farewell: 'Goodbye' }) });
    expect([say('farewell'), speaker.text.say('greeting', { name: 'Bo' })]).to.deep.equal(['Goodbye', 'Hello Bo']);
    outer.lang = 'da';
    await speaker.says(inDanish);
    expect(say('farewell')).to.equal('Farvel');
  });

  it('learns in Danish where the English words of what came later cannot be fetched (F29)', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="en"><x-speaker></x-speaker></div>`);
    const speaker = speakerIn(outer);
    await speaker.says(inEnglish);
    await speaker.text.learn({ da: { farewell: 'Farvel' }, en: () => Promise.reject(new Error('gone')) });
    expect((speaker.text.say as (key: string) => string)('farewell')).to.equal('Farvel');
  });

  it("uses the operator's own words where there are any, in each language", async () => {
    const outer = await fixture<HTMLElement>(html`<div><x-speaker></x-speaker></div>`);
    const speaker = speakerIn(outer);
    speaker.words = { da: { greeting: 'Dav {name}' } };
    await speaker.says('da: Dav Åse');
    outer.lang = 'en';
    await speaker.says(inEnglish);
  });

  it('writes numbers as the language does, and counts in the right form (FMT-5)', async () => {
    const { text } = await fixture<SpeakerElement>(html`<x-speaker></x-speaker>`);
    expect([0, 1, 1_800].map((n) => text.count('user', n))).to.deep.equal(['0 brugere', '1 bruger', '1.800 brugere']);
  });

  it('leaves what it has no value for as it stands, and never takes a value for a pattern (T12)', async () => {
    const { text } = await fixture<SpeakerElement>(html`<x-speaker></x-speaker>`);
    expect(text.say('greeting')).to.equal('Hej {name}');
    expect(text.say('greeting', { name: '$& {n} <b>' })).to.equal('Hej $& {n} <b>');
  });
});
