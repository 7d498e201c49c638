/** What the article is walked with: a pointer, or keys alone. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { isBefore, sightOfFocus } from './article-focus.ts';
import { hasFocus } from './guide.ts';
import { settles } from './settles.ts';

export interface Hand {
  readonly name: string;
  /** Follows a link, or presses a button. */
  readonly press: (target: Locator) => Promise<void>;
  /** Chooses one of several, or ticks a box. */
  readonly choose: (target: Locator) => Promise<void>;
  /** Writes over what stands in a field. */
  readonly write: (target: Locator, text: string) => Promise<void>;
  /** Takes one of the choices that a control has opened: an item of a menu, or a suggestion. */
  readonly take: (choice: Locator) => Promise<void>;
  /** Switches a list of choices to the one that begins so. */
  readonly pick: (list: Locator, words: string) => Promise<void>;
}

/** A press lasts so long in a dialog, which takes no click that was begun before it opened (T16). Milliseconds. */
const firmly = 350;

export function pointer(page: Page): Hand {
  const press = async (target: Locator): Promise<void> => {
    const inDialog = await target.evaluate((element) => element.closest('dialog') !== null);
    await target.click(inDialog ? { delay: firmly } : {});
  };
  return {
    name: 'a pointer',
    press,
    choose: press,
    write: async (target, text) => {
      await target.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    take: async (choice) => {
      await choice.waitFor();
      // What a control has opened moves with the page, and is brought into a small window by the wheel.
      const { bottom } = await choice.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
      const height = page.viewportSize()?.height ?? 0;
      if (bottom > height) {
        await page.mouse.wheel(0, bottom - height / 2);
        await settles(() => choice.evaluate((element) => element.getBoundingClientRect().top < innerHeight / 2), true);
      }
      await press(choice);
    },
    pick: async (list, words) => {
      const option = list
        .getByRole('option')
        .filter({ hasText: new RegExp(`^\\s*${words}`) })
        .first();
      await list.selectOption((await option.getAttribute('value')) ?? '');
    },
  };
}

/** More stops than any page has. */
const most = 250;

export function keyboard(page: Page): Hand {
  const { keyboard: keys } = page;
  /** Goes on with Tab, or back with Shift, until the focus is there; wherever it stops, it must be seen. */
  const reach = async (target: Locator, there: (element: Element) => boolean = hasFocus): Promise<void> => {
    await target.waitFor();
    if (await target.evaluate(there)) return;
    const key = (await target.evaluate(isBefore)) ? 'Shift+Tab' : 'Tab';
    for (let presses = 0; presses < most; presses++) {
      await keys.press(key);
      assert.equal(await page.evaluate(sightOfFocus), '', `the focus is seen on the way to ${target.toString()}`);
      if (await target.evaluate(there)) return;
    }
    assert.fail(`${key} does not lead to ${target.toString()}`);
  };
  const arrows = async (target: Locator): Promise<void> => {
    for (let presses = 0; presses < most && !(await target.evaluate(hasFocus)); presses++) {
      await keys.press('ArrowDown');
      assert.equal(await page.evaluate(sightOfFocus), '', `the focus is seen on the way to ${target.toString()}`);
    }
    assert.ok(await target.evaluate(hasFocus), `arrows lead to ${target.toString()}`);
  };
  return {
    name: 'keys alone',
    press: async (target) => {
      await reach(target);
      await keys.press('Enter');
    },
    choose: async (target) => {
      await reach(target, isInGroup);
      // With the arrows one choice of a group is made with each press.
      if (!(await target.evaluate(hasFocus))) await arrows(target);
      if (!(await target.isChecked())) await keys.press('Space');
    },
    write: async (target, text) => {
      await reach(target);
      await keys.press('ControlOrMeta+A');
      await keys.type(text);
    },
    take: async (choice) => {
      await choice.waitFor();
      if ((await choice.getAttribute('role')) === 'option') {
        // The focus stays in the field; the suggestion is told to be the active one.
        await keys.press('ArrowDown');
        await settles(() => choice.getAttribute('aria-selected'), 'true');
      } else await arrows(choice);
      await keys.press('Enter');
    },
    pick: async (list, words) => {
      const options = list.getByRole('option');
      await options.filter({ hasText: words }).first().waitFor({ state: 'attached' });
      const names = await options.allInnerTexts();
      const wanted = names.findIndex((name) => name.trim().startsWith(words));
      await reach(list);
      await keys.press(wanted === names.length - 1 ? 'End' : 'Home');
      for (let at = 0; at < wanted && wanted < names.length - 1; at++) await keys.press('ArrowDown');
    },
  };
}

/** Runs in the page: whether the focus is on this, or on another choice of its group. */
const isInGroup = (element: Element): boolean => {
  const { activeElement } = element.getRootNode() as ShadowRoot;
  const isRadio = (one: Element | null): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'radio';
  return activeElement === element || (isRadio(element) && isRadio(activeElement) && activeElement.name === element.name);
};
