/** The addresses of the products and of what has been ordered. */
import { tie } from './area.js';

const [orders, word] = ['orders', 'bestillinger'];

tie({
  tag: 'ss-product-order',
  home: '/erhverv/produkter',
  pathOf: ([place, ...rest]) => [place === orders ? word : place, ...rest],
  routeOf: ([place, ...rest]) => [place === word ? orders : place, ...rest],
  about: (route) => (route === '' ? undefined : route.startsWith(orders) ? 'Bestillinger' : 'Bestil produkt'),
});
