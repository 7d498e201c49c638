/** Where the overview leads to. */
import { language } from './area.js';

const element = document.querySelector('ss-overview');

/** Our addresses for the places of the portal, each followed by an id where it ends with a slash. */
const addresses = new Map([
  ['subscriptions', '/erhverv/abonnementer'],
  ['subscriptions/new', '/erhverv/abonnementer/opret'],
  ['subscriptions/subscriptions/', '/erhverv/abonnementer/abonnement/'],
  ['products', '/erhverv/produkter'],
  ['products/orders', '/erhverv/produkter/bestillinger'],
  ['products/orders/', '/erhverv/produkter/bestillinger/'],
  ['invoices', '/erhverv/faktura'],
  ['invoices/', '/erhverv/faktura/'],
  ['cases', '/erhverv/support'],
  ['cases/new', '/erhverv/support/ny'],
  ['cases/', '/erhverv/support/'],
]);

element.href = (place) => {
  const end = place.lastIndexOf('/') + 1;
  return (addresses.get(place) ?? addresses.get(place.slice(0, end)) + encodeURIComponent(place.slice(end))) + language;
};

element.addEventListener('ss-navigate', (event) => {
  event.preventDefault();
  location.assign(element.href(event.route));
});
