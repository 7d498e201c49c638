/** Classes, events and types. Importing it registers no tag: `selvbetjening-elements/ss-….js` does that, one tag each. */
export type { Address } from './api/address.ts';
export type { AddressService, FoundAddress, FoundAddresses } from './api/found-address.ts';
export { CompanySwitcherElement } from './company-switcher/company-switcher-element.ts';
export { CompanyChangeEvent } from './company-switcher/events.ts';
export { EInvoiceChangedEvent } from './invoices/events.ts';
export { InvoicesElement } from './invoices/invoices-element.ts';
export { ProductOrderElement } from './product-order/product-order-element.ts';
export { connect, type PageConnection } from './session/connect.ts';
export type { ConnectOptions } from './session/connection.ts';
export type { Words } from './session/contexts.ts';
export { SessionElement } from './session/session-element.ts';
export type { Access, Area, Company } from './session/session.ts';
export type { Token, TokenFunction, TokenReason } from './session/tokens.ts';
export { SubscriptionChangedEvent, UserChangedEvent } from './subscriptions/events.ts';
export { SubscriptionsElement } from './subscriptions/subscriptions-element.ts';
export { discardDrafts } from './ui/drafts.ts';
export { CountEvent, ProblemEvent, SignInEvent, SsNavigateEvent } from './ui/events.ts';
export { OrderCancelledEvent, OrderPlacedEvent } from './ui/order-events.ts';
