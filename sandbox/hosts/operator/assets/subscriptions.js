/** Ties the list of subscriptions to the addresses of this page, and signs people in when an element asks for it. */

const list = document.querySelector('ss-subscriptions');
const menu = document.querySelector('.area-menu details');
const choices = menu.querySelectorAll('a');
const home = '/erhverv/abonnementer';
const title = 'Abonnementer – Eksempeltele Erhverv';
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

function addressOf(route) {
  const [place, ...rest] = route.split('/');
  const parts = place === 'new' ? rest.map((step) => steps.get(step) ?? step) : rest;
  const path = route === '' ? home : [home, places.get(place) ?? place, ...parts].join('/');
  return path + location.search;
}

function routeOf(path) {
  const [word, ...rest] = path.slice(home.length).split('/').filter(Boolean);
  if (word === undefined) return '';
  const place = keyOf(places, word);
  return [place, ...(place === 'new' ? rest.map((step) => keyOf(steps, step)) : rest)].join('/');
}

function show(route) {
  list.route = route;
  // No name here: titles end up in histories and shared screens.
  document.title = route === '' ? title : `${route.startsWith('new') ? 'Opret nyt abonnement' : 'Detaljer'} – ${title}`;
  for (const choice of choices) {
    if (routeOf(choice.pathname) === route) choice.setAttribute('aria-current', 'page');
    else choice.removeAttribute('aria-current');
  }
}

function go(route, replace) {
  history[replace ? 'replaceState' : 'pushState'](null, '', addressOf(route));
  show(route);
}

// Signing in leads away from this page; what was being filled in is there again afterwards. Signing out empties it (Clear-Site-Data).
document.querySelector('ss-session').drafts = sessionStorage;
list.href = addressOf;
show(routeOf(location.pathname));

list.addEventListener('ss-navigate', (event) => {
  event.preventDefault();
  go(event.route, event.replace);
});

// The menu's choices stay on the page; new tabs and windows are the browser's.
for (const choice of choices) {
  choice.addEventListener('click', (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    menu.open = false;
    go(routeOf(choice.pathname), false);
    document.getElementById('indhold').focus();
  });
}

// A menu closes when it is left, and Escape gives the focus back.
menu.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
});
menu.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});
document.addEventListener('click', ({ target }) => {
  if (!menu.contains(target)) menu.open = false;
});

addEventListener('popstate', () => {
  show(routeOf(location.pathname));
});

document.addEventListener('ss-sign-in', (event) => {
  // An element that has just found out says so too; the page stays until somebody asks to sign in.
  if (event.asked) location.assign(`/log-ind?tilbage=${encodeURIComponent(location.pathname + location.search)}`);
});
