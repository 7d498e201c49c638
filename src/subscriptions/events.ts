/** An order has been placed, also when the element has been taken off the page meanwhile. Holds no personal data. */
export class OrderPlacedEvent extends Event {
  static readonly type = 'ss-order-placed';
  /** The order's id, for the backend. */
  readonly orderId: string;
  /** What people call it: digits. */
  readonly number: string;

  constructor(orderId: string, number: string) {
    super(OrderPlacedEvent.type, { bubbles: true, composed: true });
    this.orderId = orderId;
    this.number = number;
  }
}

/** An order has been taken back, also when the element has been taken off the page meanwhile. */
export class OrderCancelledEvent extends Event {
  static readonly type = 'ss-order-cancelled';
  readonly orderId: string;

  constructor(orderId: string) {
    super(OrderCancelledEvent.type, { bubbles: true, composed: true });
    this.orderId = orderId;
  }
}

/** The name, e-mail address or cost centre of a user has been changed. Holds no personal data. */
export class UserChangedEvent extends Event {
  static readonly type = 'ss-user-changed';
  readonly userId: string;

  constructor(userId: string) {
    super(UserChangedEvent.type, { bubbles: true, composed: true });
    this.userId = userId;
  }
}

/** A subscription has been blocked or opened again. */
export class SubscriptionChangedEvent extends Event {
  static readonly type = 'ss-subscription-changed';
  readonly subscriptionId: string;

  constructor(subscriptionId: string) {
    super(SubscriptionChangedEvent.type, { bubbles: true, composed: true });
    this.subscriptionId = subscriptionId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ss-order-cancelled': OrderCancelledEvent;
    'ss-order-placed': OrderPlacedEvent;
    'ss-subscription-changed': SubscriptionChangedEvent;
    'ss-user-changed': UserChangedEvent;
  }
}
