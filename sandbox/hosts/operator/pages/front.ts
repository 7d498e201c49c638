/** `/`: what Eksempeltele sells to businesses. Everybody may see it. */
import { html } from 'hono/html';
import { email, openingHours, phone } from '../contact.ts';
import { document, withFrame } from '../layout.ts';
import type { Html, Viewer } from '../layout.ts';
import { fjordnet, granit, portalAddress } from './portal-hosts.ts';

/** Prices are those of the example data, in kroner a month without VAT. */
const plans = [
  { name: 'Mobil 5 GB', data: '5 GB data', price: '79', whom: 'Til dem, der mest er på kontorets wi-fi.' },
  { name: 'Mobil 20 GB', data: '20 GB data', price: '119', whom: 'Til hverdage med møder ude af huset.' },
  { name: 'Mobil 100 GB', data: '100 GB data', price: '179', whom: 'Til konsulenten, der arbejder i toget.' },
  { name: 'Mobil Fri', data: 'Fri data', price: '249', whom: 'Til dem, der aldrig vil tænke på forbrug.' },
] as const;

const questions = [
  {
    ask: 'Kan vi beholde vores numre?',
    answer:
      'Ja. Vi henter numrene hos jeres nuværende selskab, og I får besked, når datoen ligger fast. Skiftet sker om natten, og I skal ikke selv opsige noget.',
  },
  {
    ask: 'Hvem kan se vores abonnementer?',
    answer:
      'Kun de administratorer, I selv har udpeget. Hver administrator kan have fuld adgang, læseadgang eller ingen adgang til hvert område.',
  },
  {
    ask: 'Er der binding?',
    answer:
      'De fleste mobilabonnementer er uden binding og kan opsiges med 30 dages varsel. Har I en aftale med binding, står datoen på hvert abonnement.',
  },
] as const;

/** The front page for whoever looks at it. */
export function frontPage(viewer: Viewer | null): Html {
  return document({
    title: 'Eksempeltele Erhverv – mobil og bredbånd til virksomheder',
    description: 'Mobilabonnementer og bredbånd til virksomheder, med en selvbetjening der viser, hvem der har hvad.',
    styles: ['/site/front.css'],
    // This page is where signing out ends.
    scripts: viewer ? [] : ['/site/signed-out.js'],
    body: withFrame(
      viewer,
      'front',
      '/',
      html`<main id="indhold" tabindex="-1">${hero(viewer)} ${mobile()} ${broadband()} ${selfService()} ${help()}</main>`,
    ),
  });
}

function hero(viewer: Viewer | null): Html {
  return html`<section class="wide hero">
    <div>
      <p class="eyebrow">Eksempeltele Erhverv</p>
      <h1>Telefoni til hele holdet. Styret af jer selv.</h1>
      <p class="lead">
        Mobil, bredbånd og udstyr til virksomheder i hele Danmark – og en selvbetjening, hvor I altid kan se, hvem der har hvad.
      </p>
      <p class="actions">
        <a class="button" href="#mobil">Se abonnementer</a>
        <a class="button quiet" href="/oversigt">${viewer ? 'Gå til Selvbetjening' : 'Log ind på Selvbetjening'}</a>
      </p>
    </div>
    <img src="/site/hero.svg" alt="" width="560" height="440" />
  </section>`;
}

function mobile(): Html {
  return html`<section class="wide block" id="mobil" aria-labelledby="mobil-titel">
    <h2 id="mobil-titel">Fire abonnementer. Alle med fri tale og sms.</h2>
    <p class="lead">I kan skifte mellem dem fra måned til måned, bruger for bruger.</p>
    <ul class="plans">
      ${plans.map(
        (plan) =>
          html`<li>
            <h3>${plan.name}</h3>
            <p class="price"><strong>${plan.price}</strong> kr. <span>pr. måned</span></p>
            <p class="data">${plan.data}</p>
            <p class="whom">${plan.whom}</p>
          </li>`,
      )}
    </ul>
    <p class="small">Priserne er ekskl. moms. Oprettelse koster 79,20 kr. pr. abonnement. Forbrug uden for EU afregnes særskilt.</p>
  </section>`;
}

function broadband(): Html {
  return html`<section class="band" id="bredbaand" aria-labelledby="bredbaand-titel">
    <div class="wide band-row">
      <div>
        <h2 id="bredbaand-titel">Net på byggepladsen, lageret og færgen</h2>
        <p>
          Mobilt bredbånd 500 GB koster 199 kr. pr. måned ekskl. moms. Sæt routeren i stikkontakten, så er der net – også dér, hvor der ikke
          er gravet fiber ned.
        </p>
      </div>
      <div>
        <h3>Datasim til maskiner</h3>
        <p>
          Alarmer, målere og betalingsterminaler klarer sig med Datasim 10 GB til 49 kr. pr. måned ekskl. moms. De får deres eget nummer og
          står på listen ved siden af jeres brugere.
        </p>
      </div>
    </div>
  </section>`;
}

function selfService(): Html {
  return html`<section class="wide block" aria-labelledby="selvbetjening-titel">
    <h2 id="selvbetjening-titel">Selvbetjening, der svarer med det samme</h2>
    <ol class="points">
      <li>
        <h3>Find enhver på et øjeblik</h3>
        <p>Søg på navn, e-mailadresse eller nummer. Også når I er 2.000, og også når navnet staves med å eller aa.</p>
      </li>
      <li>
        <h3>Alle jeres virksomheder ét sted</h3>
        <p>Skift virksomhed øverst på siden. I ser kun dem, I er administrator for.</p>
      </li>
      <li>
        <h3>Samme liste hos jer selv</h3>
        <p>Listen kan også stå på jeres eget intranet, med jeres egen skrift og jeres egne farver.</p>
      </li>
    </ol>
    <p class="actions"><a class="button quiet" href="${portalAddress}">Hele Selvbetjening på én side</a></p>
    <p class="small brands">
      To selskaber sælger vores abonnementer videre og bruger den samme Selvbetjening i deres eget udseende:
      <a href="${fjordnet.base}">${fjordnet.name}</a> og <a href="${granit.base}">${granit.name}</a>.
    </p>
  </section>`;
}

function help(): Html {
  return html`<section class="wide block help" id="hjaelp" aria-labelledby="hjaelp-titel">
    <div>
      <h2 id="hjaelp-titel">Godt at vide</h2>
      ${questions.map(
        (question) =>
          html`<details>
            <summary>${question.ask}</summary>
            <p>${question.answer}</p>
          </details>`,
      )}
      <p><a href="/hjaelp/selvbetjening">Sådan bruger I Selvbetjening</a></p>
    </div>
    <div class="contact">
      <h3>Tal med os</h3>
      <p><a class="big-number" href="${phone.address}">${phone.shown}</a></p>
      <p>
        <a href="mailto:${email}">${email}</a>
      </p>
      ${openingHours()}
    </div>
  </section>`;
}
