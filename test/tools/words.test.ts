/** Looks at every text of ours: both languages have it, the glossary's words are its own, and none stands in the code instead. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bracketed, leftOf } from '../languages-left.ts';
import { wordsInCode } from '../languages-templates.ts';
import { againstGlossary, allTexts, wrongWith, type Texts } from '../languages-texts.ts';

const glossary = JSON.parse(readFileSync('test/data/glossary.json', 'utf8')) as { key: string; da: string; en: string }[];
const texts = await allTexts();

test('every file of messages has the same keys and values in both languages, none empty, and each counted noun in both forms (R38.2)', () => {
  assert.ok(texts.length > 30, `there are only ${String(texts.length)} files of messages`);
  assert.deepEqual(texts.flatMap(wrongWith), []);
});

test('what the glossary has is said in its words everywhere, in Danish and English (R38.2)', () => {
  const known = new Set(glossary.map(({ key }) => key));
  const compared = texts.flatMap(({ danish }) => Object.keys(danish)).filter((key) => known.has(key));
  assert.ok(new Set(compared).size > 250, `only ${String(new Set(compared).size)} keys of the glossary are in use`);
  assert.deepEqual(
    texts.flatMap((each) => againstGlossary(each, glossary)),
    [],
  );
});

test('a key means one text wherever it is used, so that a host replaces it once (R38.2)', () => {
  const said = new Map<string, string>();
  const twice = texts.flatMap(({ file, danish, english }) =>
    Object.entries(danish)
      .filter(([key, text]) => {
        const both = `${text} | ${english?.[key] ?? ''}`;
        const before = said.get(key) ?? both;
        said.set(key, before);
        return before !== both;
      })
      .map(([key]) => `${file}: ${key}`),
  );
  assert.deepEqual(twice, []);
});

test('no file of English texts stands alone', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.en.ts'));
  assert.deepEqual(
    files.map((file) => path.posix.join('src', file.replaceAll('\\', '/')).replace('.en.ts', '.ts')).sort(),
    texts.map(({ file }) => file),
  );
});

test('what is wrong with texts is found: a missing, an empty, a differing and an uncounted one, and other words than the glossary’s', () => {
  const made = (danish: Texts['danish'], english: Texts['english']): Texts => ({ file: 'made-up', danish, english });
  assert.deepEqual(wrongWith(made({ a: 'A' }, undefined)), ['made-up: nothing in English beside it']);
  assert.deepEqual(wrongWith(made({ a: 'A', b: 'B' }, { a: 'A', c: 'C' })), [
    'made-up: b is missing in English',
    'made-up: c is missing in Danish',
  ]);
  assert.deepEqual(wrongWith(made({ a: ' ', b: 'B' }, { a: 'A', b: '' })), ['made-up: a is empty', 'made-up: b is empty']);
  assert.deepEqual(wrongWith(made({ a: '{n} af {m}', b: '{n}' }, { a: '{m} of {n}', b: '{m}' })), [
    'made-up: b has other values in English',
  ]);
  assert.deepEqual(wrongWith(made({ 'a.one': '{n} x' }, { 'a.one': '{n} x' })), ['made-up: a.one without a.other']);
  assert.deepEqual(wrongWith(made({ 'a.other': '{n} x' }, { 'a.other': '{n} x' })), ['made-up: a.other without a.one']);
  const [of] = [[{ key: 'a', da: 'Hej {navn}', en: 'Hello {name}' }]];
  assert.deepEqual(againstGlossary(made({ a: 'Hej {name}', b: 'B' }, { a: 'Hello {name}', b: 'B' }), of), []);
  assert.deepEqual(againstGlossary(made({ a: 'Goddag {name}' }, { a: 'Hi {name}' }), of), [
    'made-up: a is »Hej {navn}«, not »Goddag {name}«',
    'made-up: a is “Hello {name}”, not “Hi {name}”',
  ]);
});

const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/messages(?:\.en)?\.ts$/.test(file))
  .map((file) => path.posix.join('src', file.replaceAll('\\', '/')))
  .sort();

test('no word that is shown or read out stands in the code of an element (R38.2)', () => {
  assert.deepEqual(
    code.flatMap((file) => wordsInCode(readFileSync(file, 'utf8')).map((words) => `${file}: ${words}`)),
    [],
  );
});

for (const [what, source, words] of [
  ['between tags', 'html`<p>Hej ${name}</p>`', ['Hej …']],
  ['before and after all tags', 'html`Hej <b>${name}</b> du`', ['Hej', 'du']],
  ['after a sign of less than', 'html`<p>${a} < Hej</p>`', ['Hej']],
  ['in a drawing', 'svg`<title>Krone</title>`', ['Krone']],
  ['in a template within another', 'html`<p>${is ? html`<b>Hej</b>` : nothing}</p>`', ['Hej']],
  ['in a template without a tag around it', 'const a = html`Hej`', ['Hej']],
  ...['aria-label', 'aria-description', 'aria-roledescription', 'title', 'alt', 'placeholder', 'label'].map(
    (name) => [`in ${name}`, `html\`<i ${name}="Hej \${a}" class="b">\${c}</i>\``, ['"Hej …"']] as const,
  ),
  ['in an attribute without quotes', 'html`<i title=Hej></i>`', ['Hej']],
  ['in an attribute that is set as a property', "html`<i .title=${'Hej'}></i>`", ['Hej']],
  ['in an attribute after one that holds a tag’s end', 'html`<i class="a > b" aria-label="Hej"></i>`', ['"Hej"']],
  ['in either branch of an expression', "html`<p>${is ? 'Hej' : `Farvel ${name}`}</p>`", ['Hej', 'Farvel ']],
  ['where there is nothing else to say', "html`<p>${name ?? 'Hej'}${is && 'Farvel'}${'Du ' + name}</p>`", ['Hej', 'Farvel', 'Du ']],
  ['in the expression of an attribute', "html`<i aria-label=${is ? 'Hej' : ''}></i>`", ['Hej']],
  ['in an announcement', "this.announce('Hej'); room.announce(`Hej ${name}`)", ['Hej', 'Hej ']],
  ['in an attribute that is set', "element.setAttribute('aria-label', 'Hej'); element.setAttribute('class', 'hej')", ['Hej']],
  ['in what an element holds', "element.textContent = 'Hej'; element.ariaLabel = 'Du'; element.className = 'hej'", ['Hej', 'Du']],
  ['in a style sheet', "css`p::after { content: 'Hej'; } i::after { content: '\\\\2013'; align-content: 'hej'; }`", ['Hej']],
] as const)
  test(`a word in the code is found ${what}`, () => {
    assert.deepEqual(wordsInCode(source), words);
  });

for (const [what, source] of [
  ['what the texts say', "html`<p aria-label=${say('a.b')}>${say('c.d', { name: 'e' })}, ${n} &nbsp;·&shy;</p>`"],
  ['a class, a role or an address', "html`<a class=\"link ${is ? 'on' : 'off'}\" role=link href=\"/a\">${say('b')}</a>`"],
  ['a comment', 'html`<!-- Hej ${a} --><p>${b}</p>` // Hej'],
  ['what a question compares with', "html`<p>${state === 'open' ? say('a') : nothing}${state === 'b' && html`<b>${say('c')}</b>`}</p>`"],
  ['the shape of a drawing', 'svg`<path d="M0 0h24v24H0z" fill="none" />`'],
  ['how an event is heard', "html`<button ?disabled=${is} @click=${() => go('users')} .value=${'hej'}>${say('a')}</button>`"],
] as const)
  test(`no word is seen in ${what}`, () => {
    assert.deepEqual(wordsInCode(source), []);
  });

const made: Texts = {
  file: 'made-up',
  danish: { 'user.name': 'Navn', 'user.gone': 'Brugeren {name} findes ikke længere.', 'user.of': '{a} i {b}' },
  english: { 'user.name': 'Name', 'user.gone': 'The user {name} is no longer there.', 'user.of': '{a} in {b}' },
};

test('the words of a host stand in brackets that differ by language', () => {
  const { da, en } = bracketed([made]);
  assert.equal(da['user.name'], '⟦Navn⟧');
  assert.equal(en['user.gone'], '⟪The user {name} is no longer there.⟫');
});

for (const [what, language, words, found] of [
  ['a word of ours', 'da', ['Navn'], 'not the host’s: »Navn« at here: »Navn«'],
  ['a word of ours in the other language', 'en', ['Navn:'], 'not the host’s: »Navn« at here: »Navn:«'],
  [
    'a sentence of ours, its value filled in',
    'da',
    ['Se her. Brugeren Ane Bo findes ikke længere. Nå.'],
    'not the host’s: »Brugeren {name} findes ikke længere.« at here: »Se her. Brugeren Ane Bo findes ikke længere. Nå.«',
  ],
  ['a word of ours beside one of the host’s', 'da', ['⟦Hej⟧ Navn'], 'not the host’s: »Navn« at here: »⟦Hej⟧ Navn«'],
  ['a word of the host’s in the other language', 'en', ['⟦Navn⟧'], 'another language, or in pieces, at here: »⟦Navn⟧«'],
  ['a word of the host’s that was cut', 'da', ['⟦Nav'], 'another language, or in pieces, at here: »⟦Nav«'],
  ['a key without words', 'da', ['user.email'], 'no word, only its key, at here: »user.email«'],
  ['a Danish date in English', 'en', ['⟪From 1. maj 2026⟫'], 'a Danish date at here: »⟪From 1. maj 2026⟫«'],
] as const)
  test(`what is left on screen is found: ${what}`, () => {
    assert.deepEqual(
      leftOf([made])(
        words.map((each) => ({ words: each, where: 'here', told: false })),
        language,
      ),
      [found],
    );
  });

test('a host’s words, with one another and in several pieces, data and what was told before are left in peace', () => {
  const pieces = ['⟦Brugeren ⟦Navn⟧ findes⟧', 'Ane Bo, 1.234,50 kr.', '⟦Ring til ', 'Ane Bo', ' nu⟧', 'faktura.pdf', 'Odense i går'];
  assert.deepEqual(
    leftOf([made])(
      pieces.map((words) => ({ words, where: 'here', told: false })),
      'da',
    ),
    [],
  );
  assert.deepEqual(leftOf([made])([{ words: '⟦Navn⟧', where: 'here', told: true }], 'en'), []);
  assert.equal(leftOf([made])([{ words: 'Navn', where: 'here', told: true }], 'en').length, 1);
});
