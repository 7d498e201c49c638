/** What every widget that orders tells the page around it. */

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

declare global {
  interface HTMLElementEventMap {
    'ss-order-cancelled': OrderCancelledEvent;
    'ss-order-placed': OrderPlacedEvent;
  }
}
