/** The addresses of the invoices and of who gets them by e-mail. */
import { tie } from './area.js';

/** Words of the element's routes, and what we call them in our addresses. */
const words = new Map([
  ['e-invoice', 'efaktura'],
  ['users', 'brugere'],
]);
const keys = new Map([...words].map(([key, word]) => [word, key]));

tie({
  tag: 'ss-invoices',
  home: '/erhverv/faktura',
  pathOf: (route) => route.map((part) => words.get(part) ?? part),
  routeOf: (parts) => parts.map((part) => keys.get(part) ?? part),
  about: (route) => (route === '' ? undefined : route === 'e-invoice' ? 'eFaktura' : 'Specificeret'),
});
