/**
 * For `beforetoggle` of a popover that stands right after its control: one that closes with the focus in it gives it back. Browsers do
 * so by themselves only outside shadow roots (R12.3).
 */
export const giveBackFocus = (event: ToggleEvent): void => {
  const popover = event.currentTarget as HTMLElement;
  if (event.newState === 'closed' && popover.matches(':focus-within')) (popover.previousElementSibling as HTMLElement).focus();
};
