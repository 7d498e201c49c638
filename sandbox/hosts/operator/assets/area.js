/** Ties an element to the addresses of its page, and signs people in when an element asks for it. */

const menus = [...document.querySelectorAll('.area-menu details')];

/** What an address goes on with: the language, and nothing else that may have led here. */
export const language = /[?&]lang=en(&|$)/.test(location.search) ? '?lang=en' : '';

// Each area is a page of its own, and signing in leads away: the company chosen and what was being filled in are there again afterwards.
// Signing out empties it (Clear-Site-Data).
const session = document.querySelector('ss-session');
session.memory = sessionStorage;
session.drafts = sessionStorage;
// From where something has failed, or where somebody has no access, to a support case about it. Nothing in it is personal.
session.support = ({ category, requestId, about }) => {
  const query = new URLSearchParams(language);
  if (category) query.set('emne', category);
  if (requestId) query.set('kode', requestId);
  if (about) query.set('om', `${about.kind}.${about.id}`);
  return `/erhverv/support/ny?${query}`;
};

/**
 * `home` is the address where the element's route is empty. `pathOf` gives the parts of an address below it for a route, `routeOf` the route
 * for such parts, and `about` what a route is about, which stands before the title; undefined where the title says it all.
 */
export function tie({ tag, home, pathOf, routeOf, about }) {
  const element = document.querySelector(tag);
  const choices = menus.flatMap((menu) => [...menu.querySelectorAll('a')]).filter(isHere);
  const { title } = document;

  /** The choices of other areas lead to other pages. */
  function isHere({ pathname }) {
    return pathname === home || pathname.startsWith(`${home}/`);
  }

  function addressOf(route) {
    return (route === '' ? home : [home, ...pathOf(route.split('/'))].join('/')) + language;
  }

  function routeIn({ pathname }) {
    const parts = pathname.slice(home.length).split('/').filter(Boolean);
    return parts.length === 0 ? '' : routeOf(parts).join('/');
  }

  function show(route) {
    element.route = route;
    // No name here: titles end up in histories and shared screens.
    const what = about(route);
    document.title = what === undefined ? title : `${what} – ${title}`;
    for (const choice of choices) {
      if (routeIn(choice) === route) choice.setAttribute('aria-current', 'page');
      else choice.removeAttribute('aria-current');
    }
  }

  function go(route, replace) {
    history[replace ? 'replaceState' : 'pushState'](null, '', addressOf(route));
    show(route);
  }

  element.href = addressOf;
  show(routeIn(location));

  element.addEventListener('ss-navigate', (event) => {
    event.preventDefault();
    go(event.route, event.replace);
  });

  // The menu's choices stay on the page; new tabs and windows are the browser's.
  for (const choice of choices) {
    choice.addEventListener('click', (event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      choice.closest('details').open = false;
      go(routeIn(choice), false);
      document.getElementById('indhold').focus();
    });
  }

  addEventListener('popstate', () => {
    show(routeIn(location));
  });
}

// A menu closes when it is left, and Escape gives the focus back.
for (const menu of menus) {
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
}

document.addEventListener('ss-sign-in', (event) => {
  // An element that has just found out says so too; the page stays until somebody asks to sign in.
  if (event.asked) location.assign(`/log-ind?tilbage=${encodeURIComponent(location.pathname + location.search)}`);
});
