/** Registers every tag. For trying out: a page that embeds one area imports that one's file. */
import './article-feedback/ss-article-feedback.ts';
import './company-switcher/ss-company-switcher.ts';
import './invoices/ss-invoices.ts';
import './overview/ss-overview.ts';
import './portal/ss-portal.ts';
import './product-order/ss-product-order.ts';
import './session/ss-session.ts';
import './subscriptions/ss-subscriptions.ts';
import './support-cases/ss-support-cases.ts';
