/** What the element gives to what opens later: the order form, the orders on their way. */
import type { ReactiveControllerHost } from 'lit';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { SessionConnection } from '../session/contexts.ts';
import type { Styled } from '../ui/later.ts';
import type { LinkHost } from '../ui/link.ts';
import type { State } from '../ui/resource.ts';
import type { ShowHost } from '../ui/show.ts';
import type { Sender } from '../ui/submission.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import type { ProductPage } from './product.ts';

export interface ProductRoom extends ShowHost, LinkHost {
  /** The element, to be rendered anew and to hear events from. */
  readonly element: HTMLElement & ReactiveControllerHost & { readonly route: string };
  readonly navigate: (route: string, replace?: boolean) => void;
  readonly root: ParentNode;
  readonly text: Text<MessageKey>;
  readonly headingLevel: number;
  readonly connection: SessionConnection | undefined;
  /** Whom a request is for; nobody while signed out, and not without the right to look. */
  readonly sender: () => Sender | undefined;
  /** The id of the person who is signed in. */
  readonly person: string | undefined;
  /** The name of the active company. */
  readonly company: string;
  /** Whether the person may order something, and take it back (R7.1). */
  readonly mayOrder: boolean;
  /** Whether the form stands above the shelf, rather than alone (D18). */
  readonly asDialog: boolean;
  /** For a button that leads out of the dialog. */
  readonly close: (event: Event) => void;
  /** What is on the shelf. */
  readonly products: () => State<Read<ProductPage>>;
  /** A part of the present place, for instance the id in `orders/{order}`. */
  readonly param: (name: 'product' | 'order') => string | undefined;
  /** Tells the page, and finds out anew what the person may do or what there is. */
  readonly failed: (problem: Problem) => void;
  /** What can be ordered is no longer what it was, for instance its stock: the shelf is fetched again when it is next in sight, or at once. */
  readonly changed: () => void;
  readonly announce: (words: string) => void;
  /** Takes in the styles and the words of what a room opens later. */
  readonly adopt: (module: Styled) => Promise<void>;
  /** Said to a person without the right to this area. */
  readonly noAccess: () => unknown;
}

/** The module of a room behind the shelf. */
export interface Opening extends Styled {
  readonly open: (room: ProductRoom) => Behind;
}

/** A room behind the shelf. */
export interface Behind {
  /** What the place is called, what is dim under it, and where its way back leads when that is not the shelf. */
  readonly head: () => { readonly name: string; readonly under: unknown; readonly back?: 'orders' };
  /** What stands below its head. */
  readonly render: () => unknown;
  /** What stands at the lower edge of its dialog; without it a way out does. */
  readonly actions?: () => unknown;
  /** Something is on its way: its dialog stays. */
  readonly busy?: () => boolean;
  /** What may stand above everything, wherever the person is: a question. */
  readonly above?: () => unknown;
  /** What the shelf says of it. */
  readonly onShelf?: () => unknown;
  /** Another person or another company: lets go of everything. */
  readonly forget: () => void;
  /** What failed may work again. */
  readonly recover: () => void;
}
