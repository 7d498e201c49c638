/** The addresses of the support cases, and what a new one begins with. */
import { tie } from './area.js';

const element = document.querySelector('ss-support-cases');

// What the place that led here has told of itself.
const query = new URLSearchParams(location.search);
const [kind, id] = (query.get('om') ?? '').split('.');
element.topic = {
  category: query.get('emne') ?? undefined,
  requestId: query.get('kode') ?? undefined,
  about: kind && id ? { kind, id } : undefined,
};

tie({
  tag: 'ss-support-cases',
  home: '/erhverv/support',
  pathOf: ([first, ...rest]) => [first === 'new' ? 'ny' : first, ...rest],
  routeOf: ([first, ...rest]) => [first === 'ny' ? 'new' : first, ...rest],
  about: (route) => (route === '' ? undefined : route.startsWith('new') ? 'Opret supportsag' : 'Supportsag'),
});
