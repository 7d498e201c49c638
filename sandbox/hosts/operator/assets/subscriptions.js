/** The addresses of the list of subscriptions and of what lies behind it. */
import { tie } from './area.js';

/** First part of a route in the element, and the word for it in our addresses. */
const places = new Map([
  ['users', 'brugere'],
  ['subscriptions', 'abonnement'],
  ['new', 'opret'],
]);
/** The steps of »Opret nyt abonnement«, likewise. */
const steps = new Map([
  ['user', 'bruger'],
  ['plan', 'abonnement'],
  ['number', 'nummer'],
  ['sim', 'simkort'],
  ['delivery', 'levering'],
  ['review', 'godkend'],
  ['receipt', 'kvittering'],
]);

const keyOf = (words, wanted) => [...words].find(([, word]) => word === wanted)?.[0] ?? wanted;

tie({
  tag: 'ss-subscriptions',
  home: '/erhverv/abonnementer',
  pathOf: ([place, ...rest]) => [places.get(place) ?? place, ...(place === 'new' ? rest.map((step) => steps.get(step) ?? step) : rest)],
  routeOf([word, ...rest]) {
    const place = keyOf(places, word);
    return [place, ...(place === 'new' ? rest.map((step) => keyOf(steps, step)) : rest)];
  },
  about: (route) => (route === '' ? undefined : route.startsWith('new') ? 'Opret nyt abonnement' : 'Detaljer'),
});
