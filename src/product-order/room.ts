/** What the element gives to what opens later: the order form, the orders on their way. */
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { AreaRoom } from '../ui/area-widget.ts';
import type { Styled } from '../ui/later.ts';
import type { State } from '../ui/resource.ts';
import type { MessageKey } from './messages.ts';
import type { ProductPage } from './product.ts';

export interface ProductRoom extends AreaRoom<MessageKey, 'product' | 'order'> {
  /** Whether the form stands above the shelf, rather than alone (D18). */
  readonly asDialog: () => boolean;
  /** For a button that leads out of the dialog. */
  readonly close: (event: Event) => void;
  /** What is on the shelf. */
  readonly products: () => State<Read<ProductPage>>;
  /** Tells the page, and finds out anew what the person may do. */
  readonly failed: (problem: Problem) => void;
  /** What can be ordered is no longer what it was, for instance its stock: the shelf is fetched again when it is next in sight, or at once. */
  readonly changed: () => void;
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
