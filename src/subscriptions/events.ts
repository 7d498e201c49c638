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
    'ss-subscription-changed': SubscriptionChangedEvent;
    'ss-user-changed': UserChangedEvent;
  }
}
