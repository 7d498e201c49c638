/** Ties the list of subscriptions to the addresses of this page, and signs people in when an element asks for it. */

const list = document.querySelector('ss-subscriptions');
const home = '/erhverv/abonnementer';
const title = 'Abonnementer – Eksempeltele Erhverv';
/** First part of a route in the element, and the word for it in our addresses. */
const places = new Map([
  ['users', 'brugere'],
  ['subscriptions', 'abonnement'],
]);

function addressOf(route) {
  const [place, ...rest] = route.split('/');
  const path = route === '' ? home : [home, places.get(place) ?? place, ...rest].join('/');
  return path + location.search;
}

function routeOf(path) {
  const [word, ...rest] = path.slice(home.length).split('/').filter(Boolean);
  if (word === undefined) return '';
  const place = [...places].find(([, danish]) => danish === word)?.[0] ?? word;
  return [place, ...rest].join('/');
}

function show(route) {
  list.route = route;
  // No name here: titles end up in histories and shared screens.
  document.title = route === '' ? title : `Detaljer – ${title}`;
}

list.href = addressOf;
show(routeOf(location.pathname));

list.addEventListener('ss-navigate', (event) => {
  event.preventDefault();
  history[event.replace ? 'replaceState' : 'pushState'](null, '', addressOf(event.route));
  show(event.route);
});

addEventListener('popstate', () => {
  show(routeOf(location.pathname));
});

document.addEventListener('ss-sign-in', (event) => {
  // An element that has just found out says so too; the page stays until somebody asks to sign in.
  if (event.asked) location.assign(`/log-ind?tilbage=${encodeURIComponent(location.pathname + location.search)}`);
});
