/** Every route of the API. */
import { addressRoutes } from './addresses/routes.ts';
import { articleRoutes } from './article-feedback/routes.ts';
import { billingRoutes } from './billing/routes.ts';
import { companySwitcherRoutes } from './company-switcher/routes.ts';
import type { Route } from './http/route.ts';
import { eInvoiceRoutes } from './invoices/e-invoice-routes.ts';
import { invoiceFileRoutes } from './invoices/file-routes.ts';
import { invoiceRoutes } from './invoices/routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { productRoutes } from './product-order/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { subscriptionRoutes } from './subscriptions/routes.ts';
import { caseFileRoutes } from './support-cases/file-routes.ts';
import { supportCaseRoutes } from './support-cases/routes.ts';

export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...companySwitcherRoutes,
  ...addressRoutes,
  ...subscriptionRoutes,
  ...orderRoutes,
  ...productRoutes,
  ...billingRoutes,
  ...invoiceRoutes,
  ...invoiceFileRoutes,
  ...eInvoiceRoutes,
  // Before the cases, of which `files` would be one.
  ...caseFileRoutes,
  ...supportCaseRoutes,
  ...articleRoutes,
];
